"""The words of a page with what the name rules need to know of each."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from msa.privacy.reading.dictionary import is_dutch
from msa.privacy.reading.page import ABBREVIATIONS, Page, Word
from msa.privacy.reading.vocabulary import Vocabulary, read_lines, vocabulary

NAMING = frozenset(
    "heet heette heten heetten genaamd geheten bijgenaamd roepnaam achternaam voornaam".split()
)
PREFIXES = frozenset(
    "van de der den ter ten 't t la le du di da dos el al ait ben bin ibn abu abou ould vd v d von zu".split()
)
_LONGEST_ABBREVIATION = 5
# 'blok B.', 'vitamine D.': the letter is no initial.
_LETTERED = frozenset("blok groep klas vitamine plan flat gebouw portiek vleugel ingang trap deur".split())
# 'Roos en linde zijn mooie bloemen.'
_PLANT = "roos|linde|iris|lelie|jasmijn|margriet|viola|erica|dahlia|hazel|laurier|klaver|lavendel|olijf"
_PLANTS = re.compile(
    rf"\b(?:{_PLANT}) en (?P<second>{_PLANT}) zijn (?:\w{{1,12}} )?(?:bloemen|planten|bomen|struiken)"
    r"(?=\s*(?:[.,;!?]|$))"
)


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
        """Whether only one of these gaps stands between the word at this position and the one before, and no
        sentence ends there."""
        word = self.word(position)
        if word is None or position < 1 or word.gap not in gaps:
            return False
        return not word.gap.startswith(".") or not self._ends_with_stop(position - 1)

    def _ends_with_stop(self, position: int) -> bool:
        """Whether the stop behind this word ends the sentence: not in 'mw. de Vries' and 'J. Bakker', but in
        'Samira. Jan' and, as a given name follows, in 'Kevin B. Samira'."""
        text = self.text(position)
        if text in ABBREVIATIONS and len(text) > 1:
            return False
        if len(text) > 1 or (self.joined(position) and self.text(position - 1) in _LETTERED):
            return True
        return self._ends_a_name(position) and self._is_only_given(position + 1)

    def _ends_a_name(self, position: int) -> bool:
        """'Kevin B', 'el H': the letter belongs to what stands before it."""
        before, known = self.text(position - 1), self.known
        named = before in PREFIXES or before in known.titles or before in known.kin or known.is_strong(before)
        return named and self.joined(position)

    def _is_only_given(self, position: int) -> bool:
        text, known = self.text(position), self.known
        given = text in known.given or text in known.given_medium or text in known.given_weak
        return given and text not in known.surnames and text not in known.surnames_weak


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
    return frozenset(found | _plants(page))


def _plants(page: Page) -> set[int]:
    """Names that are said to be plants. A second one with a capital is somebody after all."""
    spans = [
        match.span()
        for match in _PLANTS.finditer(page.folded)
        if not page.plain[match.start("second")].isupper()
    ]
    return {
        position
        for position, word in enumerate(page.words)
        for start, end in spans
        if start <= word.start < end
    }


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
