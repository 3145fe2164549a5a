"""The shapes of the import of a Google Forms export."""

from dataclasses import dataclass, field
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from housevisits.imports.columns import ColumnProposal, Confidence
from msa.tables import Problem

How = Literal["same", "similar", "number", "range", "other", "none"]

# Targets of a column. Beside these every closed question has the target "question:<key>".
TARGETS: dict[str, str | Promise] = {
    "timestamp": _("Tijdstempel: alleen de maand wordt bewaard"),
    "block": _("Blok of deelbuurt"),
    "held_by": _("Wie het gesprek voerde"),
    "cards": _("Gesprekskaarten"),
    "text:person:opportunity": _("Verhaal: persoon, kans"),
    "text:person:barrier": _("Verhaal: persoon, belemmering"),
    "text:environment:opportunity": _("Verhaal: omgeving, kans"),
    "text:environment:barrier": _("Verhaal: omgeving, belemmering"),
    "signal:care": _("Zorgsignaal: alleen geteld"),
    "signal:wellbeing": _("Welzijnsvraag: alleen geteld"),
    "signal:home": _("Vraag over woning of werkzaamheden: alleen geteld"),
    "signal:opportunity": _("Kans voor de buurt: alleen geteld"),
    "email": _("E-mailadres: wordt niet bewaard"),
    "name": _("Naam: wordt niet bewaard"),
    "personal": _("Gaat over een persoon of adres: wordt niet bewaard"),
    "ignore": _("Niet meenemen"),
}


@dataclass(frozen=True)
class TargetOption:
    """An answer that can be given, as the question set has it."""

    key: str
    label: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class TargetQuestion:
    """A closed question of the project.

    Four keys are special. `held_by` and `block` fill fields of their own on a row (pass the project's
    blocks as the options of a question `block`, their keys as option keys; without it the text of the
    cell comes through). `cards` (multiple=True) holds the conversation cards. All others end up in
    `FormsRow.answers`.
    """

    key: str
    label: str
    options: tuple[TargetOption, ...]
    multiple: bool = False
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class ValueProposal:
    """One value that occurs in a column, how often, and the option it seems to be (None: ask)."""

    value: str
    count: int
    option: str | None
    confidence: Confidence
    how: How


@dataclass(frozen=True)
class FormsMapping:
    """Which column is what, and which value is which answer.

    columns: every column name -> a target. values: column -> value as it stands in the file (of cards:
    one card) -> option key, or None for 'no answer'. A value that is missing here is a problem in `check`.
    Values may be free text ('anders, namelijk ...'): keep the mapping sealed like the file itself, or keep
    `without_values()`.
    """

    columns: dict[str, str]
    values: dict[str, dict[str, str | None]] = field(default_factory=dict)

    def with_target(self, column: str, target: str) -> "FormsMapping":
        """The same mapping with one column corrected; what was known of its values is forgotten."""
        values = {name: dict(known) for name, known in self.values.items() if name != column}
        return FormsMapping({**self.columns, column: target}, values)

    def with_value(self, column: str, value: str, option: str | None) -> "FormsMapping":
        """The same mapping with one value corrected."""
        known = {**self.values.get(column, {}), value: option}
        return FormsMapping(dict(self.columns), {**self.values, column: known})

    def without_values(self) -> "FormsMapping":
        """Only the columns: fit to be kept for a next export."""
        return FormsMapping(dict(self.columns))

    def to_dict(self) -> dict[str, Any]:
        return {"columns": dict(self.columns), "values": {c: dict(v) for c, v in self.values.items()}}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "FormsMapping":
        values = {column: dict(known) for column, known in data.get("values", {}).items()}
        return cls(dict(data["columns"]), values)


@dataclass(frozen=True)
class FormsProposal:
    """A mapping with what a screen needs: per column a proposal, per closed column its values."""

    mapping: FormsMapping
    columns: tuple[ColumnProposal, ...]
    values: dict[str, tuple[ValueProposal, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def undecided(self) -> int:
        """How many values still need a decision by hand."""
        return sum(value.confidence == "none" for column in self.values.values() for value in column)


@dataclass(frozen=True)
class FormsText:
    """One text of one row. `column` names where it stood, for the screen that shows it alone."""

    sphere: str
    valence: str
    text: str
    column: str = ""


@dataclass(frozen=True)
class FormsRow:
    """One conversation, ready for the waiting room.

    row_number: place in the file, for messages only. month: 'YYYY-MM' or "". block: option key of
    question `block`, else the text of the cell. held_by: option key or "". answers: question -> option.
    signals: the kinds ('care', ...) that had something in them, for counting only.
    """

    row_number: int
    month: str = ""
    block: str = ""
    held_by: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    cards: tuple[str, ...] = ()
    texts: tuple[FormsText, ...] = ()
    signals: tuple[str, ...] = ()


@dataclass(frozen=True)
class FormsCheck:
    """The outcome of a check.

    rows: conversations without a problem. problems: what must be settled, or left out knowingly.
    total: rows in the file. skipped_rows: numbers of rows with a problem.
    dropped_columns: (column, Dutch reason). signal_counts: kind -> rows (of `rows`).
    """

    rows: tuple[FormsRow, ...]
    problems: tuple[Problem, ...]
    total: int
    skipped_rows: tuple[int, ...] = ()
    dropped_columns: tuple[tuple[str, str], ...] = ()
    signal_counts: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """Problems that are not about a row: leaving rows out does not help."""
        return tuple(problem for problem in self.problems if problem.row is None)

    @property
    def complete(self) -> bool:
        """Whether every row can go in."""
        return not self.problems
