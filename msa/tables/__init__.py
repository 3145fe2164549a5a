"""Tables from and for other people's spreadsheets: reading what comes in, writing what cannot do harm."""

from msa.tables.narrow import Narrow, read_columns
from msa.tables.places import column_letter, where
from msa.tables.reading import read_table
from msa.tables.types import Limits, Problem, Table, TableError
from msa.tables.writing import write_csv, write_xlsx

__all__ = [
    "Limits",
    "Narrow",
    "Problem",
    "Table",
    "TableError",
    "column_letter",
    "read_columns",
    "read_table",
    "where",
    "write_csv",
    "write_xlsx",
]
