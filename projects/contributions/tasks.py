"""What tasks add to the menu, to Vandaag and to what is erased."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa import registry
from msa.registry import KeptLine, NavItem, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import Membership, Project, Task
from projects.services.tasks import KEPT_AFTER_REMOVAL, erase_removed

SOON = timedelta(days=7)
NAMED = 3  # tasks that an item names before it stops


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("tasks", today, order=16)
    registry.navigation.add("tasks", navigation, order=12)
    registry.retention.add("removed tasks", erase_removed)
    registry.kept.add("tasks", kept, order=35)


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The list, for the team."""
    if membership.role in roles_for("projects.view_tasks"):
        yield NavItem(_("Taken"), _list(membership), "list-checks")
        plans = reverse("projects:stepplans", args=[membership.project.slug])
        yield NavItem(_("Stappenplannen"), plans, "list-ordered", phase=1)


def kept(project: Project) -> Iterator[KeptLine]:
    """How long a task that was taken off the list can come back. No query."""
    days = KEPT_AFTER_REMOVAL.days
    yield KeptLine(_("een taak die van de lijst is gehaald"), _("%(days)s dagen") % {"days": days})


def today(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """One's own overdue tasks and those of this week; for who divides them, those of nobody. One query."""
    if membership.role not in roles_for("projects.view_tasks"):
        return
    divides = membership.role in roles_for("projects.edit_tasks")
    day = timezone.localdate()
    found = [task for task in membership.project.tasks.open() if task.owner_id in (None, membership.pk)]
    mine = [task for task in found if task.owner_id and task.due_on]
    late = [task for task in mine if task.due_on and task.due_on < day]
    soon = [task for task in mine if task.due_on and day <= task.due_on <= day + SOON]
    nobody = [task for task in found if task.owner_id is None and task.phase <= membership.project.phase]
    for named, about in ((late, _late), (soon, _soon), (nobody if divides else [], _nobody)):
        if named:
            yield about(_list(membership), len(named), _named(named))


def _late(page: str, count: int, names: str) -> TodayItem:
    return TodayItem(
        title=ngettext("%d taak van jou is te laat", "%d taken van jou zijn te laat", count) % count,
        text=_("%(tasks)s. Doe ze, geef ze door of kies een nieuwe dag.") % {"tasks": names},
        url=page + "?show=mine",
        action=_("Bekijk je taken"),
        icon="alarm-clock",
        weight=74,
    )


def _soon(page: str, count: int, names: str) -> TodayItem:
    return TodayItem(
        title=ngettext("%d taak voor deze week", "%d taken voor deze week", count) % count,
        text=_("%(tasks)s.") % {"tasks": names},
        url=page + "?show=mine",
        action=_("Bekijk je taken"),
        icon="list-checks",
        weight=54,
    )


def _nobody(page: str, count: int, names: str) -> TodayItem:
    return TodayItem(
        title=ngettext("%d taak heeft nog niemand", "%d taken hebben nog niemand", count) % count,
        text=_("%(tasks)s. Verdeel ze, dan gebeurt het ook.") % {"tasks": names},
        url=page + "?show=nobody",
        action=_("Verdeel de taken"),
        icon="user-search",
        weight=46,
    )


def _named(tasks: list[Task]) -> str:
    names = [task.title for task in tasks[:NAMED]]
    return "; ".join([*names, "…"] if len(tasks) > NAMED else names)


def _list(membership: Membership) -> str:
    return reverse("projects:tasks", args=[membership.project.slug])
