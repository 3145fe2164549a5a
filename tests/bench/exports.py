"""The figures of a stored snapshot as CSV and XLSX, against writing the same rows without a thought."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook

from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Snapshot
from neighbourhood.publication.exports import columns, figures_csv, figures_xlsx, rows
from tests.bench.measuring import Line, alternate
from tests.bench.sizes import Size


def lines(snapshot: Snapshot, size: Size) -> Iterator[Line]:
    """The lines about both exports."""
    table = [columns(), *rows(figures_from_json(snapshot.figures))]
    for name, own, floor in (("CSV", figures_csv, _plain_csv), ("XLSX", figures_xlsx, _plain_xlsx)):
        series = alternate(
            lambda own=own: lambda: own(figures_from_json(snapshot.figures)),
            lambda floor=floor: lambda: floor(table),
            size.rounds,
        )
        yield series.line(f"{name} of a snapshot, {len(table):,} rows")


def _plain_csv(table: list[list[Any]]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(table)
    return buffer.getvalue().encode()


def _plain_xlsx(table: list[list[Any]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in table:
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
