"""Front doors in a running sentence: 'op 12 zit een jong stel', 'van 17 komt lawaai', 'mijn deur is 5c'."""

import re
from collections.abc import Iterator
from itertools import chain

from msa.privacy.reading.dictionary import is_dutch
from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex, compact_number
from msa.privacy.reading.numberwords import SMALL
from msa.privacy.reading.page import Page
from msa.privacy.reading.rules.houses import CHILD_BEFORE, COUNTED, NUMBER, find_house_numbers
from msa.privacy.reading.vocabulary import vocabulary

_AT = re.compile(rf"\b(?P<lead>op|bij|naast|tegenover|boven|onder|achter|van) (?P<n>{NUMBER})")
_NEXT = re.compile(r"[,;:)]?\s{1,2}(?P<word>[a-z']{1,20})(?: (?P<second>[a-z']{1,20}))?")
# What follows a door and no amount: words that begin something new.
_FOLLOW = frozenset(
    "die dat daar waar ze zij hij hun ook nog altijd nooit soms vaak weer hier want maar omdat heb ben "
    "zitten wonen waren stinkt lekt ruikt horen hoor klaagt klagen schreeuwen stampt stampen kloppen bonkt "
    "staan hangt hangen ligt liggen rookt roken blaft wordt worden kun moeten mogen links "
    "rechts beneden".split()
)
_AFTER_AND = frozenset("de het die daar ze hij op bij naast van ik wij we".split())
_STARTS = re.compile(r"(?:^|[.!?,;:(\n]|\b(?:en|maar|want|dat|of)) ?$")
_ADULT_AGES = frozenset({"16", "18", "21", "65", "67"})
_AND_MORE = re.compile(rf"\s?(?:,|/|&|\b(?:en|of|t/m|tm|tot en met)\b)\s?(?:op |van |bij )?(?P<n>{NUMBER})")
_MOST = 5
_LONG_VERB = 3
_BEYOND = re.compile(
    r"\b(?:overkant|hiernaast|daarnaast|hierboven|hieronder|hierachter|(?:naast|boven|onder|tegenover|achter)"
    r" ons|om de hoek|verderop),? ?(?:op |van |nummer |nr\.? ?)?(?P<n>" + NUMBER + r")(?![a-z])"
)
_MOVED = re.compile(
    r"\b(?:verhui\w{1,6}|gaan|gegaan)\s(?:\w{1,8}\s)?van (?P<n>" + NUMBER + r")(?= naar\b| ?[.,;!?)]|$)"
)
_BETWEEN = re.compile(r"\btussen (?P<n>(?:2[4-9]|[3-9]\d|\d{3})[a-h]?)(?= en (?:2[4-9]|[3-9]\d|\d{3}))")
_LETTERED = re.compile(r"(?<![\w.,/:-])\d{1,3}[a-d](?![\w]|[.,:/]\d)")
_NO_DOOR = re.compile(
    r"\b(?:groep|klas|brugklas|lijn|bus|tram|perron|spoor|gate|schaal|niveau|artikel|lid|cup|maat|label|plan"
    r"|optie|vraag|type|vmbo|havo|vwo|mbo|bh|punt|deel|blok|versie|fase) ?$"
)
_DWELLING = r"\b(?:(?:voor)?deur|adres|huisje?|woning|flat|bel|hoekhuis|hoekwoning)"
_DOOR_IS = re.compile(
    rf"{_DWELLING}(?: is| heeft|:| =|,| met)?(?: is| heeft)? (?P<n>(?:nummer |nr\.? ?)?{NUMBER})"
)
_NUMBER_ONE = re.compile(rf"{_DWELLING}[^.!?\n]{{0,12}}\b(?P<n>(?:nummer|nr\.?) ?(?:1|een))\b")


def find_doors(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """All front doors, and those that stand in a row with them: 'nummer 12, 14 en 16'."""
    for hit in chain(find_house_numbers(page, index), _in_a_sentence(page, index)):
        yield hit
        yield from map(_hit, _row(page, index, _AND_MORE.match(page.folded, hit.end)))


def _in_a_sentence(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Numbers that a sentence uses as a place. Bare ones count when the project has such a door."""
    yield from _rows(page, index)
    yield from _lettered(page)
    for match in _DOOR_IS.finditer(page.folded):
        if _counts_as_door(page, index, match) and _ends_here(page, match.end()):
            yield _hit(match)
    for match in _NUMBER_ONE.finditer(page.folded):
        yield _hit(match)


def _rows(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Doors after a word for a place, with those that follow them."""
    for match in _AT.finditer(page.folded):
        row = _row(page, index, match)
        if row and _is_door(page, match, row[-1].end()):
            yield from map(_hit, row)
    for pattern in (_BEYOND, _MOVED, _BETWEEN):
        for match in pattern.finditer(page.folded):
            yield from map(_hit, _row(page, index, match))


def _lettered(page: Page) -> Iterator[Hit]:
    """'5c' is a door, unless it is a class or a size."""
    for match in _LETTERED.finditer(page.folded):
        if match[0] not in ("2d", "3d") and not _NO_DOOR.search(_before(page, match.start())):
            yield Hit(*match.span(), "house_number", Severity.LIKELY)


def _is_door(page: Page, match: re.Match[str], end: int) -> bool:
    before = _before(page, match.start())
    if match["lead"] == "van" and not _STARTS.search(before):
        return False
    if match["n"] in _ADULT_AGES and match["lead"] != "naast":
        return False
    return not CHILD_BEFORE.search(before) and _goes_on(page, end, match["lead"])


def _counts_as_door(page: Page, index: ProjectIndex, match: re.Match[str]) -> bool:
    """Whether no amount is meant and the project, when it has a list of doors, has this one."""
    number = match["n"].removeprefix("nummer ").removeprefix("nr").lstrip(". ")
    door = compact_number(str(SMALL.get(number, number)))
    known = not index.house_numbers or door in index.house_numbers or door[-1:].isalpha()
    return known and not COUNTED.match(page.folded, match.end())


def _goes_on(page: Page, end: int, lead: str) -> bool:
    following = _NEXT.match(page.folded, end)
    if following is None:
        return False
    word, second = following["word"], following["second"] or ""
    if word == "en":
        return second in _AFTER_AND
    acts = word in vocabulary().finite or (word.endswith("t") and len(word) > _LONG_VERB and is_dutch(word))
    if word in ("tot", "naar"):
        return False
    return acts or (lead != "van" and word in _FOLLOW) or (lead == "van" and word in ("hoor", "zie", "heb"))


def _row(page: Page, index: ProjectIndex, match: re.Match[str] | None) -> list[re.Match[str]]:
    """The door that was matched and those behind it. Nothing when an amount is meant."""
    row: list[re.Match[str]] = []
    while match is not None and len(row) < _MOST and _counts_as_door(page, index, match):
        row.append(match)
        match = _AND_MORE.match(page.folded, match.end())
    return row


def _ends_here(page: Page, end: int) -> bool:
    """Whether nothing follows that the number could count."""
    following = page.folded[end : end + 1]
    return not following or following in ",.!?;)\n" or _goes_on(page, end, "op")


def _hit(match: re.Match[str]) -> Hit:
    return Hit(*match.span("n"), "house_number", Severity.LIKELY)


def _before(page: Page, position: int) -> str:
    return page.folded[max(0, position - 24) : position]
