"""Rows of an import that wait for a person, and settling them later."""

import json
from dataclasses import dataclass, field, replace

from django.db import transaction

from housevisits.imports.forms import FormsRow
from housevisits.models import HeldRow
from housevisits.reading import reader_for
from housevisits.services.imports.rows import registration_of, row_from_dict, row_to_dict
from housevisits.services.imports.texts import (
    Choice,
    Decision,
    Decisions,
    PointingText,
    place_of,
    settled_texts,
    unsettled,
)
from housevisits.services.questionsets import ensure_default, in_use
from housevisits.services.registration import seal_registrations
from housevisits.tasks import release_soon
from msa.privacy import vault
from projects.models import Project


@dataclass(frozen=True)
class Waiting:
    """What is in the box of a held row: the row whole, and what was decided about its texts so far."""

    row: FormsRow
    decisions: Decisions = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        decided = {place: one.to_dict() for place, one in self.decisions.items()}
        return json.dumps({"row": row_to_dict(self.row), "decisions": decided}, ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Waiting":
        data = json.loads(content)
        decided = {place: Decision.from_dict(one) for place, one in data["decisions"].items()}
        return cls(row_from_dict(data["row"]), decided)


def hold(*, project: Project, row: FormsRow, decisions: Decisions) -> HeldRow:
    """A held row, not stored yet: locked, with the decisions that were made except 'later'."""
    own = {place: one for place, one in decisions.items() if place.startswith(f"{row.row_number}:")}
    return HeldRow(project=project, box=vault.lock(_decided(row, own).to_bytes()))


def _decided(row: FormsRow, decisions: Decisions) -> Waiting:
    """The row with what was rewritten or removed in the place of what stood there; the rest is still open."""
    written = {
        place: one.text if one.choice == Choice.REWRITE else ""
        for place, one in decisions.items()
        if one.choice in (Choice.REWRITE, Choice.REMOVE)
    }
    texts = (
        replace(text, text=written.get(place_of(row, position), text.text))
        for position, text in enumerate(row.texts)
    )
    kept = {place: one for place, one in decisions.items() if one.choice == Choice.KEEP}
    return Waiting(replace(row, texts=tuple(texts)), kept)


def open_row(held: HeldRow) -> Waiting:
    """What waits in a held row. Raises `vault.Unreadable`."""
    return Waiting.from_bytes(vault.unlock(bytes(held.box)))


def next_text(held: HeldRow) -> PointingText | None:
    """The first text of a held row that is not settled yet; None when all are."""
    waiting = open_row(held)
    return unsettled(project=held.project, row=waiting.row, decisions=waiting.decisions)


@transaction.atomic
def settle_held(*, held: HeldRow, decisions: Decisions) -> bool:
    """Keep decisions about a held row; let it go to the waiting room when every text is settled.

    Returns whether it went. 'Later' leaves the row as it is. Raises `vault.TooLarge` for what fits no box.
    """
    held = HeldRow.objects.select_for_update().get(pk=held.pk)
    waiting = open_row(held)
    waiting = _decided(waiting.row, waiting.decisions | decisions)
    texts = settled_texts(reader_for(held.project), waiting.row, waiting.decisions)
    if texts is None:
        held.box = vault.lock(waiting.to_bytes())
        held.save(update_fields=["box"])
        return False
    set_key = (in_use(held.project) or ensure_default(held.project)).key
    seal_registrations(held.project, [registration_of(replace(waiting.row, texts=texts), set_key)])
    held.delete()
    release_soon(held.project)
    return True
