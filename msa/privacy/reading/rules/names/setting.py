"""The words of a page with what the name rules need to know of each."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from msa.privacy.reading.dictionary import is_dutch
from msa.privacy.reading.page import Page, Word
from msa.privacy.reading.vocabulary import Vocabulary, read_lines, vocabulary

NAMING = frozenset(
    "heet heette heten heetten genaamd geheten bijgenaamd roepnaam achternaam voornaam".split()
)
PREFIXES = frozenset(
    "van de der den ter ten 't t la le du di da dos el al ait ben bin ibn abu abou ould vd v d von zu".split()
)
_LONGEST_ABBREVIATION = 5


@dataclass(frozen=True)
class Setting:
    """A page and the word lists.

    idiomatic: positions that stand in an idiom; inert: words at which, in lower case, no name begins.
    """

    page: Page
    known: Vocabulary
    idiomatic: frozenset[int]
    inert: frozenset[str]

    def word(self, position: int) -> Word | None:
        """The word at a position, None beyond either end."""
        words = self.page.words
        return words[position] if 0 <= position < len(words) else None

    def text(self, position: int) -> str:
        """The folded word at a position, '' beyond either end."""
        word = self.word(position)
        return word.text if word else ""

    def joined(self, position: int, gaps: tuple[str, ...] = (" ",)) -> bool:
        """Whether only one of these gaps stands between the word at this position and the one before."""
        word = self.word(position)
        return word is not None and position > 0 and word.gap in gaps


class Seed(NamedTuple):
    """Words first..last are (part of) a name. lead: the title or family word in front, if there is one."""

    first: int
    last: int
    lead: str = ""


def set_out(page: Page) -> Setting:
    """Prepare a page for the name rules."""
    return Setting(page, vocabulary(), _idiomatic_positions(page), _inert_words())


@lru_cache(maxsize=1)
def _inert_words() -> frozenset[str]:
    known = vocabulary()
    signs = known.titles | known.kin | NAMING | PREFIXES | known.given | known.surnames
    weak = known.given_weak | known.given_medium | known.surnames_weak
    return frozenset(word for word in known.common - signs - weak if len(word) > 2)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for idiom in read_lines("idioms"):
        phrases.setdefault(idiom.split()[0], []).append(tuple(idiom.split()))
    return phrases


def _idiomatic_positions(page: Page) -> frozenset[int]:
    texts, phrases = [word.text for word in page.words], _phrases()
    found: set[int] = set()
    for position, text in enumerate(texts):
        for phrase in phrases.get(text, ()):
            if tuple(texts[position : position + len(phrase)]) == phrase:
                found.update(range(position, position + len(phrase)))
    return frozenset(found)


def looks_ordinary(setting: Setting, text: str) -> bool:
    """Whether a word is ordinary Dutch: in a list of ours, in the dictionary, or made from such words."""
    return setting.known.is_ordinary(text) or text.startswith(("hier", "daar", "waar")) or is_dutch(text)


def bare(text: str) -> str:
    """A name without its possessive s: "fatima's" and 'henks' give the name."""
    for ending in ("'s", "'", "s"):
        if text.endswith(ending) and len(text) > len(ending) + 2:
            return text.removesuffix(ending)
    return text


def is_given_or_family(setting: Setting, text: str) -> bool:
    """A strong name, also in parts ('anne-marie') or with a possessive s."""
    known = setting.known
    if known.is_strong(text):
        return True
    first, hyphen, rest = text.partition("-")
    if hyphen and known.is_strong(first) and (len(first) > 2 or known.is_strong(rest)):
        return True
    if text in known.common:
        return False
    stem = bare(text)
    return (stem != text and len(stem) >= 4 and known.is_strong(stem)) or _is_pet_name(setting, text)


def _is_pet_name(setting: Setting, text: str) -> bool:
    """'mientje', 'bertje': a given name made small."""
    for ending in ("etje", "tje", "je", "ke", "ie"):
        stem = text.removesuffix(ending)
        if stem != text and len(stem) >= 3 and stem in setting.known.given:
            return True
    return False


def acts(setting: Setting, position: int) -> bool:
    """Whether the word at this position is a verb that follows directly on who does it."""
    return setting.text(position) in setting.known.finite and setting.joined(position)


def is_abbreviation(setting: Setting, word: Word) -> bool:
    """'HEMA', 'SVH': all in capitals in a text that is not."""
    shown = setting.page.plain[word.start : word.end]
    return 1 < len(shown) <= _LONGEST_ABBREVIATION and shown.isupper() and not setting.page.plain.isupper()
