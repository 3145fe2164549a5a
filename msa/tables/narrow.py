"""Reading a few columns of a very large table, row by row, so that the rest of it never lies in memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO

from django.utils.translation import gettext as _

from msa.tables.delimited import DelimitedText
from msa.tables.header import Row, find_header
from msa.tables.kinds import recognise
from msa.tables.numbers import grouped
from msa.tables.text import clean_cell, repair
from msa.tables.types import Limits, TableError
from msa.tables.workbook import Workbook

_HEAD = 80  # rows among which the header stands
_REPORT_EVERY = 1000
_MEGABYTE = 1024 * 1024

Choose = Callable[[Sequence[str]], Sequence[int]]
Report = Callable[[int], None]


@dataclass(frozen=True)
class Narrow:
    """columns: the names of the columns that were kept. rows: their cells as trimmed text, each as long."""

    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def read_columns(
    file: BinaryIO, choose: Choose, *, limits: Limits, report: Report = lambda rows: None
) -> Narrow:
    """Read some columns of a CSV or XLSX file, recognised by its content.

    choose: call(all names) -> positions of the columns to keep; may raise TableError.
    report: call(rows read so far).
    Raises TableError when the file cannot be used.
    """
    data = file.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise TableError(
            _("Het bestand is groter dan %(limit)d MB. Bewaar alleen de gegevens die nodig zijn.")
            % {"limit": limits.max_bytes // _MEGABYTE}
        )
    rows = _filled(_rows(data, limits))
    head = list(islice(rows, _HEAD))
    if not head:
        raise TableError(_("Er staat niets in dit bestand."))
    header = find_header([(number, [clean_cell(cell) for cell in cells]) for number, cells in head])
    keep = choose(header.names)
    body = chain(head[header.first_data :], rows)
    return Narrow(tuple(header.names[at] for at in keep), list(_kept(body, keep, limits, report)))


def _rows(data: bytes, limits: Limits) -> Iterator[Row]:
    if recognise(data) == "xlsx":
        return Workbook(data, limits).rows()
    return DelimitedText(data).rows(limits)


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    return ((number, cells) for number, cells in rows if any(cells))


def _kept(
    rows: Iterable[Row], keep: Sequence[int], limits: Limits, report: Report
) -> Iterator[tuple[str, ...]]:
    for count, (_number, cells) in enumerate(rows, start=1):
        if count > limits.max_rows:
            text = _("Het bestand heeft meer dan %(limit)s rijen. Is dit het goede bestand?")
            raise TableError(text % {"limit": grouped(limits.max_rows)})
        if count % _REPORT_EVERY == 0:
            report(count)
        yield tuple(_cell(cells[at]) if at < len(cells) else "" for at in keep)


def _cell(text: str) -> str:
    cleaned = clean_cell(text)
    return cleaned if cleaned.isascii() else repair(cleaned)
