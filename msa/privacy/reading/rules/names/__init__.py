"""Names of people, with or without capitals."""

from collections.abc import Iterator

from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.page import Page
from msa.privacy.reading.rules.names.growth import grow
from msa.privacy.reading.rules.names.seeds import seed_at
from msa.privacy.reading.rules.names.setting import Seed, Setting, set_out
from msa.privacy.reading.rules.names.spelled import find_spelled_names
from msa.privacy.reading.rules.names.suggestions import suggest

__all__ = ["find_names", "find_spelled_names"]


def find_names(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Each name once, with its title, prefix, given and family name as one passage."""
    setting = set_out(page)
    position = 0
    while position < len(page.words):
        seed = seed_at(setting, position)
        if seed is None:
            position += 1
            continue
        grown = grow(setting, seed)
        yield _hit(setting, grown)
        position = max(grown.last, position) + 1


def _hit(setting: Setting, seed: Seed) -> Hit:
    words = setting.page.words
    start, end = words[seed.first].start, words[seed.last].end
    return Hit(start, end, "name", Severity.LIKELY, suggest(setting, seed))
