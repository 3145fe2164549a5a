"""Folding: one plain view of a text, however it was typed or pasted, that remembers where all came from.

Zero-width characters, accents, full-width and foreign digits, look-alike letters and odd spaces disappear in
the view, so that rules see 'henk' and '06' in all their disguises; spans still point at the original.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_PLAIN_ASCII = re.compile(r"[\n\t\x20-\x7e]*")
_PIECES = re.compile(r"(?P<ascii>[\n\t\x20-\x7e]+)|.", re.DOTALL)
_MARKS = ("Mn", "Me")
_INVISIBLE = ("Cf", "Cc", "Cs", "Co")
_QUOTES = "‘’‚‛`´ʼʹ′＇"
# Letters that do not decompose, and Cyrillic and Greek letters that look like Latin ones.
_LOOKALIKES = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŋ": "n", "ß": "ss", "æ": "ae", "œ": "oe",
        "þ": "th", "ə": "e", "а": "a", "в": "b", "е": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p",
        "с": "c", "т": "t", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d", "ԛ": "q", "ԝ": "w",
        "һ": "h", "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p",
        "τ": "t", "υ": "u", "χ": "x",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Folded:
    """The view. `plain` keeps capitals, `folded` is lower case without accents; both have the same length.

    starts[i], ends[i]: where character i of the view begins and ends in the original text.
    """

    plain: str
    folded: str
    starts: Sequence[int]
    ends: Sequence[int]


def fold(text: str) -> Folded:
    """Fold a text. Linear in its length."""
    if _PLAIN_ASCII.fullmatch(text):
        return Folded(text, text.lower(), range(len(text)), range(1, len(text) + 1))
    return _fold_slowly(text)


def _fold_slowly(text: str) -> Folded:
    plain: list[str] = []
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in _PIECES.finditer(text):
        start, end = piece.span()
        if piece["ascii"]:
            plain.append(piece[0])
            folded.append(piece[0].lower())
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        shown, low = _fold_char(piece[0])
        if not low and ends and unicodedata.category(piece[0]) in _MARKS:
            ends[-1] = end  # an accent belongs to the letter before it
        plain.append(shown)
        folded.append(low)
        starts.extend([start] * len(low))
        ends.extend([end] * len(low))
    return Folded("".join(plain), "".join(folded), starts, ends)


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> tuple[str, str]:
    """One character as (plain, folded), of equal length; two empty strings for what is invisible."""
    if char in "\n\t":
        return char, char
    if char in "\r\u2028\u2029\x0b\x0c\x85":
        return "\n", "\n"
    if unicodedata.category(char) in _MARKS + _INVISIBLE:
        return "", ""
    plain, folded = "", ""
    for part in unicodedata.normalize("NFKC", char):
        low = _fold_part(part)
        plain += part if len(low) == 1 else low
        folded += low
    return plain, folded


def _fold_part(part: str) -> str:
    if part in _QUOTES:
        return "'"
    category = unicodedata.category(part)
    if category == "Nd":
        return str(unicodedata.digit(part))
    if category == "Pd" or part in "−‐":
        return "-"
    if category == "Zs":
        return " "
    bare = "".join(
        c for c in unicodedata.normalize("NFD", part.lower()) if unicodedata.category(c) not in _MARKS
    )
    return bare.translate(_LOOKALIKES)
