"""Tables of a snapshot, the same rows for screen, CSV, XLSX and the appendix of the report (P14)."""

from collections.abc import Iterator
from dataclasses import dataclass

from neighbourhood.figures.types import Breakdown, Figures, GroupFigures, QuestionFigures
from neighbourhood.figures.wording import n_text
from neighbourhood.publication.charts.wording import mean_number, mean_text, option_labels


@dataclass(frozen=True)
class TableRow:
    """One answer: its label and, for each column of the table, what is shown there.

    texts: 'afgerond 95' or the words of an end band. short: the same without 'afgerond', for a table whose
    caption says it. counts: the rounded numbers; 0 and n where a band stands.
    """

    label: str
    texts: tuple[str, ...]
    short: tuple[str, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True)
class QuestionTable:
    """A question for everybody (`background` empty) or by one background.

    title: the question. by: 'Heel de buurt' or the background's name. columns: 'Heel de buurt' or the groups.
    ns, n_texts: the rounded n of each column, and in words. means: per column the mean in words, empty where
    the question has none; mean_numbers: only the number. as_of: day of the figures, 'YYYY-MM-DD'. note: why
    there is nothing to see, in Dutch; then there are neither columns nor rows.
    """

    key: str
    title: str
    background: str
    by: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    ns: tuple[int, ...]
    n_texts: tuple[str, ...]
    means: tuple[str, ...]
    mean_numbers: tuple[str, ...]
    as_of: str
    note: str = ""

    @property
    def has_means(self) -> bool:
        return any(self.means)


def tables_of(question: QuestionFigures) -> list[QuestionTable]:
    """The table of everybody together, then one per background."""
    whole = _table(question, "", question.whole.label, (question.whole,), question.as_of, "")
    return [whole, *(_of_breakdown(question, part) for part in question.breakdowns)]


def all_tables(figures: Figures) -> list[QuestionTable]:
    """All tables of a snapshot, in the order of the questions."""
    return [table for question in figures.questions for table in tables_of(question)]


def _of_breakdown(question: QuestionFigures, part: Breakdown) -> QuestionTable:
    return _table(question, part.background, part.label, part.groups, part.as_of, part.note)


def _table(
    question: QuestionFigures,
    background: str,
    by: str,
    groups: tuple[GroupFigures, ...],
    as_of: str,
    note: str,
) -> QuestionTable:
    return QuestionTable(
        key=question.key,
        title=question.label,
        background=background,
        by=by,
        columns=tuple(group.label for group in groups),
        rows=tuple(_rows(question, groups)) if groups else (),
        ns=tuple(group.n for group in groups),
        n_texts=tuple(n_text(group.n) for group in groups),
        means=tuple(mean_text(question, group) for group in groups),
        mean_numbers=tuple(mean_number(question, group) for group in groups),
        as_of=as_of,
        note=note,
    )


def _rows(question: QuestionFigures, groups: tuple[GroupFigures, ...]) -> Iterator[TableRow]:
    labels = option_labels(question)
    for place, cell in enumerate(groups[0].cells):
        shown = [group.cells[place] for group in groups]
        yield TableRow(
            labels[cell.option],
            tuple(one.text for one in shown),
            tuple(one.text if one.band != "none" else str(one.count) for one in shown),
            tuple(one.count for one in shown),
        )
