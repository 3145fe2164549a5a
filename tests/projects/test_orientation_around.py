"""The orientation on Vandaag and in the demo, and how much its pages ask of the database (V1)."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from projects import demo
from projects.demo import orientation as demo_orientation
from projects.models import Choice, Orientation, Phase, Role
from projects.services import orientation as services
from tests.cast import Cast
from tests.projects.orientations import BEST, YES, Browser, decided, url

pytestmark = pytest.mark.django_db


def _first_thing(client: Client) -> str:
    page = client.get(reverse("today")).content.decode()
    return page.split('class="todo todo--first"')[1].split("</li>")[0]


def test_vandaag_offers_it_first_while_there_is_no_choice(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert "Past deze aanpak hier?" in _first_thing(leader)
    begun = services.start(project=cast.project, by=cast.person(Role.PROJECT_LEADER))
    assert "1 van de 10 vragen" in _first_thing(leader)
    services.keep(orientation=begun, answers=BEST)
    assert "Nu nog wegen en besluiten" in _first_thing(leader)
    services.decide(orientation=begun, by=cast.person(Role.PROJECT_LEADER), decision=YES)
    page = leader.get(reverse("today")).content.decode()
    assert "Maak de afweging af" not in page
    assert "besloten op 5 januari 2026" in page


def test_a_no_closes_nothing_and_vandaag_says_so(cast: Cast, browser: Browser) -> None:
    decided(cast, replace(YES, choice=Choice.NO))
    page = browser(cast.person(Role.PROJECT_LEADER)).get(reverse("today")).content.decode()
    assert "Jullie kozen: niet met deze aanpak" in page
    assert "er wordt niets vanzelf gesloten" in page
    cast.project.refresh_from_db()
    assert cast.project.phase == Phase.PREPARATION
    assert all(held.active for held in cast.project.memberships.all())


def test_after_phase_one_vandaag_no_longer_asks(cast: Cast, browser: Browser) -> None:
    cast.project.phase = Phase.HOUSE_VISITS
    cast.project.save()
    page = browser(cast.person(Role.PROJECT_LEADER)).get(reverse("today")).content.decode()
    assert "Past deze aanpak hier?" not in page


@pytest.mark.parametrize("name", ["orientation", "today"])
def test_the_pages_ask_as_much_for_many_versions_as_for_one(cast: Cast, browser: Browser, name: str) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = reverse("today") if name == "today" else url(cast, name)
    made = decided(cast)
    leader.get(page)
    with CaptureQueriesContext(connection) as few:
        leader.get(page)
    frozen = {field: getattr(made, field) for field in ("choice", "because", "decided_on", "frozen")}
    for version in range(2, 202):
        Orientation.objects.create(project=cast.project, version=version, decided=True, **frozen)
    with CaptureQueriesContext(connection) as many:
        leader.get(page)
    assert len(many) == len(few)


def test_reading_a_version_asks_as_much_among_many(cast: Cast, browser: Browser) -> None:
    reader = browser(cast.person(Role.HOUSING_OFFICER))
    for _count in range(3):
        decided(cast)
    reader.get(url(cast, "orientation_read", 2))
    with CaptureQueriesContext(connection) as few:
        reader.get(url(cast, "orientation_read", 2))
    for _count in range(6):
        decided(cast)
    with CaptureQueriesContext(connection) as many:
        reader.get(url(cast, "orientation_read", 5))
    assert len(many) == len(few)


@pytest.mark.django_db
def test_the_demo_chose_for_the_whole_after_first_choosing_parts() -> None:
    lines: list[str] = []
    demo.load(lines.append)
    demo_orientation.load(lines.append)
    demo_orientation.load(lines.append)
    later, first = Orientation.objects.all()
    assert (first.choice, later.choice) == (Choice.PARTS, Choice.YES)
    assert [warning["key"] for warning in later.frozen["warnings"]] == ["quarter"]
    assert later.frozen["warnings"][0]["response"]
    assert later.recorded_at is not None
    assert later.recorded_at.date() == later.decided_on
