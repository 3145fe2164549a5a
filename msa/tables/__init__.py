"""Tables from and for other people's spreadsheets: reading what comes in, writing what cannot do harm."""

from msa.tables.places import column_letter, where
from msa.tables.reading import read_table
from msa.tables.types import Limits, Problem, Table, TableError
from msa.tables.writing import write_csv, write_xlsx

__all__ = [
    "Limits",
    "Problem",
    "Table",
    "TableError",
    "column_letter",
    "read_table",
    "where",
    "write_csv",
    "write_xlsx",
]
