"""From the waiting room into the register, in shuffled batches (P2). Runs in the worker only.

Only the worker holds the key that opens a box. Every batch is one transaction that removes its boxes and
writes its conversations and texts in random order under fresh random keys: killed halfway, nothing
happened; run twice, nothing is doubled.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from secrets import SystemRandom
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from housevisits.models import Conversation, ReleaseBatch, SealedRegistration, StoryBlock, Withdrawal
from housevisits.services.grouping import Group, Traits, Waiting, plan, split
from housevisits.services.registration import Registration
from msa.privacy import vault
from msa.privacy.forgetting import scrub
from projects.models import Project

log = logging.getLogger(__name__)
_random = SystemRandom()
# How often to look again when something changed between looking and releasing.
_ROUNDS = 3
_READ_AT_ONCE = 200


@dataclass
class _Room:
    """What was found in the waiting room of one project."""

    waiting: list[Waiting] = field(default_factory=list)
    withdrawn: list[UUID] = field(default_factory=list)
    unreadable: int = 0


def waiting_count(project: Project) -> int:
    """How many registrations of `project` wait for release."""
    return SealedRegistration.objects.filter(project_key=project.key).count()


def release(project_key: str | UUID) -> int:
    """Release what may be released of one project. Returns how many boxes could not be opened.

    Such boxes stay where they are and are reported by number. Raises MissingKey outside the worker.
    """
    project = Project.objects.filter(key=project_key).first()
    if project is None:
        return 0
    unreadable = 0
    for _round in range(_ROUNDS):
        room = _look(project)
        unreadable = room.unreadable
        SealedRegistration.objects.filter(pk__in=room.withdrawn).delete()
        groups = plan(room.waiting, timezone.localdate())
        if all(_release_group(project, group) for group in groups):
            break
    if unreadable:
        log.error("%d waiting boxes of project %s cannot be opened", unreadable, project.key)
    scrub()
    return unreadable


def release_everywhere() -> None:
    """Release in all projects, then finish the withdrawals that were there when this began."""
    queued = list(Withdrawal.objects.values_list("pk", flat=True))
    keys = SealedRegistration.objects.order_by().values_list("project_key", flat=True).distinct()
    if not sum(release(key) for key in list(keys)):
        _finish_withdrawals(queued)
    scrub()


def _look(project: Project) -> _Room:
    room = _Room()
    withdrawals = dict(_withdrawals())
    blocks = set(project.blocks.values_list("key", flat=True))
    rows = SealedRegistration.objects.filter(project_key=project.key).values_list("pk", "box")
    for key, box in rows.iterator(chunk_size=_READ_AT_ONCE):
        registration = _open(box)
        if registration is None:
            room.unreadable += 1
        elif _is_withdrawn(registration, withdrawals):
            room.withdrawn.append(key)
        else:
            room.waiting.append(Waiting(key, _traits(registration, blocks)))
    return room


def _open(box: bytes | memoryview) -> Registration | None:
    """The registration in a box, or None where it cannot be opened or is none."""
    try:
        return Registration.from_bytes(vault.open_sealed(bytes(box)))
    except (vault.Unreadable, ValueError, KeyError, TypeError):
        return None


def _traits(registration: Registration, blocks: set[UUID]) -> Traits:
    """A block that no longer exists counts as 'heel de buurt'."""
    block = registration.block_key if registration.block_key in blocks else None
    return Traits(registration.set_key, block, registration.month, registration.held_by)


def _withdrawals() -> Iterator[tuple[bytes, UUID]]:
    for digest, key in Withdrawal.objects.values_list("receipt_hash", "pk"):
        yield bytes(digest), key


def _is_withdrawn(registration: Registration, withdrawals: dict[bytes, UUID]) -> bool:
    """Whether a withdrawal takes this box with it: one of its code that it was not handed in after."""
    withdrawal = withdrawals.get(registration.receipt_hash or b"")
    return withdrawal is not None and withdrawal != registration.outlives


def _release_group(project: Project, group: Group) -> bool:
    keys = list(group.keys)
    _random.shuffle(keys)
    return all(_release_batch(project, group.traits, part) for part in split(keys))


@transaction.atomic
def _release_batch(project: Project, traits: Traits, keys: list[UUID]) -> bool:
    """Let the boxes `keys` join the register together. False when they changed since they were counted.

    The project's row is locked, so that of two workers one waits and then finds the boxes gone.
    """
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    found = SealedRegistration.objects.filter(pk__in=keys)
    registrations = [_open(box) for box in found.values_list("box", flat=True)]
    known = [registration for registration in registrations if registration is not None]
    withdrawals = dict(_withdrawals())
    if len(known) != len(keys) or any(_is_withdrawn(one, withdrawals) for one in known):
        return False
    _random.shuffle(known)
    _join(project, traits, known)
    _drop_outlived(known, withdrawals)
    found.delete()
    ReleaseBatch.objects.create(project_key=project.key, size=len(known))
    return True


def _join(project: Project, traits: Traits, registrations: list[Registration]) -> None:
    conversations, blocks = [], []
    for registration, digest in zip(registrations, _free_codes(registrations), strict=True):
        conversation = _conversation(project, traits, registration, digest)
        conversations.append(conversation)
        blocks += [StoryBlock(conversation=conversation, **text._asdict()) for text in registration.texts]
    _random.shuffle(blocks)
    Conversation.objects.bulk_create(conversations)
    StoryBlock.objects.bulk_create(blocks)


def _conversation(
    project: Project, traits: Traits, registration: Registration, digest: bytes | None
) -> Conversation:
    return Conversation(
        project_key=project.key,
        set_key=traits.set_key,
        block_key=traits.block_key,
        month=traits.month,
        held_by=traits.held_by,
        answers=registration.answers,
        cards=list(registration.cards),
        receipt_hash=digest,
    )


def _free_codes(registrations: list[Registration]) -> list[bytes | None]:
    """The code of each registration, or None where another one already has it.

    One card used at two doors must not open the other one's story, and no story may be lost: the first in
    the register keeps the code.
    """
    wanted = [registration.receipt_hash for registration in registrations]
    rows = Conversation.objects.filter(receipt_hash__in=[digest for digest in wanted if digest])
    taken = {bytes(digest) for digest in rows.values_list("receipt_hash", flat=True) if digest}
    free: list[bytes | None] = []
    for digest in wanted:
        free.append(None if digest in taken else digest)
        taken |= {digest} if digest else set()
    return free


def _drop_outlived(registrations: list[Registration], withdrawals: dict[bytes, UUID]) -> None:
    """A withdrawal has done its work once its correction is in; else it would take that one too."""
    queued = set(withdrawals.values())
    done = [one.outlives for one in registrations if one.outlives and one.outlives in queued]
    Withdrawal.objects.filter(pk__in=done).delete()


def _finish_withdrawals(queued: list[UUID]) -> None:
    """Every box was looked at: what a queued withdrawal is about is released, destroyed or never was."""
    for withdrawal in Withdrawal.objects.filter(pk__in=queued):
        with transaction.atomic():
            Conversation.objects.filter(receipt_hash=withdrawal.receipt_hash).delete()
            withdrawal.delete()
