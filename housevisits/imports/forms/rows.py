"""From one row of cells to one conversation, or to the problems that stand in the way."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from housevisits.imports.forms.recognition import question_target
from housevisits.imports.forms.types import FormsMapping, FormsRow, FormsText, TargetQuestion
from housevisits.imports.forms.values import splitter_for
from msa.tables import Problem, Table
from msa.tables.dates import read_dates
from msa.tables.words import normalise

_OLDEST = date(2000, 1, 1)
# What people type where they have nothing to say, normalised.
_NOTHING = frozenset(
    ["", "x", "xx", "nvt", "n v t", "geen", "niks", "niets", "nee", "neen", "no", "none", "n a"]
)
_NO_SIGNAL = _NOTHING | {"0", "onwaar", "false", "niet", "niet van toepassing", "geen bijzonderheden"}


class RowReader:
    """Reads rows of one table with one mapping; problems and counts grow on the way."""

    def __init__(
        self, table: Table, mapping: FormsMapping, questions: Sequence[TargetQuestion], today: date | None
    ) -> None:
        self.table = table
        self.mapping = mapping
        self.problems: list[Problem] = []
        self.without_month = self.without_content = self.hollow = self.explanations = 0
        self._targets = [mapping.columns.get(column, "ignore") for column in table.columns]
        self._questions = {question_target(question): question for question in questions}
        self._options = {t: {option.key for option in q.options} for t, q in self._questions.items()}
        self._splitters = {t: splitter_for(q) for t, q in self._questions.items() if q.multiple}
        self._split: dict[str, list[str]] = {}
        self._latest = today + timedelta(days=366) if today else date.max
        self._dates: tuple[date | None, ...] = ()
        if "timestamp" in self._targets:
            column = table.columns[self._targets.index("timestamp")]
            self._dates = read_dates(table.values(column)).dates

    def read(self, position: int) -> FormsRow | None:
        """The conversation in `table.rows[position]`; None when it is empty or a problem was found in it."""
        known = len(self.problems)
        found = _Found()
        for index, cell in enumerate(self.table.rows[position]):
            if cell:
                self._read_cell(found, position, index, cell)
        if len(self.problems) > known:
            return None
        if not (found.answers or found.cards or found.texts):
            self.without_content += 1
            return None
        self.without_month += not found.month
        return found.row(self.table.row_numbers[position])

    def _complain(self, message: str, position: int, index: int) -> None:
        self.problems.append(self.table.problem(message, position, self.table.columns[index]))

    def _read_cell(self, found: "_Found", position: int, index: int, cell: str) -> None:
        target = self._targets[index]
        if target == "timestamp":
            found.month = self._month(position, index, cell)
        elif target.startswith("text:"):
            self._read_text(found, position, index, cell)
        elif target.startswith("signal:"):
            if len(cell) > 40 or normalise(cell) not in _NO_SIGNAL:
                found.signals.add(target.removeprefix("signal:"))
        elif target in self._questions:
            self._read_answer(found, position, index, cell)
        elif target == "block":
            found.block = " ".join(cell.split())

    def _month(self, position: int, index: int, cell: str) -> str:
        day = self._dates[position]
        if day is None:
            self._complain(
                _("'%(text)s' is geen datum die kan bestaan.") % {"text": cell[:40]}, position, index
            )
            return ""
        if not _OLDEST <= day <= self._latest:
            self._complain(_("'%(text)s' ligt te ver weg in de tijd.") % {"text": cell[:40]}, position, index)
        return f"{day:%Y-%m}"

    def _read_text(self, found: "_Found", position: int, index: int, cell: str) -> None:
        if len(cell) < 12 and cell.isascii() and normalise(cell) in _NOTHING:
            self.hollow += 1
            return
        _text, sphere, valence = self._targets[index].split(":")
        found.texts.append(FormsText(sphere, valence, cell, self.table.columns[index]))

    def _read_answer(self, found: "_Found", position: int, index: int, cell: str) -> None:
        target = self._targets[index]
        for value in self._choices(target, cell):
            option = self._option(value, position, index)
            if option:
                found.put(target, option)
                self.explanations += value[:7].lower().startswith(("anders,", "anders:", "anders "))

    def _choices(self, target: str, cell: str) -> list[str]:
        splitter = self._splitters.get(target)
        if splitter is None:
            return [cell]
        if cell not in self._split:
            self._split[cell] = splitter.split(cell)
        return self._split[cell]

    def _option(self, value: str, position: int, index: int) -> str | None:
        """The option that was chosen for a value. None when it means no answer, or is not decided yet."""
        chosen = self.mapping.values.get(self.table.columns[index], {})
        shown = {"value": value[:60]}
        if value not in chosen:
            self._complain(_("'%(value)s' hoort nog bij geen antwoord.") % shown, position, index)
            return None
        option = chosen[value]
        if option is not None and option not in self._options[self._targets[index]]:
            self._complain(_("Het antwoord bij '%(value)s' bestaat niet.") % shown, position, index)
            return None
        return option


class _Found:
    """What was found in one row so far."""

    def __init__(self) -> None:
        self.month = self.block = self.held_by = ""
        self.answers: dict[str, str] = {}
        self.cards: list[str] = []
        self.texts: list[FormsText] = []
        self.signals: set[str] = set()

    def put(self, target: str, option: str) -> None:
        if target == "block":
            self.block = option
        elif target == "held_by":
            self.held_by = option
        elif target != "cards":
            self.answers[target.removeprefix("question:")] = option
        elif option not in self.cards:
            self.cards.append(option)

    def row(self, number: int) -> FormsRow:
        return FormsRow(
            row_number=number,
            month=self.month,
            block=self.block,
            held_by=self.held_by,
            answers=self.answers,
            cards=tuple(self.cards),
            texts=tuple(self.texts),
            signals=tuple(sorted(self.signals)),
        )
