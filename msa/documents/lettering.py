"""Measuring text in the fonts of the house, so that words in a drawing stay within their room."""

import unicodedata
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible Next"
FILE = "atkinson-hyperlegible-next-{weight}-normal.ttf"
UNKNOWN = 0.85  # a generous width for a character that the font does not have
ORPHAN = 4  # a word that is cut leaves no fewer letters for its last line
WIDE = 1.4  # the same for East Asian characters


@lru_cache(maxsize=2)
def _widths(weight: int) -> dict[int, float]:
    """Widths of the characters of one weight (400 or 700), as shares of the size."""
    path = Path(settings.BASE_DIR) / "static" / "build" / "fonts" / FILE.format(weight=weight)
    with TTFont(path, lazy=True) as file:
        em, metrics = file["head"].unitsPerEm, file["hmtx"].metrics
        return {code: metrics[name][0] / em for code, name in file.getBestCmap().items()}


def text_width(text: str, size: float, weight: int = 400) -> float:
    """How wide one line is, in the unit of `size`. Raises FileNotFoundError when the fonts are not built."""
    known = _widths(weight)
    return size * sum(known.get(ord(char)) or _guess(char) for char in text)


def _guess(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    return WIDE if unicodedata.east_asian_width(char) in {"W", "F"} else UNKNOWN


def one_line(text: str) -> str:
    """The text without what cannot stand in a drawing: controls, hidden changes of direction, line ends."""
    kept = (char if unicodedata.category(char)[0] != "C" else " " for char in text)
    return " ".join("".join(kept).split())


def wrap(text: str, room: float, size: float, weight: int = 400) -> list[str]:
    """Lines no wider than `room`; a word that is too long alone is cut, with a hyphen."""
    lines: list[str] = []
    for word in one_line(text).split(" "):
        for piece in _pieces(word, room, size, weight):
            longer = f"{lines[-1]} {piece}" if lines else piece
            if lines and text_width(longer, size, weight) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, room: float, size: float, weight: int) -> list[str]:
    if text_width(word, size, weight) <= room:
        return [word]
    pieces, piece = [], ""
    for char in word:
        if piece and text_width(f"{piece}{char}-", size, weight) > room:
            pieces.append(f"{piece}-")
            piece = ""
        piece += char
    return _without_orphan([*pieces, piece])


def _without_orphan(pieces: list[str]) -> list[str]:
    """The pieces of a word, the last one with at least ORPHAN letters where the one before can spare them."""
    *before, last = pieces
    short = ORPHAN - len(last)
    if not before or short <= 0 or len(before[-1]) <= short + ORPHAN:
        return pieces
    word = before[-1].removesuffix("-")
    return [*before[:-1], f"{word[:-short]}-", word[-short:] + last]
