"""What the tests of the orientation share (V1): answers that fit, a version filled in, a choice made."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from projects.models import Choice, Orientation, Person, Role
from projects.services import orientation as services
from projects.services.orientation import Decision
from tests.cast import Cast

Browser = Callable[[Person], Client]
BEST: dict[str, Any] = {
    "occasion": ["maintenance", "sustainability"],
    "share": "none",
    "homes": 200,
    "social": ["alone", "frail"],
    "contact": "good",
    "during": "agreed",
    "after": "agreed",
    "partners": ["housing", "welfare", "contractor"],
    "lead": "hours",
    "time": "year",
}
YES = Decision(Choice.YES, "Alles is geregeld.", "De stuurgroep", date(2026, 1, 5))


def filled(cast: Cast, **answers: Any) -> Orientation:
    begun = services.start(project=cast.project, by=cast.person(Role.PROJECT_LEADER))
    return services.keep(orientation=begun, answers=BEST | answers)


def decided(cast: Cast, decision: Decision = YES, **answers: Any) -> Orientation:
    leader = cast.person(Role.PROJECT_LEADER)
    return services.decide(orientation=filled(cast, **answers), by=leader, decision=decision)


def url(cast: Cast, name: str, *more: Any) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *more])


def step(cast: Cast, page: str, version: int = 1) -> str:
    return url(cast, "orientation_step", version, page)


DECIDING = {
    "choice": "yes",
    "because": "Alles is geregeld.",
    "decided_by": "De stuurgroep",
    "decided_on": "2026-01-05",
    "go": "decide",
}
