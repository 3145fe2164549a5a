"""The word lists of the reader, loaded once. They are the project's own, see `words/`."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from msa.privacy.reading.fold import fold

_OF_A_PLACE = ("s", "se", "er", "ers")
_FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True)
class Vocabulary:
    """given, surnames: names in any case. *_medium, *_weak: names that are ordinary words too.

    adverbish: weak names that are an ordinary word even after 'mevrouw' ('mevrouw wil'); nounish: those that
    are after a given name ('Fatima brood') but not after 'mevrouw'. institution_heads: kind of place, with
    the key of what can be said instead.
    """

    given: frozenset[str]
    given_medium: frozenset[str]
    given_weak: frozenset[str]
    surnames: frozenset[str]
    surnames_weak: frozenset[str]
    adverbish: frozenset[str]
    nounish: frozenset[str]
    common: frozenset[str]
    capitals: frozenset[str]
    finite: frozenset[str]
    titles: frozenset[str]
    kin: frozenset[str]
    institution_heads: dict[str, str]
    street_nouns: frozenset[str]

    def is_strong(self, word: str) -> bool:
        """Whether the word is a name wherever it stands."""
        return word in self.given or word in self.surnames

    def is_weak(self, word: str) -> bool:
        """Whether the word is a name beside a sign of it."""
        return word in self.given_weak or word in self.given_medium or word in self.surnames_weak

    def stays_ordinary(self, word: str) -> bool:
        """Whether a weak name is read as the ordinary word behind a given name or a family word."""
        return word in self.adverbish or word in self.nounish

    def is_ordinary(self, word: str) -> bool:
        """Whether a capital on this word is no sign of a name."""
        return word in self.common or word in self.capitals or self._is_of_a_place(word)

    def _is_of_a_place(self, word: str) -> bool:
        """'amsterdamse', 'hollanders': who or what comes from a place with a capital."""
        return any(word.endswith(end) and word.removesuffix(end) in self.capitals for end in _OF_A_PLACE)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """All lists, read from disk at the first call."""
    weak_given, weak_surnames, medium = _read("given_weak"), _read("surnames_weak"), _read("given_medium")
    return Vocabulary(
        given=_read("given") - weak_given - medium,
        given_medium=medium - weak_given,
        given_weak=weak_given,
        surnames=_read("surnames") - weak_surnames - weak_given - medium,
        surnames_weak=weak_surnames,
        adverbish=_read("adverbish"),
        nounish=_read("nounish"),
        common=_read("common") | _read("spoken"),
        capitals=_read("capitals") | _read("brands"),
        finite=_read("finite"),
        titles=_read("titles"),
        kin=_read("kin"),
        institution_heads=read_table("institution_heads"),
        street_nouns=_read("street_nouns"),
    )


def _read(name: str) -> frozenset[str]:
    """One list: words between blanks."""
    return frozenset(fold(word).folded for line in read_lines(name) for word in line.split())


def read_table(name: str) -> dict[str, str]:
    """A list whose lines are 'value: word word ...', as word -> value."""
    table: dict[str, str] = {}
    for line in read_lines(name):
        value, _, words = line.partition(":")
        table.update({fold(word).folded: value.strip() for word in words.split()})
    return table


def read_lines(name: str) -> list[str]:
    """The lines of a list; those with # are remarks."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
