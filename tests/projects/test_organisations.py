"""Organisations with their projects, who may know of which, and one person with roles in several projects."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa.models import AuditEntry
from projects import services
from projects.models import (
    Membership,
    Organisation,
    OrganisationKeeper,
    Partnership,
    PartnershipState,
    Person,
    Phase,
    Project,
    Role,
)
from projects.services.organisations import forget_keepers
from tests.cast import Cast, make_cast, make_project
from tests.projects.organisations import ADMIN, LEADER, change_url, keep, own

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def page(cast: Cast, client: Client, pk: int | None = None) -> str:
    answer = client.get(reverse("projects:organisation", args=[pk or own(cast).pk]))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def second(cast: Cast) -> Cast:
    """Another project of the same organisation, with other people in it."""
    return make_cast("kanaalzicht")


@pytest.mark.parametrize("role", [LEADER, ADMIN])
def test_who_keeps_an_organisation_sees_every_project_and_whom_to_ask(
    cast: Cast, second: Cast, browser: Browser, role: str
) -> None:
    keep(cast)
    html = page(cast, browser(cast.person(role)))
    assert "Kanaalzicht" in html
    assert second.person(LEADER).email in html
    assert reverse("projects:home", args=["spoorbuurt"]) in html
    assert "/projecten/kanaalzicht/" not in html, "no way in without a role there"
    others = [held.person.name for name, held in second.members.items() if name != LEADER]
    assert not any(name in html for name in others), "nothing from within"


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.RESIDENT_GROUP, LEADER, ADMIN)])
def test_a_colleague_sees_only_the_projects_that_are_shared(
    cast: Cast, second: Cast, browser: Browser, role: str
) -> None:
    keep(cast)
    OrganisationKeeper.objects.create(organisation=own(cast), person=cast.person(role))  # means nothing then
    html = page(cast, browser(cast.person(role)))
    assert "Spoorbuurt" in html
    assert "Kanaalzicht" not in html
    assert second.person(LEADER).email not in html


@pytest.mark.parametrize("role", [LEADER, ADMIN])
def test_a_role_that_another_organisation_wrote_down_opens_nothing(
    cast: Cast, second: Cast, browser: Browser, role: str
) -> None:
    """The leader of one project says to work for an organisation; that must not show its other projects."""
    housing = own(cast)
    stranger = Organisation.objects.create(name="Adviesbureau Zijspoor")
    outside = make_project("elders")
    attacker = Person.objects.create_user("zij@voorbeeld.example", name="Zij Spoor")
    mine = Membership.objects.create(person=attacker, project=outside, role=LEADER, organisation=stranger)
    helper = services.add_person(
        project=outside, by=attacker, email="h@voorbeeld.example", name="H", role=role, organisation=housing
    )
    services.change_membership(membership=mine, by=attacker, role=LEADER, organisation=housing)
    for person in (attacker, helper.person):
        html = page(cast, browser(person))
        assert "Elders" in html
        assert "Kanaalzicht" not in html
        assert "Spoorbuurt" not in html
        assert browser(person).get(change_url(cast)).status_code == 403
    assert not Organisation.objects.kept_by(attacker).exists()


def test_whoever_left_finds_nothing(cast: Cast, browser: Browser) -> None:
    keep(cast)
    Membership.objects.filter(person=cast.person(LEADER)).update(active=False)
    address = reverse("projects:organisation", args=[own(cast).pk])
    assert browser(cast.person(LEADER)).get(address).status_code == 404
    assert not Organisation.objects.visible_to(cast.person(LEADER)).exists()


def test_residents_and_outsiders_find_no_organisation(cast: Cast, browser: Browser) -> None:
    address = reverse("projects:organisation", args=[own(cast).pk])
    other = Person.objects.create_user("x@voorbeeld.example", name="X")
    for person, told in (
        (cast.person(Role.RESIDENT_GROUP), "U doet mee als bewoner"),
        (other, "Geen organisatie"),
    ):
        assert browser(person).get(address).status_code == 404
        assert told in browser(person).get(reverse("projects:organisations")).content.decode()
    assert Client().get(address).status_code == 302


def test_the_only_organisation_is_opened_at_once(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(LEADER))
    assert client.get(reverse("projects:organisations"))["Location"] == own(cast).get_absolute_url()
    welfare = Organisation.objects.create(name="Welzijn Het Perron")
    Membership.objects.create(
        person=cast.person(LEADER), project=make_project("elders"), role=Role.PARTNER, organisation=welfare
    )
    html = client.get(reverse("projects:organisations")).content.decode()
    assert own(cast).get_absolute_url() in html
    assert welfare.get_absolute_url() in html


@pytest.mark.parametrize(
    ("state", "shown"),
    [(PartnershipState.JOINED, True), (PartnershipState.ASKED, False), (PartnershipState.STOPPED, False)],
)
def test_an_organisation_takes_part_as_a_partner_too(
    cast: Cast, browser: Browser, state: str, shown: bool
) -> None:
    keep(cast)
    Partnership.objects.create(project=make_project("elders"), organisation=own(cast), state=state)
    assert ("Elders" in page(cast, browser(cast.person(ADMIN)))) is shown


def test_a_keeper_lets_a_colleague_see_all_projects(cast: Cast, second: Cast, browser: Browser) -> None:
    keep(cast, ADMIN)
    leader = cast.members[LEADER]
    assert "Kanaalzicht" not in page(cast, browser(leader.person))
    client = browser(cast.person(ADMIN))
    assert leader.person.name in page(cast, client).partition("Wie ziet alle projecten?")[2]
    address = reverse("projects:organisation_confirm", args=[own(cast).pk, leader.pk])
    assert browser(leader.person).post(address).status_code == 403, "not by oneself"
    client.post(address)
    assert "Kanaalzicht" in page(cast, browser(leader.person))
    assert AuditEntry.objects.filter(act="organisation keeper confirmed").exists()


def test_a_keeper_confirms_no_stranger(cast: Cast, second: Cast, browser: Browser) -> None:
    keep(cast, ADMIN)
    client = browser(cast.person(ADMIN))
    for held in (second.members[LEADER], cast.members[Role.PARTNER]):
        client.post(reverse("projects:organisation_confirm", args=[own(cast).pk, held.pk]))
    assert OrganisationKeeper.objects.count() == 1


def test_a_keeper_who_manages_nothing_any_more_is_forgotten(cast: Cast) -> None:
    keep(cast)
    assert forget_keepers() == 0
    Membership.objects.filter(person=cast.person(LEADER)).update(active=False)
    assert forget_keepers() == 1
    assert OrganisationKeeper.objects.get().person == cast.person(ADMIN)


def test_the_first_administrator_keeps_the_organisation() -> None:
    arguments = [
        *("--project", "Spoorbuurt", "--neighbourhood", "Spoorbuurt", "--place", "Nijmegen"),
        *("--organisation", "Woonstichting De Wissel"),
        *("--administrator", "beheer@voorbeeld.example", "Ans Rangeer"),
        *("--leader", "leiding@voorbeeld.example", "Mila Overweg"),
    ]
    call_command("first_project", *arguments)
    assert {kept.person.email for kept in OrganisationKeeper.objects.all()} == {
        "beheer@voorbeeld.example",
        "leiding@voorbeeld.example",
    }
    administrator = Person.objects.get(email="beheer@voorbeeld.example")
    assert Organisation.objects.kept_by(administrator, ADMIN).count() == 1


def test_the_name_changes_in_every_project_and_says_so_beforehand(
    cast: Cast, second: Cast, browser: Browser
) -> None:
    keep(cast)
    client = browser(cast.person(ADMIN))
    html = client.get(change_url(cast)).content.decode()
    assert "2 projecten" in html
    client.post(change_url(cast), {"name": "  Stichting   De Wissel ", "kind": "housing"})
    assert own(second).pk == own(cast).pk
    assert Organisation.objects.get().name == "Stichting De Wissel"
    assert "De Wissel to" in AuditEntry.objects.get(act="organisation changed").subject


def test_finished_projects_stand_apart(cast: Cast, second: Cast, browser: Browser) -> None:
    keep(cast)
    yesterday = timezone.localdate() - timedelta(days=1)
    Project.objects.filter(slug="kanaalzicht").update(ends_on=yesterday, phase=Phase.EVALUATION)
    html = page(cast, browser(cast.person(ADMIN)))
    assert "Kanaalzicht" in html.partition('id="afgerond"')[2]


def test_a_resident_without_organisation_is_told_so_politely(cast: Cast, browser: Browser) -> None:
    html = browser(cast.person(Role.RESIDENT_GROUP)).get(reverse("projects:organisations")).content.decode()
    assert "U hoort bij geen organisatie" in html
    assert "doe je mee" not in html
    assert "Deze inlog" not in html


def test_the_short_list_of_projects_is_a_part_of_a_page_only(cast: Cast, browser: Browser) -> None:
    client, address = browser(cast.person(LEADER)), reverse("projects:switch")
    part = client.get(address, headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert "HX-Request" in part["Vary"]
    assert client.get(address)["Location"] == reverse("projects:choose")
