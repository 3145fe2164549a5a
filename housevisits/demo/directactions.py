"""Direct actions of the demo, in every state."""

import json
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from housevisits.demo.project import DATA, demo_project
from housevisits.models import DirectAction, Household
from housevisits.services.directactions import agree_on_action, move_action
from projects.demo import story
from projects.models import Membership, Project, Role

# What the works bring along is agreed where they are going on.
AT_WORK, BY_WORKS = "Noord", ("home", "care")


def load(report: Callable[[str], None]) -> None:
    """Direct actions of the demo, in every state."""
    project = demo_project()
    if DirectAction.objects.filter(project=project).exists():
        return
    members = {}
    for member in Membership.objects.filter(project=project).order_by("-pk"):
        members[member.role] = member
    planned = json.loads((DATA / "actions.json").read_text("utf-8"))
    homes = list(Household.objects.filter(project=project).select_related("block"))
    at_work = [home for home in homes if home.block and home.block.name == AT_WORK]
    elsewhere = [home for home in homes if home not in at_work]
    for number, plan in enumerate(planned):
        pool = at_work if plan["kind"] in BY_WORKS else elsewhere
        _load_action(project, members, pool[7 * number % len(pool)], plan)
    report(_("directe acties: %d") % len(planned))


def _load_action(
    project: Project, members: dict[str, Membership], home: Household, plan: dict[str, Any]
) -> None:
    """One action: agreed, and then the steps it went through. `days` counts from today."""
    action = agree_on_action(
        project=project,
        by=members[Role.HOUSING_OFFICER],
        kind=plan["kind"],
        topic=plan["topic"],
        agreement=plan["agreement"],
        agreed=True,
        assigned_to=members[plan["role"]],
        due_on=story.from_today(plan["days"]),
        household=home,
    )
    for step in plan["steps"]:
        move_action(action=action, by=members[plan["role"]], state=step["state"], note=step["note"])
