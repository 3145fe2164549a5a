"""Routes that are written, and that lack, and what somebody types in."""

from typing import Any

from django.test import Client
from django.urls import reverse

from projects.models import Concern, Organisation, Project, ReferralRoute, Role
from projects.overviews.referral import gaps_of
from tests.cast import Cast

MONEY, LONELY = Concern.CARE_MONEY, Concern.WELLBEING_LONELY


def url(cast: Cast, name: str, concern: str = "") -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *([concern] if concern else [])])


def without(cast: Cast, *concerns: Concern) -> None:
    ReferralRoute.objects.filter(project=cast.project, concern__in=concerns).delete()


def missing_concerns(project: Project) -> list[Concern]:
    """The required concerns without a route that stands."""
    gaps = gaps_of(project)
    return [*gaps.without, *gaps.unchecked]


def typed(cast: Cast, **changes: Any) -> dict[str, Any]:
    """What a project leader fills in."""
    return {
        "steps": "Bel samen met de bewoner.",
        "organisation": Organisation.objects.get(name="Woonstichting De Wissel").pk,
        "contact": "balie schuldhulp",
        "phone": "0900-0000123",
        "email": "",
        "workdays": "3",
        "anonymous": "Bel en noem geen naam.",
        "keeper": cast.members[Role.COMMUNITY_WORKER].pk,
    } | changes


def fields(cast: Cast, **changes: Any) -> dict[str, Any]:
    """The same for the service."""
    return (
        typed(cast)
        | {"workdays": 3, "keeper": cast.members[Role.COMMUNITY_WORKER]}
        | {"organisation": Organisation.objects.get(name="Woonstichting De Wissel")}
        | changes
    )


def text(client: Client, page: str) -> str:
    return client.get(page).content.decode()
