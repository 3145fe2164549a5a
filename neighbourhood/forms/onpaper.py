"""What cannot be drawn on the poster is refused by name, so that nothing goes without a word (B8)."""

from collections.abc import Iterator

from django.utils.translation import ngettext

from neighbourhood.publication.poster.lettering import HIDDEN, keeps

_JOINER = "\u200d"


def refusal(text: str) -> str:
    """In Dutch which characters of `text` cannot be on the paper; empty when all of them can."""
    found = list(dict.fromkeys(_off_paper(text)))
    message = ngettext(
        "Dit teken kan niet op de plaat: %(found)s",
        "Deze tekens kunnen niet op de plaat: %(found)s",
        len(found),
    )
    return message % {"found": " ".join(found)} if found else ""


def _off_paper(text: str) -> Iterator[str]:
    """Each picture as a whole: one that is joined of several, or has a colour of skin, counts as one."""
    whole = ""
    for char in text:
        if whole and (char in HIDDEN or "\U0001f3fb" <= char <= "\U0001f3ff" or whole[-1] == _JOINER):
            whole += char
            continue
        yield from [whole] if whole else []
        whole = "" if keeps(char) or char.isspace() or char in HIDDEN else char
    yield from [whole] if whole else []
