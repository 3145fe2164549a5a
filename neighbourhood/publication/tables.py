"""Tables of a snapshot, the same rows for screen, CSV, XLSX and the appendix of the report (P14)."""

from dataclasses import dataclass

from neighbourhood.figures.types import Figures, QuestionFigures


@dataclass(frozen=True)
class TableRow:
    """One answer: its label and, for each column of the table, what is shown there."""

    label: str
    texts: tuple[str, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True)
class QuestionTable:
    """A question for everybody (`background` empty) or by one background.

    columns: 'Heel de buurt' or the groups. n_texts: one per column. note: why there is nothing, in Dutch.
    means: per column the mean in words, empty where the question has none. as_of: day of the figures.
    """

    key: str
    title: str
    background: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    n_texts: tuple[str, ...]
    means: tuple[str, ...]
    as_of: str
    note: str = ""


def tables_of(question: QuestionFigures) -> list[QuestionTable]:
    """The table of everybody together, then one per background."""
    raise NotImplementedError


def all_tables(figures: Figures) -> list[QuestionTable]:
    """All tables of a snapshot, in the order of the questions."""
    raise NotImplementedError
