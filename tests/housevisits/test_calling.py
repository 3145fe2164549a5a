"""Who comes from a front door with a worry finds whom to call in one tap, and 112 (V5)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import Role
from tests.cast import Cast, make_cast
from tests.housevisits.writing import BACKEND, Writer

pytestmark = pytest.mark.django_db
PAGES = ["today", "visits", "registration_start", "registration_done", "actions"]


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def opened(cast: Cast) -> Callable[[str, str], str]:
    def opens(role: str, name: str) -> str:
        client = Client()
        client.force_login(cast.person(role), backend=BACKEND)
        address = (
            reverse(name) if name == "today" else reverse(f"housevisits:{name}", args=[cast.project.slug])
        )
        return client.get(address).content.decode()

    return opens


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("role", [Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER])
def test_the_field_team_calls_in_one_tap(
    cast: Cast, opened: Callable[[str, str], str], role: str, name: str
) -> None:
    page = opened(role, name).partition("<h1")[2]
    assert 'href="tel:112"' in page
    assert f'href="{reverse("projects:referral_routes", args=[cast.project.slug])}"' in page


@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.PARTNER, Role.ADMINISTRATOR])
def test_who_may_not_read_the_routes_is_not_sent_there(
    cast: Cast, opened: Callable[[str, str], str], role: str
) -> None:
    assert "calling__routes" not in opened(role, "today")


def test_the_page_after_a_registration_has_it(cast: Cast) -> None:
    writer = Writer(cast)
    answer = writer.review(writer.write(), go="submit")
    assert "calling__routes" in writer.client.get(answer["Location"]).content.decode()
