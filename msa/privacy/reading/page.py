"""A page: one text folded and cut into words, shared by all rules that read it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from msa.privacy.reading.digits import Run, find_runs
from msa.privacy.reading.fold import fold

_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
# Longer than any word or name; keeps the work per word bounded.
_LONGEST_WORD = 40
_SENTENCE_END = re.compile(r"[.!?…:;\n•*\"“”„«»>]")
# After these a full stop ends no sentence.
ABBREVIATIONS = frozenset(
    "mevr mevrw mw mvr mej juffr dhr hr mnr dr drs ir ing prof fam st nr bv ca enz evt geb tel str mr ds jl "
    "bijv ivm vd v d".split()
)

# "'s Avonds" and "'t Is": the word after these opens the sentence.
_CLITICS = frozenset({"s", "t", "n", "k"})


class Word(NamedTuple):
    """One word of the folded text.

    gap: what stands between it and the word before; capital: starts with a capital but is not all capitals;
    initial: opens a sentence, so that a capital says nothing.
    """

    text: str
    start: int
    end: int
    gap: str
    capital: bool
    initial: bool


@dataclass(frozen=True)
class Page:
    """A text as the rules see it. `folded` and `plain` are of equal length; words point into them."""

    text: str
    plain: str
    folded: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: tuple[Word, ...]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of digits and digit words, in order."""
        return tuple(find_runs(self.folded))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Positions in the original text of the folded passage [start, end)."""
        return self.starts[start], self.ends[end - 1]


def open_page(text: str) -> Page:
    """Fold a text and cut it into words."""
    view = fold(text)
    return Page(text, view.plain, view.folded, view.starts, view.ends, _words(view.plain, view.folded))


def _words(plain: str, folded: str) -> tuple[Word, ...]:
    words: list[Word] = []
    previous_end = 0
    for match in _WORD.finditer(folded):
        start, end = match.span()
        gap = folded[previous_end:start]
        shown = plain[start:end]
        capital = shown[0].isupper() and (len(shown) == 1 or not shown.isupper())
        before = words[-1].text if words else ""
        initial = _opens_sentence(before, gap) or (gap == " " and before in _CLITICS and words[-1].initial)
        words.append(Word(match[0][:_LONGEST_WORD], start, end, gap, capital, initial))
        previous_end = end
    return _without_meaningless_capitals(words)


def _opens_sentence(before: str, gap: str) -> bool:
    if not before:
        return True
    if gap.startswith(".") and not gap.strip(". ") and (before in ABBREVIATIONS or len(before) == 1):
        return False
    return bool(_SENTENCE_END.search(gap))


def _without_meaningless_capitals(words: list[Word]) -> tuple[Word, ...]:
    """Where Most Words Carry A Capital, a capital says nothing."""
    inner = [word for word in words if not word.initial]
    if len(inner) >= 6 and sum(word.capital for word in inner) > 0.6 * len(inner):
        return tuple(word._replace(capital=False) for word in words)
    return tuple(words)
