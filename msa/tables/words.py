"""Comparing words that people wrote differently."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-z]+")


@lru_cache(maxsize=20_000)
def normalise(text: str) -> str:
    """Lower case, without accents and punctuation, words apart by one space; '&' and '+' are words."""
    text = text.replace("&", " en ").replace("+", " plus ")
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _NOT_WORD.sub(" ", plain.replace("'", "").replace("’", "")).strip()


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, normalised."""
    return tuple(normalise(text).split())


def similarity(left: str, right: str) -> float:
    """How alike two texts are, 0.0 to 1.0, by their normalised letters."""
    return SequenceMatcher(None, normalise(left), normalise(right), autojunk=False).ratio()
