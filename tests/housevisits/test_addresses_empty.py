"""The address list of a project that has none yet: who reads it in, and no filters on nothing."""

import pytest
from django.urls import reverse

from housevisits.models import Household
from projects.models import Role
from tests.cast import Cast, make_cast
from tests.housevisits.importing import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def _page(cast: Cast, role: str, query: str = "") -> str:
    page = reverse("housevisits:addresses", args=["spoorbuurt"]) + query
    return signed_in(cast, role).get(page).content.decode()


def test_who_may_reads_the_list_in_from_the_empty_page(cast: Cast) -> None:
    Household.objects.all().delete()
    body = _page(cast, Role.PROJECT_LEADER)
    link = f'href="{reverse("housevisits:imports", args=["spoorbuurt"])}">Lees de adreslijst in</a>'
    assert link in body
    assert "filter-bar" not in body


def test_who_may_not_sees_who_does_and_no_button(cast: Cast) -> None:
    Household.objects.all().delete()
    body = _page(cast, Role.HOUSING_OFFICER)
    assert "De projectleider leest de adreslijst van de corporatie in." in body
    assert ">Lees de adreslijst in</a>" not in body
    assert "filter-bar" not in body


def test_a_filter_that_finds_nothing_stays_and_does_not_ask_for_a_list(cast: Cast) -> None:
    body = _page(cast, Role.PROJECT_LEADER, "?street=Bestaatnietlaan")
    assert "filter-bar" in body
    assert "Geen adres gevonden" in body
    assert "Lees de adreslijst in" not in body
