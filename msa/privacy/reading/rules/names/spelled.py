"""Names with something between the letters: 'h e n k', 'f.a.t.i.m.a', 'F-A-T-I-M-A'."""

import re
from collections.abc import Iterator

from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.page import Page
from msa.privacy.reading.vocabulary import vocabulary

_SPELLED = re.compile(r"(?<![a-z])[a-z](?:([ .\-_*])[a-z](?![a-z])){2,20}")


def find_spelled_names(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Runs of single letters that make a name of three letters or more when put together."""
    for match in _SPELLED.finditer(page.folded):
        letters = "".join(char for char in match[0] if char.isalpha())
        if vocabulary().is_strong(letters) or (len(letters) > 3 and vocabulary().is_weak(letters)):
            yield Hit(*match.span(), "name", Severity.LIKELY)
