"""Streets and institutions: those of the project, and others by their form."""

import re
from collections.abc import Iterator

from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import Phrase, ProjectIndex, one_out
from msa.privacy.reading.page import Page, Word
from msa.privacy.reading.vocabulary import vocabulary

_STREET_WORD = re.compile(r".{3,}(?:straat|str|laan|plein|plantsoen|singel|dreef|gracht|kade|steeg)$")
_ROAD_WORD = re.compile(r".{3,}(?:weg|pad|hof|park|dijk|markt|hoek|erf|meent|burg|horst|veld)$")
_HOUSE_NUMBER = re.compile(
    r",?\s{1,2}(?:nummer |nr\.? ?)?\d{1,4}(?:[ -]?[a-h]\b|-\d{1,3})?(?![\d.,]\d)(?!\s?(?:jaar|keer|uur|%))"
)
_ARTICLE = re.compile(r"\b(?:de|het|een|den|'t)\s$")
_SPACES = re.compile(r"[ ,-]{0,3}")
_ARTICLES = frozenset({"de", "het", "t", "'t", "den", "el", "al", "st", "sint", "la", "le"})
_STEM_LEADS = frozenset({"de", "het", "t", "'t"})
# Before these a place is mostly followed by its name, also in lower case.
_NAMED_HEADS = frozenset(
    "obs cbs kbs rkbs kdv bso basisschool vv sv buurthuis wijkcentrum bakkerij slagerij kapsalon".split()
)
_STREET_ADJECTIVES = frozenset(
    "lange korte oude nieuwe grote kleine eerste tweede derde oost west noord zuid sint st burgemeester "
    "prins prinses koning "
    "koningin pastoor dokter professor graaf jan".split()
)
_LINKS = frozenset({"van", "der", "den"})
_NAMED_IN_FRONT = frozenset(
    "lyceum college school basisschool academie scholengemeenschap kliniek apotheek kapsalon".split()
)


def find_streets(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Streets, with the house number behind them."""
    for position, word in enumerate(page.words):
        last = _known_phrase(page, position, index.streets)
        if last is None and _is_split_street(page, position, index):
            last = position + 1
        if last is None and (_looks_like_street(page, word) or _is_project_street(page, position, index)):
            last = position
        if last is not None:
            first = _street_start(page, position)
            yield _street_hit(page, page.words[first].start, page.words[last].end)


def _street_start(page: Page, position: int) -> int:
    """First word of 'Burgemeester Daleslaan', 'Jan van Galenstraat', 'lange Hezelstraat'."""
    words, first = page.words, position
    while first > 0 and words[first].gap == " " and _belongs_to_street(words[first - 1], words[first]):
        first -= 1
    while first < position and words[first].text in _LINKS:
        first += 1
    return first


def _belongs_to_street(word: Word, following: Word) -> bool:
    if word.text in _LINKS:
        return following.capital
    return word.text in _STREET_ADJECTIVES or (word.capital and not word.initial)


def _known_phrase(page: Page, position: int, phrases: dict[str, list[Phrase]]) -> int | None:
    """Index of the last word when a known phrase begins at this word."""
    for phrase in phrases.get(page.words[position].text, ()):
        following = page.words[position : position + len(phrase)]
        if tuple(word.text for word in following) == phrase and _stand_together(following):
            return position + len(phrase) - 1
    return None


def _stand_together(words: tuple[Word, ...]) -> bool:
    return all(_SPACES.fullmatch(word.gap) for word in words[1:])


def _is_split_street(page: Page, position: int, index: ProjectIndex) -> bool:
    """'dwarsligger pad'."""
    following = page.words[position + 1 : position + 2]
    return (
        bool(following)
        and following[0].gap in (" ", "-")
        and page.words[position].text + following[0].text in index.streets
    )


def _looks_like_street(page: Page, word: Word) -> bool:
    """Any '...straat' that is no ordinary word; '...weg' and the like with a number or a capital."""
    if word.text in vocabulary().street_nouns or vocabulary().is_ordinary(word.text):
        return False
    if _STREET_WORD.match(word.text):
        return word.capital or not _is_kind_of_place(word.text)
    if not _ROAD_WORD.match(word.text):
        return False
    return word.capital and (not word.initial or _HOUSE_NUMBER.match(page.folded, word.end) is not None)


def _is_kind_of_place(text: str) -> bool:
    """'wijkplein' and 'buurtplantsoen' are no names, 'op-straat' and 'opslaan' are no streets."""
    if text.endswith("slaan") or "-op-" in text or "-in-" in text:
        return True
    for ending in ("plein", "plantsoen"):
        if text.endswith(ending) and text.removesuffix(ending).removesuffix("s") in vocabulary().common:
            return True
    return False


def _is_project_street(page: Page, position: int, index: ProjectIndex) -> bool:
    """A street of the project with a slip of the finger, or called by its first half after an article."""
    word = page.words[position]
    if len(word.text) >= 7 and not vocabulary().is_ordinary(word.text) and _is_slip(word.text, index):
        return True
    before = page.words[position - 1].text if position else ""
    return word.text in index.street_stems and before in _STEM_LEADS and _after_preposition(page, position)


def _is_slip(text: str, index: ProjectIndex) -> bool:
    return any(short in index.street_typos for short in one_out(text))


def _after_preposition(page: Page, position: int) -> bool:
    return position >= 2 and page.words[position - 2].text in {
        "op",
        "in",
        "aan",
        "van",
        "naar",
        "uit",
        "over",
        "langs",
    }


def _street_hit(page: Page, start: int, end: int) -> Hit:
    """A street alone takes its article along; with a number behind it, it is an address."""
    article = _ARTICLE.search(page.folded[max(0, start - 5) : start])
    begin = start - (article.end() - article.start()) if article else start
    if number := _HOUSE_NUMBER.match(page.folded, end):
        return Hit(begin, number.end(), "street", Severity.LIKELY, "address")
    return Hit(begin, end, "street", Severity.LIKELY)


def find_institutions(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Places of the project by name, and 'basisschool De ...' in general."""
    for position in range(len(page.words)):
        last = _known_phrase(page, position, index.institutions)
        if last is not None or (last := _named_place(page, position)) is not None:
            yield _institution_hit(page, position, last)
        elif (first := _name_before(page, position)) is not None:
            yield _institution_hit(page, first, position)


def _named_place(page: Page, position: int) -> int | None:
    """Last word of the name behind 'basisschool', 'bakkerij' and the like, or before 'Lyceum'."""
    words, known = page.words, vocabulary()
    if words[position].text not in known.institution_heads:
        return None
    current = position + 1
    while (
        current < len(words) and words[current].text in _ARTICLES and words[current].gap in (" ", "-", " '")
    ):
        current += 1
    if current >= len(words) or not _is_place_name(page, position, current):
        return None
    while current + 1 < len(words) and words[current + 1].capital and words[current + 1].gap in (" ", "-"):
        current += 1
    return current


def _name_before(page: Page, position: int) -> int | None:
    """First word of a name with capitals before the kind of place: 'Sint Nicolaas Lyceum'."""
    words = page.words
    if words[position].text not in _NAMED_IN_FRONT:
        return None
    first = position
    while (
        first > 0
        and words[first].gap in (" ", "-")
        and words[first - 1].capital
        and not words[first - 1].initial
    ):
        first -= 1
    return first if first < position else None


def _is_place_name(page: Page, head: int, current: int) -> bool:
    word, known = page.words[current], vocabulary()
    if word.gap not in (" ", "-", " '", ' "'):
        return False
    if word.capital and (word.text not in known.capitals or page.words[current - 1].capital):
        following = page.words[current + 1] if current + 1 < len(page.words) else word
        named = following is not word and following.capital and following.gap == " "
        return named or not (word.text in known.common and current == head + 1)
    if page.words[head].text not in _NAMED_HEADS or word.text in known.common or word.text in known.capitals:
        return False
    return not word.text.endswith(("t", "en", "de", "te"))


def _institution_hit(page: Page, first: int, last: int) -> Hit:
    start, end = page.words[first].start, page.words[last].end
    kinds = vocabulary().institution_heads
    suggestion = kinds.get(page.words[first].text) or kinds.get(page.words[last].text)
    article = _ARTICLE.search(page.folded[max(0, start - 5) : start])
    begin = start - (article.end() - article.start()) if article else start
    return Hit(begin, end, "institution", Severity.LIKELY, suggestion)
