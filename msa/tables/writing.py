"""Writing tables that are safe to open in a spreadsheet (P25)."""

from collections.abc import Iterable, Sequence
from datetime import date

Value = str | int | float | bool | date | None


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Value]], *, separator: str = ";") -> bytes:
    """A CSV file as Dutch Excel expects it: UTF-8 with BOM, semicolons, decimal comma, CRLF."""
    raise NotImplementedError


def write_xlsx(columns: Sequence[str], rows: Iterable[Sequence[Value]], *, sheet: str = "Blad1") -> bytes:
    """An XLSX workbook with one sheet. The same input gives the same bytes."""
    raise NotImplementedError
