"""Runs of digits: '06 12.34-56 78', 'nul zes een ...' and 'O6' as one string of digits with its places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msa.privacy.reading.numberwords import DIGITS

_TOKEN = re.compile(r"\d+|[a-z]+")
_GAP = re.compile(r"(?:[^\w]|_){0,5}")
_SENTENCE_END = re.compile(r"[.!?…]+\s+")
_WHOLE_NUMBER = 9
_SHORT_NUMBER = 4
_LETTER_DIGITS = {"o": "0", "l": "1", "i": "1"}


@dataclass(frozen=True)
class Piece:
    """One token of a run. gap: what stands before it; spoken: written as a word."""

    digits: str
    start: int
    end: int
    gap: str
    spoken: bool


@dataclass(frozen=True)
class Run:
    """Pieces that stand together with nothing but punctuation and blanks between them."""

    pieces: tuple[Piece, ...]
    plus: bool

    @property
    def digits(self) -> str:
        """All digits of the run."""
        return "".join(piece.digits for piece in self.pieces)

    @property
    def start(self) -> int:
        """Where the run begins in the folded text."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the run ends in the folded text."""
        return self.pieces[-1].end

    def window(self, first: int, length: int) -> tuple[int, int] | None:
        """Span of exactly `length` digits from piece `first` on, if a piece ends there."""
        total = 0
        for piece in self.pieces[first : first + length]:
            total += len(piece.digits)
            if total >= length:
                return (self.pieces[first].start, piece.end) if total == length else None
        return None

    def digits_from(self, first: int, length: int) -> str:
        """At most `length` digits from piece `first` on."""
        return "".join(piece.digits for piece in self.pieces[first : first + length])[:length]


def find_runs(folded: str) -> Iterator[Run]:
    """All runs of digits and digit words of a folded text, in order."""
    pieces: list[Piece] = []
    last_end = 0
    for match in _TOKEN.finditer(folded):
        gap = folded[last_end : match.start()]
        last_end = match.end()
        digits = _digits_of(match, folded)
        spoken = not match[0].isdigit()
        if pieces and (digits is None or not _GAP.fullmatch(gap) or _ends_sentence(pieces, gap, spoken)):
            yield _run(pieces, folded)
            pieces = []
        if digits is not None:
            pieces.append(Piece(digits, *match.span(), gap, spoken))
    if pieces:
        yield _run(pieces, folded)


def _ends_sentence(pieces: list[Piece], gap: str, spoken: bool) -> bool:
    """'06 12345678. 2 kinderen', 'klantnummer 12345. Twee kinderen'; '06. 12. 34. 56. 78' is one."""
    if not _SENTENCE_END.fullmatch(gap) or any(_SENTENCE_END.fullmatch(piece.gap) for piece in pieces[1:]):
        return False
    turns_to_words = spoken and not any(piece.spoken for piece in pieces)
    return sum(len(piece.digits) for piece in pieces) >= (_SHORT_NUMBER if turns_to_words else _WHOLE_NUMBER)


def _digits_of(match: re.Match[str], folded: str) -> str | None:
    token = match[0]
    if token.isdigit():
        return token
    if token in _LETTER_DIGITS:
        touches_digit = (
            folded[match.end() : match.end() + 1].isdigit()
            or folded[max(0, match.start() - 1) : match.start()].isdigit()
        )
        return _LETTER_DIGITS[token] if touches_digit else None
    return DIGITS.get(token)


def _run(pieces: list[Piece], folded: str) -> Run:
    return Run(tuple(pieces), folded[max(0, pieces[0].start - 2) : pieces[0].start].strip(" (").endswith("+"))
