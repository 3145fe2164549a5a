"""Measuring and breaking text, so that nothing overflows: widths come from the fonts themselves."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont

from .palette import INK, PT, SMALLEST

FILES = {
    ("Atkinson Hyperlegible Next", 400): "atkinson-hyperlegible-next-400-normal.ttf",
    ("Atkinson Hyperlegible Next", 700): "atkinson-hyperlegible-next-700-normal.ttf",
    ("Caveat Brush", 400): "caveat-brush-400-normal.ttf",
    ("Patrick Hand", 400): "patrick-hand-400-normal.ttf",
}
BODY, BRUSH, HAND = "Atkinson Hyperlegible Next", "Caveat Brush", "Patrick Hand"
ELLIPSIS = "…"
# marks and overrides of direction, joiners of emoji, variation selectors
HIDDEN = frozenset(
    "\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
LONGEST = 320  # characters of one text that are looked at; nothing on the poster has room for more


@dataclass(frozen=True)
class Style:
    """How words look. size in units; leading: line height as a share of the size."""

    family: str = BODY
    size: float = 12.5 * PT
    weight: int = 400
    colour: str = INK
    leading: float = 1.2


@dataclass(frozen=True)
class FontFacts:
    """Widths per character, and the height above and below the baseline, as shares of the size."""

    widths: dict[int, float]
    ascent: float
    descent: float


def fonts_folder() -> Path:
    """Where the asset build puts the fonts."""
    return Path(settings.BASE_DIR) / "static" / "build" / "fonts"


@lru_cache(maxsize=8)
def font(family: str, weight: int) -> FontFacts:
    """Facts of one packaged font."""
    with TTFont(fonts_folder() / FILES[family, weight], lazy=True) as file:
        em, metrics = file["head"].unitsPerEm, file["hmtx"].metrics
        widths = {code: metrics[name][0] / em for code, name in file.getBestCmap().items()}
        return FontFacts(widths, file["hhea"].ascent / em, -file["hhea"].descent / em)


def guess(char: str) -> float:
    """A generous width for a character that our fonts do not have."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"} or ord(char) > 0x1F000:
        return 1.4
    return 0.85


@lru_cache(maxsize=4096)
def em_width(text: str, family: str, weight: int) -> float:
    """The width of a text as a share of the size."""
    widths = font(family, weight).widths
    return sum(widths.get(ord(char)) or guess(char) for char in text)


def width(text: str, style: Style) -> float:
    """The width of one line in units."""
    return em_width(text, style.family, style.weight) * style.size


def keeps(char: str) -> bool:
    """Whether a character can stand on paper: no controls, no hidden changes of direction, no emoji."""
    if char in HIDDEN or unicodedata.category(char) in {"Cc", "Co", "Cn", "Cs"}:
        return False
    return not (ord(char) > 0x2190 and unicodedata.category(char) in {"So", "Sk"})


def clean(text: str) -> str:
    """One line of what our fonts, or those of the system, can draw."""
    return " ".join("".join(char if keeps(char) else " " for char in text).split())


def chunks(word: str, style: Style, room: float) -> list[str]:
    """A word that is wider than the room, cut in pieces with hyphens."""
    pieces, piece = [], ""
    for char in word:
        if piece and width(piece + char + "-", style) > room:
            pieces.append(piece + "-")
            piece = ""
        piece += char
    return [*pieces, piece]


def wrap(text: str, style: Style, room: float) -> list[str]:
    """Lines that fit in the room, as few as can be."""
    lines, line = [], ""
    for word in clean(text).split(" "):
        for piece in [word] if width(word, style) <= room else chunks(word, style, room):
            longer = f"{line} {piece}" if line else piece
            if line and width(longer, style) > room:
                lines.append(line)
                line = piece
            else:
                line = longer
    return [*lines, line] if line else lines


def balance(text: str, style: Style, room: float) -> list[str]:
    """As wrap, but with lines of about the same length."""
    lines = wrap(text, style, room)
    if len(lines) < 2:
        return lines
    narrow, low, high = room, room / len(lines), room
    for _ in range(7):
        middle = (low + high) / 2
        trial = wrap(text, style, middle)
        if len(trial) > len(lines) or not whole(trial, text):
            low = middle
        else:
            narrow = high = middle
    return wrap(text, style, narrow)


def shorten(lines: list[str], most: int, style: Style, room: float) -> list[str]:
    """The first lines, with an ellipsis where the rest is left out; the text version keeps everything."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(last + ELLIPSIS, style) > room:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], last + ELLIPSIS]


def whole(lines: list[str], text: str) -> bool:
    """Whether no word had to be cut."""
    return not any(line.endswith("-") and line not in text for line in lines[:-1])


def fit(
    text: str, style: Style, room: float, most: int, smallest: float = SMALLEST
) -> tuple[list[str], Style]:
    """Lines and the size at which the text fits in so many lines; shortened only when nothing else helps."""
    text, size = clean(text)[:LONGEST], style.size
    while size >= smallest:
        trial = replace(style, size=size)
        lines = wrap(text, trial, room)
        if len(lines) <= most and whole(lines, text):
            return balance(text, trial, room), trial
        size *= 0.96
    trial = replace(style, size=smallest)
    return shorten(balance(text, trial, room), most, trial, room), trial


def height(lines: Sequence[str], style: Style) -> float:
    """How high a number of lines is."""
    return len(lines) * style.size * style.leading


def baseline(style: Style) -> float:
    """From the top of a line to its baseline, as CSS places it."""
    facts = font(style.family, style.weight)
    content = (facts.ascent + facts.descent) * style.size
    return (style.size * style.leading - content) / 2 + facts.ascent * style.size
