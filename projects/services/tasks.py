"""Every write of tasks."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from msa.privacy.forgetting import scrub
from projects.access import roles_for
from projects.models import Membership, Person, Project, Task
from projects.services.refusing import Refused
from projects.services.writing import named, write

KEPT_AFTER_REMOVAL = timedelta(days=30)  # so long a task that was taken off the list can be put back


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

    With an `origin`, a title that this origin made before is left out, so that it can be repeated safely; one
    that was taken off the list meanwhile comes back as it is given now. Raises Refused for an owner who does
    not take part.
    """
    Project.objects.select_for_update().get(pk=project.pk)
    for task in tasks:
        _refuse_strange_owner(task.owner, project)
    known = {task.title: task for task in project.tasks.filter(origin=origin)} if origin else {}
    start = project.tasks.count()
    made = []
    for place, task in enumerate(tasks):
        before = known.get(task.title)
        if before is None:
            made.append(Task(project=project, order=start + place, origin=origin, **vars(task)))
        elif before.removed_at is not None:
            made.append(_again(before, task))
    new = [task for task in made if task.pk is None]
    Task.objects.bulk_create(new)
    if made:
        record(person=by, act="tasks added", subject=f"{len(made)} ({origin or 'by hand'})", project=project)
    return made


def _again(task: Task, given: NewTask) -> Task:
    """A task that was taken off the list, put back as it is given now."""
    for name, value in vars(given).items():
        setattr(task, name, value)
    task.removed_at, task.touched, task.done_on, task.done_by = None, False, None, None
    task.save()
    return task


def _refuse_strange_owner(owner: Membership | None, project: Project) -> None:
    """Raise Refused when `owner` is not somebody who takes part now and may read tasks."""
    if owner is None:
        return
    here = owner.active and owner.project_id == project.pk
    if not here or owner.role not in roles_for("projects.view_tasks"):
        raise Refused(
            _("%(name)s doet niet meer mee in het team. Kies iemand anders.") % {"name": owner.person}
        )


@transaction.atomic
def change_task(*, task: Task, by: Person, changes: dict[str, Any]) -> None:
    """Store `changes` (field name: new value). Raises Refused for an owner who does not take part."""
    if not changes:
        return
    if changes.get("owner") != task.owner:
        _refuse_strange_owner(changes.get("owner"), task.project)
    for name, value in (changes | {"touched": True}).items():
        setattr(task, name, value)
    task.save(update_fields=[*changes, "touched"])
    record(person=by, act="task changed", subject=named(task, changes), project=task.project)


@transaction.atomic
def take_task(*, task: Task, taker: Membership) -> None:
    """Somebody takes up a task that nobody has. Raises Refused when another was first."""
    held = Task.objects.select_for_update().get(pk=task.pk)
    if held.owner_id == taker.pk:
        return
    if held.owner is not None:
        raise Refused(_("%(name)s was je net voor.") % {"name": held.owner.person})
    _refuse_strange_owner(taker, held.project)
    write(task, by=taker.person, act="task taken up", owner=taker, touched=True)


@transaction.atomic
def release_task(*, task: Task, giver: Membership) -> None:
    """Undo `take_task`: nobody has it. Nothing changes when `giver` does not hold it, or it is done."""
    held = Task.objects.select_for_update().get(pk=task.pk)
    if held.owner_id != giver.pk or held.done_on is not None:
        return
    task.owner, task.touched = None, True
    task.save(update_fields=["owner", "touched"])
    record(person=giver.person, act="task given back", subject=named(task), project=task.project)


@transaction.atomic
def finish_task(*, task: Task, by: Person) -> None:
    """It is done today. Doing it twice changes nothing."""
    if task.done_on is None:
        today = {"done_on": timezone.localdate(), "done_by": by, "touched": True}
        write(task, by=by, act="task finished", **today)


@transaction.atomic
def reopen_task(*, task: Task, by: Person) -> None:
    """Undo `finish_task`."""
    if task.done_on is not None:
        write(task, by=by, act="task reopened", done_on=None, done_by=None)


@transaction.atomic
def remove_task(*, task: Task, by: Person) -> None:
    """Off the list; `restore_task` puts it back, until `erase_removed` is there first."""
    if task.removed_at is None:
        write(task, by=by, act="task removed", removed_at=timezone.now())


@transaction.atomic
def restore_task(*, task: Task, by: Person) -> None:
    """Undo `remove_task`."""
    if task.removed_at is not None:
        write(task, by=by, act="task restored", removed_at=None)


@transaction.atomic
def give_tasks(*, giver: Membership, taker: Membership, by: Person) -> int:
    """All open tasks of `giver` go to `taker`; returns how many."""
    given = giver.tasks.open().update(owner=taker, touched=True)
    if given:
        record(person=by, act="tasks given", subject=f"{given} to {taker.person}", project=giver.project)
    return given


def erase_removed(today: date) -> list[str]:
    """Erase what was taken off the lists more than KEPT_AFTER_REMOVAL ago; returns what went, in words."""
    found = Task.objects.filter(removed_at__date__lt=today - KEPT_AFTER_REMOVAL)
    count = found.count()
    if not count:
        return []
    found.delete()
    scrub(Task._meta.db_table)
    return [f"{count} removed tasks"]
