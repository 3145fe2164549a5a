"""Files as other people make them: the same small table in every coat it may come in."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook

from msa.tables import Table, read_table

Rows = Sequence[Sequence[Any]]


def read(data: bytes, **options: Any) -> Table:
    return read_table(io.BytesIO(data), **options)


def as_csv(rows: Rows, separator: str = ",", encoding: str = "utf-8", newline: str = "\r\n") -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=separator, lineterminator=newline).writerows(rows)
    return buffer.getvalue().encode(encoding)


def as_xlsx(rows: Rows, title: str = "Blad1", prepare: Callable[[Any], None] | None = None) -> bytes:
    """A workbook as a spreadsheet program stores it; `prepare` may change the workbook before it is saved."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if prepare:
        prepare(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def part(data: bytes, name: str) -> bytes:
    """One part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def repacked(data: bytes, changes: dict[str, bytes], drop: Sequence[str] = ()) -> bytes:
    """The same zip with parts replaced, added or left out."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name not in changes and name not in drop:
                target.writestr(name, source.read(name))
        for name, content in changes.items():
            target.writestr(name, content)
    return buffer.getvalue()
