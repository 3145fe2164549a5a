"""Streets: those of the project, and others by their form."""

import re
from collections.abc import Iterator

from msa.privacy.reading.dictionary import is_dutch
from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex, one_out
from msa.privacy.reading.page import Page, Word
from msa.privacy.reading.rules.phrases import ARTICLES, known_phrase, with_article
from msa.privacy.reading.vocabulary import vocabulary

_STREET_WORD = re.compile(r".{3,}(?:straat|str|laan|plein|plantsoen|singel|dreef|gracht|kade|steeg)$")
_ROAD_WORD = re.compile(r".{3,}(?:weg|pad|hof|park|dijk|markt|hoek|erf|meent|burg|horst|veld)$")
_HOUSE_NUMBER = re.compile(
    r",?\s{1,2}(?:nummer |nr\.? ?)?\d{1,4}(?:[ -]?[a-h]\b|-\d{1,3})?(?![\d.,]\d)(?!\s?(?:jaar|keer|uur|%))"
)
# 'het Marktplein' with a capital is a name, 'het Plein' may be a habit.
_SHORTEST_NOUN = 9
_STEM_LEADS = frozenset({"de", "het", "t", "'t"})
_STREET_ADJECTIVES = frozenset(
    "lange korte oude nieuwe grote kleine eerste tweede derde oost west noord zuid sint st burgemeester "
    "prins prinses koning "
    "koningin pastoor dokter professor graaf jan".split()
)
_LINKS = frozenset({"van", "der", "den"})
_NAME_LINKS = _LINKS | {"de", "en"}


def find_streets(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Streets, with the house number behind them."""
    for position in range(len(page.words)):
        last = known_phrase(page, position, index.streets)
        whole = last is not None
        if last is None and _is_split_street(page, position, index):
            last = position + 1
        if last is None and (_looks_like_street(page, position) or _is_project_street(page, position, index)):
            last = position
        if last is not None:
            first = _street_start(page, position, whole)
            yield _street_hit(page, page.words[first].start, page.words[last].end)


def _street_start(page: Page, position: int, whole: bool) -> int:
    """First word of 'Burgemeester Daleslaan', 'Jan van Galenstraat', 'lange Hezelstraat'.

    whole: a street of the project; then who lives there ('Truus Dekkers van Seinhuisstraat 14') stands
    before it, and only an adjective can still belong to it."""
    words, first = page.words, position
    while first > 0 and words[first].gap == " " and _belongs_to_street(words[first - 1], words[first]):
        if whole and words[first - 1].text not in _STREET_ADJECTIVES:
            break
        if words[first - 1].text == "van" and _somebody_stands_before(page, first - 1):
            break
        first -= 1
    if first > 0 and words[first - 1].text in ARTICLES:
        return first  # 'de van Speijkstraat': the link belongs to the street
    while first < position and words[first].text in _LINKS:
        first += 1
    return first


def _somebody_stands_before(page: Page, position: int) -> bool:
    """'mevrouw Dekkers van ...' and 'Truus Dekkers van ...', but not 'Jan van Galenstraat'."""
    words, first = page.words, position
    while first > 0 and words[first].gap == " " and _in_a_name(words[first - 1]):
        first -= 1
    before = {word.text for word in words[max(first - 1, 0) : position]}
    if before & vocabulary().titles:
        return True
    return any(vocabulary().is_strong(word.text) for word in words[first : position - 1])


def _in_a_name(word: Word) -> bool:
    return word.capital or word.text in _NAME_LINKS


def _belongs_to_street(word: Word, following: Word) -> bool:
    if word.text in _LINKS:
        return following.capital
    return word.text in _STREET_ADJECTIVES or (word.capital and not word.initial)


def _is_split_street(page: Page, position: int, index: ProjectIndex) -> bool:
    """'dwarsligger pad'."""
    following = page.words[position + 1 : position + 2]
    return (
        bool(following)
        and following[0].gap in (" ", "-")
        and page.words[position].text + following[0].text in index.streets
    )


def _looks_like_street(page: Page, position: int) -> bool:
    """Any '...straat' that is no ordinary word; '...weg' and the like with a number or a capital, unless
    somebody is called so ('mevr. Groeneveld')."""
    word = page.words[position]
    if word.text in vocabulary().street_nouns:
        return word.capital and not word.initial and len(word.text) >= _SHORTEST_NOUN
    if vocabulary().is_ordinary(word.text):
        return False
    if _STREET_WORD.match(word.text):
        return word.capital or not _is_kind_of_place(word.text)
    if not _ROAD_WORD.match(word.text):
        return False
    if _HOUSE_NUMBER.match(page.folded, word.end) is not None:
        return True
    if position and page.words[position - 1].text in vocabulary().titles:
        return False
    return (word.capital and not word.initial) or not is_dutch(word.text)


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
    begin = with_article(page, start)
    if number := _HOUSE_NUMBER.match(page.folded, end):
        return Hit(begin, number.end(), "street", Severity.LIKELY, "address")
    return Hit(begin, end, "street", Severity.LIKELY)
