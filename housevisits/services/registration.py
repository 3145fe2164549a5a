"""From a finished registration to a sealed box in the waiting room (P2)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction

from housevisits.models import SealedRegistration
from msa.privacy import vault
from projects.models import Project

# As many boxes as are written with one statement: 100 boxes are about 3 MB.
CHUNK = 100


class StoryText(NamedTuple):
    """One text. sphere and valence are both empty for 'wat is hierin belangrijk?' of a card."""

    sphere: str
    valence: str
    card: str
    text: str


@dataclass(frozen=True)
class Registration:
    """One conversation as it goes into a box: without author, address or time.

    set_key: of the question set that was filled in. block_key: empty for 'heel de buurt'.
    month: 'YYYY-MM' or "". held_by: an option key or "". answers: {question key: option key}, without
    held_by. cards: card keys. receipt_hash: from `receipts.code_hash`, or None.
    outlives: the withdrawal that was already there when this was handed in, which it must survive (P5).
    """

    set_key: UUID
    block_key: UUID | None = None
    month: str = ""
    held_by: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    cards: tuple[str, ...] = ()
    texts: tuple[StoryText, ...] = ()
    receipt_hash: bytes | None = None
    outlives: UUID | None = None

    def to_bytes(self) -> bytes:
        """What is sealed: JSON in UTF-8."""
        content = {
            "set": self.set_key.hex,
            "block": self.block_key.hex if self.block_key else "",
            "month": self.month,
            "held_by": self.held_by,
            "answers": self.answers,
            "cards": list(self.cards),
            "texts": [list(text) for text in self.texts],
            "receipt": self.receipt_hash.hex() if self.receipt_hash else "",
            "outlives": self.outlives.hex if self.outlives else "",
        }
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Registration":
        """The reverse of `to_bytes`. Raises ValueError or KeyError for what is no registration."""
        data: dict[str, Any] = json.loads(content)
        return cls(
            set_key=UUID(data["set"]),
            block_key=UUID(data["block"]) if data["block"] else None,
            month=data["month"],
            held_by=data["held_by"],
            answers=data["answers"],
            cards=tuple(data["cards"]),
            texts=tuple(StoryText(*text) for text in data["texts"]),
            receipt_hash=bytes.fromhex(data["receipt"]) or None,
            outlives=UUID(data["outlives"]) if data["outlives"] else None,
        )


def seal_registrations(project: Project, registrations: Iterable[Registration]) -> int:
    """Put `registrations` of `project` in the waiting room, each in its own box; all or none.

    Returns how many went in. Raises `vault.TooLarge` when a text does not fit. The caller starts the
    release: `tasks.release_soon(project)` inside the same transaction.
    """
    count = 0
    with transaction.atomic(savepoint=False):
        for chunk in _chunks(registrations):
            SealedRegistration.objects.bulk_create([_box(project, one) for one in chunk])
            count += len(chunk)
    return count


def _box(project: Project, registration: Registration) -> SealedRegistration:
    return SealedRegistration(project_key=project.key, box=vault.seal(registration.to_bytes()))


def _chunks(registrations: Iterable[Registration]) -> Iterable[list[Registration]]:
    chunk: list[Registration] = []
    for registration in registrations:
        chunk.append(registration)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
