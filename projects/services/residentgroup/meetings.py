"""Meetings, their agenda and what was decided."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import AgendaPoint, MeetingState, Membership, Person, Project, ResidentMeeting
from projects.models.residentgroup.meeting import MEETING_MOVES
from projects.services.refusing import Refused
from projects.services.residentgroup.group import changed_fields, group_for
from projects.services.tasks import NewTask, add_tasks


@dataclass(frozen=True)
class Errand:
    """What somebody takes up after a decision."""

    title: str
    owner: Membership
    due_on: date | None = None


@transaction.atomic
def write_meeting(
    *, project: Project, by: Person, fields: dict[str, Any], meeting: ResidentMeeting | None = None
) -> ResidentMeeting:
    """Plan a meeting, or change it. fields: on, at, place, asked."""
    new = meeting is None
    meeting = meeting or ResidentMeeting(group=group_for(project))
    changed = changed_fields(meeting, fields)
    meeting.save()
    if new or changed:
        act = "resident meeting planned" if new else "resident meeting changed"
        record(person=by, act=act, subject=str(meeting), project=project)
    return meeting


@transaction.atomic
def write_report(*, meeting: ResidentMeeting, by: Person, text: str) -> None:
    """What was said, for the group to read."""
    if meeting.report != text:
        meeting.report = text
        meeting.save(update_fields=["report"])
        record(person=by, act="resident meeting reported", subject=str(meeting), project=_project(meeting))


@transaction.atomic
def move_meeting(*, meeting: ResidentMeeting, by: Person, to: str) -> None:
    """Say that a meeting was held, does not take place, or is planned again.

    Raises Refused for a move that MEETING_MOVES does not know, and for one held that is still to come.
    """
    held = ResidentMeeting.objects.select_for_update().get(pk=meeting.pk)
    if to not in MEETING_MOVES[held.state]:
        raise Refused(_("Dat kan nu niet: de bijeenkomst is al ‘%s’.") % held.get_state_display())
    if to == MeetingState.HELD and held.on > timezone.localdate():
        raise Refused(_("Deze bijeenkomst moet nog komen. Klopt de datum niet, wijzig die dan eerst."))
    meeting.state = to
    meeting.save(update_fields=["state"])
    record(person=by, act=f"resident meeting {to}", subject=str(meeting), project=_project(meeting))


@transaction.atomic
def write_point(
    *, meeting: ResidentMeeting, by: Person, fields: dict[str, Any], point: AgendaPoint | None = None
) -> AgendaPoint:
    """Put a point on the agenda, or change it. fields: title, about, subject, level.

    Without a level it is the one of the subject. Raises Refused when neither is there, or it is called off.
    """
    _refuse_cancelled(meeting)
    subject = fields["subject"]
    level = fields["level"] or (subject.level if subject else "")
    if not level:
        raise Refused(_("Kies een onderwerp uit de tabel, of zeg hier hoeveel invloed de groep heeft."))
    new = point is None
    point = point or AgendaPoint(meeting=meeting, order=meeting.points.count())
    changed = changed_fields(point, fields | {"level": level})
    point.save()
    if new or changed:
        record(person=by, act="agenda changed", subject=_named(point), project=_project(meeting))
    return point


@transaction.atomic
def remove_point(*, point: AgendaPoint, by: Person) -> None:
    """Take a point off the agenda. Raises Refused while a decision stands there: that is taken away first."""
    if point.decision:
        raise Refused(_("Hierover is iets besloten. Haal eerst dat besluit weg."))
    subject = f"{_named(point)} removed"
    record(person=by, act="agenda changed", subject=subject, project=_project(point.meeting))
    point.delete()


@transaction.atomic
def decide(*, point: AgendaPoint, by: Person, decision: str, errand: Errand | None = None) -> None:
    """Write down what was decided, or take it away with ''; an errand becomes a task of the team.

    Raises Refused when the meeting is called off.
    """
    _refuse_cancelled(point.meeting)
    project = _project(point.meeting)
    if point.decision != decision:
        before = _note(point)
        if point.decision or point.decision_changed_at:  # others could read it: say that it is another now
            point.decision_changed_at = timezone.now()
        point.decision = decision
        point.save(update_fields=["decision", "decision_changed_at"])
        # A task repeats the decision: what is wrong in one must not stay in the other.
        project.tasks.filter(origin=point.origin, note=before).update(note=_note(point))
        act = "agenda decided" if decision else "agenda decision removed"
        record(person=by, act=act, subject=_named(point), project=project)
    if errand:
        _give_errand(project, by, point, errand)


def _give_errand(project: Project, by: Person, point: AgendaPoint, errand: Errand) -> None:
    task = NewTask(project.phase, errand.title, _note(point), errand.owner, errand.due_on)
    add_tasks(project=project, by=by, tasks=[task], origin=point.origin)


def _note(point: AgendaPoint) -> str:
    """What a task that came from this decision says."""
    if not point.decision:
        return ""
    return (_("Besloten met de bewonersprojectgroep: %(decision)s") % {"decision": point.decision})[:1000]


def _named(point: AgendaPoint) -> str:
    """For the audit trail, which keeps no text: that may have to be taken away one day."""
    return f"{point.meeting}: point {point.pk}"


def _refuse_cancelled(meeting: ResidentMeeting) -> None:
    if meeting.cancelled:
        raise Refused(_("Deze bijeenkomst gaat niet door. Zet haar eerst terug op gepland."))


def _project(meeting: ResidentMeeting) -> Project:
    return meeting.group.project
