"""Numbers that belong to one person: BSN, telephone, customer numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace

import phonenumbers
from stdnum.nl import bsn

from msa.privacy.reading.digits import Run
from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.page import Page

_BSN_WORDS = re.compile(r"\b(?:bsn|burgerservice\w{0,8}|sofi\w{0,8})\W{0,3}(?:nummer|nr)?[\w ]{0,12}\W{0,3}$")
_NUMBER_WORDS = re.compile(
    r"\b(?:\w{0,20}(?:nummer|nr)|kenmerk|dossier|polis|code|pas|mobiel|tel|telefoon|bel|bellen|app)"
    r"\W{0,3}(?:is|was|op|naar)?\W{0,3}$"
)
_MONEY_BEFORE = re.compile(r"(?:€|\beur|\beuro)\s?$")
_MONEY_AFTER = re.compile(
    r"\s?(?:,-|,\d\d\b|€|euro|eur\b|gulden|kwh|km\b|m2|m3|mensen|inwoners|stappen|kilo)"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_HOURS = re.compile(r"\d{1,2}[.:]\d{2}(?: ?- ?\d{1,2}[.:]\d{2})?")
_YEARS = re.compile(r"(?:19|20)\d\d(?: ?[-/] ?(?:19|20)\d\d)*")
_GROUPED = re.compile(r"\d+(?:[ .\-/]\d+)+")
_CODE = re.compile(r"(?<![a-z0-9])[a-z0-9]{7,24}(?![a-z0-9])")
_TURNS = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")
_PLUS = re.compile(r"\+\s?$")
_PLUS_IN_BRACKETS = re.compile(r"(?:\(\s?\+?|\+\s?\()\s?$")
_LOOKBACK = 40


def find_bsn(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Nine digits that pass the eleven-test; eight or a wrong sum where the word BSN stands before it."""
    for run in page.runs:
        announced = _BSN_WORDS.search(_before(page, run.start)) is not None
        if announced and 7 <= len(run.digits) <= 10:
            yield Hit(run.start, run.end, "bsn", Severity.CERTAIN)
            continue
        for first in range(len(run.pieces)):
            digits = run.digits_from(first, 9)
            if len(digits) == 9 and bsn.is_valid(digits) and (span := run.window(first, 9)):
                yield Hit(*span, "bsn", Severity.CERTAIN)


def find_phones(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Dutch numbers in every spelling, and foreign ones that begin with + or 00."""
    known: dict[str, bool] = {}
    for run in page.runs:
        if len(run.digits) == 9 and run.digits[0] == "6" and _NUMBER_WORDS.search(_before(page, run.start)):
            yield Hit(run.start, run.end, "phone", Severity.CERTAIN)  # '6 1234 5678': the nought is left out
            continue
        first = 0
        while first < len(run.pieces):
            hit = _phone_at(run, first, known)
            if hit is None:
                first += 1
                continue
            yield _with_plus(page, hit)
            while first < len(run.pieces) and run.pieces[first].start < hit.end:
                first += 1


def _phone_at(run: Run, first: int, known: dict[str, bool]) -> Hit | None:
    plus = (first == 0 and run.plus) or "+" in run.pieces[first].gap
    head = run.digits_from(first, 3)
    if plus or head.startswith("00") or head == "316":
        lengths = range(15, 8, -1)
    elif head.startswith("0"):
        lengths = range(10, 9, -1)
    else:
        return None
    for length in lengths:
        span = run.window(first, length)
        if span and _is_phone(run.digits_from(first, length), plus, known):
            return Hit(*span, "phone", Severity.CERTAIN)
    return _mistyped_mobile(run, first) if head.startswith("06") else None


def _with_plus(page: Page, hit: Hit) -> Hit:
    """'+31 ...' and '(024) ...' with the plus and the bracket that belong to the number."""
    written = page.folded[hit.start : hit.end]
    opening = _PLUS_IN_BRACKETS if written.count(")") > written.count("(") else _PLUS
    lead = opening.search(_before(page, hit.start))
    return hit if lead is None else replace(hit, start=hit.start - len(lead[0]))


def _mistyped_mobile(run: Run, first: int) -> Hit | None:
    """06 with a digit too few or too many is still somebody's number."""
    if 8 <= len(run.digits_from(first, 13)) <= 12:
        return Hit(run.pieces[first].start, run.end, "phone", Severity.LIKELY)
    return None


def _is_phone(digits: str, plus: bool, known: dict[str, bool]) -> bool:
    if digits.startswith("06") and len(digits) == 10:
        return True
    international = plus or (digits.startswith("31") and not digits.startswith("00"))
    written = f"+{digits}" if international else digits
    if written not in known:
        known[written] = _is_valid_number(written)
    return known[written]


def _is_valid_number(written: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(written, "NL"))
    except phonenumbers.NumberParseException:
        return False


def find_long_numbers(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Six digits and more that are no amount, hour or year; shorter ones after 'klantnummer' and the like."""
    for run in page.runs:
        if _is_amount(page, run):
            continue
        announced = len(run.digits) >= 4 and _NUMBER_WORDS.search(_before(page, run.start)) is not None
        if announced or _looks_personal(page, run):
            yield Hit(run.start, run.end, "number", Severity.LIKELY)


def find_codes(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Letters and digits mixed, as on a passport or a policy."""
    for match in _CODE.finditer(page.folded):
        written = match[0]
        digits = sum(char.isdigit() for char in written)
        if digits >= 3 and len(written) - digits >= 2 and len(_TURNS.findall(written)) >= 2:
            yield Hit(*match.span(), "number", Severity.LIKELY)


def _looks_personal(page: Page, run: Run) -> bool:
    if any(len(piece.digits) >= 6 for piece in run.pieces):
        return True
    if len(run.digits) < 7:
        return False
    spoken = all(piece.spoken and len(piece.digits) <= 2 for piece in run.pieces)
    return spoken or _GROUPED.fullmatch(page.folded[run.start : run.end]) is not None


def _is_amount(page: Page, run: Run) -> bool:
    written = page.folded[run.start : run.end]
    if _MONEY_BEFORE.search(_before(page, run.start)) or _MONEY_AFTER.match(page.folded, run.end):
        return True
    return any(pattern.fullmatch(written) for pattern in (_THOUSANDS, _HOURS, _YEARS))


def _before(page: Page, position: int) -> str:
    return page.folded[max(0, position - _LOOKBACK) : position]
