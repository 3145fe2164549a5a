"""From a checked Google Forms export to sealed registrations, held rows and counts (H11)."""

from collections import Counter
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from housevisits.imports.forms import FormsMapping, FormsRow, check, fingerprints
from housevisits.models import HeldRow, ImportFingerprint, SignalCount
from housevisits.reading import reader_for
from housevisits.services.imports.held import hold
from housevisits.services.imports.questions import target_questions
from housevisits.services.imports.rows import registration_of
from housevisits.services.imports.texts import Decisions, settled_texts
from housevisits.services.questionsets import ensure_default, in_use
from housevisits.services.registration import seal_registrations
from housevisits.tasks import release_soon
from msa.audit import record
from msa.privacy import vault
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


@transaction.atomic
def store_forms(
    *,
    project: Project,
    person: Person,
    table: Table,
    mapping: FormsMapping,
    decisions: Decisions,
    leave_out: bool = False,
) -> FormsOutcome:
    """Store the new rows of an export: sealed and waiting for release, or held for a person.

    leave_out: whether the user chose to go on without rows that have a problem. Raises ValidationError
    when there are problems and that was not chosen, `vault.TooLarge` for a row that fits no box.
    """
    checked = check(table, mapping, target_questions(project))
    if checked.blocking or (checked.problems and not leave_out):
        raise ValidationError([str(problem) for problem in checked.problems[:20]])
    new = _new_rows(project, table, checked.rows)
    ready, held = _settled(project, new, decisions)
    set_key = (in_use(project) or ensure_default(project)).key
    seal_registrations(project, (registration_of(row, set_key) for row in ready))
    HeldRow.objects.bulk_create(hold(project=project, row=row, decisions=decisions) for row in held)
    signals = _count_signals(project, [*ready, *held])
    release_soon(project)
    record(person=person, act="forms export imported", subject=f"{len(new)} rows", project=project)
    return FormsOutcome(
        total=checked.total,
        known=len(checked.rows) - len(new),
        stored=len(ready),
        held=len(held),
        skipped=len(checked.skipped_rows),
        signals=signals,
    )


def _new_rows(project: Project, table: Table, rows: tuple[FormsRow, ...]) -> list[FormsRow]:
    """The rows that were never handed in, and remember them by a keyed hash without a link."""
    prints = dict(zip(table.row_numbers, fingerprints(table, _key_of(project)), strict=True))
    wanted = {prints[row.row_number] for row in rows}
    known = {
        bytes(digest)
        for digest in ImportFingerprint.objects.filter(project_key=project.key).values_list(
            "digest", flat=True
        )
    }
    new = [row for row in rows if prints[row.row_number] not in known]
    # Sorted, so that the order of the table says nothing about the order of the file.
    ImportFingerprint.objects.bulk_create(
        (ImportFingerprint(digest=digest, project_key=project.key) for digest in sorted(wanted - known)),
        batch_size=500,
    )
    return new


def _key_of(project: Project) -> bytes:
    """A key of its own for each project: the same row in two projects gives two fingerprints."""
    return vault.keyed_hash("fingerprint", project.key.bytes)


def _settled(
    project: Project, rows: list[FormsRow], decisions: Decisions
) -> tuple[list[FormsRow], list[FormsRow]]:
    reader = reader_for(project)
    ready, held = [], []
    for row in rows:
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
