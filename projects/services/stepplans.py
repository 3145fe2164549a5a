"""Starting from a step plan: it becomes ordinary tasks; what nobody touched can be taken off again (S11)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from msa.audit import record
from projects.models import Membership, Person, Project, Task
from projects.services.tasks import NewTask, add_tasks
from projects.stepplans import PlanStep, StepPlan


@dataclass(frozen=True)
class ChosenStep:
    """One step that the team takes over, with who does it (None for later) and by when."""

    step: PlanStep
    owner: Membership | None = None
    due_on: date | None = None


def usual_day(step: PlanStep, start: date) -> date | None:
    """The day that `step` is usually done when the work begins on `start`; a Saturday or Sunday moves on."""
    if step.weeks is None:
        return None
    day = start + timedelta(weeks=step.weeks)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def apply_plan(*, project: Project, by: Person, plan: StepPlan, chosen: list[ChosenStep]) -> list[Task]:
    """Make tasks of the chosen steps; returns the new ones. What is a task already stays as it is.

    Raises Refused for an owner who does not take part.
    """
    tasks = [
        NewTask(
            phase=one.step.phase,
            title=one.step.title,
            note=one.step.how,
            owner=one.owner,
            due_on=one.due_on,
        )
        for one in chosen
    ]
    return add_tasks(project=project, by=by, tasks=tasks, origin=plan.origin)


@transaction.atomic
def remove_untouched(*, project: Project, by: Person, plan: StepPlan) -> int:
    """Take off the list what came from `plan` and nobody finished, took up or changed; returns how many."""
    found = project.tasks.open().filter(origin=plan.origin, touched=False)
    removed = found.update(removed_at=timezone.now())
    if removed:
        record(person=by, act="step plan removed", subject=f"{plan.key} ({removed})", project=project)
    return removed


@transaction.atomic
def restore_removed(*, project: Project, by: Person, plan: StepPlan) -> int:
    """Undo the last `remove_untouched`; returns how many came back."""
    found = project.tasks.filter(origin=plan.origin).exclude(removed_at=None)
    last = found.order_by("-removed_at").values_list("removed_at", flat=True).first()
    restored = found.filter(removed_at=last).update(removed_at=None) if last else 0
    if restored:
        record(person=by, act="step plan restored", subject=f"{plan.key} ({restored})", project=project)
    return restored
