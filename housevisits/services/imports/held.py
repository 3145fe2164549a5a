"""Rows of an import that wait for a person, and settling them later."""

from dataclasses import replace

from django.db import transaction

from housevisits.imports.forms import FormsRow
from housevisits.models import HeldRow
from housevisits.reading import reader_for
from housevisits.services.imports.forms import registration_of, row_from_bytes
from housevisits.services.imports.texts import Decisions, settled_texts
from housevisits.services.questionsets import ensure_default, in_use
from housevisits.services.registration import seal_registrations
from housevisits.tasks import release_soon
from msa.privacy import vault


def open_row(held: HeldRow) -> FormsRow:
    """What waits in a held row. Raises `vault.Unreadable`."""
    return row_from_bytes(vault.unlock(held.box))


@transaction.atomic
def settle_held(*, held: HeldRow, decisions: Decisions) -> bool:
    """Let a held row go to the waiting room when every text of it is settled. Returns whether it went."""
    held = HeldRow.objects.select_for_update().get(pk=held.pk)
    row = open_row(held)
    texts = settled_texts(reader_for(held.project), row, decisions)
    if texts is None:
        return False
    set_key = (in_use(held.project) or ensure_default(held.project)).key
    seal_registrations(held.project, [registration_of(replace(row, texts=texts), set_key)])
    held.delete()
    release_soon(held.project)
    return True
