"""Importing the files of a team: what a row costs in a very large file, against one of usual size."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from housevisits.imports import addresses, forms
from msa.tables import read_table
from tests.bench.measuring import Line, Spread, measured
from tests.bench.sizes import Size
from tests.housevisits.form_exports import DEFAULT, REAL

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
Import = Callable[[bytes], int]


def lines(size: Size) -> Iterator[Line]:
    """The lines about both kinds of file. One of these sizes may be read, proposed and checked in one go."""
    for name, make, bring_in in (
        ("conversations", _conversations, _bring_in_conversations),
        ("homes", _homes, _bring_in_homes),
    ):
        few, many = (_per_row(make(rows), rows, bring_in, size) for rows in (size.people, size.rows))
        ratio = Spread.of([one / few.median for one in (many.least, many.median, many.most)])
        label = f"import of {name}: a row among {size.rows:,} against {size.people:,}"
        yield Line(label, many, "ms", few, ratio, None, "at most 1.5 x", ratio.median <= 1.5)


def _per_row(data: bytes, rows: int, bring_in: Import, size: Size) -> Spread:
    def work() -> None:
        assert bring_in(data) == rows

    return Spread.of([1000 * measured(work).cpu / rows for _round in range(size.slow_rounds)])


def _conversations(rows: int) -> bytes:
    """As many rows as asked, of the real export, each with a time stamp of its own."""
    with Path(REAL).open(encoding="utf-8", newline="") as file:
        head, *known = csv.reader(file)
    moments = (BEGIN + timedelta(seconds=number) for number in range(rows))
    return _csv(
        head,
        ([f"{moment:%Y/%m/%d %H:%M:%S}", *known[i % len(known)][1:]] for i, moment in enumerate(moments)),
    )


def _homes(rows: int) -> bytes:
    head = ["Straat", "Huisnummer", "Postcode", "Plaats", "Blok"]
    street = "Straat {}weg".format
    return _csv(
        head, ([street(chr(65 + i % 26)), 1 + i // 26, "6511HH", "Nijmegen", "Noord"] for i in range(rows))
    )


def _csv(head: list[str], rows: Iterator[list[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([head, *rows])
    return text.getvalue().encode()


def _bring_in_conversations(data: bytes) -> int:
    table = read_table(io.BytesIO(data))
    return len(forms.check(table, forms.propose_mapping(table, DEFAULT).mapping, DEFAULT).rows)


def _bring_in_homes(data: bytes) -> int:
    table = read_table(io.BytesIO(data))
    return len(addresses.check(table, addresses.propose_mapping(table).mapping).rows)
