"""Every write of tasks."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from msa.audit import record
from projects.models import Membership, Person, Project, Task


@dataclass(frozen=True)
class NewTask:
    """A task to be made. phase: 1 to 5."""

    phase: int
    title: str
    note: str = ""
    owner: Membership | None = None
    due_on: date | None = None


@transaction.atomic
def add_tasks(*, project: Project, by: Person, tasks: list[NewTask], origin: str = "") -> list[Task]:
    """Make tasks in the order given, after those that there are; returns the new ones.

    With an `origin`, a title that this origin made before is left out, so that it can be repeated safely.
    """
    Project.objects.select_for_update().get(pk=project.pk)
    known = set(project.tasks.filter(origin=origin).values_list("title", flat=True)) if origin else set()
    start = project.tasks.count()
    made = [
        Task(project=project, order=start + place, origin=origin, **vars(task))
        for place, task in enumerate(tasks)
        if task.title not in known
    ]
    made = Task.objects.bulk_create(made)
    if made:
        record(person=by, act="tasks added", subject=f"{len(made)} ({origin or 'by hand'})", project=project)
    return made


@transaction.atomic
def finish_task(*, task: Task, by: Person) -> None:
    """It is done today. Doing it twice changes nothing."""
    if task.done_on is None:
        task.done_on, task.done_by = timezone.localdate(), by
        task.save(update_fields=["done_on", "done_by"])
        record(person=by, act="task finished", subject=task.title, project=task.project)


@transaction.atomic
def reopen_task(*, task: Task, by: Person) -> None:
    """Undo `finish_task`."""
    if task.done_on is not None:
        task.done_on, task.done_by = None, None
        task.save(update_fields=["done_on", "done_by"])
        record(person=by, act="task reopened", subject=task.title, project=task.project)


@transaction.atomic
def give_tasks(*, giver: Membership, taker: Membership, by: Person) -> int:
    """All open tasks of `giver` go to `taker`; returns how many."""
    given = giver.tasks.open().update(owner=taker)
    if given:
        record(person=by, act="tasks given", subject=f"{given} to {taker.person}", project=giver.project)
    return given
