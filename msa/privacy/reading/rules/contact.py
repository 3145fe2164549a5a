"""E-mail addresses, links and names on social media, also as people spell them out."""

import re
from collections.abc import Iterator

from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.page import Page

_AT = re.compile(
    r"@+|\bap(?:en)?e?staart(?:je)?\b|[(\[{<] ?(?:at|apenstaart(?:je)?) ?[)\]}>]"
    r"|(?<= )at(?= [a-z0-9-]{2,30} ?(?:\.|punt|dot))"
)
# A stop right behind a word, with a blank after it, ends a sentence and no part of an address.
_DOT = r"(?:\s\.\s?|\.|\s?(?:\b(?:punt|dot)\b|[(\[] ?(?:punt|dot|\.) ?[)\]])\s?)"
# What hardly anything follows: 'gmail.com.Haar' ends before the second stop.
_ENDED = r"(?<!\.nl)(?<!\.com)(?<!\.net)(?<!\.org)(?<!\.eu)(?<!\.info)"
_COUNTRY = r"(?<=\.com)\.(?:tr|br|au|pl|mx|cn|cy|pk|gh|ng|hk|ua|ar)\b"
_DOMAIN = re.compile(
    r"\s{0,2}[a-z0-9][a-z0-9-]{0,40}"
    rf"(?:\.\s(?:com|nl|net|org|eu|info)\b|(?:{_ENDED}{_DOT}[a-z0-9-]{{2,30}}|{_COUNTRY}){{1,4}})"
)
_HANDLE = re.compile(r"[a-z0-9][a-z0-9._-]{1,40}")
# Read backwards from the at sign: 'p punt de vries' is one local part.
_SPOKEN_LOCAL = re.compile(
    rf"(?:[a-z0-9_%+-]{{1,40}}(?:{_DOT}|\s(?:underscore|streepje|min)\s|_))*"
    r"(?:(?<=punt )(?:van|de|der|den|el|al|ten|ter)\s){0,2}[a-z0-9._%+-]{1,40}\s{0,2}$"
)
_LOCAL = re.compile(r"[a-z0-9][a-z0-9._%+-]{0,60} ?$")
_LINK = re.compile(
    r"https?://[^\s]{1,200}|\bwww\.[^\s]{1,200}"
    r"|\b[a-z0-9][a-z0-9-]{1,40}\.(?:nl|com|net|org|be|de|eu|me|tv)\b(?:/[^\s]{0,200})?"
)
# Closes the sentence, not the address. A bracket stays with the one that it closes.
_CLOSING = ".,;:!?'\"*»"
_WINDOW = 90


def find_emails(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Certain with a domain; likely where only a name and an at sign stand."""
    for at in _AT.finditer(page.folded):
        local, domain = _local_start(page.folded, at), _DOMAIN.match(page.folded, at.end())
        if local is not None and domain:
            yield Hit(local, domain.end(), "email", Severity.CERTAIN)
        elif at[0].startswith("@") and (handle := _HANDLE.match(page.folded, at.end())):
            end = handle.end() - len(handle[0]) + len(handle[0].rstrip(_CLOSING))
            yield Hit(at.start() if local is None else local, end, "account", Severity.LIKELY)


def _local_start(folded: str, at: re.Match[str]) -> int | None:
    """Where the part before the at sign begins; None when nothing fits."""
    window_start = max(0, at.start() - _WINDOW)
    window = folded[window_start : at.start()]
    if not window or not (window[-1].isalnum() or window[-1] in " _-."):
        return None
    pattern = _LOCAL if at[0].startswith("@") else _SPOKEN_LOCAL
    match = pattern.search(window)
    return None if match is None else window_start + match.start()


def find_links(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Addresses of pages: they may lead to a person."""
    for match in _LINK.finditer(page.folded):
        link = match[0].rstrip(_CLOSING + ("" if "(" in match[0] else ")"))
        yield Hit(match.start(), match.start() + len(link), "link", Severity.LIKELY)
