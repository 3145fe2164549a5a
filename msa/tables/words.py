"""Comparing words that people wrote differently."""

import re
import unicodedata
from difflib import SequenceMatcher

_NOT_WORD = re.compile(r"[\W_]+")
_ACCENT = re.compile("[\u0300-\u036f]")


def normalise(text: str) -> str:
    """Lower case, without accents and punctuation, words apart by one space; '&' and '+' are words."""
    text = text.replace("&", " en ").replace("+", " plus ")
    plain = text.casefold()
    if not plain.isascii():
        plain = _ACCENT.sub("", unicodedata.normalize("NFKD", plain))
    return _NOT_WORD.sub(" ", plain.replace("'", "").replace("’", "")).strip()


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, normalised."""
    return tuple(normalise(text).split())


def similarity(left: str, right: str, at_least: float = 0.0) -> float:
    """How alike two texts are, 0.0 to 1.0, by their normalised letters; 0.0 when below `at_least`."""
    one, other = normalise(left), normalise(right)
    if one == other:
        return 1.0
    if 2 * min(len(one), len(other)) < at_least * (len(one) + len(other)):
        return 0.0
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio if ratio >= at_least else 0.0
