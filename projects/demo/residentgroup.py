"""The resident group of the demo project. Everything is invented; no seat says who somebody is."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.demo import residentgroup_texts as texts
from projects.demo import story
from projects.demo.people import SLUG
from projects.models import (
    Advice,
    AdviceState,
    AdviceStep,
    AgendaPoint,
    InfluenceSubject,
    MeetingState,
    Membership,
    Project,
    ResidentGroup,
    ResidentMeeting,
    Role,
    Seat,
)
from projects.services.residentgroup import add_examples, group_for
from projects.services.tasks import NewTask, add_tasks, finish_task


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Fill the group of the demo project where nobody has written anything yet."""
    project = Project.objects.get(slug=SLUG)
    group = group_for(project)
    if not group.seats.exists():
        _fill(project, group)
    report(
        _("bewonersprojectgroep: %(seats)s stoelen, %(advices)s adviezen")
        % {"seats": group.seats.count(), "advices": group.advices.count()}
    )


def _fill(project: Project, group: ResidentGroup) -> None:
    leader = project.memberships.get(person__email="projectleider@voorbeeld.example")
    group.task, group.rhythm, group.living = texts.TASK, texts.RHYTHM, list(texts.LIVING)
    group.save()
    _seats(project, group)
    add_examples(project=project, by=leader.person)
    meetings = [_meeting(project, group, leader, plan) for plan in texts.MEETINGS]
    subjects = {one.name: one for one in group.subjects.all()}
    for plan in texts.ADVICES:
        _advice(group, plan, meetings, subjects)


def _seats(project: Project, group: ResidentGroup) -> None:
    resident = project.memberships.filter(role=Role.RESIDENT_GROUP).first()
    for order, (perspective, voices, filled) in enumerate(texts.SEATS):
        Seat.objects.create(
            group=group,
            perspective=perspective,
            voices=list(voices),
            filled=filled,
            member=resident if perspective == texts.SEAT_WITH_ACCOUNT else None,
            order=order,
        )


def _meeting(
    project: Project, group: ResidentGroup, leader: Membership, plan: dict[str, Any]
) -> ResidentMeeting:
    day = story.thursday(plan["weeks"])
    meeting = ResidentMeeting.objects.create(
        group=group,
        on=day,
        at=time(19, 30),
        place=texts.PLACE,
        asked=plan.get("asked", ""),
        state=MeetingState.HELD if plan["weeks"] < 0 else MeetingState.PLANNED,
        report=plan.get("report", ""),
    )
    for order, point in enumerate(plan["points"]):
        _point(project, leader, meeting, order, point)
    return meeting


def _point(
    project: Project, leader: Membership, meeting: ResidentMeeting, order: int, plan: dict[str, Any]
) -> None:
    subject = InfluenceSubject.objects.filter(group=meeting.group, name=plan.get("subject", "")).first()
    level = plan.get("level") or (subject.level if subject else "think")
    point = AgendaPoint.objects.create(
        meeting=meeting,
        title=plan["title"],
        about=plan.get("about", ""),
        subject=subject,
        level=level,
        decision=plan.get("decision", ""),
        decision_changed_at=_evening(meeting.on + timedelta(days=plan["changed"]))
        if "changed" in plan
        else None,
        order=order,
    )
    if "task" in plan:
        email, title, done = plan["task"]
        owner = project.memberships.get(person__email=email)
        due_on = meeting.on + timedelta(weeks=3)
        new = NewTask(project.phase, title, owner=owner, due_on=due_on)
        for task in add_tasks(project=project, by=leader.person, tasks=[new], origin=point.origin):
            if done:
                finish_task(task=task, by=owner.person)


def _advice(
    group: ResidentGroup,
    plan: dict[str, Any],
    meetings: list[ResidentMeeting],
    subjects: dict[str, InfluenceSubject],
) -> None:
    advice = Advice.objects.create(
        group=group,
        title=plan["title"],
        subject=subjects.get(plan.get("subject", "")),
        meeting=meetings[plan["meeting"]] if "meeting" in plan else None,
        due_on=_ahead(plan["due"]) if "due" in plan else None,
        state=AdviceState(plan["state"]),
        answer=plan.get("answer", ""),
    )
    seats = {seat.perspective: seat for seat in group.seats.all()}
    for step in plan["steps"]:
        words = {name: step[name] for name in ("text", "answer", "deed") if name in step}
        AdviceStep.objects.create(
            advice=advice,
            kind=step["kind"],
            on=_ahead(step["days"]),
            deed_on=_ahead(step["deed_days"]) if "deed_days" in step else None,
            seat=seats.get(step.get("seat", "")),
            noted=step.get("noted", False),
            changed_at=_moment(step["changed"]) if "changed" in step else None,
            removed_at=_moment(step["removed"]) if "removed" in step else None,
            **words,
        )


def _moment(days: int) -> datetime:
    """So many days from the day the demo is loaded, for what happened at a moment."""
    return _evening(_ahead(days))


def _evening(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(20)))


def _ahead(days: int) -> date:
    """So many days from the day the demo is loaded, so that something always waits."""
    return story.from_today(days)
