"""The open places of a text, each with where it stands, so that a list of them can be read and followed."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from msa.richtext.markup import GAP

START = "[nog invullen: "


@dataclass(frozen=True)
class Gap:
    """One open place. number: its place in the text, from 1, as in the anchor 'plek-3'. under: the heading
    above it. nth: how many of the same words came before it, and itself.
    """

    number: int
    what: str
    under: str
    nth: int


def gaps_of(text: str) -> list[Gap]:
    """The open places of `text` (Markdown), in order."""
    found: list[Gap] = []
    under, seen = "", Counter[str]()
    for line in text.splitlines():
        if line.startswith("#"):
            under = line.lstrip("# ")
        for match in GAP.finditer(line):
            what = match[0].removeprefix(START).removesuffix("]")
            seen[what] += 1
            found.append(Gap(len(found) + 1, what, under, seen[what]))
    return found


def by_heading(gaps: list[Gap]) -> list[tuple[str, list[Gap]]]:
    """The same, for each heading under which they stand."""
    return [(under, list(those)) for under, those in groupby(gaps, key=lambda gap: gap.under)]
