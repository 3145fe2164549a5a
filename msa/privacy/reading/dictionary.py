"""Whether a word is Dutch: Debian's word list of OpenTaal (package wdutch), which the system installs.

A name that stands in no list of names shows by being no word at all. Kept as sorted hashes of the words, some
3 MB for each process; the list itself is not kept. When it is not there, the name rules fail, and the text
waits for a person (P19).
"""

import unicodedata
from array import array
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

WORD_LIST = Path("/usr/share/dict/dutch")
_SHORTEST_PART = 4
_LINKS = ("", "s", "en", "e", "n")
_ENDINGS = tuple(
    "en s e t te de ten den tje tjes je jes pje pjes kje ke kes ie er ers ster de sters ing ingen".split()
)
_FROM_A_PLACE = ("isch", "ische", "ees", "ese", "aans", "aanse", "lands", "landse", "iaan", "ianen")
# 'uitbehandelt' for 'uitbehandeld', 'bure' for 'buren'.
_SPOKEN_ENDINGS = (("t", "d"), ("d", "t"), ("e", "en"))


@lru_cache(maxsize=1)
def _hashes() -> array:
    """Sorted hashes of the words of the list, accents folded away. Of those with capitals, among which names
    of places and people, only what comes from a place ('Indisch')."""
    lines = WORD_LIST.read_text(encoding="utf-8").splitlines()
    plain = unicodedata.normalize("NFD", "\n".join(filter(_is_wanted, lines)).lower())
    folded = "".join(char for char in plain if not unicodedata.combining(char))
    return array("q", sorted({hash(word) for word in folded.split("\n")}))


def _is_wanted(line: str) -> bool:
    return line.islower() or line.endswith(_FROM_A_PLACE)


def in_dictionary(word: str) -> bool:
    """Whether a folded lower-case word stands in the list as it is."""
    hashes, wanted = _hashes(), hash(word)
    found = bisect_left(hashes, wanted)
    return found < len(hashes) and hashes[found] == wanted


def is_dutch(word: str) -> bool:
    """Whether a folded word stands in the list, is a form of one that does, or is put together of two."""
    if in_dictionary(word):
        return True
    if "-" in word or "'" in word:
        return all(len(part) < 2 or is_dutch(part) for part in word.replace("'", "-").split("-"))
    return _is_form(word) or _is_compound(word)


def _is_form(word: str) -> bool:
    """'knutselend', 'appjes', 'geappt': an ending or a participle of a known word."""
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    if word.startswith("ge") and word.endswith(("t", "d")):
        stems += [word[2:], word[2:-1]]
    stems += [word[:-1] + other for ending, other in _SPOKEN_ENDINGS if word.endswith(ending)]
    return any(len(stem) >= _SHORTEST_PART and in_dictionary(stem) for stem in stems)


def _is_compound(word: str) -> bool:
    """'buurtbarbecue', 'bloemschikcursus': two or three known words, with or without a link between them."""
    return any(
        in_dictionary(word[cut:]) and (_is_front(word[:cut]) or _is_pair(word[:cut]))
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


def _is_front(word: str) -> bool:
    return any(_is_part(word, link) for link in _LINKS)


def _is_pair(word: str) -> bool:
    """Two known words, of a length that names hardly reach."""
    return len(word) >= 2 * _SHORTEST_PART and any(
        in_dictionary(word[cut:]) and _is_front(word[:cut])
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


def _is_part(head: str, link: str) -> bool:
    stem = head.removesuffix(link) if link else head
    return (not link or stem != head) and len(stem) >= _SHORTEST_PART - 1 and in_dictionary(stem)
