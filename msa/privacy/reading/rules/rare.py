"""Rare things (P18): what makes somebody recognisable without a name. Hints only, they never block."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.page import Page
from msa.privacy.reading.vocabulary import read_table

_UNIQUE = re.compile(
    r"\b(?:(?:de|het|als|zijn|is|ben) )?(?:enige|enigste|allereerste|allerlaatste|unieke)\b[^.!?;:,\n]{0,60}"
    r"|\bnog nooit iemand[^.!?;,\n]{0,40}|\b(?:niemand anders|geen ander)[^.!?;,\n]{0,40}"
)
_NOT_UNIQUE = re.compile(
    r"\b(?:enige|enigste) (?:tijd|keer|zorg|last|hulp|moeite|mate|zin|probleem|nadeel|voordeel|wens|wat"
    r"|jaren|weken|maanden"
    r"|dagen|plek|reden|lichtpunt|uitje|contact|aanspraak|afleiding|manier|ding|vraag|die telt|bus|winkel"
    r"|verschil)\b"
)
_MANY_CHILDREN = re.compile(
    r"\b(?:[5-9]|1\d|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien) (?:klein)?kinderen\b"
)
_OLD = re.compile(
    r"\b(?:8[5-9]|9\d|1[01]\d)[ -]?(?:jaar|jarige?)\b|\b(?:\w{2,6}en)?negentig(?:jarige| jaar)\b"
    r"|\bhonderd(?: jaar|jarige)\b"
)
_BORN_IN = re.compile(r"\b(?:geboren|van|uit) (?:in )?(19[0-9]{2})\b(?! (?:tot|t/m|en|-))")
_SEEN = re.compile(
    r"\b(?:stond|staat|was|kwam|is geweest|verscheen|zat)(?: \w{1,12}){0,2} (?:in de krant"
    r"|op (?:de )?(?:tv|televisie|radio)|in het nieuws)\b"
)
_HOUSE = re.compile(
    r"\b(?:huis|woning|deur|flat|balkon) met (?:de|het|die) [a-z]{3,15} (?:deur|dak|vlag|gordijnen|hek"
    r"|boom)\b"
)
_MS = frozenset({"ms", "als", "add"})
_HAS = frozenset("heeft heb hebben had met diagnose aan van de".split())


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return read_table("rare")


def find_rare_words(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Illness, origin, rare work and the like, word by word."""
    table = _table()
    for position, word in enumerate(page.words):
        kind = table.get(word.text)
        if kind is None or (word.text in _MS and not _is_illness(page, position)):
            continue
        yield Hit(word.start, word.end, kind, Severity.HINT)


def _is_illness(page: Page, position: int) -> bool:
    """'ALS' and 'heeft ms' are illnesses, 'als' is a word."""
    word = page.words[position]
    before = page.words[position - 1].text if position else ""
    shouted = page.plain[word.start : word.end].isupper() and not page.plain.isupper()
    return shouted or (word.text == "ms" and before in _HAS)


def find_rare_phrases(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """'de enige met ...', many children, a great age, in the newspaper."""
    for match in _UNIQUE.finditer(page.folded):
        if not _NOT_UNIQUE.search(match[0]):
            yield Hit(match.start(), match.start() + len(match[0].rstrip()), "rare_unique", Severity.HINT)
    patterns = (
        (_MANY_CHILDREN, "rare_family"), (_OLD, "rare_age"), (_BORN_IN, "rare_age"),
        (_SEEN, "rare_event"), (_HOUSE, "rare_home"),
    )  # fmt: skip
    for pattern, kind in patterns:
        for match in pattern.finditer(page.folded):
            yield Hit(*match.span(), kind, Severity.HINT)
