"""Addresses and visits: who sees what, and noting an outcome with one tap (H1, P16)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from housevisits.models import Visit
from projects.models import Role
from tests.cast import Cast, make_cast, make_home
from tests.queries import count_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def _client(cast: Cast, role: str) -> Client:
    client = Client()
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _visit(cast: Cast, home: int = 0, days: int = 1) -> Visit:
    return Visit.objects.create(
        household=cast.homes[home],
        on=timezone.localdate() + timedelta(days=days),
        visitor=cast.members[Role.HOUSING_OFFICER],
    )


def test_the_contractor_sees_time_and_place_and_no_more(cast: Cast) -> None:
    visit = _visit(cast)
    Visit.objects.filter(pk=visit.pk).update(outcome="declined")
    body = _client(cast, Role.CONTRACTOR_TECHNICAL).get(
        reverse("housevisits:visits", args=[cast.project.slug])
    )
    text = body.content.decode()
    assert "Seinhuisstraat 1" in text
    assert "wil geen gesprek" not in text
    assert str(cast.person(Role.HOUSING_OFFICER)) not in text


def test_an_outcome_is_noted_and_taken_back_with_one_tap(cast: Cast) -> None:
    visit = _visit(cast)
    client = _client(cast, Role.HOUSING_OFFICER)
    page = reverse("housevisits:visit_outcome", args=[cast.project.slug, visit.pk])
    client.post(page, {"outcome": "no_answer"})
    visit.refresh_from_db()
    assert visit.outcome == "no_answer"
    client.post(page, {"outcome": ""})
    visit.refresh_from_db()
    assert visit.outcome == ""


def test_an_outcome_that_does_not_exist_changes_nothing(cast: Cast) -> None:
    visit = _visit(cast)
    page = reverse("housevisits:visit_outcome", args=[cast.project.slug, visit.pk])
    answer = _client(cast, Role.HOUSING_OFFICER).post(page, {"outcome": "<script>"}, follow=True)
    visit.refresh_from_db()
    assert visit.outcome == ""
    assert "bestaat niet" in answer.content.decode()


def test_a_visit_is_planned_from_the_address(cast: Cast) -> None:
    page = reverse("housevisits:address", args=[cast.project.slug, cast.homes[0].pk])
    answer = _client(cast, Role.PROJECT_LEADER).post(page, {"on": "2030-03-01", "at": "10:30"})
    assert answer.status_code == 302
    assert Visit.objects.get().household == cast.homes[0]


def test_a_wrong_date_is_explained_and_nothing_is_planned(cast: Cast) -> None:
    page = reverse("housevisits:address", args=[cast.project.slug, cast.homes[0].pk])
    answer = _client(cast, Role.PROJECT_LEADER).post(page, {"on": "31-31-2030"})
    assert answer.status_code == 200
    assert not Visit.objects.exists()


def test_addresses_of_another_project_are_not_found(cast: Cast) -> None:
    other = make_cast("lankforst")
    client = _client(cast, Role.PROJECT_LEADER)
    assert (
        client.get(reverse("housevisits:address", args=["lankforst", other.homes[0].pk])).status_code == 404
    )
    mixed = reverse("housevisits:address", args=["spoorbuurt", other.homes[0].pk])
    assert client.get(mixed).status_code == 404


@pytest.mark.parametrize("name", ["addresses", "visits"])
def test_lists_ask_the_same_number_of_queries_for_one_and_for_many(cast: Cast, name: str) -> None:
    client = _client(cast, Role.PROJECT_LEADER)
    page = reverse(f"housevisits:{name}", args=[cast.project.slug])
    _visit(cast)
    one = count_queries(client, page)
    for number in range(10, 40):
        home = make_home(cast.project, number)
        Visit.objects.create(
            household=home, on=timezone.localdate(), visitor=cast.members[Role.HOUSING_OFFICER]
        )
    assert count_queries(client, page) == one
