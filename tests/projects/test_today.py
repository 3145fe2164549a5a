"""Vandaag: three things to do, the state of the project, and the choice between projects."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from msa import registry
from msa.registry import TodayItem
from msa.sharing import Shared
from projects.models import Membership, Person, Project, Role
from projects.views.today import greeting
from tests.cast import Cast

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


@pytest.mark.parametrize("role", Role.values)
def test_vandaag_helps_each_role(cast: Cast, browser: Browser, role: str) -> None:
    page = browser(cast.person(role)).get(reverse("today")).content.decode()
    assert 'class="todo' in page or 'class="empty"' in page
    assert "Zo staat Spoorbuurt ervoor" in page
    assert 'aria-current="step"' in page


def test_the_heaviest_three_come_first_and_the_rest_is_folded(
    cast: Cast, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def five(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
        for weight in (1, 5, 3, 2, 4):
            yield TodayItem(f"Taak {weight}", "Tekst", "/", "Doe", "sun", weight)

    only = registry.Registry("for this test")
    only.add("five", five)
    monkeypatch.setattr(registry, "today", only)
    page = browser(cast.person(Role.PARTNER)).get(reverse("today")).content.decode()
    shown, folded = page.split('<details class="fold">')
    assert [shown.index(f"<h3>Taak {weight}</h3>") for weight in (5, 4, 3)] == sorted(
        shown.index(f"<h3>Taak {weight}</h3>") for weight in (5, 4, 3)
    )
    assert "Taak 2" not in shown
    assert "Taak 2" in folded
    assert "Twee dingen kunnen later" in folded


def test_the_leader_is_told_who_is_missing(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert "Nog niet in dit project" not in leader.get(reverse("today")).content.decode()
    Membership.objects.filter(role=Role.COMMUNITY_WORKER).update(active=False)
    assert "Nog niet in dit project: een opbouwwerker." in leader.get(reverse("today")).content.decode()


def test_in_an_empty_project_the_preparation_comes_first_and_there_is_no_registering(
    browser: Browser, db: None
) -> None:
    person = Person.objects.create_user("leider@voorbeeld.example", name="Mila Overweg")
    project = Project.objects.create(slug="leeg", name="Leeg", neighbourhood="Leeg", place="Nijmegen")
    Membership.objects.create(person=person, project=project, role=Role.PROJECT_LEADER)
    page = browser(person).get(reverse("today")).content.decode()
    titles = [part.split("</h3>")[0] for part in page.split("<h3>")[1:]]
    assert titles[0] == "Past deze aanpak hier?"
    assert titles[2] == "Maak de driehoek rond"
    assert "Lees de adreslijst in" in page
    assert "Registreer een gesprek" not in page


def test_a_resident_reads_who_leads_and_where_to_go_but_no_address_of_anybody(
    cast: Cast, browser: Browser
) -> None:
    resident = browser(cast.person(Role.RESIDENT_GROUP))
    leader = cast.members[Role.PROJECT_LEADER]
    page = resident.get(reverse("today")).content.decode()
    assert f"Vertel het aan {leader.person.name}, projectleider bij {leader.organisation}." in page
    assert "Waar en wanneer u terechtkunt, is nog niet ingevuld." in page
    assert leader.person.email not in page
    cast.project.contact = "Elke woensdag in de pipowagen"
    cast.project.save()
    page = resident.get(reverse("today")).content.decode()
    assert "Hier kunt u terecht:" in page
    assert "Elke woensdag in de pipowagen" in page
    assert (
        "Hier kunt u terecht" not in browser(cast.person(Role.PARTNER)).get(reverse("today")).content.decode()
    )


def test_a_project_without_contact_asks_for_it(cast: Cast, browser: Browser) -> None:
    administrator = browser(cast.person(Role.ADMINISTRATOR))
    assert "waar bewoners terechtkunnen" in administrator.get(reverse("today")).content.decode()
    cast.project.contact = "Elke woensdag in de pipowagen"
    cast.project.save()
    assert "waar bewoners terechtkunnen" not in administrator.get(reverse("today")).content.decode()


def _in_two_projects(cast: Cast, outsiders: Cast) -> Person:
    me = cast.person(Role.HOUSING_OFFICER)
    Membership.objects.create(person=me, project=outsiders.project, role=Role.PARTNER)
    return me


def test_who_has_two_projects_lands_in_the_one_used_last(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    me, today = _in_two_projects(cast, outsiders), reverse("today")
    client = browser(me)
    page = client.get(today).content.decode()
    assert "Zo staat Spoorbuurt ervoor" in page
    assert "Ander project" in page
    client.get(today, {"project": "lankforst"})
    assert "Zo staat Lankforst ervoor" in client.get(today).content.decode()
    me.refresh_from_db()
    assert "Zo staat Lankforst ervoor" in browser(me).get(today).content.decode(), "after signing in again"
    assert "Ander project" in client.get(reverse("projects:home", args=["lankforst"])).content.decode()


def test_opening_a_page_of_another_project_changes_what_vandaag_is_about(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    client, today = browser(_in_two_projects(cast, outsiders)), reverse("today")
    client.get(today)
    client.get(reverse("projects:home", args=["lankforst"]))
    assert "Zo staat Lankforst ervoor" in client.get(today).content.decode()


def test_a_role_that_ended_is_not_opened_any_more(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    client, today = browser(_in_two_projects(cast, outsiders)), reverse("today")
    client.get(today, {"project": "lankforst"}, follow=True)
    outsiders.project.memberships.filter(person=cast.person(Role.HOUSING_OFFICER)).update(active=False)
    page = client.get(today).content.decode()
    assert "Zo staat Spoorbuurt ervoor" in page
    assert "Ander project" not in page


def test_who_has_one_project_leaves_no_trail_of_it(cast: Cast, browser: Browser) -> None:
    me = cast.person(Role.HOUSING_OFFICER)
    page = browser(me).get(reverse("today")).content.decode()
    assert "Ander project" not in page
    me.refresh_from_db()
    assert me.last_project is None


def test_a_project_of_somebody_else_cannot_be_chosen(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PARTNER))
    page = client.get(reverse("today"), {"project": "lankforst"}, follow=True).content.decode()
    assert "Lankforst" not in page


def test_who_has_no_project_reads_what_to_do(cast: Cast, browser: Browser) -> None:
    Membership.objects.filter(role=Role.PARTNER).update(active=False)
    page = browser(cast.person(Role.PARTNER)).get(reverse("today")).content.decode()
    assert "Nog geen project" in page


def test_a_stranger_is_asked_to_sign_in_and_comes_back() -> None:
    answer = Client().get(reverse("projects:choose"))
    assert answer["Location"] == f"{reverse('account_login')}?next={reverse('projects:choose')}"


def test_residents_are_addressed_with_u(
    cast: Cast, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "today", registry.Registry("nothing to do"))
    resident = browser(cast.person(Role.RESIDENT_GROUP)).get(reverse("today")).content.decode()
    partner = browser(cast.person(Role.PARTNER)).get(reverse("today")).content.decode()
    assert "U hoeft nu niets te doen" in resident
    assert "Er wacht niets op jou" in partner


def test_vandaag_asks_as_much_for_many_people_as_for_few(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    client.get(reverse("today"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("today"))
    for number in range(10):
        person = Person.objects.create_user(f"p{number}@voorbeeld.example", name=f"Persoon {number}")
        Membership.objects.create(person=person, project=cast.project, role=Role.PARTNER)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("today"))
    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        *((0, "Welkom"), (1, "Welkom"), (5, "Welkom"), (6, "Goedemorgen"), (11, "Goedemorgen")),
        *((12, "Goedemiddag"), (17, "Goedemiddag"), (18, "Goedenavond"), (22, "Goedenavond"), (23, "Welkom")),
    ],
)
def test_the_greeting_follows_the_clock(hour: int, words: str) -> None:
    assert greeting(hour) == words
