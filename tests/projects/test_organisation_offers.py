"""Which organisations somebody may choose from, and who mends a name that was typed wrong."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import (
    Concern,
    Membership,
    Organisation,
    OrganisationKeeper,
    OrganisationKind,
    Partnership,
    Person,
    Role,
)
from projects.overviews.organisations import correctable_in
from tests.cast import Cast, make_cast, make_project
from tests.projects.organisations import ADMIN, LEADER, own

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


@pytest.fixture
def misspelt(cast: Cast) -> Organisation:
    """A partner that only this project knows, with a name typed wrong."""
    made = Organisation.objects.create(name="Wijkteam Spoordma", kind=OrganisationKind.NEIGHBOURHOOD_TEAM)
    Partnership.objects.create(project=cast.project, organisation=made, state="asked")
    return made


def _url(organisation: Organisation) -> str:
    return reverse("projects:organisation_change", args=[organisation.pk])


def _mend(client: Client, organisation: Organisation) -> int:
    page = client.get(_url(organisation))
    if page.status_code != 200:
        return page.status_code
    data = {"name": "Wijkteam Spoordam", "kind": organisation.kind}
    return client.post(_url(organisation), data | {"window": page.context["form"].window}).status_code


@pytest.mark.parametrize("role", [LEADER, ADMIN])
def test_who_manages_the_only_project_that_knows_it_mends_the_name(
    cast: Cast, browser: Browser, misspelt: Organisation, role: str
) -> None:
    client = browser(cast.person(role))
    partner = reverse("projects:partner", args=["spoorbuurt", misspelt.partnerships.get().pk])
    assert _url(misspelt) in client.get(partner).content.decode()
    assert _mend(client, misspelt) == 302
    misspelt.refresh_from_db()
    assert misspelt.name == "Wijkteam Spoordam"


@pytest.mark.parametrize("role", [role for role in Role if role not in (LEADER, ADMIN)])
def test_nobody_else_mends_it(cast: Cast, browser: Browser, misspelt: Organisation, role: str) -> None:
    assert _mend(browser(cast.person(role)), misspelt) == 404


def test_a_name_that_another_project_uses_stays(cast: Cast, browser: Browser, misspelt: Organisation) -> None:
    other = make_project("elders")
    Partnership.objects.create(project=other, organisation=misspelt, state="asked")
    assert _mend(browser(cast.person(LEADER)), misspelt) == 404
    Partnership.objects.filter(project=cast.project).delete()
    assert _mend(browser(cast.person(LEADER)), misspelt) == 404
    misspelt.refresh_from_db()
    assert misspelt.name == "Wijkteam Spoordma"


def test_once_an_administrator_of_its_own_looks_after_it_only_that_one_mends_it(
    cast: Cast, browser: Browser, misspelt: Organisation
) -> None:
    keeper = Person.objects.create_user("keeper@voorbeeld.example", name="Kim Wissel")
    Membership.objects.create(project=cast.project, person=keeper, role=ADMIN, organisation=misspelt)
    assert correctable_in(misspelt, cast.person(LEADER)), "to say so oneself proves nothing"
    OrganisationKeeper.objects.create(organisation=misspelt, person=keeper)
    assert _mend(browser(cast.person(LEADER)), misspelt) == 404
    assert _mend(browser(keeper), misspelt) == 302


def test_who_began_a_project_mends_the_organisation_that_was_written_down_with_it(
    cast: Cast, browser: Browser
) -> None:
    client = browser(cast.person(ADMIN))
    data = {
        "name": "Kanaalzicht",
        "neighbourhood": "Kanaalzicht",
        "place": "Spoordam",
        "occasion": "renovation",
        "leader_name": "Sanne Sein",
        "leader_email": "sanne@voorbeeld.example",
        "new_organisation": "Woonstichting De Wisel",
    }
    page = client.post(reverse("projects:create"), data | {"occasion": cast.project.occasion})
    assert page.status_code == 302, page.context["form"].errors
    made = Organisation.objects.get(name="Woonstichting De Wisel")
    held = Membership.objects.get(person__email="sanne@voorbeeld.example")
    person_page = client.get(reverse("projects:change", args=[held.project.slug, held.pk])).content.decode()
    assert _url(made) in person_page
    assert client.get(_url(made)).status_code == 200


@pytest.mark.parametrize(
    "page", ["projects:add", "projects:partner_add", "projects:create", "projects:referral_edit"]
)
def test_organisations_of_other_projects_are_not_offered(
    cast: Cast, browser: Browser, misspelt: Organisation, page: str
) -> None:
    elsewhere = Organisation.objects.create(name="Zorg Ver Weg")
    Partnership.objects.create(project=make_project("elders"), organisation=elsewhere, state="joined")
    arguments = {"projects:create": [], "projects:referral_edit": ["spoorbuurt", Concern("care-money")]}
    client = browser(cast.person(ADMIN if page == "projects:create" else LEADER))
    html = client.get(reverse(page, args=arguments.get(page, ["spoorbuurt"]))).content.decode()
    assert misspelt.name in html
    assert own(cast).name in html
    assert "Zorg Ver Weg" not in html


def test_an_organisation_that_was_not_offered_is_refused_when_forged_and_found_by_its_name(
    cast: Cast, browser: Browser
) -> None:
    elsewhere = Organisation.objects.create(name="Zorg Ver Weg")
    client, address = browser(cast.person(LEADER)), reverse("projects:add", args=["spoorbuurt"])
    data = {"name": "Sanne Sein", "email": "sanne@voorbeeld.example", "role": Role.PARTNER.value}
    assert client.post(address, data | {"organisation": elsewhere.pk}).status_code == 200
    assert client.post(address, data | {"new_organisation": "zorg ver weg"}).status_code == 302
    assert Membership.objects.get(person__email="sanne@voorbeeld.example").organisation == elsewhere


def test_an_ended_role_offers_nothing(cast: Cast) -> None:
    other = make_cast("kanaalzicht")
    mine = Organisation.objects.create(name="Zorg Ver Weg")
    Partnership.objects.create(project=other.project, organisation=mine, state="joined")
    held = Membership.objects.create(project=other.project, person=cast.person(LEADER), role=Role.PARTNER)
    assert mine in Organisation.objects.offered_to(cast.person(LEADER))
    Membership.objects.filter(pk=held.pk).update(active=False)
    assert mine not in Organisation.objects.offered_to(cast.person(LEADER))
