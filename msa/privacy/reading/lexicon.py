"""What a project knows about itself: its streets, its institutions, its house numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from msa.privacy.reading.fold import fold
from msa.privacy.reading.vocabulary import vocabulary

Phrase = tuple[str, ...]
_STREET_ENDINGS = {"straat": ("str",), "plein": ("pln",), "laan": ("ln",), "weg": ("wg",)}
_ARTICLES = frozenset({"de", "het", "een", "t", "'t", "den"})
_SHORTEST_STEM = 6
_SHORTEST_FUZZY = 8


@dataclass(frozen=True)
class Lexicon:
    """Names of one project, as written there; letter case and accents do not matter.

    house_numbers: as on the door ('14', '14A'). All may be empty: the general rules hold all the same.
    """

    streets: frozenset[str] = field(default_factory=frozenset)
    institutions: frozenset[str] = field(default_factory=frozenset)
    house_numbers: frozenset[str] = field(default_factory=frozenset)


class ProjectIndex:
    """A lexicon made quick to search. Built when it is first read, so that a broken lexicon breaks a rule and
    not the page that reads along."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def streets(self) -> dict[str, list[Phrase]]:
        """Folded street phrases by their first word, abbreviations included."""
        return _by_first_word(_street_variants(words_of(name)) for name in self._lexicon.streets)

    @cached_property
    def street_stems(self) -> frozenset[str]:
        """'wagenmeester' for Wagenmeesterstraat: how people call a street for short."""
        return frozenset(stem for name in self._lexicon.streets if (stem := _stem(name)))

    @cached_property
    def street_typos(self) -> frozenset[str]:
        """Every long street name with one letter left out, to recognise what was typed in haste."""
        singles = [words[0] for name in self._lexicon.streets if len(words := words_of(name)) == 1]
        return frozenset(short for word in singles if len(word) >= _SHORTEST_FUZZY for short in one_out(word))

    @cached_property
    def institutions(self) -> dict[str, list[Phrase]]:
        """Folded phrases of institutions by their first word; also without 'basisschool' or article."""
        return _by_first_word(_institution_variants(words_of(name)) for name in self._lexicon.institutions)

    @cached_property
    def house_numbers(self) -> frozenset[str]:
        """House numbers without spaces and hyphens, lower case."""
        return frozenset(compact_number(number) for number in self._lexicon.house_numbers)


def words_of(name: str) -> Phrase:
    """A name cut into folded words: 'Jan van Galenstraat' is ('jan', 'van', 'galenstraat')."""
    kept = "".join(char if char.isalnum() or char in "'-" else " " for char in fold(name).folded)
    return tuple(word for part in kept.split() if (word := part.strip("'-")))


def compact_number(number: str) -> str:
    """'12 - A' and '12a' are one house number."""
    return "".join(char for char in fold(number).folded if char.isalnum())


def one_out(word: str) -> set[str]:
    """The word itself and every form with one letter left out."""
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


def _street_variants(words: Phrase) -> Iterable[Phrase]:
    if not words:
        return
    yield words
    for ending, shorts in _STREET_ENDINGS.items():
        if words[-1].endswith(ending):
            for short in shorts:
                yield (*words[:-1], words[-1].removesuffix(ending) + short)


def _stem(name: str) -> str:
    words = words_of(name)
    if len(words) != 1:
        return ""
    for ending in ("straat", "plein", "laan", "pad", "weg", "hof", "kade", "singel", "plantsoen", "dreef"):
        stem = words[0].removesuffix(ending)
        if stem != words[0] and len(stem) >= _SHORTEST_STEM:
            return stem
    return ""


def _institution_variants(words: Phrase) -> Iterable[Phrase]:
    """The whole name, and what is left of it without kind and article when that is no ordinary word."""
    if not words:
        return
    yield words
    known = vocabulary()
    rest = words
    while len(rest) > 1 and (rest[0] in known.institution_heads or rest[0] in _ARTICLES):
        was_article = rest[0] in _ARTICLES
        rest = rest[1:]
        if not was_article or len(rest[0]) >= _SHORTEST_STEM:
            yield from () if _says_too_little(rest) else (rest,)


def _says_too_little(words: Phrase) -> bool:
    """Ordinary words, and names of people, which the name rules find by themselves."""
    known = vocabulary()
    if len(words) == 1 and (known.is_strong(words[0]) or known.is_weak(words[0])):
        return True
    return all(word in known.common or word in _ARTICLES for word in words)


def _by_first_word(names: Iterable[Iterable[Phrase]]) -> dict[str, list[Phrase]]:
    index: dict[str, list[Phrase]] = {}
    for variants in names:
        for phrase in variants:
            index.setdefault(phrase[0], []).append(phrase)
    for phrases in index.values():
        phrases.sort(key=len, reverse=True)
    return index
