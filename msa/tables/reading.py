"""Reading somebody else's table."""

from typing import BinaryIO

from django.utils.translation import gettext as _

from msa.tables.advice import ask_for_table
from msa.tables.delimited import DelimitedText
from msa.tables.kinds import recognise
from msa.tables.layout import Layout
from msa.tables.types import Limits, Problem, Table, TableError
from msa.tables.workbook import Workbook

_MEGABYTE = 1024 * 1024
_NOT_TEXT = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".doc", ".docx", ".odt", ".pdf", ".zip")


def read_table(
    file: BinaryIO, *, name: str = "", sheet: str | None = None, limits: Limits | None = None
) -> Table:
    """Read a CSV or XLSX file, recognised by its content.

    file: open in binary mode, read from where it stands. name: as the user knows it, for a note only.
    sheet: the sheet to read; by default the one that holds most.
    Raises TableError with every problem found (at most `limits.max_problems`) when it cannot be used.
    """
    limits = limits or Limits()
    data = file.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise TableError(
            _("Het bestand is groter dan %(limit)d MB. Bewaar alleen de gegevens die nodig zijn.")
            % {"limit": limits.max_bytes // _MEGABYTE}
        )
    kind = recognise(data)
    layout = Layout(kind, limits)
    _note_name(name, kind, layout)
    return _read_workbook(data, sheet, layout) if kind == "xlsx" else _read_text(data, layout, name)


def _note_name(name: str, kind: str, layout: Layout) -> None:
    if kind == "xlsx" and name.lower().endswith((".csv", ".txt", ".tsv")):
        layout.notes.append(_("Het bestand heet anders, maar is een Excel-werkmap."))
    if kind == "csv" and _is_called_otherwise(name):
        note = _("Het bestand heet %(ending)s, maar is tekst (CSV).")
        layout.notes.append(note % {"ending": _ending(name)})


def _ending(name: str) -> str:
    """'.xlsx' of 'lijst.XLSX'."""
    return f".{name.rpartition('.')[2].lower()}"


def _is_called_otherwise(name: str) -> bool:
    """Whether the name promises something else than text; a name without a known ending promises nothing."""
    return _ending(name) in _NOT_TEXT


def _read_text(data: bytes, layout: Layout, name: str) -> Table:
    text = DelimitedText(data)
    layout.notes += text.notes()
    if not _is_called_otherwise(name):
        return layout.finish(layout.collect(text.rows(layout.limits)))
    try:
        table = layout.finish(layout.collect(text.rows(layout.limits)))
    except TableError as error:
        raise TableError(problems=(Problem(_no_workbook(name)), *error.problems)) from error
    if len(table.columns) < 2:
        raise TableError(_no_workbook(name))
    return table


def _no_workbook(name: str) -> str:
    what = _("Dit bestand heet %(ending)s, maar er staat gewone tekst in, geen tabel.")
    return f"{what % {'ending': _ending(name)}} {ask_for_table()}"


def _read_workbook(data: bytes, sheet: str | None, layout: Layout) -> Table:
    book = Workbook(data, layout.limits, sheet)
    rows = layout.collect(book.rows())
    layout.notes += book.notes()
    return layout.finish(rows, book.sheet, book.sheets)
