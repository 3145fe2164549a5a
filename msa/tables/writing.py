"""Writing tables that are safe to open in a spreadsheet (P25).

A cell with text is typed as text and never starts a formula: what could is preceded by an apostrophe,
also in XLSX, because a workbook may be saved as CSV later and opened again.
"""

import csv
import io
import math
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, cast

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from msa.tables.places import column_letter

Value = str | int | float | bool | date | None

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAX_CELL = 32_767  # what a spreadsheet can hold
_STARTS_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
# Marks that are no blanks to Python, but that a spreadsheet may skip before it looks for a formula.
_INVISIBLE = re.compile("[\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_FIXED_MOMENT = (1980, 1, 1, 0, 0, 0)
_CORE_DATE = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(<)")


def safe_text(text: str) -> str:
    """Text that no spreadsheet takes for a formula. Everything else stays as it is."""
    text = _FORBIDDEN.sub("", text)
    blanks = _INVISIBLE.match(text)
    bare = text[blanks.end() :] if blanks else text
    return f"'{text}" if text.startswith(_STARTS_FORMULA) or bare.startswith(_STARTS_FORMULA) else text


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Value]], *, separator: str = ";") -> bytes:
    """A CSV file as Dutch Excel expects it: UTF-8 with BOM, semicolons, decimal comma, CRLF.

    With another separator than ';' decimals have a point. Numbers stay numbers, dates are ISO.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([safe_text(column) for column in columns])
    for row in rows:
        writer.writerow([_csv_cell(value, separator) for value in row])
    return buffer.getvalue().encode("utf-8-sig")


def _csv_cell(value: Value, separator: str) -> str:
    plain = _plain(value)
    if isinstance(plain, str):
        return safe_text(plain)
    if isinstance(plain, (datetime, date)):
        return plain.isoformat()
    if plain is None:
        return ""
    text = repr(plain)
    return text.replace(".", ",") if separator == ";" else text


def _plain(value: Value) -> str | float | date | None:
    """Logical values in Dutch, numbers that are none as nothing."""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def write_xlsx(columns: Sequence[str], rows: Iterable[Sequence[Value]], *, sheet: str = "Blad1") -> bytes:
    """An XLSX workbook with one sheet, its header bold and frozen. The same input gives the same bytes.

    Raises ValueError when a text is longer than a spreadsheet can hold (32,767 characters).
    """
    # All of it first: a workbook that is broken off halfway cannot be closed properly.
    prepared = [[_prepared(value) for value in row] for row in (columns, *rows)]
    book = Workbook(write_only=True)
    page = book.create_sheet(_sheet_name(sheet))
    page.freeze_panes = "A2"
    for index, column in enumerate(columns):
        page.column_dimensions[column_letter(index)].width = min(60, max(12, len(column) + 2))
    for number, row in enumerate(prepared):
        page.append([_xlsx_cell(page, value, bold=number == 0) for value in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return _without_clock(buffer.getvalue())


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", name).strip()[:31] or "Blad1"


def _prepared(value: Value) -> str | float | date | None:
    plain = _plain(value)
    if not isinstance(plain, str):
        return plain
    text = safe_text(plain)
    if len(text) > _MAX_CELL:
        raise ValueError(f"a cell holds at most {_MAX_CELL} characters, not {len(text)}")
    return text


def _xlsx_cell(page: Any, value: str | float | date | None, *, bold: bool) -> Any:
    if not isinstance(value, str):
        return WriteOnlyCell(page, value=cast("datetime | float | None", value))
    cell = WriteOnlyCell(page, value=value)
    cell.data_type = "s"
    cell.number_format = "@"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _without_clock(data: bytes) -> bytes:
    """The same workbook without the moment it was made, so that equal content is equal to the byte."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _CORE_DATE.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", content)
            plain = zipfile.ZipInfo(entry.filename, _FIXED_MOMENT)
            target.writestr(plain, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
