"""Drafts: a registration while it is being written (P3).

One locked box per draft, of one size, without visit or address. It belongs to a person and a project, ends
after two weeks, and is gone at submit.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from housevisits.models import Draft
from msa.privacy import receiptcodes, vault
from projects.models import Person, Project

WHOLE = "whole"  # the choice 'weet ik niet' of a block: heel de buurt
NO_CARD = ""  # the key of a story without a card


@dataclass
class DraftContent:
    """What is in the box.

    set_key: hex of the question set. code: the receipt code made for this draft; code_choice: 'shown',
    'card' (then typed_code is what stands on the card) or 'none'. block: '' not chosen yet, WHOLE, or hex.
    stories: {card key or NO_CARD: {field: text}}. waved: keys of findings the writer says are no name.
    step: where the writer was last. writers: by field the key of the window that wrote it last (windows.py).
    refused: by field of the step that was sent last what stood there and was not taken, to show it again.
    """

    set_key: str
    code: str
    code_choice: str = "shown"
    typed_code: str = ""
    block: str = ""
    month: str = ""
    held_by: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    cards: list[str] = field(default_factory=list)
    stories: dict[str, dict[str, str]] = field(default_factory=dict)
    waved: list[str] = field(default_factory=list)
    step: str = ""
    writers: dict[str, str] = field(default_factory=dict)
    refused: dict[str, list[str]] = field(default_factory=dict)

    def told(self) -> list[str]:
        """The keys of the stories that count: of the chosen cards, or the one without a card."""
        return self.cards or [NO_CARD]

    def left_out(self) -> list[str]:
        """Keys of stories with text whose card is not chosen any more; they do not go in."""
        return [key for key, texts in self.stories.items() if key not in self.told() and any(texts.values())]


def start(*, person: Person, project: Project, set_key: UUID, held_by: str = "") -> Draft:
    """A new draft of this month, with a receipt code of its own."""
    today = timezone.localdate()
    content = DraftContent(set_key.hex, receiptcodes.new_code(), month=f"{today:%Y-%m}", held_by=held_by)
    return Draft.objects.create(
        person=person,
        project=project,
        box=_lock(content),
        expires_on=today + timedelta(days=settings.RETENTION["draft_days"]),
    )


def own(person: Person, project: Project) -> "QuerySet[Draft]":
    """The drafts of `person` in `project` that have not expired."""
    return Draft.objects.filter(person=person, project=project, expires_on__gte=timezone.localdate())


def read(draft: Draft) -> DraftContent:
    """What is in a draft. Raises `vault.Unreadable`."""
    known: dict[str, Any] = json.loads(vault.unlock(bytes(draft.box)))
    return DraftContent(**known)


def change(draft: Draft, alter: Callable[[DraftContent], object]) -> DraftContent:
    """Read a draft, let `alter` change its content, and keep it; one after the other where two come at once.

    Raises Draft.DoesNotExist when it was submitted or thrown away meanwhile, `vault.TooLarge` when it no
    longer fits.
    """
    with transaction.atomic():
        held = Draft.objects.select_for_update().get(pk=draft.pk)
        content = read(held)
        alter(content)
        Draft.objects.filter(pk=held.pk).update(box=_lock(content))
    return content


def discard(draft: Draft) -> bool:
    """Throw a draft away. False when it was gone already: of two who try, one gets True."""
    return bool(Draft.objects.filter(pk=draft.pk).delete()[0])


def _lock(content: DraftContent) -> bytes:
    return vault.lock(json.dumps(asdict(content), ensure_ascii=False).encode())
