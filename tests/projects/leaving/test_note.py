"""The note of who left: who reads it afterwards, and until when."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from projects.models import Departure, Person, Role
from projects.services.leaving import forget_notes
from tests.cast import Cast
from tests.projects.leaving.helpers import add_task, give_all, let_go, new_member, typed, url_of

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.PROJECT_LEADER, 200),
        (Role.ADMINISTRATOR, 200),
        (Role.COMMUNITY_WORKER, 200),
        (Role.HOUSING_OFFICER, 404),
        (Role.CONTRACTOR_SOCIAL, 404),
        (Role.PARTNER, 404),
        (Role.RESIDENT_GROUP, 404),
    ],
)
def test_the_note_is_for_who_manages_and_who_took_work_over(
    cast: Cast, browser: Browser, role: str, status: int
) -> None:
    leaver = new_member(cast)
    add_task(cast, leaver)
    let_go(cast, leaver, give_all(leaver, cast.members[Role.COMMUNITY_WORKER]))
    answer = browser(cast.person(role)).get(url_of(cast, "handover", leaver.pk))
    assert answer.status_code == status
    assert ("De derde ronde" in answer.content.decode()) == (status == 200)


def test_who_took_work_over_is_pointed_at_the_note_for_two_weeks(cast: Cast, browser: Browser) -> None:
    leaver = new_member(cast)
    add_task(cast, leaver)
    taker = cast.members[Role.COMMUNITY_WORKER]
    departure = let_go(cast, leaver, give_all(leaver, taker))
    assert "Je nam werk over van Daan Bielsman" in browser(taker.person).get("/").content.decode()
    Departure.objects.filter(pk=departure.pk).update(left_on=timezone.localdate() - timedelta(days=15))
    assert "Je nam werk over" not in browser(taker.person).get("/").content.decode()


def test_what_somebody_is_still_writing_is_nobody_elses(cast: Cast, browser: Browser) -> None:
    writer = cast.members[Role.HOUSING_OFFICER]
    client = browser(writer.person)
    client.post(url_of(cast, "my_handover"), typed())
    assert "De derde ronde" in client.get(url_of(cast, "my_handover")).content.decode()
    for role in (Role.PROJECT_LEADER, Role.COMMUNITY_WORKER):
        assert browser(cast.person(role)).get(url_of(cast, "handover", writer.pk)).status_code == 404


def test_another_projects_people_are_not_found(cast: Cast, outsiders: Cast, browser: Browser) -> None:
    theirs = new_member(outsiders, name="Van Ginder")
    gone = new_member(outsiders, name="Ginder Weg")
    let_go(outsiders, gone, {})
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert leader.post(url_of(cast, "end", theirs.pk), {"without_note": "on"}).status_code == 404
    for name, ask in [("handover", leader.get), ("give_on", leader.post), ("restore", leader.post)]:
        assert ask(url_of(cast, name, gone.pk)).status_code == 404
    theirs.refresh_from_db()
    assert theirs.active


@pytest.mark.parametrize(("days", "kept"), [(0, 1), (1, 0)])
def test_a_note_goes_with_the_addresses(cast: Cast, days: int, kept: int) -> None:
    let_go(cast, new_member(cast), {})
    cast.project.ends_on = date(2026, 1, 31)
    cast.project.save()
    forget_notes(date(2026, 4, 30) + timedelta(days=days))
    assert Departure.objects.count() == kept


def test_a_project_without_an_end_keeps_its_notes(cast: Cast) -> None:
    let_go(cast, new_member(cast), {})
    assert forget_notes(date(2090, 1, 1)) == []
    assert Departure.objects.count() == 1
