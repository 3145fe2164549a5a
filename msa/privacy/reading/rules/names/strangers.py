"""Names that stand in no list: words that are no Dutch at all, and no slip of the finger either."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msa.privacy.reading.dictionary import in_dictionary, is_dutch
from msa.privacy.reading.lexicon import one_out
from msa.privacy.reading.page import Word
from msa.privacy.reading.rules.names.setting import PREFIXES, Seed, Setting, bare, is_abbreviation
from msa.privacy.reading.vocabulary import vocabulary

_SHORTEST = 3
_LONGEST = 16
_SHORTEST_SLIP = 5
_SHORTEST_LONG_SLIP = 8
_DRAWN_OUT = re.compile(r"(.)\1\1")
_GLUED = frozenset(
    "in op van de het en ik is dat die ze ie er te of om al zo met je we t wat nog wel".split()
)


def stranger(setting: Setting, position: int) -> Seed | None:
    """'gisteren bij gwendolyn geweest': a word that is no Dutch, so probably somebody."""
    word = setting.page.words[position]
    return Seed(position, position) if _is_strange(setting, word) else None


def _is_strange(setting: Setting, word: Word) -> bool:
    text = word.text
    if not _SHORTEST <= len(text) <= _LONGEST or text in PREFIXES or setting.known.is_ordinary(text):
        return False
    if _touches_a_digit(setting, word) or is_abbreviation(setting, word):
        return False
    if is_dutch(text) or is_dutch(bare(text)) or setting.known.is_ordinary(bare(text)):
        return False
    return not (_is_drawn_out(text) or _is_sound(text) or _is_slip(text) or _is_glued(text))


def _touches_a_digit(setting: Setting, word: Word) -> bool:
    """'4stuks', 'nt2': a code or a number with its unit."""
    folded = setting.page.folded
    return folded[max(0, word.start - 1) : word.start].isdigit() or folded[word.end : word.end + 1].isdigit()


def _is_drawn_out(text: str) -> bool:
    """'hoooooi', 'leukkk'."""
    return _DRAWN_OUT.search(text) is not None


def _is_sound(text: str) -> bool:
    """'hahaha', 'pffff': no vowel, or one or two letters over and over."""
    return len(set(text)) <= 2 or not set(text) & set("aeiouy")


def _is_slip(text: str) -> bool:
    """One letter too many, too few, wrong or changed places in a word that comes up often; in a long word, in
    any Dutch one."""
    if len(text) >= _SHORTEST_SLIP and not one_out(text).isdisjoint(_shortened()):
        return True
    return len(text) >= _SHORTEST_LONG_SLIP and any(in_dictionary(other) for other in _near(text))


def _near(text: str) -> Iterator[str]:
    """The word with a letter less, a letter doubled, or two letters the other way round."""
    for cut in range(len(text)):
        yield text[:cut] + text[cut + 1 :]
        yield text[: cut + 1] + text[cut:]
        yield text[:cut] + text[cut + 1 : cut + 2] + text[cut] + text[cut + 2 :]


@lru_cache(maxsize=1)
def _shortened() -> frozenset[str]:
    long = (word for word in vocabulary().common if len(word) >= _SHORTEST_SLIP)
    return frozenset(short for word in long for short in one_out(word))


def _is_glued(text: str) -> bool:
    """'inde', 'opstraat', 'datis', 'kheb': a space forgotten."""
    if text[0] in "ktnsm" and text[1:] in vocabulary().common and len(text) > _SHORTEST_SLIP - 1:
        return True
    return any(
        (text[:cut] in _GLUED and is_dutch(text[cut:])) or (text[cut:] in _GLUED and is_dutch(text[:cut]))
        for cut in range(2, len(text) - 1)
    )
