"""Reading somebody else's table."""

from typing import BinaryIO

from msa.tables.types import Limits, Table


def read_table(file: BinaryIO, *, name: str = "", sheet: str | None = None, limits: Limits = Limits()) -> Table:
    """Read a CSV or XLSX file, recognised by its content.

    file: open in binary mode, read from where it stands. name: only used in messages.
    sheet: the sheet to read; by default the one that holds most.
    Raises TableError with every problem found (at most `limits.max_problems`) when it cannot be used.
    """
    raise NotImplementedError
