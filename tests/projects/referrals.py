"""A route that is written, and one that lacks."""

from django.urls import reverse

from projects.models import Concern, Project, ReferralRoute
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
