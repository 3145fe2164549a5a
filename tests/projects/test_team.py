"""The team on the road (V3): when who can, and who does what on a visit."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa import registry
from msa.registry import MemberFact, Registry
from msa.sharing import Shared
from projects import demo
from projects.contributions import team as contributions
from projects.demo import partners as demo_partners
from projects.demo import team as demo_team
from projects.models import Absence, Availability, Membership, Person, Phase, Project, Role, VisitDuty
from projects.overviews.duties import division_of
from projects.overviews.team import lines_of, short_name, week_of
from projects.services.team import set_availability
from projects.team.week import in_order, monday_of
from tests.cast import Cast
from tests.projects.teams import page_of
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]

MONDAY = date(2026, 11, 23)


def _say(held: Membership, half_days: str = "0m 1e", most: int | None = 4, away: Any = ()) -> None:
    set_availability(membership=held, half_days=half_days.split(), most_visits=most, away=away)


# When who can


def test_a_member_says_when_visits_are_possible(cast: Cast, browser: Browser) -> None:
    held = cast.members[Role.HOUSING_OFFICER]
    today = timezone.localdate()
    data = {
        "half_days": ["3e", "0m", "niets"],
        "most_visits": "5",
        "first0": today.isoformat(),
        "last0": (today + timedelta(days=3)).isoformat(),
    }
    client = browser(held.person)
    assert client.post(page_of(cast, "availability"), data).status_code == 200  # 'niets' is no half-day
    data["half_days"] = ["3e", "0m"]
    answer = client.post(page_of(cast, "availability"), data, follow=True)
    page = answer.content.decode()
    assert "Je projectleider ziet wanneer je kunt" in page
    said = Availability.objects.get(membership=held)
    assert (said.half_days, said.most_visits) == (["0m", "3e"], 5)
    assert 'value="0m" checked' in page and 'value="1m" checked' not in page
    assert held.absences.get().last_day == today + timedelta(days=3)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"last0": "2026-12-01"}, "Vul ook deze dag in."),
        ({"first0": "2026-12-02", "last0": "2026-12-01"}, "De laatste dag ligt voor de eerste."),
        ({"first0": "2076-12-02", "last0": "2076-12-03"}, "Klopt het jaar?"),
        ({"first0": "gisteren", "last0": "2026-12-01"}, "Vul een dag in"),
        ({"most_visits": "0"}, "1"),
        ({"most_visits": "99999999999999999999"}, "40"),
        ({"most_visits": "veel"}, "heel getal"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(
    cast: Cast, browser: Browser, fields: dict[str, str], sentence: str
) -> None:
    held = cast.members[Role.COMMUNITY_WORKER]
    client = browser(held.person)
    page = client.post(page_of(cast, "availability"), fields | {"half_days": "2a"}).content.decode()
    assert sentence in page
    assert 'value="2a" checked' in page
    assert not Availability.objects.exists()


def test_an_absence_that_is_over_is_not_kept(cast: Cast, browser: Browser) -> None:
    held = cast.members[Role.HOUSING_OFFICER]
    today = timezone.localdate()
    Absence.objects.create(membership=held, first_day=today - timedelta(9), last_day=today - timedelta(1))
    browser(held.person).post(page_of(cast, "availability"), {"half_days": "0m"})
    assert not held.absences.exists()


def test_one_says_it_only_for_oneself(cast: Cast, browser: Browser) -> None:
    browser(cast.person(Role.HOUSING_OFFICER)).post(page_of(cast, "availability"), {"half_days": "0m"})
    assert [said.membership for said in Availability.objects.all()] == [cast.members[Role.HOUSING_OFFICER]]


def test_the_week_shows_who_can_and_leaves_out_who_is_away(cast: Cast) -> None:
    housing, community = cast.members[Role.HOUSING_OFFICER], cast.members[Role.COMMUNITY_WORKER]
    _say(housing, "0m 1e", 4)
    _say(community, "0m", 3, [(MONDAY, MONDAY)])
    week = week_of(cast.project, MONDAY + timedelta(days=5))
    monday, tuesday = week.rows[0], week.rows[1]
    assert monday.cells[0].names == (short_name(housing),)
    assert monday.away == (short_name(community),)
    assert tuesday.cells[2].names == (short_name(housing),)
    assert week.visits == 7
    assert week.title == "Week 48: 23 november tot en met 28 november"
    later = week_of(cast.project, MONDAY + timedelta(days=7))
    assert later.rows[0].cells[0].by_two and not monday.cells[0].by_two


def test_people_of_the_contractor_come_for_the_survey_and_make_no_pair(cast: Cast) -> None:
    housing, contractor = cast.members[Role.HOUSING_OFFICER], cast.members[Role.CONTRACTOR_TECHNICAL]
    _say(housing, "0m", 4)
    _say(contractor, "0m", 9)
    week = week_of(cast.project, MONDAY)
    cell = week.rows[0].cells[0]
    assert (cell.names, cell.others) == ((short_name(housing),), (short_name(contractor),))
    assert not cell.by_two
    assert week.visits == 4


def test_who_left_is_not_in_the_week(cast: Cast) -> None:
    held = cast.members[Role.HOUSING_OFFICER]
    _say(held)
    Membership.objects.filter(pk=held.pk).update(active=False)
    assert week_of(cast.project, MONDAY).visits is None


@pytest.mark.parametrize("asked", ["", "nergens", "0001-01-01", "9999-12-31", "2026-02-30", "1"])
def test_an_odd_week_is_this_week(cast: Cast, browser: Browser, asked: str) -> None:
    answer = browser(cast.person(Role.PROJECT_LEADER)).get(page_of(cast, "team_week"), {"week": asked})
    assert answer.context["week"].monday == monday_of(timezone.localdate())


def test_a_week_can_be_chosen(cast: Cast, browser: Browser) -> None:
    day = timezone.localdate() + timedelta(days=14)
    client = browser(cast.person(Role.PROJECT_LEADER))
    answer = client.get(page_of(cast, "team_week"), {"week": day.isoformat()})
    assert answer.context["week"].monday == monday_of(day)


def test_half_days_are_kept_in_order_and_once() -> None:
    assert in_order(["5e", "0a", "0m", "0a", "9x"]) == ["0m", "0a", "5e"]
    assert in_order(None) == []


def test_the_list_of_people_says_when_who_can_and_who_did_not_say(cast: Cast, browser: Browser) -> None:
    _say(cast.members[Role.HOUSING_OFFICER], "0m 1e", 4)
    page = browser(cast.person(Role.PROJECT_LEADER)).get(page_of(cast, "people")).content.decode()
    assert "2 dagdelen per week, hooguit 4 bezoeken" in page
    assert page.count("zei nog niet wanneer bezoeken kan") == 1  # the opbouwwerker


def test_nothing_is_said_of_training_until_somebody_knows(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = cast.members[Role.HOUSING_OFFICER]
    fresh = Registry("for the test")
    monkeypatch.setattr(registry, "team", fresh)
    assert all(line.facts == () for line in lines_of(cast.project))
    fact = MemberFact("getraind op 3 november 2026", "circle-check")
    fresh.add("training", lambda project: {held.pk: fact})
    assert {line.held.pk: line.facts for line in lines_of(cast.project) if line.facts} == {held.pk: (fact,)}


@pytest.mark.parametrize(
    ("role", "phase", "asked"),
    [
        (Role.HOUSING_OFFICER, Phase.PREPARATION, True),
        (Role.COMMUNITY_WORKER, Phase.HOUSE_VISITS, True),
        (Role.COMMUNITY_WORKER, Phase.PICTURE, False),
        (Role.CONTRACTOR_SOCIAL, Phase.PREPARATION, False),
        (Role.PARTNER, Phase.PREPARATION, False),
    ],
)
def test_a_visitor_is_asked_on_vandaag_while_there_are_visits_to_come(
    cast: Cast, browser: Browser, role: str, phase: int, asked: bool
) -> None:
    Project.objects.filter(pk=cast.project.pk).update(phase=phase)
    client = browser(cast.person(role))
    assert ("Vul in wanneer je kunt" in client.get("/").content.decode()) is asked
    if asked:
        client.post(page_of(cast, "availability"), {})
        assert "Vul in wanneer je kunt" not in client.get("/").content.decode()


def test_lists_ask_as_much_for_many_people_as_for_few(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    _say(cast.members[Role.HOUSING_OFFICER], away=[(MONDAY, MONDAY)])
    pages = [page_of(cast, "people"), page_of(cast, "team_week")]
    few = [count_queries(client, page) for page in pages]
    people = Person.objects.bulk_create(Person(email=f"p{n}@x.example", name=f"P {n}") for n in range(200))
    members = Membership.objects.bulk_create(
        Membership(person=person, project=cast.project, role=Role.HOUSING_OFFICER) for person in people
    )
    Availability.objects.bulk_create(Availability(membership=one, half_days=["0m"]) for one in members)
    Absence.objects.bulk_create(
        Absence(membership=one, first_day=MONDAY, last_day=date(2090, 1, 1)) for one in members
    )
    assert [count_queries(client, page) for page in pages] == few


def test_the_phase_board_hears_what_the_team_lacks(cast: Cast) -> None:
    def met() -> dict[str, bool]:
        return {one.key: one.met for one in contributions.requirements(cast.project, Shared())}

    assert met() == {"team-availability": False, "team-duties": False}
    for role in (Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER):
        _say(cast.members[role])
    VisitDuty.objects.create(project=cast.project, key="lead")
    assert all(met().values())
    assert all(one.reason == "" for one in contributions.requirements(cast.project, Shared()))
    cast.project.memberships.filter(role__in=[Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER]).update(
        active=False
    )
    assert met() == {"team-availability": False, "team-duties": True}
    assert all(one.reason for one in contributions.requirements(cast.project, Shared()) if not one.met)


def test_the_demo_shows_all_of_it_and_loads_once(browser: Browser) -> None:
    for load in (demo.load, demo_partners.load, demo_team.load, demo_team.load):
        load(lambda _line: None)
    project = Project.objects.get(slug=demo.SLUG)
    assert project.memberships.filter(availability__isnull=False).count() == len(demo_team.WEEKS)
    assert division_of(project).open == 0
    leader = browser(Person.objects.get(email=demo_team.LEADER))
    assert "Zonder eigenaar: werk van Daan Bielsman" in leader.get("/").content.decode()
    gone = project.memberships.get(person__email=demo_team.LEFT)
    page = leader.get(reverse("projects:handover", args=[project.slug, gone.pk])).content.decode()
    assert "bankje bij het speelveld" in page and "Noor Seinpaal" in page
