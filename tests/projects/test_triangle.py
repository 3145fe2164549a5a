"""The triangle is closed by one rule, and three pages say in the same words what it lacks."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import OrganisationKind, PartnershipState, Person, Role
from projects.overviews.partners import circle_of
from projects.overviews.triangle import triangle_gap
from tests.cast import Cast
from tests.projects.partners import add_partner, employer, org, read, read_today, url_of

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
CONTRACTOR = OrganisationKind.CONTRACTOR


def _asked(cast: Cast) -> None:
    add_partner(cast, org("Bouwbedrijf Spoorslag", CONTRACTOR), state=PartnershipState.ASKED)


def test_vandaag_partners_and_the_board_say_the_same_of_the_triangle(cast: Cast, browser: Browser) -> None:
    add_partner(cast)
    _asked(cast)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    for page in (
        read_today(cast, browser),
        read(leader, url_of(cast, "partners")),
        read(leader, url_of(cast, "phase_board")),
    ):
        assert "De driehoek mist nog: corporatie en aannemer." in page


def test_the_page_of_partners_says_of_each_corner_what_to_do(cast: Cast, browser: Browser) -> None:
    _asked(cast)
    page = read(browser(cast.person(Role.PROJECT_LEADER)), url_of(cast, "partners"))
    assert "Woonstichting De Wissel heeft mensen in dit project, maar staat nog niet bij de partners." in page
    assert f"{url_of(cast, 'partner_add')}?organisation={employer(cast).pk}" in page
    assert "Welzijn: nog niemand gevraagd." in page
    assert "Bouwbedrijf Spoorslag is gevraagd en heeft nog geen ja gezegd." in page


def test_who_only_reads_is_offered_no_step(cast: Cast, browser: Browser) -> None:
    page = read(browser(cast.person(Role.PARTNER)), url_of(cast, "partners"))
    assert "De driehoek mist nog" in page
    assert reverse("projects:partner_add", args=[cast.project.slug]) not in page


def test_a_triangle_of_three_that_take_part_lacks_nothing(cast: Cast) -> None:
    add_partner(cast, employer(cast))
    add_partner(cast)
    assert triangle_gap(circle_of(cast.project)) == "De driehoek mist nog: aannemer."
    add_partner(cast, org("Bouwbedrijf Spoorslag", CONTRACTOR))
    assert triangle_gap(circle_of(cast.project)) == ""
