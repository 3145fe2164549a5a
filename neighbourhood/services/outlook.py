"""Whether a new snapshot has a chance, said before somebody asks for one. Reads no conversation (P8).

How many conversations ever joined the register is known from the sizes of the batches. A snapshot keeps that
number on the server, the newest only; a page gets no more than whether ten came since (P9).
"""

from enum import StrEnum

from django.db.models import Sum

from housevisits.models import ReleaseBatch
from neighbourhood.figures.rounding import RULES
from neighbourhood.models import Snapshot
from projects.models import Project

RELEASED = "released"  # in `Snapshot.audit`


class Outlook(StrEnum):
    """NONE: not ten conversations yet. FEW: not ten since the last one. OPEN: enough, or not known."""

    NONE = "none"
    FEW = "few"
    OPEN = "open"


def snapshot_outlook(project: Project, newest: Snapshot | None) -> Outlook:
    """What may be said beforehand; the worker decides. One query.

    newest: the newest snapshot with its `audit`. Withdrawals are not known here, so that FEW is a likelihood.
    """
    released = released_ever(project)
    if newest is None:
        return Outlook.NONE if released < RULES.least else Outlook.OPEN
    before = newest.audit.get(RELEASED)
    return Outlook.FEW if before is not None and released - before < RULES.least else Outlook.OPEN


def released_ever(project: Project) -> int:
    """How many conversations joined the register in all, withdrawn ones included. Never shown."""
    batches = ReleaseBatch.objects.filter(project_key=project.key)
    return int(batches.aggregate(total=Sum("size"))["total"] or 0)


def forget_released(project: Project, newest: Snapshot) -> None:
    """Take the exact number out of every snapshot but the newest."""
    for old in Snapshot.objects.filter(project=project, audit__has_key=RELEASED).exclude(pk=newest.pk):
        old.audit.pop(RELEASED)
        old.save(update_fields=["audit"])
