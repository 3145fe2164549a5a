"""P16: response per block is rounded; the status of one address is for those who plan visits only."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from housevisits.models import Visit
from neighbourhood.figures.response import response_by_block
from projects.models import Role
from tests.cast import Cast, make_cast

pytestmark = [pytest.mark.django_db, pytest.mark.attack]
OUTCOMES = ("wil geen gesprek", "geen gehoor")


@pytest.fixture
def cast() -> Cast:
    cast = make_cast()
    for home, outcome in zip(cast.homes, ("declined", "no_answer"), strict=False):
        Visit.objects.create(household=home, on=timezone.localdate() + timedelta(days=1), outcome=outcome)
    return cast


@pytest.mark.parametrize("role", Role.values)
def test_only_who_plans_visits_reads_how_a_visit_ended(cast: Cast, role: str) -> None:
    client = Client()
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    pages = [
        reverse("today"),
        reverse("housevisits:visits", args=[cast.project.slug]),
        reverse("housevisits:addresses", args=[cast.project.slug]),
        reverse("housevisits:address", args=[cast.project.slug, cast.homes[0].pk]),
        reverse("neighbourhood:figures", args=[cast.project.slug]),
    ]
    read = "".join(client.get(page).content.decode() for page in pages)
    plans = role in {Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER}
    rows = [
        line
        for line in read.splitlines()
        if "card-row-meta" in line and any(word in line for word in OUTCOMES)
    ]
    assert bool(rows) == plans


def test_response_is_told_in_fives_only() -> None:
    homes, labels = {"noord": 171, "zuid": 140}, {"noord": "Noord", "zuid": "Zuid"}
    shown = {
        number: response_by_block(homes, {"noord": number, "zuid": 116}, labels) for number in (140, 141)
    }
    assert shown[140] == shown[141]
    assert all(part.reached % 5 == 0 and part.homes % 5 == 0 for part in shown[141][1])


def test_a_block_with_few_homes_is_never_apart() -> None:
    homes = {"noord": 171, "midden": 188, "hof": 6}
    labels = {"noord": "Noord", "midden": "Midden", "hof": "Hof"}
    _whole, parts = response_by_block(homes, {"noord": 100, "midden": 120, "hof": 1}, labels)
    assert all(part.homes >= 10 for part in parts)
    assert len(parts) == 2
