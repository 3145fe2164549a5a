"""Projects that are over, and one person with a role in several."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects import services
from projects.models import Membership, Person, Phase, Project, Role
from tests.cast import Cast, make_cast
from tests.projects.organisations import ADMIN, LEADER, keep, own
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


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
    client.defaults["HTTP_HX_REQUEST"] = "true"  # the short list is a part of a page
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
    client.defaults["HTTP_HX_REQUEST"] = "true"
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
