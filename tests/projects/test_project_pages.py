"""The page of a project, its settings, the page about rights, and a new project."""

from collections.abc import Callable
from datetime import date

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from msa.models import AuditEntry
from projects import access
from projects.models import Membership, Organisation, Person, Phase, Project, Role
from projects.services import change_settings, free_slug
from tests.cast import Cast, make_project

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def _page(cast: Cast, name: str) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug])


def _settings(cast: Cast, **changes: object) -> dict[str, object]:
    project = cast.project
    names = ("name", "neighbourhood", "place", "occasion", "street_kind")
    return {name: getattr(project, name) for name in names} | changes


@pytest.mark.parametrize("role", Role.values)
def test_everybody_in_the_project_sees_where_it_stands_and_who_takes_part(
    cast: Cast, browser: Browser, role: str
) -> None:
    page = browser(cast.person(role)).get(_page(cast, "home")).content.decode()
    assert page.count('aria-current="step"') == 1
    assert all(str(phase.label) in page for phase in Phase)
    named = [held for held in cast.members.values() if held.role != Role.RESIDENT_GROUP]
    assert all(held.person.name in page for held in named)


def test_an_outsider_finds_nothing(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    for name in ("home", "people", "settings", "rights", "add"):
        assert browser(outsiders.person(Role.PROJECT_LEADER)).get(_page(cast, name)).status_code == 404


def test_a_member_without_the_right_is_told_so(cast: Cast, browser: Browser) -> None:
    answer = browser(cast.person(Role.HOUSING_OFFICER)).get(_page(cast, "people"))
    assert answer.status_code == 403
    assert "hoort bij een andere rol" in answer.content.decode()
    assert reverse("projects:rights", args=[cast.project.slug]) in answer.content.decode()


def test_the_phase_leaves_the_settings_and_everybody_sees_it(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert "Hier staat" not in leader.get(_page(cast, "home")).content.decode()
    page = leader.get(_page(cast, "settings")).content.decode()
    assert 'name="phase"' not in page
    assert reverse("projects:phase_board", args=[cast.project.slug]) in page
    leader.post(_page(cast, "settings"), _settings(cast, phase=Phase.PICTURE.value))
    cast.project.refresh_from_db()
    assert cast.project.phase == Phase.PREPARATION, "the phase is changed on the board only"
    with pytest.raises(ValueError, match="phase board"):
        change_settings(project=cast.project, by=cast.person(Role.PROJECT_LEADER), changes={"phase": 3})
    Project.objects.update(phase=Phase.PICTURE)
    page = browser(cast.person(Role.PARTNER)).get(_page(cast, "home")).content.decode()
    assert "in fase 3: Beeld van de buurt" in page


def test_wrong_settings_change_nothing_and_keep_what_was_typed(cast: Cast, browser: Browser) -> None:
    data = _settings(cast, name="Andere naam", starts_on="2026-05-01", ends_on="2026-04-01")
    page = browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "settings"), data).content.decode()
    assert "Het einde ligt voor het begin." in page
    assert 'value="Andere naam"' in page
    assert "project-bar" in page.split("Andere naam")[0], "the frame shows the name that is stored"
    cast.project.refresh_from_db()
    assert cast.project.name == "Spoorbuurt"


def test_nothing_changed_is_not_written_down(cast: Cast, browser: Browser) -> None:
    browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast, "settings"), _settings(cast))
    assert not AuditEntry.objects.filter(act="settings changed").exists()


def test_the_page_about_rights_says_every_permission_in_words(cast: Cast, browser: Browser) -> None:
    page = browser(cast.person(Role.PARTNER)).get(_page(cast, "rights")).content.decode()
    for permission in access.permissions():
        assert permission not in page, f"give {permission} a label where it is defined"


@pytest.mark.parametrize("role", Role)
def test_rights_begin_with_ones_own_role_open_and_leave_no_permission_out(
    cast: Cast, browser: Browser, role: str
) -> None:
    answer = browser(cast.person(role)).get(_page(cast, "rights"))
    page, rights = answer.content.decode(), answer.context["rights"]
    assert (rights.roles[0].role, [one.mine for one in rights.roles].count(True)) == (role, 1)
    assert {one.role for one in rights.roles} == set(Role)
    assert page.count('<details class="fold" open>') == 1
    everybody = [label for part in rights.everybody for label in part.labels]
    for one in rights.roles:
        labels = [label for part in one.parts for label in part.labels]
        held = [access.label_of(name) for name, roles in access.permissions().items() if one.role in roles]
        assert sorted([*labels, *everybody]) == sorted(held)
    assert ("dat bent u" in page) is (role == Role.RESIDENT_GROUP)


def test_rights_say_first_who_reads_what_residents_tell(cast: Cast, browser: Browser) -> None:
    page = browser(cast.person(Role.RESIDENT_GROUP)).get(_page(cast, "rights")).content.decode()
    asked_first = page.split("Per rol")[0]
    assert "Verhalen van bewoners lezen" in asked_first
    assert "Alleen projectleider, woonconsulent en opbouwwerker." in asked_first


@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.CONTRACTOR_SOCIAL])
def test_rights_say_first_who_else_sees_where_somebody_calls(
    cast: Cast, browser: Browser, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = _page(cast, "rights")
    page = browser(cast.person(role)).get(address).content.decode().split("Per rol")[0]
    assert "Zien waar en wanneer iemand langsgaat" in page
    assert "Ook sociaal medewerker aannemer en technisch uitvoerder." in page
    held = access.roles_for("housevisits.view_addresses")
    monkeypatch.setitem(access._ROLES, "housevisits.view_visits", held | {Role.PARTNER})
    page = browser(cast.person(role)).get(address).content.decode().split("Per rol")[0]
    assert "Ook meelezende partner." in page
    monkeypatch.setitem(access._ROLES, "housevisits.view_visits", held)
    page = browser(cast.person(role)).get(address).content.decode().split("Per rol")[0]
    assert "waar en wanneer iemand langsgaat" not in page


def test_how_long_what_is_kept_is_shown_with_every_number_that_can_be_set(
    cast: Cast, browser: Browser, settings: pytest.FixtureRequest
) -> None:
    numbers = {name: 101 + 7 * place for place, name in enumerate(django_settings.RETENTION)}
    settings.RETENTION = numbers  # type: ignore[attr-defined]
    for role in (Role.RESIDENT_GROUP, Role.ADMINISTRATOR):
        page = browser(cast.person(role)).get(_page(cast, "rights")).content.decode()
        shown = page.split("Hoe lang blijft wat bewaard")[1]
        for name, number in numbers.items():
            unit = "maanden" if "months" in name else "dagen"
            assert f"{number} {unit}" in shown, f"say on the page how long: {name}"


def test_the_page_says_what_the_address_list_waits_for(cast: Cast, browser: Browser) -> None:
    resident = browser(cast.person(Role.RESIDENT_GROUP))
    assert "einddatum is nog niet ingevuld" in resident.get(_page(cast, "rights")).content.decode()
    cast.project.ends_on = date(2027, 6, 30)
    cast.project.save()
    assert "30-06-2027" in resident.get(_page(cast, "rights")).content.decode()


NEW = {
    "name": "Lankforst",
    "neighbourhood": "Lankforst",
    "place": "Nijmegen",
    "occasion": "maintenance",
    "leader_name": "Siem Nieuw",
    "leader_email": "siem@voorbeeld.example",
}


def test_an_administrator_begins_a_project_that_somebody_else_leads(cast: Cast, browser: Browser) -> None:
    me = cast.members[Role.ADMINISTRATOR]
    organisation = Organisation.objects.get()
    data = NEW | {"organisation": organisation.pk}
    answer = browser(me.person).post(reverse("projects:create"), data)
    made = Project.objects.get(slug="lankforst")
    assert answer["Location"] == reverse("projects:begun", args=[made.slug])
    roles = {held.person.email: held.role for held in made.memberships.select_related("person")}
    assert roles == {me.person.email: Role.ADMINISTRATOR, "siem@voorbeeld.example": Role.PROJECT_LEADER}


def test_who_begins_a_project_stays_with_the_own_organisation(cast: Cast, browser: Browser) -> None:
    me = cast.members[Role.ADMINISTRATOR]
    data = NEW | {"new_organisation": "Woonstichting Het Seinwezen"}
    browser(me.person).post(reverse("projects:create"), data)
    made = Project.objects.get(slug="lankforst").memberships.select_related("organisation")
    names = {held.role: str(held.organisation) for held in made}
    assert names == {
        Role.ADMINISTRATOR: str(me.organisation),
        Role.PROJECT_LEADER: "Woonstichting Het Seinwezen",
    }


def test_who_begins_a_project_without_an_organisation_gets_none(cast: Cast, browser: Browser) -> None:
    Membership.objects.filter(role=Role.ADMINISTRATOR).update(organisation=None)
    data = NEW | {"organisation": Organisation.objects.get().pk}
    browser(cast.person(Role.ADMINISTRATOR)).post(reverse("projects:create"), data)
    made = Project.objects.get(slug="lankforst")
    assert made.memberships.get(role=Role.ADMINISTRATOR).organisation is None


def test_an_administrator_cannot_lead_the_new_project_too(cast: Cast, browser: Browser) -> None:
    me = cast.members[Role.ADMINISTRATOR]
    data = NEW | {"leader_email": me.person.email.upper(), "new_organisation": "Nog een"}
    page = browser(me.person).post(reverse("projects:create"), data).content.decode()
    assert "Kies een ander als projectleider" in page
    assert Project.objects.count() == 1
    assert not Organisation.objects.filter(name="Nog een").exists()


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.ADMINISTRATOR])
def test_nobody_else_begins_a_project(cast: Cast, browser: Browser, role: str) -> None:
    assert browser(cast.person(role)).post(reverse("projects:create"), NEW).status_code == 403


def test_an_administrator_who_left_begins_no_project(cast: Cast, browser: Browser) -> None:
    Membership.objects.filter(role=Role.ADMINISTRATOR).update(active=False)
    assert browser(cast.person(Role.ADMINISTRATOR)).get(reverse("projects:create")).status_code == 403


def test_two_projects_of_one_name_get_two_addresses(cast: Cast) -> None:
    assert free_slug("Spoorbuurt") == "spoorbuurt-2"
    assert free_slug("Nieuw") == "nieuw-2"
    assert free_slug("???") == "project"


@pytest.mark.parametrize(
    ("begin", "end", "shown"),
    [
        (date(2027, 1, 4), None, "vanaf januari 2027"),
        (date(2027, 1, 4), date(2028, 6, 30), "januari 2027 tot en met juni 2028"),
        (None, date(2028, 6, 30), "tot en met juni 2028"),
        (None, None, "nog niet ingevuld"),
    ],
)
def test_the_page_of_the_project_says_since_when_and_until_when(
    cast: Cast, browser: Browser, begin: date | None, end: date | None, shown: str
) -> None:
    cast.project.starts_on, cast.project.ends_on = begin, end
    cast.project.save()
    html = (
        browser(cast.person(Role.PARTNER)).get(reverse("projects:home", args=["spoorbuurt"])).content.decode()
    )
    assert f"<dd>{shown}</dd>" in html.replace("\n</dd>", "</dd>")


@pytest.mark.parametrize("page", ["projects:add", "projects:partner_add"])
def test_where_a_new_organisation_is_asked_for_its_field_stands_open(
    cast: Cast, browser: Browser, page: str
) -> None:
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(
        reverse(page, args=["spoorbuurt"]), {"role": "partner"}
    )
    html = answer.content.decode()
    assert "schrijf hieronder een nieuwe op" in html
    fold = html.split("De organisatie staat er niet bij")[0].rsplit("<details", 1)[1]
    assert fold.startswith(' class="fold" open>')


@pytest.mark.parametrize("name", ["Spoorbuurt", " spoor-buurt"])
def test_a_second_project_of_one_name_and_place_is_asked_about_first(
    cast: Cast, browser: Browser, name: str
) -> None:
    client = browser(cast.person(Role.ADMINISTRATOR))
    data = NEW | {"name": name, "organisation": Organisation.objects.get().pk}
    page = client.post(reverse("projects:create"), data).content.decode()
    assert "Spoorbuurt in Nijmegen is er al" in page
    assert 'value="Siem Nieuw"' in page, "what was typed stays"
    assert Project.objects.count() == 1
    assert client.post(reverse("projects:create"), data | {"second": "on"}).status_code == 302
    assert Project.objects.count() == 2


@pytest.mark.parametrize("changes", [{"place": "Tiel"}, {"name": "Elders"}])
def test_another_place_or_a_project_one_cannot_see_is_not_asked_about(
    cast: Cast, browser: Browser, changes: dict[str, str]
) -> None:
    make_project("elders")
    data = NEW | {"name": "Spoorbuurt", "organisation": Organisation.objects.get().pk} | changes
    client = browser(cast.person(Role.ADMINISTRATOR))
    assert "tweede project" not in client.get(reverse("projects:create")).content.decode()
    assert client.post(reverse("projects:create"), data).status_code == 302


@pytest.mark.parametrize(("typed", "said"), [("Ander Mens", True), ("Siem Nieuw", False)])
def test_who_has_an_account_keeps_its_name_and_that_is_said(
    cast: Cast, browser: Browser, typed: str, said: bool
) -> None:
    Person.objects.create_user("siem@voorbeeld.example", name="Siem Nieuw")
    organisation = Organisation.objects.get().pk
    for person, page, data in (
        (Role.ADMINISTRATOR, reverse("projects:create"), NEW | {"leader_name": typed}),
        (
            Role.PROJECT_LEADER,
            _page(cast, "add"),
            {"name": typed, "email": "siem@voorbeeld.example", "role": "partner"},
        ),
    ):
        answer = browser(cast.person(person)).post(page, data | {"organisation": organisation}, follow=True)
        assert ("op naam van Siem Nieuw. Die naam blijft staan" in answer.content.decode()) is said
