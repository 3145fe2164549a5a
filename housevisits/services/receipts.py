"""What a resident can do with a receipt code (P5): find the own registration, and take it back.

The code itself is stored nowhere. Its keyed hash is in the sealed box, and later beside the released
conversation.
"""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Value

from housevisits.models import Conversation, StoryBlock, Withdrawal
from msa.privacy import vault
from msa.privacy.forgetting import scrub


@dataclass(frozen=True)
class Standing:
    """What is known of a code when a registration is handed in with it.

    taken: a released conversation has it. withdrawal: the withdrawal that waits for it, or None.
    """

    taken: bool = False
    withdrawal: uuid.UUID | None = None


def code_hash(code: str) -> bytes:
    """The keyed hash of a code as `receiptcodes.clean_code` gives it; 32 bytes."""
    return vault.keyed_hash("receipt", code.encode())


def find(digest: bytes) -> Conversation | None:
    """The released conversation with this code, or None: it waits, was taken back, or never was."""
    return Conversation.objects.filter(receipt_hash=digest).first()


def standing(digest: bytes) -> Standing:
    """What is known of a code, in one query."""
    released = Conversation.objects.filter(receipt_hash=digest).annotate(kind=Value("released"))
    queued = Withdrawal.objects.filter(receipt_hash=digest).annotate(kind=Value("queued"))
    rows = released.values_list("id", "kind").union(queued.values_list("id", "kind"))
    found = {kind: key for key, kind in rows}
    return Standing(taken="released" in found, withdrawal=found.get("queued"))


def withdraw(digest: bytes) -> bool:
    """Take back the registration with this code. Returns True when it was in the register.

    What was released is destroyed now. Else it may wait in a box that only the worker opens: the
    withdrawal is queued and carried out at release. A new withdrawal replaces an older one, so that what
    was handed in between falls under it.
    """
    with transaction.atomic():
        removed, _per_table = Conversation.objects.filter(receipt_hash=digest).delete()
        if not removed:
            Withdrawal.objects.filter(receipt_hash=digest).delete()
            Withdrawal.objects.create(receipt_hash=digest)
    if removed:
        scrub(StoryBlock._meta.db_table, Conversation._meta.db_table)
    return bool(removed)
