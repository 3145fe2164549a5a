"""Words that judge somebody, or put a stamp on a group (V6, 'praten zonder stempel'). Hints only."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.page import Page
from msa.privacy.reading.vocabulary import read_table

# Ordinary words that judge where they are said of somebody: 'hij is lui', 'ze zijn gewoon dom'.
_IS = re.compile(
    r"\b(?:hij|zij|ze|mevrouw|meneer|mijnheer|buurman|buurvrouw|man|vrouw|mensen|die|bewoners?|jongens?|meisjes?)"
    r" (?:is|zijn|was|waren|doet|doen)(?: (?:echt|heel|erg|te|gewoon|zo|een beetje|nogal|best|wel|ook)){0,2} "
    r"(?P<word>lui|dom|gek|vies|raar|lastig|hopeloos|gestoord|onbeschoft|onbetrouwbaar|crimineel)\b"
    r"(?! (?:op|van|met|om|dat|als)\b)"
)
_KIND_OF_PEOPLE = re.compile(
    r"\b(?:dat soort (?:mensen|lui|volk|types)|zulke lui|die lui|dat volk|hun soort)\b"
)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, str | None]]:
    """Of each word its kind, and what can stand instead."""
    return {
        word: (kind, better or None)
        for word, value in read_table("judging").items()
        for kind, _is, better in [value.partition("=")]
    }


def find_judging(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """'een zeurpiet', 'die buitenlanders', 'hij is lui', 'dat soort mensen'."""
    table = _table()
    for word in page.words:
        if word.text in table:
            kind, better = table[word.text]
            yield Hit(word.start, word.end, kind, Severity.HINT, better)
    for match in _IS.finditer(page.folded):
        yield Hit(*match.span("word"), "judging_person", Severity.HINT)
    for match in _KIND_OF_PEOPLE.finditer(page.folded):
        yield Hit(*match.span(), "judging_group", Severity.HINT)
