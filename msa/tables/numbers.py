"""Numbers as people in the Netherlands write them."""

import re
from decimal import Decimal

from msa.tables.words import normalise

_WORDS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_PLAIN = re.compile(r"([-+]?)(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d+))?")
_POINT = re.compile(r"[-+]?\d+\.\d+")
_OUT_OF_TEN = re.compile(r"(.+?)\s*(?:/|van(?: de)?)\s*10")


def grouped(number: int) -> str:
    """A whole number with a point at every thousand, as Dutch sentences have it: '20.000'."""
    return f"{number:,}".replace(",", ".")


def parse_number(text: str) -> Decimal | None:
    """The number in a cell: '7', '7,0', '7.5', '1.234,5', 'zeven', '7/10'. None when it is no number.

    A point followed by three digits counts as a thousands separator only when a comma or a second
    point says so; otherwise it is a decimal point.
    """
    text = text.strip()
    if out_of_ten := _OUT_OF_TEN.fullmatch(text):
        text = out_of_ten[1]
    if _POINT.fullmatch(text):
        return Decimal(text)
    if match := _PLAIN.fullmatch(text):
        whole = match[2].replace(".", "").replace(" ", "")
        return Decimal(f"{match[1]}{whole}.{match[3] or 0}")
    word = normalise(text)
    return Decimal(_WORDS.index(word)) if word in _WORDS else None


def parse_integer(text: str) -> int | None:
    """The whole number in a cell, also when it is written '7,0'. None when it is not whole."""
    number = parse_number(text)
    return int(number) if number is not None and number == number.to_integral_value() else None
