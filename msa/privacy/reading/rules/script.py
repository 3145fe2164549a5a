"""Writing that the other rules cannot read: it does not pass unread."""

import re
from collections.abc import Iterator

from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.page import Page

# Letters outside the Latin blocks of Unicode, in pieces of a sentence.
_LETTER = r"[^\W\d_\u0000-\u02ff\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff]"
_FOREIGN = re.compile(rf"{_LETTER}(?:[\s,'-]{{0,2}}{_LETTER})+")


def find_other_scripts(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Two or more letters of another script (Arabic, Cyrillic, Greek, Chinese, ...)."""
    for match in _FOREIGN.finditer(page.plain):
        yield Hit(*match.span(), "script", Severity.LIKELY)
