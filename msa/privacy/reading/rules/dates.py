"""Dates of birth and other full dates."""

import re
from collections.abc import Iterator

from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.numberwords import SMALL, YEARS
from msa.privacy.reading.page import Page
from msa.privacy.reading.wording import in_the_decade

_MONTHS = (
    r"(?:jan(?:uari)?|feb(?:r?uari|r)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
_DAYS = "|".join(sorted((word for word, value in SMALL.items() if 1 <= value <= 31), key=len, reverse=True))
_DAY_WORDS = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde)"
_DAY = rf"(?:0?[1-9]|[12]\d|3[01]|{_DAYS}|{_DAY_WORDS})"
_YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d|negentien[a-z]{3,30}|tweeduizend[a-z]{0,25})"
_WORDED = re.compile(rf"\b{_DAY}(?:e|ste|de)?\s{{0,2}}{_MONTHS}\.?(?:\s{{0,2}},?\s?{_YEAR}\b)?")
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?:0?[1-9]|[12]\d|3[01]) ?([-/. ]) ?(?:0?[1-9]|1[0-2]) ?\1 ?"
    r"(?P<year>(?:19|20)\d\d|'?\d\d)(?![\d-])"
)
_ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d) ?[-/.] ?(?:0[1-9]|1[0-2]) ?[-/.] ?(?:0[1-9]|[12]\d|3[01])(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?P<year>(?:19|20)\d\d)(?!\d)")
_BIRTH_BEFORE = re.compile(
    r"\b(?:geb|gebo\w{0,6}|geboorte\w{0,8}|verjaa?r\w{0,6}|jarig|ter wereld|dob)\b[^.!?\n]{0,30}$"
    r"|\b(?:is|ben|was|zijn) van $"
)
_BIRTH_AFTER = re.compile(r"[^.!?\n]{0,25}\b(?:geb|geboren|jarig|verjaart|ter wereld)\b")
_LEAD = re.compile(r"\b(?:op|van) $")
_PERSONAL_BEFORE_YEAR = 2012


def find_dates(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """A date of birth is certain; any other full date is likely. Day and month alone count beside a birth."""
    for pattern in (_WORDED, _NUMERIC, _ISO, _COMPACT):
        for match in pattern.finditer(page.folded):
            hit = _judge(page, match)
            if hit is not None:
                yield hit


def _judge(page: Page, match: re.Match[str]) -> Hit | None:
    before = page.folded[max(0, match.start() - 60) : match.start()]
    birth = _BIRTH_BEFORE.search(before) or _BIRTH_AFTER.match(page.folded, match.end())
    year = _year_of(match["year"])
    if birth and year:
        start = (
            lead.start() + match.start() - len(before) if (lead := _LEAD.search(before)) else match.start()
        )
        return Hit(start, match.end(), "date_of_birth", Severity.CERTAIN, in_the_decade(year))
    if birth:
        return Hit(*match.span(), "date_of_birth", Severity.LIKELY)
    if year is None or (match.re is _NUMERIC and match[1] == " " and year >= 2000):
        return None
    kind = "date_of_birth" if year < _PERSONAL_BEFORE_YEAR else "date"
    return Hit(*match.span(), kind, Severity.LIKELY)


def _year_of(written: str | None) -> int | None:
    """The year in full, None when there is none or when the word is no year."""
    if written is None:
        return None
    digits = written.strip("'")
    if not digits.isdigit():
        return YEARS.get(digits)
    year = int(digits)
    if year >= 100:
        return year
    return 1900 + year if year > 26 else 2000 + year
