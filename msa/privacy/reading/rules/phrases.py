"""Names of several words that the project knows, and the article in front of them."""

import re

from msa.privacy.reading.lexicon import Phrase
from msa.privacy.reading.page import Page, Word

ARTICLES = frozenset({"de", "het", "t", "'t", "den", "el", "al", "st", "sint", "la", "le"})
_ARTICLE = re.compile(r"\b(?:de|het|een|den|'t)\s$")
_SPACES = re.compile(r"[ ,-]{0,3}")


def known_phrase(page: Page, position: int, phrases: dict[str, list[Phrase]]) -> int | None:
    """Index of the last word when a known phrase begins at this word."""
    for phrase in phrases.get(page.words[position].text, ()):
        following = page.words[position : position + len(phrase)]
        if tuple(word.text for word in following) == phrase and _stand_together(following):
            return position + len(phrase) - 1
    return None


def _stand_together(words: tuple[Word, ...]) -> bool:
    return all(_SPACES.fullmatch(word.gap) for word in words[1:])


def with_article(page: Page, start: int) -> int:
    """Where the passage begins when the article in front of it goes along."""
    article = _ARTICLE.search(page.folded[max(0, start - 5) : start])
    return start - (article.end() - article.start()) if article else start
