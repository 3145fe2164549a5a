"""The time line of the project of the cast: its pages, a move and a social step."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse

from projects.models import Person, Role, TimelineItem
from projects.models.timeline import Kind
from tests.cast import Cast, make_works

Browser = Callable[[Person], Client]

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)


def link(cast: Cast, name: str, *arguments: object) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def leader_of(cast: Cast, browser: Browser) -> Client:
    return browser(cast.person(Role.PROJECT_LEADER))


def social_step(cast: Cast, **fields: object) -> TimelineItem:
    values = {"kind": Kind.VISITS, "lane": "social", "title": "Huisbezoeken", "heaviness": ""}
    return make_works(cast, **values | fields)
