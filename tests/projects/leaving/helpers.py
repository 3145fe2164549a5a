"""A colleague, a task, and somebody who leaves."""

from typing import Any

from django.urls import reverse

from projects.models import Departure, Membership, Person, Role
from projects.overviews.leaving import open_work
from projects.services.leaving import leave
from projects.services.tasks import NewTask, add_tasks
from tests.cast import Cast

EMPTY: Any = {"runs": "", "contacts": "", "promised": ""}
NOTE: Any = EMPTY | {"runs": "De derde ronde is half gedaan."}


def url_of(cast: Cast, name: str, *arguments: int) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def new_member(cast: Cast, role: str = Role.HOUSING_OFFICER, name: str = "Daan Bielsman") -> Membership:
    """One more member, of the organisation of the cast."""
    person = Person.objects.create_user(f"{name.split()[0].lower()}@voorbeeld.example", name=name)
    organisation = cast.members[Role.PROJECT_LEADER].organisation
    return Membership.objects.create(
        project=cast.project, person=person, role=role, organisation=organisation
    )


def add_task(cast: Cast, owner: Membership, title: str = "Kaartjes laten drukken") -> None:
    add_tasks(
        project=cast.project,
        by=cast.person(Role.PROJECT_LEADER),
        tasks=[NewTask(phase=2, title=title, owner=owner)],
    )


def give_all(membership: Membership, taker: Any) -> dict[str, Any]:
    return {work.key: taker for work in open_work(membership) if work.movable}


def let_go(cast: Cast, membership: Membership, takers: Any, note: Any = NOTE) -> Departure:
    return leave(membership=membership, by=cast.person(Role.PROJECT_LEADER), takers=takers, note=note)


def typed(**changes: Any) -> dict[str, Any]:
    return {"runs": "De derde ronde is half gedaan.", "contacts": "", "promised": ""} | changes
