"""Writes of the communication calendar (V4)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypedDict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.access import roles_for
from projects.agreements.proposal_days import proposed
from projects.models import CommunicationMoment, Membership, Person, Project
from projects.services.refusing import Refused
from projects.services.writing import named, write

KEPT_AFTER_REMOVAL = timedelta(days=1)  # so long it can be put back


class Fields(TypedDict):
    """What is written down about a moment, as the form hands it over."""

    on: date
    audience: str
    channel: str
    message: str
    member: Membership | None
    function: str


@transaction.atomic
def add_moment(*, project: Project, by: Person, fields: Fields) -> CommunicationMoment:
    """Put a moment in the calendar. Raises Refused for a member of another project."""
    moment = CommunicationMoment(project=project)
    _write(moment, fields)
    moment.save()
    record(person=by, act="communication added", subject=named(moment), project=project)
    return moment


@transaction.atomic
def change_moment(*, moment: CommunicationMoment, by: Person, fields: Fields) -> list[str]:
    """Write down what is different; returns the names of what changed.

    Raises Refused for a member who cannot do it; who had it already may keep it.
    """
    changed = [name for name, value in fields.items() if getattr(moment, name) != value]
    _write(moment, fields)
    if changed:
        moment.save(update_fields=changed)
        subject = named(moment, changed)
        record(person=by, act="communication changed", subject=subject, project=moment.project)
    return changed


def _write(moment: CommunicationMoment, fields: Fields) -> None:
    member = fields["member"]
    stays = member is not None and member.pk == moment.member_id
    if member is not None and not stays and not may_do(member, moment.project):
        raise Refused(_("%(name)s doet niet mee in dit project.") % {"name": member.person})
    for name, value in fields.items():
        setattr(moment, name, value)


def may_do(member: Membership, project: Project) -> bool:
    """Whether `member` can be the one who does a moment of `project`."""
    here = member.active and member.project_id == project.pk
    return here and member.role in roles_for("projects.finish_communication")


@transaction.atomic
def finish_moment(*, moment: CommunicationMoment, by: Person) -> None:
    """It was done today. Doing it twice changes nothing."""
    if moment.done_on is None:
        today = {"done_on": timezone.localdate(), "done_by": by}
        write(moment, by=by, act="communication done", **today)


@transaction.atomic
def reopen_moment(*, moment: CommunicationMoment, by: Person) -> None:
    """Undo `finish_moment`."""
    if moment.done_on is not None:
        undone = {"done_on": None, "done_by": None}
        write(moment, by=by, act="communication reopened", **undone)


@transaction.atomic
def remove_moment(*, moment: CommunicationMoment, by: Person) -> None:
    """Take a moment away; `restore_moment` undoes it for a while. What went longer ago is erased."""
    now = timezone.now()
    moment.project.communication.filter(removed_at__lt=now - KEPT_AFTER_REMOVAL, origin="").delete()
    if moment.removed_at is None:
        write(moment, by=by, act="communication removed", removed_at=now)


@transaction.atomic
def restore_moment(*, moment: CommunicationMoment, by: Person) -> None:
    """Undo `remove_moment`."""
    if moment.removed_at is not None:
        write(moment, by=by, act="communication restored", removed_at=None)


@transaction.atomic
def take_proposals(*, project: Project, by: Person, keys: Sequence[str]) -> int:
    """Put proposals in the calendar, each once and none that is too late; returns how many are new."""
    Project.objects.select_for_update().get(pk=project.pk)
    made = [
        CommunicationMoment(
            project=project,
            origin=one.proposal.key,
            on=one.on,
            audience=one.proposal.audience,
            channel=one.proposal.channel,
            message=one.proposal.message,
            function=one.proposal.function,
        )
        for one in proposed(project).offered
        if one.proposal.key in keys
    ]
    CommunicationMoment.objects.bulk_create(made)
    if made:
        record(person=by, act="communication added", subject=f"{len(made)} proposals", project=project)
    return len(made)


@transaction.atomic
def give_moments(*, giver: Membership, taker: Membership, by: Person) -> int:
    """All open moments of `giver` go to `taker`; returns how many."""
    given = giver.communication.open().update(member=taker)
    if given:
        subject = f"{given} to {taker.person}"
        record(person=by, act="communication given", subject=subject, project=giver.project)
    return given
