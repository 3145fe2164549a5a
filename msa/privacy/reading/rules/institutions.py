"""Institutions: those of the project, and others by what kind of place they are."""

from collections.abc import Iterator

from msa.privacy.reading.dictionary import is_dutch
from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.page import Page, Word
from msa.privacy.reading.rules.phrases import ARTICLES, known_phrase, with_article
from msa.privacy.reading.vocabulary import vocabulary

# Before these a place is mostly followed by its name, also in lower case.
_NAMED_HEADS = frozenset(
    "obs cbs kbs rkbs abs pcbs ikc kdv bso basisschool vv sv buurthuis wijkcentrum wijkgebouw bakkerij "
    "slagerij kapsalon eetcafe snackbar cafetaria apotheek drogisterij roc kindcentrum jongerencentrum "
    "verzorgingshuis verpleeghuis zorgcentrum woonzorgcentrum huisartsenpraktijk tandartspraktijk "
    "sportschool speeltuin kinderboerderij peuterspeelzaal kinderdagverblijf kinderopvang buurtkamer "
    "wijkhuis cafe restaurant toko fysiotherapie fysio hotel pizzeria garage".split()
)
# Before these a place carries its name: 'Sint Nicolaas Lyceum', 'de Al Iman moskee'.
_NAMED_IN_FRONT = frozenset(
    "lyceum college school basisschool academie scholengemeenschap kliniek apotheek kapsalon moskee kerk "
    "tempel mandir kapel synagoge gymnasium mavo supermarkt bakkerij slagerij snackbar cafe restaurant toko "
    "praktijk hospice zorgcentrum garage".split()
)
_PARTICLES = frozenset({"al", "el", "as", "an", "ar", "at", "ul", "st", "sint", "heilige"})
_BUILT_ON = ("kerk", "kapel", "school", "lyceum", "college", "moskee", "tempel", "klooster")
# 'vishandel', 'tapijtwinkel', 'hondensalon': kinds of places by what they end on.
_KINDS = ("handel", "winkel", "salon", "bakkerij", "slagerij", "praktijk", "restaurant", "garage", "studio")
_SHORTEST_FRONT = 4
_DETERMINERS = frozenset(
    "de het een 't t die dat deze dit mijn m'n mn zijn z'n zn haar d'r onze ons hun geen elke iedere welke "
    "eigen oude nieuwe goede kleine grote andere eerste".split()
)
# After an article these open no name: 'buurthuis de hele week'.
_NO_NAMES = frozenset(
    "hele laatste volgende eerste tweede derde enige rest week dag boel deur kinderen mensen buurt meeste "
    "beste kleine grote oude nieuwe zelfde andere ene".split()
)


def find_institutions(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Places of the project by name, and 'basisschool De ...' in general."""
    for position, word in enumerate(page.words):
        last = known_phrase(page, position, index.institutions)
        if last is not None or (last := _named_place(page, position)) is not None:
            yield _institution_hit(page, position, last)
        elif (first := _name_before(page, position)) is not None:
            yield _institution_hit(page, first, position)
        elif _is_built_on_a_name(word.text):
            yield _institution_hit(page, position, position)
        elif word.text.endswith(_BUILT_ON) and _is_saint(page, position):
            yield _institution_hit(page, position - 1, position)


def _named_place(page: Page, position: int) -> int | None:
    """Last word of the name behind 'basisschool', 'bakkerij' and the like."""
    words = page.words
    if not _is_kind_of_place(words[position].text):
        return None
    current = position + 1
    while current < len(words) and words[current].text in ARTICLES and words[current].gap in (" ", "-", " '"):
        current += 1
    if current >= len(words) or not _is_place_name(page, position, current):
        return None
    while current + 1 < len(words) and words[current + 1].capital and words[current + 1].gap in (" ", "-"):
        current += 1
    return current


def _is_kind_of_place(text: str) -> bool:
    return text in vocabulary().institution_heads or (text.endswith(_KINDS) and is_dutch(text))


def _is_place_name(page: Page, head: int, current: int) -> bool:
    word, known = page.words[current], vocabulary()
    if word.gap not in (" ", "-", " '", ' "'):
        return False
    if word.capital and (word.text not in known.capitals or page.words[current - 1].capital):
        following = page.words[current + 1] if current + 1 < len(page.words) else word
        named = following is not word and following.capital and following.gap == " "
        return named or not (word.text in known.common and current == head + 1)
    if known.is_ordinary(word.text) and current == head + 1:
        return False
    return _is_name_in_lower_case(page, head, current, word)


def _is_name_in_lower_case(page: Page, head: int, current: int, word: Word) -> bool:
    """'obs de klimroos', 'apotheek zuiderhof': no article before the kind of place, a name behind it."""
    if not is_dutch(word.text):
        return not vocabulary().is_ordinary(word.text)
    before = page.words[head - 1] if head else None
    determined = before is not None and before.text in _DETERMINERS and page.words[head].gap == " "
    if page.words[head].text not in _NAMED_HEADS or determined:
        return False
    if current > head + 1:
        return word.text not in _NO_NAMES and word.text not in vocabulary().finite
    return not word.text.endswith(("t", "en", "de", "te"))


def _name_before(page: Page, position: int) -> int | None:
    """First word of a name before the kind of place: 'Sint Nicolaas Lyceum', 'de al iman moskee'."""
    words = page.words
    if words[position].text not in _NAMED_IN_FRONT:
        return None
    first = position
    while first > 0 and words[first].gap in (" ", "-") and _names(words[first - 1]):
        first -= 1
    if first >= 2 and words[first - 2].text in _PARTICLES and words[first - 1].gap in (" ", "-"):
        first -= 2
    return first if first < position else None


def _names(word: Word) -> bool:
    """A capital in the sentence that is no 'Turkse' or 'Islamitische'."""
    return (
        word.capital
        and not word.initial
        and (word.text in _PARTICLES or word.text not in vocabulary().capitals)
    )


def _is_saint(page: Page, position: int) -> bool:
    """'sint jansschool', 'st. petruskerk'."""
    before = page.words[position - 1].text if position else ""
    return before in ("sint", "st", "heilige") and page.words[position].gap in (" ", "-", ". ")


def _is_built_on_a_name(text: str) -> bool:
    """'antoniuskerk', 'julianaschool': a kind of place behind something that is no Dutch."""
    front = next((text.removesuffix(end) for end in _BUILT_ON if text.endswith(end)), "")
    if len(front) < _SHORTEST_FRONT or vocabulary().is_ordinary(text) or is_dutch(text):
        return False
    return not is_dutch(front) or vocabulary().is_strong(front)


def _institution_hit(page: Page, first: int, last: int) -> Hit:
    kinds = vocabulary().institution_heads
    suggestion = kinds.get(page.words[first].text) or kinds.get(page.words[last].text)
    start = with_article(page, page.words[first].start)
    return Hit(start, page.words[last].end, "institution", Severity.LIKELY, suggestion)
