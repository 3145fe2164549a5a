"""Organisations with their projects, who may know of which, and one person with roles in several projects."""

from collections.abc import Callable
from datetime import date, timedelta

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
    OrganisationKind,
    Partnership,
    PartnershipState,
    Person,
    Phase,
    Project,
    Role,
)
from projects.overviews.organisations import alike
from projects.services.organisations import forget_keepers
from tests.cast import Cast, make_cast, make_project
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
LEADER, ADMIN = Role.PROJECT_LEADER, Role.ADMINISTRATOR


def own(cast: Cast) -> Organisation:
    organisation = cast.members[LEADER].organisation
    assert organisation is not None
    return organisation


def keep(cast: Cast, *roles: str) -> None:
    for role in roles or (LEADER, ADMIN):
        OrganisationKeeper.objects.get_or_create(organisation=own(cast), person=cast.person(role))


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
        assert browser(person).get(_change(cast)).status_code == 403
    assert not Organisation.objects.kept_by(attacker).exists()


def _change(cast: Cast) -> str:
    return reverse("projects:organisation_change", args=[own(cast).pk])


def test_whoever_left_finds_nothing(cast: Cast, browser: Browser) -> None:
    keep(cast)
    Membership.objects.filter(person=cast.person(LEADER)).update(active=False)
    address = reverse("projects:organisation", args=[own(cast).pk])
    assert browser(cast.person(LEADER)).get(address).status_code == 404
    assert not Organisation.objects.visible_to(cast.person(LEADER)).exists()


def test_residents_and_outsiders_find_no_organisation(cast: Cast, browser: Browser) -> None:
    address = reverse("projects:organisation", args=[own(cast).pk])
    other = Person.objects.create_user("x@voorbeeld.example", name="X")
    for person in (cast.person(Role.RESIDENT_GROUP), other):
        assert browser(person).get(address).status_code == 404
        assert "Geen organisatie" in browser(person).get(reverse("projects:organisations")).content.decode()
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
    html = client.get(_change(cast)).content.decode()
    assert "2 projecten" in html
    client.post(_change(cast), {"name": "  Stichting   De Wissel ", "kind": "housing"})
    assert own(second).pk == own(cast).pk
    assert Organisation.objects.get().name == "Stichting De Wissel"
    assert "De Wissel to" in AuditEntry.objects.get(act="organisation changed").subject


@pytest.mark.parametrize(
    "typed", ["welzijn het perron", "Welzijn  Het Perron", "WelzijnHet Perron", "Welzijn Het-Perron"]
)
def test_a_name_that_is_there_already_is_asked_about(cast: Cast, browser: Browser, typed: str) -> None:
    keep(cast)
    Organisation.objects.create(name="Welzijn Het Perron")
    html = (
        browser(cast.person(ADMIN)).post(_change(cast), {"name": typed, "kind": "housing"}).content.decode()
    )
    assert "Bedoel je ‘Welzijn Het Perron’?" in html
    assert Organisation.objects.filter(name="Woonstichting De Wissel").exists()


def test_own_name_in_other_capitals_is_no_duplicate(cast: Cast, browser: Browser) -> None:
    keep(cast)
    browser(cast.person(ADMIN)).post(_change(cast), {"name": "Woonstichting de Wissel", "kind": "housing"})
    assert Organisation.objects.get().name == "Woonstichting de Wissel"


@pytest.mark.parametrize("typed", ["", " ", "x" * 121])
def test_a_bad_name_is_refused_at_the_field(cast: Cast, browser: Browser, typed: str) -> None:
    keep(cast)
    answer = browser(cast.person(ADMIN)).post(_change(cast), {"name": typed, "kind": "nonsense"})
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"name", "kind"}


def test_what_somebody_else_changed_meanwhile_is_not_lost(cast: Cast, browser: Browser) -> None:
    keep(cast)
    client = browser(cast.person(ADMIN))
    window = str(client.get(_change(cast)).context["form"].window)
    Organisation.objects.update(name="De Wissel Wonen")
    sent = {"name": "Woonstichting De Wissel", "kind": "tenants", "window": window}
    client.post(_change(cast), sent)
    found = Organisation.objects.get()
    assert (found.name, found.kind) == ("De Wissel Wonen", OrganisationKind.TENANTS)
    html = client.post(_change(cast), sent | {"name": "De Wissels"}).content.decode()
    assert "Iemand anders veranderde dit in ‘De Wissel Wonen’" in html
    assert Organisation.objects.get().name == "De Wissel Wonen"


@pytest.mark.parametrize("typed", ["WOONSTICHTING  de wissel", " Woonstichting De Wissel "])
def test_a_known_organisation_is_not_made_twice(cast: Cast, browser: Browser, typed: str) -> None:
    client, address = browser(cast.person(LEADER)), reverse("projects:add", args=[cast.project.slug])
    data = {"name": "Siem", "email": "s@voorbeeld.example", "role": "partner", "new_organisation": typed}
    client.post(address, data)
    assert Membership.objects.get(person__email="s@voorbeeld.example").organisation == own(cast)
    assert Organisation.objects.count() == 1


def test_a_name_that_is_nearly_known_gets_a_proposal(cast: Cast, browser: Browser) -> None:
    client, address = browser(cast.person(LEADER)), reverse("projects:add", args=[cast.project.slug])
    data = {"name": "S", "email": "s@voorbeeld.example", "role": "partner"}
    data["new_organisation"] = "WoonstichtingDe Wissel"
    html = client.post(address, data).content.decode()
    assert "Bedoel je ‘Woonstichting De Wissel’?" in html
    assert "Kies een organisatie, of schrijf" not in html, "one message is enough"
    assert not Person.objects.filter(email="s@voorbeeld.example").exists()


def test_names_without_letters_are_compared_as_they_are(db: None) -> None:
    Organisation.objects.create(name="!!!")
    assert alike("???") is None
    assert alike(" !!! ") is not None


def test_finished_projects_stand_apart(cast: Cast, second: Cast, browser: Browser) -> None:
    keep(cast)
    yesterday = timezone.localdate() - timedelta(days=1)
    Project.objects.filter(slug="kanaalzicht").update(ends_on=yesterday, phase=Phase.EVALUATION)
    html = page(cast, browser(cast.person(ADMIN)))
    assert "Kanaalzicht" in html.partition('id="afgerond"')[2]


@pytest.mark.parametrize(
    ("phase", "ends", "closed", "finished"),
    [
        (Phase.EVALUATION, date(2026, 5, 1), None, True),
        (Phase.EVALUATION, date(2026, 5, 2), None, False),
        (Phase.EVALUATION, None, None, False),
        (Phase.CONNECTING, date(2026, 5, 1), None, False),
        (Phase.PREPARATION, None, date(2026, 4, 1), True),
    ],
)
def test_a_project_is_over_when_it_is_closed_or_past_its_end_in_the_last_phase(
    phase: int, ends: date | None, closed: date | None, finished: bool
) -> None:
    project = Project(phase=phase, ends_on=ends, closed_on=closed)
    assert project.finished_on(date(2026, 5, 2)) is finished


def test_closing_needs_a_last_day_and_can_be_undone(cast: Cast, browser: Browser) -> None:
    client, address = browser(cast.person(ADMIN)), reverse("projects:close", args=[cast.project.slug])
    assert "Vul eerst het einde van het project in." in client.get(address).content.decode()
    assert "Vul eerst bij Instellingen het einde in" in client.post(address, follow=True).content.decode()
    Project.objects.update(ends_on=date(2026, 5, 1))
    assert "Hoe lang blijft wat bewaard" in client.get(address).content.decode()
    client.post(address)
    assert Project.objects.get().finished_on(timezone.localdate())
    chooser = client.get(reverse("projects:choose")).content.decode()
    assert "Spoorbuurt" in chooser.partition('id="afgerond"')[2]
    client.post(reverse("projects:reopen", args=[cast.project.slug]))
    assert Project.objects.get().closed_on is None


def _roles_in(cast: Cast, role: str, count: int) -> Person:
    """Roles in `count` more projects for who holds `role`, each with a leader of its own."""
    projects = Project.objects.bulk_create(
        Project(slug=f"wijk-{number}", name=f"Wijk {number}", neighbourhood="W", place="P")
        for number in range(count)
    )
    person, leader = cast.person(role), Person.objects.create_user("l@voorbeeld.example", name="Leider")
    for holder, held in ((person, Role.PARTNER), (leader, LEADER)):
        Membership.objects.bulk_create(
            Membership(person=holder, project=project, role=held, organisation=own(cast))
            for project in projects
        )
    return person


@pytest.mark.parametrize("name", ["choose", "switch", "account", "organisation"])
def test_the_number_of_queries_does_not_grow(cast: Cast, browser: Browser, name: str) -> None:
    keep(cast)
    client = browser(cast.person(ADMIN))
    address = reverse(f"projects:{name}", args=[own(cast).pk] if name == "organisation" else [])
    few = count_queries(client, address)
    _roles_in(cast, ADMIN, 200)
    assert count_queries(client, address) == few


def test_the_choice_and_the_account_say_each_role_where_it_belongs(cast: Cast, browser: Browser) -> None:
    second = make_cast("kanaalzicht")
    person = cast.person(LEADER)
    Person.objects.filter(pk=person.pk).update(name="Mila", email="mila@voorbeeld.example")
    Membership.objects.create(person=person, project=second.project, role=Role.RESIDENT_GROUP)
    client = browser(person)
    for name in ("choose", "switch", "account"):
        html = client.get(reverse(f"projects:{name}")).content.decode().lower()
        first, other = html.index("spoorbuurt"), html.index("kanaalzicht")
        assert other < first  # by name
        assert "lid bewonersprojectgroep" in html[other:first]
        assert "projectleider" in html[first:]


def test_leaving_one_project_keeps_the_others(cast: Cast, browser: Browser) -> None:
    second = make_cast("kanaalzicht")
    person = cast.person(Role.HOUSING_OFFICER)
    held = Membership.objects.create(
        person=person, project=second.project, role=Role.PARTNER, organisation=own(cast)
    )
    services.end_membership(membership=held, by=second.person(LEADER))
    client = browser(person)
    html = client.get(reverse("projects:account")).content.decode()
    assert "Spoorbuurt" in html
    assert "Kanaalzicht" not in html
    assert client.get(cast.project.get_absolute_url()).status_code == 200
    assert client.get(second.project.get_absolute_url()).status_code == 404
