"""Hits of many rules made into findings that do not overlap."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from msa.privacy.reading.finding import Finding, Hit, Severity
from msa.privacy.reading.lexicon import words_of
from msa.privacy.reading.page import Page
from msa.privacy.reading.vocabulary import vocabulary
from msa.privacy.reading.wording import message_for, suggestion_for

# Which kind takes a passage that several claim with the same certainty: the one with the clearest form.
_RANKS = {
    "email": 0,
    "iban": 0,
    "bsn": 1,
    "phone": 2,
    "date_of_birth": 3,
    "date": 3,
    "street": 4,
    "institution": 5,
    "number": 7,
    "name": 8,
}
_KINDS_OF_DIGITS = frozenset({"house_number", "number", "date", "date_of_birth", "bsn", "phone"})
_OTHER_RANK = 6
_LOWEST_RANK = 8
# What belongs to a house number: 'hs', 'bis', 'II'.
_SUFFIX = re.compile(r"(?:[ -]?(?:hs|bis|bg|zw|rd|hg)|[ -](?:iii|ii|iv))\b(?!')")
_LINKS_AT_END = re.compile(r"(?:[ ,]+(?:van|in|op|uit|aan|bij|de|het))+$")
_ENDS_WITH_NUMBER = re.compile(r"\d[a-h]?$")


def merge(page: Page, hits: Iterable[Hit]) -> list[Finding]:
    """Findings sorted by start. Hits of one kind that overlap become one; where kinds overlap, the surer or
    clearer one takes the passage and what sticks out of it stays a finding of its own, so that waving one
    aside never lets another pass."""
    hits = [_with_suffix(page, hit) for hit in hits if hit.end > hit.start]
    taken = bytearray(len(page.folded))
    settled: list[Hit] = []
    for severity in sorted(Severity, reverse=True):
        for rank in range(_LOWEST_RANK + 1):
            for hit in _unite(hit for hit in hits if hit.severity is severity and _rank(hit) == rank):
                settled.extend(_free_stretches(page, hit, taken))
                taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return [_finding(page, hit) for hit in sorted(settled, key=lambda hit: hit.start)]


def _with_suffix(page: Page, hit: Hit) -> Hit:
    """'Stokerstraat 14 hs' is one passage: what stands behind the number says which door it is."""
    if hit.kind not in ("street", "house_number"):
        return hit
    suffix = _SUFFIX.match(page.folded, hit.end)
    if suffix is None or not _ENDS_WITH_NUMBER.search(page.folded[hit.start : hit.end]):
        return hit
    return replace(hit, end=suffix.end())


def _rank(hit: Hit) -> int:
    return _RANKS.get(hit.kind, _OTHER_RANK)


def _unite(hits: Iterable[Hit]) -> list[Hit]:
    """Overlapping hits of one severity as one, named after the longest."""
    united: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if united and hit.start < united[-1].end:
            united[-1] = _joined(united[-1], hit)
        else:
            united.append(hit)
    return united


def _joined(one: Hit, other: Hit) -> Hit:
    longest = one if one.end - one.start >= other.end - other.start else other
    return Hit(one.start, max(one.end, other.end), longest.kind, longest.severity, longest.suggestion)


def _free_stretches(page: Page, hit: Hit, taken: bytearray) -> Iterator[Hit]:
    """The parts of a hit that no surer one has taken, without blanks and punctuation at their ends."""
    position = hit.start
    while position < hit.end:
        end = taken.find(b"\1", position, hit.end)
        end = hit.end if end < 0 else end
        whole = (position, end) == (hit.start, hit.end)
        stretch = (position, end) if whole else _trimmed(page, position, end)
        if stretch and hit.kind == "name" and not whole:
            stretch = stretch[0], _name_end(page, *stretch)
        if stretch and (whole or _still_says_something(page, hit.kind, *stretch)):
            yield Hit(*stretch, hit.kind, hit.severity, hit.suggestion)
        free = taken.find(b"\0", end, hit.end)
        position = hit.end if free < 0 else free


def _still_says_something(page: Page, kind: str, start: int, end: int) -> bool:
    """'nummer' is no house number any more once its digits belong to a telephone number, and 'mevrouw' is no
    name once hers belongs to something else."""
    if kind == "name":
        return not set(words_of(page.folded[start:end])) <= vocabulary().titles
    return kind not in _KINDS_OF_DIGITS or any(char.isdigit() for char in page.folded[start:end])


def _trimmed(page: Page, start: int, end: int) -> tuple[int, int] | None:
    while start < end and not page.folded[start].isalnum():
        start += 1
    while end > start and not page.folded[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end else None


def _name_end(page: Page, start: int, end: int) -> int:
    """Without the 'van' that led to where somebody lives."""
    link = _LINKS_AT_END.search(page.folded, start, end)
    return link.start() if link else end


def _finding(page: Page, hit: Hit) -> Finding:
    start, end = page.span(hit.start, hit.end)
    return Finding(
        start=start,
        end=end,
        text=page.text[start:end],
        kind=hit.kind,
        severity=hit.severity,
        message=message_for(hit.kind),
        suggestion=suggestion_for(hit.kind, hit.suggestion),
    )
