"""Texts of an import that point at a person: found, and settled by a person one at a time (P17)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from housevisits.imports.forms import FormsRow, FormsText
from housevisits.reading import reader_for
from housevisits.services.imports.progress import Report, reported, silent
from msa.privacy.reading import Finding, Reader, Severity
from msa.privacy.text import clean_text
from msa.tables.numbers import grouped
from projects.models import Project

MAX_TEXT = 20_000  # characters, as when somebody registers a conversation


class Choice(StrEnum):
    """What a person decided about a text."""

    REWRITE = "rewrite"
    KEEP = "keep"
    REMOVE = "remove"
    LATER = "later"


@dataclass(frozen=True)
class Decision:
    """One choice. text: the rewritten text. Keeping is possible for what is only likely (P17)."""

    choice: Choice
    text: str = ""

    def to_dict(self) -> dict[str, str]:
        return {"choice": self.choice.value, "text": self.text}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Decision":
        return cls(Choice(data["choice"]), data.get("text", ""))


Decisions = dict[str, Decision]


@dataclass(frozen=True)
class PointingText:
    """A text that points at a person or is too long. place: key of its decision, 'row:number of the text'."""

    place: str
    row_number: int
    column: str
    text: str
    findings: tuple[Finding, ...]

    @property
    def certain(self) -> bool:
        """Whether it cannot be kept as it is: too long, or something in it is certain by its form."""
        return bool(length_problem(self.text)) or any(
            finding.severity == Severity.CERTAIN for finding in self.findings
        )


def place_of(row: FormsRow, position: int) -> str:
    """The key under which the decision about a text is kept."""
    return f"{row.row_number}:{position}"


def length_problem(text: str) -> str:
    """What to say of a text that is too long, in Dutch; "" when it fits."""
    if len(text) <= MAX_TEXT:
        return ""
    return _("Deze tekst heeft %(length)s tekens; er passen er %(limit)s. Kort hem in.") % {
        "length": grouped(len(text)),
        "limit": grouped(MAX_TEXT),
    }


def pointing_texts(
    *, project: Project, rows: tuple[FormsRow, ...], report: Report = silent
) -> Iterator[PointingText]:
    """Every text of `rows` with something that blocks, in the order of the file."""
    reader = reader_for(project)
    for row in reported(rows, report):
        for position, text in enumerate(row.texts):
            findings = blocking(reader, text.text)
            if findings or length_problem(clean_text(text.text)):
                place = place_of(row, position)
                yield PointingText(place, row.row_number, text.column, text.text, findings)


def blocking(reader: Reader, text: str) -> tuple[Finding, ...]:
    """What blocks a text: all but hints."""
    return tuple(found for found in reader.read(text) if found.severity != Severity.HINT)


def unsettled(*, project: Project, row: FormsRow, decisions: Decisions) -> PointingText | None:
    """The first text of a row that still waits, as it stands after its decision; None when none does."""
    reader = reader_for(project)
    for position, text in enumerate(row.texts):
        place = place_of(row, position)
        decision = decisions.get(place)
        if _after(reader, text, decision) is None:
            rewritten = decision is not None and decision.choice == Choice.REWRITE
            written = decision.text if decision is not None and rewritten else text.text
            return PointingText(place, row.row_number, text.column, written, blocking(reader, written))
    return None


def settled_texts(reader: Reader, row: FormsRow, decisions: Decisions) -> tuple[FormsText, ...] | None:
    """The texts of a row after the decisions, without what was removed; None when one has to wait.

    A rewritten text is read again: what still points at a person waits too.
    """
    settled = []
    for position, text in enumerate(row.texts):
        decision = decisions.get(place_of(row, position))
        after = _after(reader, text, decision)
        if after is None:
            return None
        if after:
            settled.append(FormsText(text.sphere, text.valence, after, text.column))
    return tuple(settled)


def _after(reader: Reader, text: FormsText, decision: Decision | None) -> str | None:
    """The text after a decision, "" when it was removed, None when it waits."""
    if decision is not None and decision.choice == Choice.REMOVE:
        return ""
    if decision is not None and decision.choice == Choice.LATER:
        return None
    written = decision.text if decision is not None and decision.choice == Choice.REWRITE else text.text
    cleaned = clean_text(written)
    findings = blocking(reader, cleaned)
    if decision is not None and decision.choice == Choice.KEEP:
        findings = tuple(found for found in findings if found.severity == Severity.CERTAIN)
    return None if findings or length_problem(cleaned) else cleaned
