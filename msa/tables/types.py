"""The shapes in which a table from somebody else travels: what was read, and what was wrong with it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["csv", "xlsx"]


@dataclass(frozen=True)
class Limits:
    """How much of a file is read at most. Sizes in bytes, cells in characters.

    max_cells, max_tags: of a workbook, before it is parsed. 20,000 rows of 25 columns fit in what they are by
    default; parsing that takes some ten seconds.
    max_cell: more than any spreadsheet holds in a cell; how long a text may be is for who uses the table.
    """

    max_bytes: int = 10 * 1024 * 1024
    max_rows: int = 20_000
    max_columns: int = 200
    max_cell: int = 131_072
    max_unpacked: int = 100 * 1024 * 1024
    max_ratio: int = 200
    max_entries: int = 1_000
    max_problems: int = 200
    max_cells: int = 600_000
    max_tags: int = 5_000_000


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, at the place where the user finds it in the spreadsheet.

    row: 1-based with the header counted, or None when it is about the whole file or a whole column.
    column: the name of the column, or "".
    letter: its letter in the spreadsheet ('C'), or "".
    message: Dutch, a whole sentence.
    """

    message: str
    row: int | None = None
    column: str = ""
    letter: str = ""

    def __str__(self) -> str:
        from msa.tables.places import where

        place = where(self)
        return f"{place}: {self.message}" if place else self.message

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Problem":
        return cls(**data)


class TableError(ValueError):
    """The file cannot be read as a table. `problems` (at least one) says where and why, in Dutch."""

    def __init__(
        self,
        message: str = "",
        *,
        row: int | None = None,
        column: str = "",
        letter: str = "",
        problems: Sequence[Problem] = (),
    ) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems) or (Problem(message, row, column, letter),)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True)
class Table:
    """A table as it was found: every cell is text, trimmed at both ends, with `\\n` as line ending.

    columns: unique names. rows: each as long as `columns`; empty rows are left out.
    row_numbers: per row its number in the spreadsheet (1-based, header and empty rows counted).
    letters: per column its letter in the spreadsheet.
    notes: Dutch sentences on what was recognised (separator, encoding, sheet, skipped rows).
    sheets: names of the sheets that can be chosen (empty for text files); `sheet` is the one read.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_numbers: tuple[int, ...]
    letters: tuple[str, ...]
    notes: tuple[str, ...] = ()
    kind: Kind = "csv"
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    @property
    def first_row_number(self) -> int:
        """The row number of the first row of data in the spreadsheet."""
        return self.row_numbers[0]

    def index(self, column: str) -> int:
        """The position of a column. Raises ValueError when there is none of that name."""
        return self.columns.index(column)

    def values(self, column: str) -> list[str]:
        """All cells of a column, in order, empty ones included."""
        position = self.index(column)
        return [row[position] for row in self.rows]

    def problem(self, message: str, row: int | None = None, column: str = "") -> Problem:
        """A `Problem` at the place of `rows[row]` (0-based position, not the number) and `column`."""
        number = None if row is None else self.row_numbers[row]
        letter = self.letters[self.index(column)] if column else ""
        return Problem(message, number, column, letter)

    def to_dict(self) -> dict[str, Any]:
        """A form that JSON can carry. It holds everything that was in the file: keep it sealed."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Table":
        """The reverse of `to_dict`, also after a trip through JSON."""
        lists = ("columns", "row_numbers", "letters", "notes", "sheets")
        fixed = {name: tuple(data[name]) for name in lists}
        return cls(**{**data, **fixed, "rows": tuple(tuple(row) for row in data["rows"])})
