"""From a checked Google Forms export to sealed registrations, held rows and counts (H11)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from housevisits.imports.forms import FormsMapping, FormsRow
from housevisits.models import HeldRow, SignalCount
from housevisits.reading import reader_for
from housevisits.services.imports.held import hold
from housevisits.services.imports.known import remember, row_fingerprints, unknown_rows
from housevisits.services.imports.progress import Report, reported, silent
from housevisits.services.imports.room import check_export
from housevisits.services.imports.rows import registration_of
from housevisits.services.imports.texts import Decisions, settled_texts
from housevisits.services.questionsets import ensure_default, in_use
from housevisits.services.registration import seal_registrations
from housevisits.tasks import release_soon
from msa.audit import record
from msa.tables import Table
from projects.models import Person, Project


@dataclass(frozen=True)
class FormsOutcome:
    """What an import did. known: rows that were handed in before. held: rows that wait for a person."""

    total: int
    known: int
    stored: int
    held: int
    skipped: int
    signals: dict[str, int]

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class PreparedForms:
    """The rows of an export as they are to be stored, worked out before anything is written.

    prints: row number -> fingerprint, of every row without a problem.
    """

    project: Project
    decisions: Decisions
    total: int
    skipped: int
    prints: dict[int, bytes]
    ready: tuple[FormsRow, ...]
    held: tuple[FormsRow, ...]


def store_forms(
    *,
    project: Project,
    person: Person,
    table: Table,
    mapping: FormsMapping,
    decisions: Decisions,
    leave_out: bool = False,
) -> FormsOutcome:
    """`prepare_forms` and `write_forms` in one go."""
    prepared = prepare_forms(
        project=project, table=table, mapping=mapping, decisions=decisions, leave_out=leave_out
    )
    return write_forms(prepared=prepared, person=person)


def prepare_forms(
    *,
    project: Project,
    table: Table,
    mapping: FormsMapping,
    decisions: Decisions,
    leave_out: bool = False,
    report: Report = silent,
) -> PreparedForms:
    """Check an export and read all new rows along; the long part of storing. Nothing is written.

    leave_out: whether the user chose to go on without rows that have a problem. Raises ValidationError
    when there are problems and that was not chosen.
    """
    checked = check_export(project, table, mapping)
    if checked.blocking or (checked.problems and not leave_out):
        raise ValidationError([str(problem) for problem in checked.problems[:20]])
    prints = row_fingerprints(project, table)
    new = unknown_rows(project, prints, checked.rows)
    ready, held = _settled(project, new, decisions, report)
    return PreparedForms(
        project=project,
        decisions=decisions,
        total=checked.total,
        skipped=len(checked.skipped_rows),
        prints={row.row_number: prints[row.row_number] for row in checked.rows},
        ready=tuple(ready),
        held=tuple(held),
    )


@transaction.atomic
def write_forms(*, prepared: PreparedForms, person: Person) -> FormsOutcome:
    """Store rows: sealed and waiting for release, or held for a person. All or nothing.

    Rows that came in by another import in the meantime are known. Raises `vault.TooLarge`.
    """
    project, prints = prepared.project, prepared.prints
    ready = unknown_rows(project, prints, prepared.ready)
    held = unknown_rows(project, prints, prepared.held)
    remember(project, prints.values())
    set_key = (in_use(project) or ensure_default(project)).key
    seal_registrations(project, (registration_of(row, set_key) for row in ready))
    HeldRow.objects.bulk_create(hold(project=project, row=row, decisions=prepared.decisions) for row in held)
    signals = _count_signals(project, [*ready, *held])
    release_soon(project)
    new = len(ready) + len(held)
    record(person=person, act="forms export imported", subject=f"{new} rows", project=project)
    return FormsOutcome(
        total=prepared.total,
        known=len(prints) - new,
        stored=len(ready),
        held=len(held),
        skipped=prepared.skipped,
        signals=signals,
    )


def _settled(
    project: Project, rows: Sequence[FormsRow], decisions: Decisions, report: Report
) -> tuple[list[FormsRow], list[FormsRow]]:
    reader = reader_for(project)
    ready, held = [], []
    for row in reported(rows, report):
        texts = settled_texts(reader, row, decisions)
        if texts is None:
            held.append(row)
        else:
            ready.append(replace(row, texts=texts))
    return ready, held


def _count_signals(project: Project, rows: list[FormsRow]) -> dict[str, int]:
    counts = Counter(kind for row in rows for kind in row.signals)
    for kind, number in sorted(counts.items()):
        counted, _made = SignalCount.objects.get_or_create(project=project, kind=kind, label="")
        counted.count += number
        counted.save(update_fields=["count"])
    return dict(counts)
