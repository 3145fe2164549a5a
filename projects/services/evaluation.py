"""Planning the days on which a team looks back, and what it changes after them (E1)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.access import roles_for
from projects.models import EvaluationMoment, EvaluationState, Membership, Person, Project
from projects.overviews.evaluation import outside, twin_of, twin_text
from projects.services.refusing import Refused


@transaction.atomic
def plan_moment(
    *,
    project: Project,
    by: Person,
    planned_on: date,
    after_phase: int | None,
    leads: Membership | None,
    why_again: str = "",
) -> EvaluationMoment:
    """Plan to look back on a day, after a phase (1 to 5) or, without one, once a year.

    why_again: why there is another one of the same phase or year. Raises Refused without, for a day that has
    nothing to do with the project, and for somebody who does not take part.
    """
    _refuse_stranger(leads, project)
    made = EvaluationMoment(
        project=project, planned_on=planned_on, after_phase=after_phase, leads=leads, why_again=why_again
    )
    _refuse_misplaced(made)
    made.save()
    record(person=by, act="evaluation planned", subject=f"{made} ({planned_on})", project=project)
    return made


@transaction.atomic
def change_moment(*, moment: EvaluationMoment, by: Person, changes: dict[str, Any]) -> None:
    """Store `changes` (field name: new value); with a day in `held_on` it was held, else it is planned.

    Raises Refused for a day that is still to come or has nothing to do with the project, for a second one of
    the same phase or year without a reason, and for somebody who does not take part.
    """
    if not changes:
        return
    if changes.get("leads") != moment.leads:
        _refuse_stranger(changes.get("leads"), moment.project)
    held_on = changes.get("held_on")
    if held_on and held_on > timezone.localdate():
        raise Refused(_("Deze dag moet nog komen. Vul in wanneer het was, of laat het leeg."))
    for name, value in changes.items():
        setattr(moment, name, value)
    if {"planned_on", "after_phase", "why_again"} & set(changes):
        _refuse_misplaced(moment)
    moment.state = EvaluationState.HELD if moment.held_on else EvaluationState.PLANNED
    moment.save()
    subject = f"{moment} ({', '.join(changes)})"
    record(person=by, act="evaluation changed", subject=subject, project=moment.project)


@transaction.atomic
def drop_moment(*, moment: EvaluationMoment, by: Person) -> None:
    """It is not going to be held. Nothing is erased; `restore_moment` undoes it."""
    moment.state = EvaluationState.DROPPED
    moment.save(update_fields=["state"])
    record(person=by, act="evaluation dropped", subject=str(moment), project=moment.project)


@transaction.atomic
def restore_moment(*, moment: EvaluationMoment, by: Person) -> None:
    """Undo `drop_moment`."""
    moment.state = EvaluationState.HELD if moment.held_on else EvaluationState.PLANNED
    moment.save(update_fields=["state"])
    record(person=by, act="evaluation restored", subject=str(moment), project=moment.project)


@transaction.atomic
def give_moments(*, giver: Membership, taker: Membership, by: Person) -> int:
    """All planned days that `giver` leads go to `taker`; returns how many."""
    given = giver.evaluation_moments.filter(state=EvaluationState.PLANNED).update(leads=taker)
    if given:
        record(
            person=by, act="evaluations given", subject=f"{given} to {taker.person}", project=giver.project
        )
    return given


def _refuse_misplaced(moment: EvaluationMoment) -> None:
    """Raise Refused for a day outside the project, and for one too many of the same phase or year."""
    wrong = outside(moment.project, moment.planned_on)
    if wrong:
        raise Refused(wrong)
    twin = twin_of(moment.project, after_phase=moment.after_phase, day=moment.planned_on, besides=moment.pk)
    if twin and not moment.why_again.strip():
        raise Refused(twin_text(twin))


def _refuse_stranger(leads: Membership | None, project: Project) -> None:
    if leads is None:
        return
    here = leads.active and leads.project_id == project.pk
    if not here or leads.role not in roles_for("projects.view_tasks"):
        raise Refused(
            _("%(name)s doet niet meer mee in het team. Kies iemand anders.") % {"name": leads.person}
        )
