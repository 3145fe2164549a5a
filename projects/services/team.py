"""Writes about the team on the road (V3): when somebody can, and who does what on a visit."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from msa.audit import record
from projects.models import Absence, Availability, Membership, Person, Project, VisitDuty
from projects.overviews.duties import AGREED, COPIED

Days = tuple[date, date]


@transaction.atomic
def set_availability(
    *, membership: Membership, half_days: list[str], most_visits: int | None, away: Iterable[Days]
) -> Availability:
    """Keep when `membership` can go on visits. half_days: keys of `team.week`, in order.

    away: first and last day of each absence; what is over and done is not kept.
    """
    held, _made = Availability.objects.update_or_create(
        membership=membership, defaults={"half_days": half_days, "most_visits": most_visits}
    )
    membership.absences.all().delete()
    Absence.objects.bulk_create(
        Absence(membership=membership, first_day=first, last_day=last) for first, last in sorted(away)
    )
    record(
        person=membership.person,
        act="availability changed",
        subject=f"{len(half_days)} half-days",
        project=membership.project,
    )
    return held


@transaction.atomic
def agree_on_duties(*, project: Project, by: Person, duties: list[VisitDuty]) -> None:
    """Keep who does what on a visit, instead of what was agreed before. duties: not stored yet, in order."""
    _keep(project, duties)
    record(person=by, act=AGREED, subject=f"{len(duties)} duties", project=project)


def _keep(project: Project, duties: list[VisitDuty]) -> None:
    Project.objects.select_for_update().get(pk=project.pk)
    project.visit_duties.all().delete()
    for duty in duties:
        duty.project = project
    VisitDuty.objects.bulk_create(duties)


@transaction.atomic
def copy_duties(*, source: Project, target: Project, by: Person) -> int:
    """Take over who does what on a visit, unless `target` agreed on something itself; returns how many."""
    if target.visit_duties.exists():
        return 0
    fields = ("key", "title", "pair", "alone", "note")
    copies = [
        VisitDuty(**{name: getattr(duty, name) for name in fields}) for duty in source.visit_duties.all()
    ]
    if copies:
        _keep(target, copies)
        record(person=by, act=COPIED, subject=f"{len(copies)} duties", project=target)
    return len(copies)
