"""Bank accounts, postcodes and licence plates: short codes with a fixed form."""

import re
from collections.abc import Iterator

from stdnum import iban

from msa.privacy.reading.finding import Hit, Severity
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.page import Page

_IBAN_START = re.compile(r"(?<![a-z0-9])[a-z][ .-]?[a-z](?:[ .\-]{0,2}\d){2}(?=[ .\-]{0,2}[a-z0-9])")
_IBAN_FILL = " .-\n,/_"
# Lengths as the registry of the standard (ISO 13616) gives them, for the countries that occur here.
_IBAN_LENGTHS = {
    "nl": 18, "be": 16, "de": 22, "fr": 27, "gb": 22, "tr": 26, "pl": 28, "es": 24, "it": 27, "pt": 25,
    "ro": 24, "bg": 22, "gr": 27, "at": 20, "ch": 21, "lu": 20, "hu": 28, "cz": 24, "sk": 24, "lt": 20,
    "lv": 21, "ee": 20, "ie": 22, "dk": 18, "se": 24, "no": 15, "fi": 18, "hr": 21, "ua": 29, "rs": 22,
    "ba": 20, "mk": 19, "si": 19, "sa": 24, "ae": 23, "pk": 24, "tn": 24, "mt": 31, "cy": 28, "md": 24,
}  # fmt: skip
_DUTCH_ACCOUNT = re.compile(r"nl\d\d[a-z]{4}\d{10}")

_POSTCODE = re.compile(r"(?<![0-9a-z.,])([1-9](?:[ .]?\d){3})([ .\-]{0,3})([a-z])[ .]?([a-z])(?![a-z0-9])")
_NO_POSTCODE = frozenset({"sa", "sd", "ss"})
_UNITS_GLUED = frozenset({"km", "mm", "cm", "kg", "kw", "ml", "mb", "gb", "er"})
# Words of two letters that follow a year or an amount in plain prose.
_SHORT_WORDS = frozenset(
    "is in en op te al de er ik je ze we me of om na nu zo ja hé he ga au wc tv km mm cm kg nl bv x tm "
    "ie ma di wo do "
    "vr za zo bc ca eu vs pc cv au zn mn uu st kw gb mb nr jr u".split()
)
_POSTCODE_WORD = re.compile(r"\b(?:postcode|pc)\W{0,3}(?:is\W)?$")

_PLATE_SHAPES = (
    "aa99 99 99aa 99aa99 aa99aa aaaa99 99aaaa 99aaa9 9aaa99 aa999a a999aa aaa99a a99aaa 9aa999 999aa9".split()
)
_TURNS = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")
_PLATE = re.compile(
    r"(?<![a-z0-9-])(?=[a-z -]{0,6}\d)(?:[a-z]{1,3}|\d{1,3})(?:[- ]?(?:[a-z]{1,4}|\d{1,4})){1,2}(?![a-z0-9-])"
)
_PLATE_WORD = re.compile(
    r"\b(?:kenteken|nummerbord|nummerplaat|auto|bus|busje|scooter|brommer|wagen)\W{0,3}\w{0,5}\W?$"
)


def find_ibans(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Account numbers of any country; a Dutch one also when its check digits are wrong."""
    for match in _IBAN_START.finditer(page.folded):
        code, ends = _compact(page.folded, match.start())
        length = _IBAN_LENGTHS.get(code[:2], 0)
        if 0 < length <= len(code) and iban.is_valid(code[:length], check_country=False):
            yield Hit(match.start(), ends[length - 1], "iban", Severity.CERTAIN)
        elif _DUTCH_ACCOUNT.match(code):
            yield Hit(match.start(), ends[17], "iban", Severity.LIKELY)


def _compact(folded: str, start: int) -> tuple[str, list[int]]:
    """The next 34 letters and digits from `start`, and where each of them ends."""
    code, ends = "", []
    for position in range(start, min(len(folded), start + 80)):
        char = folded[position]
        if char.isalnum() and char.isascii():
            code += char
            ends.append(position + 1)
        elif char not in _IBAN_FILL:
            break
    return code[:34], ends


def find_postcodes(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Four digits and two letters, unless the letters are a word after a year or an amount."""
    for match in _POSTCODE.finditer(page.folded):
        if _is_postcode(page, match):
            yield Hit(*match.span(), "postcode", Severity.CERTAIN)


def _is_postcode(page: Page, match: re.Match[str]) -> bool:
    letters = match[3] + match[4]
    if letters in _NO_POSTCODE:
        return False
    if page.plain[match.start(3) : match.end(4)].isupper() or _POSTCODE_WORD.search(
        _before(page, match.start())
    ):
        return letters not in _UNITS_GLUED
    if match[2]:
        return letters not in _SHORT_WORDS
    return letters not in _UNITS_GLUED and match.end(4) - match.start(3) == 2


def find_plates(page: Page, index: ProjectIndex) -> Iterator[Hit]:
    """Dutch licence plates: with hyphens, in capitals, glued together, or after 'kenteken'."""
    for match in _PLATE.finditer(page.folded):
        written = match[0]
        if _shape(written) in _PLATE_SHAPES and _stands_as_plate(page, match):
            yield Hit(*match.span(), "plate", Severity.LIKELY)


def _shape(written: str) -> str:
    return "".join("9" if char.isdigit() else "a" for char in written if char.isalnum())


def _stands_as_plate(page: Page, match: re.Match[str]) -> bool:
    written = match[0]
    if "-" in written:
        return written.count("-") == 2
    if " " not in written:
        return len(_TURNS.findall(written)) == 2
    capitals = page.plain[match.start() : match.end()].isupper()
    return capitals or _PLATE_WORD.search(_before(page, match.start())) is not None


def _before(page: Page, position: int) -> str:
    return page.folded[max(0, position - 30) : position]
