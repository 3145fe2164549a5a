"""XLSX workbooks: which sheet, and its rows as text."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from msa.tables.archive import check_archive, damaged
from msa.tables.places import column_letter
from msa.tables.types import Limits, TableError

_ERRORS = frozenset(
    [
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#N/B",
        "#VERW!",
        "#WAARDE!",
        "#NAAM?",
    ]
)


class Workbook:
    """A workbook that passed the checks. Formulas count as the outcome that was stored with them."""

    def __init__(self, data: bytes, limits: Limits, sheet: str | None = None) -> None:
        self.has_formulas = check_archive(data, limits)
        self._data = data
        self._limits = limits
        self._book = _open(data, values=True)
        self.sheets = [name for name in self._book.sheetnames if _is_visible(self._book, name)]
        if not self.sheets:
            raise TableError(_("De werkmap heeft geen zichtbaar blad met gegevens."))
        if sheet is not None and sheet not in self.sheets:
            raise TableError(_("Er is geen blad met de naam '%(name)s'.") % {"name": sheet})
        self.sheet = sheet or (max(self.sheets, key=self._filled) if len(self.sheets) > 1 else self.sheets[0])
        self.errors = 0

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(row number, cells) of every row that has something in it."""
        for number, row in enumerate(self._raw(self._book, self.sheet), start=1):
            if row.count(None) < len(row):
                yield number, [self._text(value) for value in _trimmed(row)]
        if self.has_formulas:
            self._refuse_unknown_outcomes()

    def notes(self) -> list[str]:
        """What was recognised, in Dutch."""
        notes = [_("Excel-werkmap, blad '%(sheet)s'.") % {"sheet": self.sheet}]
        if len(self.sheets) > 1:
            others = ", ".join(f"'{name}'" for name in self.sheets if name != self.sheet)
            notes.append(_("Niet gelezen: %(others)s.") % {"others": others})
        if self.has_formulas:
            notes.append(_("Formules zijn gelezen als de uitkomst die erbij bewaard is."))
        if self.errors:
            notes.append(_("Leeg gelezen cellen met een foutwaarde (#N/B): %(n)d.") % {"n": self.errors})
        return notes

    def _raw(self, book: Any, sheet: str) -> Iterator[tuple[Any, ...]]:
        worksheet = book[sheet]
        worksheet.reset_dimensions()  # what a file says of its own size is often wrong
        rows = worksheet.iter_rows(max_col=self._limits.max_columns + 1, values_only=True)
        return _guarded(rows)

    def _filled(self, sheet: str) -> int:
        return sum(len(row) - row.count(None) for row in islice(self._raw(self._book, sheet), 200))

    def _text(self, value: Any) -> str:
        if isinstance(value, str) and value in _ERRORS:
            self.errors += 1
            return ""
        return as_text(value)

    def _refuse_unknown_outcomes(self) -> None:
        """A formula whose outcome was not stored has no value that we could read."""
        formulas = self._raw(_open(self._data, values=False), self.sheet)
        values = self._raw(self._book, self.sheet)
        for number, (formula_row, value_row) in enumerate(zip(formulas, values, strict=False), start=1):
            for index, (formula, value) in enumerate(zip(formula_row, value_row, strict=True)):
                if value is None and formula is not None:
                    raise TableError(_unknown_outcome(), row=number, letter=column_letter(index))


def _trimmed(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Without the empty cells behind the last filled one."""
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]


def as_text(value: Any) -> str:
    """A typed cell as text: '7' for 7.0, ISO for dates, 'ja' and 'nee' for logical values."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


def _moment(value: datetime) -> str:
    whole = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
    return whole.date().isoformat() if whole.time() == time(0) else whole.isoformat(" ")


def _unknown_outcome() -> str:
    return _(
        "Hier staat een formule zonder bewaarde uitkomst. "
        "Open het bestand in je rekenprogramma, bewaar het en probeer het nog eens."
    )


def _open(data: bytes, *, values: bool) -> Any:
    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    except Exception as error:  # the parser fails in many ways on a file that is not what it says
        raise damaged() from error


def _guarded(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    try:
        yield from rows
    except Exception as error:  # as above; cells are parsed only now
        raise damaged() from error


def _is_visible(book: Any, name: str) -> bool:
    sheet = book[name]
    return hasattr(sheet, "iter_rows") and getattr(sheet, "sheet_state", "visible") == "visible"
