"""From one row of cells to one home, or to the problems that stand in the way."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from housevisits.imports.addresses.parsing import (
    AddressParts,
    NumberParts,
    became_date,
    clean_addition,
    normal_postcode,
    split_address,
    split_number,
    split_postcode_city,
)
from housevisits.imports.addresses.types import AddressMapping, AddressRow
from housevisits.imports.personal import is_bsn, is_email, is_iban, is_phone
from msa.tables import Problem, Table
from msa.tables.numbers import parse_integer

_MAX_LENGTH = {"street": 100, "addition": 20, "city": 80, "block": 80, "dwelling_type": 80}
_OLDEST, _NEWEST = 1200, 2100
_UNREADABLE = "\ufffd"


class RowReader:
    """Reads rows of one table with one mapping; `problems` grows on the way."""

    def __init__(self, table: Table, mapping: AddressMapping) -> None:
        self.table = table
        self.defaults = mapping.defaults
        self.problems: list[Problem] = []
        self._columns: dict[str, list[int]] = {}
        for position, column in enumerate(table.columns):
            self._columns.setdefault(mapping.columns.get(column, "ignore"), []).append(position)
        self._position = 0

    def read(self, position: int) -> AddressRow | None:
        """The home in `table.rows[position]`, or None when a problem was found in it."""
        self._position = position
        known = len(self.problems)
        street, number, addition, postcode, city = self._address()
        row = AddressRow(
            row_number=self.table.row_numbers[position],
            street=street,
            house_number=number,
            addition=addition,
            postcode=self._postcode() or postcode,
            city=self._plain("city") or self._city_after_postcode() or city or self.defaults.get("city", ""),
            block=self._plain("block") or self.defaults.get("block", ""),
            dwelling_type=self._plain("dwelling_type") or self.defaults.get("dwelling_type", ""),
            year_built=self._year(),
        )
        return row if len(self.problems) == known else None

    def _cells(self, target: str) -> list[str]:
        row: Sequence[str] = self.table.rows[self._position]
        return [row[index] for index in self._columns.get(target, []) if row[index]]

    def _complain(self, target: str, message: str) -> None:
        indexes = self._columns.get(target, [])
        column = self.table.columns[indexes[0]] if indexes else ""
        self.problems.append(self.table.problem(message, self._position, column))

    def _plain(self, target: str) -> str:
        """The text of a field that is kept as it stands, after a look at what cannot be right."""
        text = " ".join(" ".join(self._cells(target)).split())
        if not text:
            return ""
        if problem := _what_is_wrong(text, _MAX_LENGTH[target]):
            self._complain(target, problem)
        return text

    def _address(self) -> AddressParts:
        cells = self._cells("full_address")
        if cells:
            parts = split_address(cells[0])
            if parts is None:
                self._complain("full_address", _("Hierin is geen straat met huisnummer te herkennen."))
            elif problem := _what_is_wrong(parts.street, _MAX_LENGTH["street"]):
                self._complain("full_address", problem)
            return parts or AddressParts("", 0, "")
        street = self._street()
        number = self._number()
        addition = " ".join(filter(None, [number.addition, self._addition()]))
        return AddressParts(street, number.number, addition)

    def _street(self) -> str:
        street = self._plain("street") or self.defaults.get("street", "")
        if not street:
            target = "street" if "street" in self._columns else "full_address"
            self._complain(target, _("De straat ontbreekt."))
        elif not re.search(r"[^\W\d_]", street):
            self._complain("street", _("'%(text)s' is geen straatnaam.") % {"text": street[:40]})
        return street

    def _number(self) -> NumberParts:
        for target in ("house_number", "number_and_addition"):
            for text in self._cells(target):
                parts = split_number(text)
                if parts is None or (target == "house_number" and parts.addition):
                    self._complain(target, _bad_number(text, parts))
                return parts or NumberParts(0, "")
        target = "house_number" if "house_number" in self._columns else "number_and_addition"
        self._complain(target, _("Het huisnummer ontbreekt."))
        return NumberParts(0, "")

    def _addition(self) -> str:
        cells = [re.sub(r"\.0$", "", cell) for cell in self._cells("addition")]
        text = "-".join(filter(None, map(clean_addition, cells)))
        if problem := _what_is_wrong(text, _MAX_LENGTH["addition"]):
            self._complain("addition", problem)
        return text

    def _postcode(self) -> str:
        for target in ("postcode", "postcode_and_city"):
            text = "".join(self._cells(target))
            if not text:
                continue
            code = normal_postcode(text) if target == "postcode" else (split_postcode_city(text) or [None])[0]
            if code is None:
                self._complain(target, _("'%(text)s' is geen postcode.") % {"text": text[:20]})
            return code or ""
        return ""

    def _city_after_postcode(self) -> str:
        pair = split_postcode_city("".join(self._cells("postcode_and_city")))
        return pair[1] if pair else ""

    def _year(self) -> int | None:
        text = "".join(self._cells("year_built")) or self.defaults.get("year_built", "")
        if not text:
            return None
        year = parse_integer(text) or _year_of_date(text)
        if year is None or not _OLDEST <= year <= _NEWEST:
            self._complain("year_built", _("'%(text)s' is geen bouwjaar.") % {"text": text[:20]})
            return None
        return year


def _year_of_date(text: str) -> int | None:
    match = re.fullmatch(r"(\d{4})-\d{2}-\d{2}", text) or re.fullmatch(r"\d{1,2}[-/]\d{1,2}[-/](\d{4})", text)
    return int(match[1]) if match else None


def _what_is_wrong(text: str, limit: int) -> str:
    """Why a text cannot be (part of) an address, or ""."""
    if len(text) > limit:
        return _("Te lang: %(length)d tekens, er passen er %(limit)d.") % {
            "length": len(text),
            "limit": limit,
        }
    if text.startswith(("=", "+", "@", "＝")):
        return _("Hier staat een formule in plaats van tekst.")
    if _UNREADABLE in text:
        return _("Hier staat een onleesbaar teken. Verbeter het in het bestand.")
    if any(test(text) for test in (is_email, is_phone, is_bsn, is_iban)):
        return _("Dit is een gegeven van een persoon en hoort hier niet.")
    return ""


def _bad_number(text: str, parts: NumberParts | None) -> str:
    if parts:
        return _("'%(text)s' is een huisnummer met toevoeging. Wijs de kolom daarvoor aan.") % {"text": text}
    if became_date(text):
        return _("'%(text)s' is een datum: het rekenprogramma heeft er een van gemaakt.") % {"text": text}
    return _("'%(text)s' is geen huisnummer.") % {"text": text[:30]}
