"""Taking addresses apart: numbers with additions, whole addresses in one cell, postcodes."""

import re
from typing import NamedTuple

from stdnum.nl import postcode as nl_postcode

_NUMBER = re.compile(
    r"(?P<number>\d{1,5})(?:\.0)?(?:(?:[\s/-]+|(?=[^\W\d_]))(?P<addition>\w[\w\s/.-]{0,19}))?"
)
_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}.*|\d{1,2}-(jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|mar|may|oct)\.?"
)
_POSTCODE = re.compile(r"(?P<digits>[1-9]\d{3})\s?(?P<letters>[A-Za-z]{2})")
_TAIL = re.compile(r"[,\s]+(?P<postcode>[1-9]\d{3}\s?[A-Za-z]{2})\b[,\s]*(?P<city>.*)")
_POSTCODE_CITY = re.compile(r"(?P<postcode>[1-9]\d{3}\s?[A-Za-z]{2})[,\s]+(?P<city>\D.*)")
_NUMBER_START = re.compile(r"(?<=\s)\d{1,5}(?!\d|e\b|de\b|ste\b)")
# A four-digit year or a second number right behind it shows that a number belongs to the street's name.
_YEAR = re.compile(r"(1[5-9]|20)\d\d")


class NumberParts(NamedTuple):
    """A house number and what stands behind it."""

    number: int
    addition: str


class AddressParts(NamedTuple):
    """An address taken apart; postcode and city are "" when they were not in it."""

    street: str
    number: int
    addition: str
    postcode: str = ""
    city: str = ""


def split_number(text: str) -> NumberParts | None:
    """'12', '12A', '12-A', '12 bis', '12 / 3 hoog' -> number and addition; None when it starts otherwise."""
    match = _NUMBER.fullmatch(text.strip())
    if not match or int(match["number"]) == 0 or became_date(text):
        return None
    return NumberParts(int(match["number"]), clean_addition(match["addition"] or ""))


def became_date(text: str) -> bool:
    """Whether a spreadsheet made a date of '3-1': '3-mrt', '2026-03-01'."""
    return bool(_DATE.fullmatch(text.strip().lower()))


def clean_addition(text: str) -> str:
    """An addition without the dash that stood before it and without double blanks."""
    return " ".join(text.strip(" -/.,").split())


def split_address(text: str) -> AddressParts | None:
    """'Plein 1944 12-A, 6511 HH Nijmegen' -> its parts; None when no street with a number is in it."""
    text = " ".join(text.split())
    tail = _TAIL.search(text)
    head = text[: tail.start()] if tail else text.rstrip(",")
    if not tail and "," in head:
        head, _comma, city = head.partition(",")
    else:
        city = tail["city"] if tail else ""
    street, parts = _street_and_number(head)
    if not street or parts is None:
        return None
    return AddressParts(
        street, *parts, normal_postcode(tail["postcode"]) or "" if tail else "", city.strip(" ,")
    )


def _street_and_number(head: str) -> tuple[str, NumberParts | None]:
    starts = [match.start() for match in _NUMBER_START.finditer(head)]
    if len(starts) > 1 and _belongs_to_street(head, starts):
        starts = starts[1:]
    for start in starts:
        street, parts = head[:start].strip(" ,"), split_number(head[start:])
        if parts and re.search(r"[^\W\d]", street):
            return street, parts
    return "", None


def _belongs_to_street(head: str, starts: list[int]) -> bool:
    """In 'Plein 1944 12' and 'Plein 40-45 12' the first number is part of the name."""
    first = head[starts[0] : starts[1]].strip()
    return bool(_YEAR.fullmatch(first) or re.fullmatch(r"'?\d\d\s?-\s?'?\d\d", first))


def normal_postcode(text: str) -> str | None:
    """'6511 hh' -> '6511HH'; None when it has not the form of a Dutch postcode."""
    compact = re.sub(r"[\s.-]", "", text).upper()
    return compact if _POSTCODE.fullmatch(compact) else None


def is_issued(postcode: str) -> bool:
    """Whether a normalised postcode can exist: SA, SD and SS are never given out."""
    return bool(nl_postcode.is_valid(postcode))


def split_postcode_city(text: str) -> tuple[str, str] | None:
    """'6511 HH Nijmegen' -> ('6511HH', 'Nijmegen'); None when it does not begin with a postcode."""
    match = _POSTCODE_CITY.fullmatch(text.strip())
    code = normal_postcode(match["postcode"]) if match else None
    return (code, match["city"].strip()) if match and code else None
