"""A quote that somebody approved may be shortened or left out; other words need approval again (P15)."""

import re

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def is_shortening(short: str, full: str) -> bool:
    """Whether `short` says nothing that `full` does not: the same words in the same order, some left out.

    Capitals and punctuation may differ. Nothing at all is the shortest quote.
    """
    remaining = iter(_words(full))
    return all(word in remaining for word in _words(short))


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
