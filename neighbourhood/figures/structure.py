"""Does a snapshot keep to P10, P11 and P12? (P13, part a)

Everything is counted again here, from the register and with pandas, without the code that made the
figures; a mistake there does not repeat itself here. The numbers of the rules are fixed.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from django.utils.translation import gettext as _

from neighbourhood.figures import wording
from neighbourhood.figures.records import Result, StoredSnapshot
from neighbourhood.figures.rounding import WINDOW
from neighbourhood.figures.sets import PublishedSets, SetTable, differences, together
from neighbourhood.figures.types import (
    NO_ANSWER,
    NOT_KNOWN,
    WHOLE,
    Band,
    Breakdown,
    Cell,
    ClosedQuestion,
    GroupFigures,
    QuestionFigures,
)

LEAST = 10
Findings = Iterator[str]


def structure_findings(
    result: Result,
    register: pd.DataFrame,
    questions: Sequence[ClosedQuestion],
    backgrounds: Sequence[ClosedQuestion],
    previous: Sequence[StoredSnapshot],
) -> list[str]:
    """What is wrong with the structure, in Dutch; empty when nothing is. Raises KeyError on missing parts."""
    look = _Structure(result, register, questions, backgrounds, previous)
    return list(dict.fromkeys([*look.sets(), *look.distances(), *look.tables()]))


class _Structure:
    def __init__(
        self,
        result: Result,
        register: pd.DataFrame,
        questions: Sequence[ClosedQuestion],
        backgrounds: Sequence[ClosedQuestion],
        previous: Sequence[StoredSnapshot],
    ) -> None:
        self.figures, self.record = result.figures, result.sets
        self.register = register.set_axis([str(key).replace("-", "") for key in register.index])
        self.questions = {question.key: question for question in questions}
        self.backgrounds = {background.key: background for background in backgrounds}
        self.previous = previous

    def sets(self) -> Findings:
        """Groups hold ten, do not overlap, make up the whole, and are who they say they are."""
        for table in self.record.tables:
            name = _("Heel de buurt") if table.background == WHOLE else self._label(table.background)
            rows = self.record.rows(table.name)
            if (rows.sum(axis=1) < LEAST).any():
                yield _("Opbouw: '%(name)s' heeft een groep van minder dan tien.") % {"name": name}
            if (rows.sum(axis=0) > 1).any():
                yield _("Opbouw: de groepen van '%(name)s' overlappen.") % {"name": name}
            if not self._is_as_said(table, rows):
                yield _("Opbouw: de groepen van '%(name)s' kloppen niet met het register.") % {"name": name}

    def distances(self) -> Findings:
        """P12: any two sets differ by none or by at least ten."""
        everything = together([*(stored.sets for stored in self.previous[-WINDOW:]), self.record])
        apart = differences(everything.members, everything.members)
        if ((apart > 0) & (apart < LEAST)).any():
            yield _("Opbouw: twee getoonde groepen verschillen minder dan tien gesprekken.")

    def tables(self) -> Findings:
        """What is shown is the rounded count of who is behind it, or was shown before."""
        if self.figures.n != _five(len(self.register)):
            yield _("Afronding: het aantal gesprekken is niet afgerond.")
        for shown in self.figures.questions:
            if not self._is_right(shown):
                yield _("Afronding: de cijfers van '%(name)s' kloppen niet.") % {"name": shown.label}

    def _label(self, background: str) -> str:
        known = self.backgrounds.get(background)
        return known.label if known else background

    def _is_as_said(self, table: SetTable, rows: np.ndarray) -> bool:
        if table.edition != self.figures.edition:
            return self._was_stored(table, self.record)
        if table.background == WHOLE:
            return set(self.record.ids[rows[0]]) == set(self.register.index)
        behind = [set(self.record.ids[row]) for row in rows]
        if set().union(*behind) != set(self.register.index):
            return False
        classes = self._classes(table.background)
        expected = [set(classes.index[classes.isin(group.parts)]) for group in table.groups]
        return behind == expected

    def _was_stored(self, table: SetTable, record: PublishedSets) -> bool:
        for stored in self.previous[-1:]:
            if table in stored.sets.tables:
                now, then = record.rows(table.name), stored.sets.rows(table.name)
                pairs = zip(now, then, strict=True)
                return all(set(record.ids[a]) == set(stored.sets.ids[b]) for a, b in pairs)
        return False

    def _classes(self, background: str) -> pd.Series:
        """Everybody's class of a background, NOT_KNOWN where it is missing or withheld."""
        column = self.register[background].astype(object)
        known = column.notna() & ~column.isin(["", self.backgrounds[background].undisclosed])
        return column.where(known, NOT_KNOWN)

    def _is_right(self, shown: QuestionFigures) -> bool:
        question = self.questions[shown.key]
        if shown.edition != self.figures.edition:
            return self._is_kept(shown)
        counts = self._answers(question)
        whole = self._is_counted(shown.whole, question, counts, self.register.index)
        return whole and all(self._is_right_by(part, shown, question, counts) for part in shown.breakdowns)

    def _is_right_by(
        self, part: Breakdown, shown: QuestionFigures, question: ClosedQuestion, counts: pd.Series
    ) -> bool:
        if not part.groups:
            return True
        if part.edition != self.figures.edition:
            return self._is_kept_part(part, shown)
        table = next(t for t in self.record.tables if t.name == (part.background, part.edition))
        if [group.key for group in part.groups] != [group.key for group in table.groups]:
            return False
        rows = self.record.rows(table.name)
        pairs = zip(part.groups, rows, strict=True)
        return all(self._is_counted(group, question, counts, self.record.ids[row]) for group, row in pairs)

    def _is_kept(self, shown: QuestionFigures) -> bool:
        return bool(self.previous) and shown in self.previous[-1].figures.questions

    def _is_kept_part(self, part: Breakdown, shown: QuestionFigures) -> bool:
        if not self.previous:
            return False
        return part in self.previous[-1].figures.question(shown.key).breakdowns

    def _answers(self, question: ClosedQuestion) -> pd.Series:
        """One answer per entry, by conversation; several of `cards`, NO_ANSWER where there is none."""
        column = self.register[question.key].astype(object)
        if question.kind == "cards":
            column = column.map(
                lambda cards: sorted(set(cards)) if isinstance(cards, (list, tuple)) else None
            )
            column = column.explode()
        return column.where(column.notna() & (column != ""), NO_ANSWER)

    def _is_counted(
        self,
        group: GroupFigures,
        question: ClosedQuestion,
        counts: pd.Series,
        people: Sequence[str] | pd.Index,
    ) -> bool:
        n = len(people)
        exact = counts[counts.index.isin(people)].value_counts()
        keys = [*(option.key for option in question.options), NO_ANSWER]
        if [cell.option for cell in group.cells] != keys or group.n != _five(n):
            return False
        total = _five(n) if question.kind == "cards" else sum(cell.count for cell in group.cells)
        cells = [_expected(key, int(exact.get(key, 0)), n, total) for key in keys]
        return list(group.cells) == cells and group.mean == _mean(question, cells)


def _five(count: int) -> int:
    return 5 * round(count / 5)


def _expected(key: str, count: int, n: int, total: int) -> Cell:
    """The cell that P11 asks for."""
    if count <= 2:
        return Cell(key, 0, "few", wording.count_text(0, "few"), 0.0)
    most = count >= n - 2
    shown = _five(n) if most else _five(count)
    share = round(min(1.0, shown / total), 4)
    band: Band = "most" if most else "none"
    return Cell(key, shown, band, wording.count_text(shown, band), share)


def _mean(question: ClosedQuestion, cells: Sequence[Cell]) -> float | None:
    weights = {cell.option: cell.count for cell in cells}
    scored = [(option.score, weights[option.key]) for option in question.options if option.score is not None]
    total = sum(weight for _score, weight in scored)
    return round(sum(score * weight for score, weight in scored) / total, 1) if total >= LEAST else None
