"""What the tests of the training share: a session, who was there, the pages and what a form sends."""

from collections.abc import Callable, Collection
from datetime import time, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.models import (
    Attendance,
    Membership,
    Person,
    Role,
    TrainingSession,
)
from projects.services import training as services
from projects.training.topics import Topic
from tests.cast import Cast

Browser = Callable[[Person], Client]
YESTERDAY, TOMORROW = timedelta(days=-1), timedelta(days=1)
OFFICER = Role.HOUSING_OFFICER
ALL_TOPICS = [topic.value for topic in Topic]


def make_session(
    cast: Cast, *, days: int = -1, invited: Collection[Membership] = (), **changes: Any
) -> TrainingSession:
    outline: dict[str, Any] = {
        "title": "Eerste middag",
        "on": timezone.localdate() + timedelta(days=days),
        "starts_at": time(13),
        "ends_at": time(16),
        "place": "De modelwoning",
        "trainer": "Trainer van de hogeschool",
        "topics": ALL_TOPICS,
        "notes": "",
        "links": "",
    } | changes
    by = cast.person(Role.PROJECT_LEADER)
    return services.plan_session(project=cast.project, by=by, outline=outline, invited=invited)


def attend(cast: Cast, session: TrainingSession, role: str = OFFICER, presence: str = "present") -> str:
    by = cast.person(Role.PROJECT_LEADER)
    return services.set_presence(session=session, by=by, membership=cast.members[role], presence=presence)


def page_of(cast: Cast, name: str, *arguments: object) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def leader_of(cast: Cast, browser: Browser) -> Client:
    return browser(cast.person(Role.PROJECT_LEADER))


def form_of(**changes: Any) -> dict[str, Any]:
    return {"title": "Tweede middag", "topics": ["writing", "stigma"], "on": "2030-05-01"} | changes


def fill(cast: Cast, count: int, members: list[Membership]) -> None:
    on = timezone.localdate()
    made = TrainingSession.objects.bulk_create(
        TrainingSession(project=cast.project, title="Middag", on=on, topics=ALL_TOPICS, state="held")
        for _number in range(count)
    )
    Attendance.objects.bulk_create(
        Attendance(session=session, membership=held, presence="present")
        for session in made
        for held in members
    )
