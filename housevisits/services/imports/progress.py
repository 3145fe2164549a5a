"""Saying how far long work is, row by row but not at every row."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
Report = Callable[[int, int], None]  # (rows done, rows in all)

MOST_REPORTS = 20


def silent(_done: int, _total: int) -> None:
    """For who does not want to know."""


def reported(rows: Sequence[T], report: Report) -> Iterator[T]:
    """The rows one by one; `report` hears at most MOST_REPORTS times how many are done, the last time all."""
    total = len(rows)
    said = 0
    for done, row in enumerate(rows, start=1):
        yield row
        share = MOST_REPORTS * done // total
        if share > said:
            said = share
            report(done, total)
