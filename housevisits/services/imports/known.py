"""Knowing rows and files again: keyed hashes, without a link to what became of them (P1, P3).

A fingerprint belongs to a project, and nothing but who holds the key can test whether a guessed row or
file was handed in. That of a file lies with its import and goes when that goes.
"""

import json
from collections.abc import Iterable

from housevisits.imports.forms import FormsRow, fingerprints
from housevisits.models import ImportFingerprint, ImportSession, ImportState
from msa.privacy import vault
from msa.tables import Table
from projects.models import Person, Project


def file_digest(project: Project, table: Table) -> bytes:
    """32 bytes for the cells of a file: the same for the same table in another kind of file."""
    cells = json.dumps([table.columns, table.rows], ensure_ascii=True, separators=(",", ":"))
    return vault.keyed_hash("fingerprint", b"file" + project.key.bytes + cells.encode())


def unfinished(project: Project, person: Person, digest: bytes) -> ImportSession | None:
    """The import of this file that somebody left halfway."""
    mine = ImportSession.objects.filter(project=project, person=person, digest=digest)
    return mine.exclude(state=ImportState.DONE).first()


def handed_in_before(session: ImportSession) -> ImportSession | None:
    """Another import of the same file: the last that was stored, else one that a colleague is busy with."""
    if session.digest is None:
        return None
    same = ImportSession.objects.filter(
        project_id=session.project_id, kind=session.kind, digest=bytes(session.digest)
    )
    others = same.exclude(pk=session.pk).select_related("person").defer("box", "settled")
    stored = others.filter(state=ImportState.DONE).order_by("-stored_on").first()
    return stored or others.exclude(person_id=session.person_id).first()


def row_fingerprints(project: Project, table: Table) -> dict[int, bytes]:
    """Row number -> fingerprint. The same row in two projects gives two fingerprints."""
    key = vault.keyed_hash("fingerprint", project.key.bytes)
    return dict(zip(table.row_numbers, fingerprints(table, key), strict=True))


def unknown_rows(
    project: Project, prints: dict[int, bytes], rows: Iterable[FormsRow]
) -> tuple[FormsRow, ...]:
    """Those of `rows` that were never handed in."""
    known = _known(project)
    return tuple(row for row in rows if prints[row.row_number] not in known)


def remember(project: Project, digests: Iterable[bytes]) -> None:
    """Keep fingerprints. Sorted, so that the order of the table says nothing about the order of the file."""
    new = sorted(set(digests) - _known(project))
    ImportFingerprint.objects.bulk_create(
        (ImportFingerprint(digest=digest, project_key=project.key) for digest in new), batch_size=500
    )


def _known(project: Project) -> set[bytes]:
    kept = ImportFingerprint.objects.filter(project_key=project.key)
    return {bytes(digest) for digest in kept.values_list("digest", flat=True)}
