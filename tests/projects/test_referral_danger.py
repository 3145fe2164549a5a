"""Danger (V5, meldcode): 112 in one tap, and the officer whom a visitor calls, by function and number."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from projects.documents.referral import SMALLEST, card_context, card_html
from projects.models import Concern, Organisation, Person, Project, ReferralRoute, Role
from projects.services.referral import write_route
from projects.services.refusing import Refused
from tests.cast import Cast
from tests.projects.referrals import MONEY, fields, text, typed, url

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
DANGER, CHILD = Concern.SAFETY_DANGER, Concern.SAFETY_CHILD
CALL = 'href="tel:112"'
LACKS = "aandachtsfunctionaris"
NAMES = ("officer", "officer_organisation", "officer_phone")


def officer(**changes: Any) -> dict[str, Any]:
    """The fields of the form about the officer."""
    wissel = Organisation.objects.get(name="Woonstichting De Wissel")
    return dict(zip(NAMES, ("aandachtsfunctionaris", wissel.pk, "0900-0000999"), strict=True)) | changes


@pytest.mark.parametrize("role", [Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER, Role.CONTRACTOR_SOCIAL])
def test_112_is_one_tap_on_all_routes_and_on_those_of_danger(cast: Cast, browser: Browser, role: str) -> None:
    client = browser(cast.person(role))
    for page in (url(cast, "referral_routes"), url(cast, "referral_route", DANGER)):
        shown = text(client, page)
        assert CALL in shown
        assert shown.index(CALL) < shown.index("</h2>")
    assert CALL not in text(client, url(cast, "referral_route", MONEY))


def test_a_route_of_the_meldcode_without_an_officer_says_so(cast: Cast, browser: Browser) -> None:
    leader, visitor = (browser(cast.person(role)) for role in (Role.PROJECT_LEADER, Role.HOUSING_OFFICER))
    for client in (leader, visitor):
        assert "Wie jullie aandachtsfunctionaris is, staat er nog niet bij" in text(
            client, url(cast, "referral_route", DANGER)
        )
        assert "Nog zonder aandachtsfunctionaris" in text(client, url(cast, "referral_routes"))
    assert LACKS not in text(visitor, url(cast, "referral_route", MONEY))
    assert "Vul aan" in text(leader, url(cast, "referral_route", DANGER))


def test_the_officer_stands_on_the_route_with_a_number_to_tap(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    for concern in (DANGER, CHILD):
        assert leader.post(url(cast, "referral_edit", concern), typed(cast, **officer())).status_code == 302
    choice = text(leader, url(cast, "referral_edit", DANGER)).partition('name="officer_organisation"')[2]
    assert f'<option value="{officer()["officer_organisation"]}" selected>' in choice
    page = text(browser(cast.person(Role.HOUSING_OFFICER)), url(cast, "referral_route", DANGER))
    assert 'href="tel:0900-0000999"' in page
    assert "Nog zonder aandachtsfunctionaris" not in text(leader, url(cast, "referral_routes"))
    assert "0900-0000999" in card_html(card_context(cast.project), size=SMALLEST, steps=False)


@pytest.mark.parametrize("left_out", NAMES)
def test_an_officer_is_filled_in_whole_or_not_at_all(cast: Cast, browser: Browser, left_out: str) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = leader.post(url(cast, "referral_edit", DANGER), typed(cast, **officer(**{left_out: ""})))
    assert "Vul functie, organisatie en telefoon alle drie in" in page.content.decode()
    assert "0900-0000999" not in ReferralRoute.objects.get(project=cast.project, concern=DANGER).officer_phone
    with pytest.raises(Refused):
        half = {"officer": "iemand", "officer_organisation": None, "officer_phone": ""}
        write_route(
            project=cast.project,
            by=cast.person(Role.PROJECT_LEADER),
            concern=DANGER,
            fields=fields(cast, **half),
        )


@pytest.mark.parametrize(
    ("changes", "asked"),
    [({"officer": "Anja de Vries"}, "‘Anja de Vries’"), ({"officer_phone": "06-12345678"}, "‘06-12345678’")],
)
def test_the_officer_is_a_function_too(
    cast: Cast, browser: Browser, changes: dict[str, str], asked: str
) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    page = leader.post(url(cast, "referral_edit", DANGER), typed(cast, **officer(**changes)))
    assert asked in page.content.decode()


def test_only_the_meldcode_asks_for_an_officer(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert 'name="officer_phone"' in text(leader, url(cast, "referral_edit", CHILD))
    assert 'name="officer_phone"' not in text(leader, url(cast, "referral_edit", MONEY))
    ReferralRoute.objects.filter(project=cast.project, concern=MONEY).delete()
    leader.post(url(cast, "referral_edit", DANGER), typed(cast, **officer(), also_for=[MONEY.value]))
    route = ReferralRoute.objects.get(project=cast.project, concern=MONEY)
    assert (route.officer, route.officer_organisation, route.officer_phone) == ("", None, "")


def test_a_project_that_takes_routes_over_gets_the_officer_to_look_at(cast: Cast, outsiders: Cast) -> None:
    from projects.services.setupparts import referral

    wissel = Organisation.objects.get(name="Woonstichting De Wissel")
    given = {"officer": "aandachtsfunctionaris", "officer_phone": "0900-0000999"}
    ReferralRoute.objects.filter(project=cast.project, concern=DANGER).update(
        officer_organisation=wissel, **given
    )
    target: Project = outsiders.project
    target.referral_routes.all().delete()
    referral.copy(cast.project, target, outsiders.person(Role.PROJECT_LEADER))
    copied = target.referral_routes.get(concern=DANGER)
    assert (copied.officer_phone, copied.officer_organisation, copied.stands) == (
        "0900-0000999",
        wissel,
        False,
    )


def test_half_a_number_is_no_number(cast: Cast) -> None:
    route = ReferralRoute.objects.get(project=cast.project, concern=DANGER)
    route.officer_phone = "bel Anja"
    with pytest.raises(ValidationError):
        route.full_clean()
