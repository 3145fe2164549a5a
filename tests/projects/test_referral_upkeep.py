"""Keeping referral routes up to date (V5): who is asked to look, who may say so, and what Vandaag tells."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.models import (
    Concern,
    Membership,
    Organisation,
    Person,
    Phase,
    Project,
    ReferralRoute,
    Role,
)
from projects.overviews.referral import Gaps, after_workdays, named, why_no_planning
from tests.cast import Cast
from tests.projects.referrals import LONELY, MONEY, text, url, without
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
FIELD = (Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER)
CONTRACTOR = (Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL)


def test_an_old_route_asks_for_a_look_and_one_tap_settles_it(cast: Cast, browser: Browser) -> None:
    today = timezone.localdate()
    mine = cast.members[Role.COMMUNITY_WORKER]
    ReferralRoute.objects.filter(concern=MONEY).update(checked_on=today - timedelta(days=182), keeper=mine)
    worker, leader = browser(mine.person), browser(cast.person(Role.PROJECT_LEADER))
    assert "Kijk 1 doorverwijsroute na" not in text(worker, reverse("today"))
    ReferralRoute.objects.filter(concern=MONEY).update(checked_on=today - timedelta(days=183))
    for client in (worker, leader):
        assert "Kijk 1 doorverwijsroute na" in text(client, reverse("today"))
    other = browser(cast.person(Role.HOUSING_OFFICER))
    assert "Kijk 1 doorverwijsroute na" not in text(other, reverse("today"))
    assert "Niet nagekeken sinds" in text(worker, url(cast, "referral_routes"))
    answer = worker.post(url(cast, "referral_check", MONEY), {"from": "list"})
    assert answer["Location"] == url(cast, "referral_routes")
    assert ReferralRoute.objects.get(project=cast.project, concern=MONEY).checked_on == today
    assert "Kijk 1 doorverwijsroute na" not in text(leader, reverse("today"))


def test_vandaag_tells_the_leader_what_lacks_and_first_of_all_before_the_visits(
    cast: Cast, browser: Browser
) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    assert (
        "doorverwijsroute"
        not in text(leader, reverse("today")).split('<dl class="state">')[0].split('id="nu"')[1]
    )
    without(cast, MONEY, LONELY)
    page = text(leader, reverse("today"))
    assert "Er ontbreken 2 doorverwijsroutes" in page.split('<details class="fold">')[0]
    assert "geldzorgen en eenzaamheid" in page
    visitor = browser(cast.person(Role.HOUSING_OFFICER))
    assert "Er ontbreken 2 doorverwijsroutes" not in text(visitor, reverse("today"))
    Project.objects.update(phase=Phase.EVALUATION)
    assert "Er ontbreken 2 doorverwijsroutes" in text(leader, reverse("today"))


def test_a_route_whose_keeper_left_asks_for_another(cast: Cast, browser: Browser) -> None:
    leader = browser(cast.person(Role.PROJECT_LEADER))
    worker = cast.members[Role.COMMUNITY_WORKER]
    ReferralRoute.objects.filter(project=cast.project, concern=MONEY).update(keeper=worker)
    assert "Wie houdt deze routes bij?" not in text(leader, reverse("today"))
    Membership.objects.filter(pk=worker.pk).update(active=False)
    assert "Wie houdt deze routes bij?" in text(leader, reverse("today"))
    assert "Niemand houdt deze route bij" in text(leader, url(cast, "referral_routes"))


@pytest.mark.parametrize("state", ["fresh", "stale", "draft"])
@pytest.mark.parametrize("role", [Role.PROJECT_LEADER, *FIELD, *CONTRACTOR])
def test_who_may_confirm_a_route_is_asked_so_and_nobody_else(
    cast: Cast, browser: Browser, role: str, state: str
) -> None:
    """The button is there exactly where sending it would be taken; a draft is looked at by who writes it."""
    days = {"fresh": timezone.localdate(), "stale": timezone.localdate() - timedelta(days=400), "draft": None}
    ReferralRoute.objects.filter(project=cast.project, concern=MONEY).update(checked_on=days[state])
    client = browser(cast.person(role))
    sends = url(cast, "referral_check", MONEY)
    offered = f'action="{sends}"' in text(client, url(cast, "referral_route", MONEY))
    assert offered == (role not in CONTRACTOR and state != "draft")
    assert ("Klopt dit nog?" in text(client, url(cast, "referral_route", MONEY))) == offered
    assert (f'action="{sends}"' in text(client, url(cast, "referral_routes"))) == (
        offered and state == "stale"
    )
    if role in CONTRACTOR:
        assert client.post(sends).status_code == 403


def test_who_may_not_change_a_route_reads_whom_to_tell(cast: Cast, browser: Browser) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    for role in (*FIELD, *CONTRACTOR):
        page = text(browser(cast.person(role)), url(cast, "referral_route", MONEY))
        assert "Klopt er iets niet?" in page
        assert leader.name in page
    assert "Klopt er iets niet?" not in text(browser(leader), url(cast, "referral_route", MONEY))


def test_what_the_leader_may_do_is_offered_to_nobody_else(cast: Cast, browser: Browser) -> None:
    contractor = text(browser(cast.person(Role.CONTRACTOR_SOCIAL)), url(cast, "referral_route", MONEY))
    visitor = text(browser(cast.person(Role.HOUSING_OFFICER)), url(cast, "referral_route", MONEY))
    assert "Klopt nog" in visitor
    assert "Klopt nog" not in contractor
    assert url(cast, "referral_edit", MONEY) not in visitor + contractor


@pytest.mark.parametrize("name", ["referral_routes", "today"])
def test_pages_ask_as_many_queries_for_one_route_as_for_all(cast: Cast, browser: Browser, name: str) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    page = reverse("today") if name == "today" else url(cast, name)
    many = count_queries(client, page)
    keepers = [held.pk for held in cast.members.values()]
    for number, route in enumerate(ReferralRoute.objects.filter(project=cast.project)):
        other = Organisation.objects.create(name=f"Organisatie {number}")
        ReferralRoute.objects.filter(pk=route.pk).update(
            organisation=other, keeper=keepers[number % len(keepers)]
        )
    assert count_queries(client, page) == many
    ReferralRoute.objects.filter(project=cast.project).exclude(concern=MONEY).delete()
    assert count_queries(client, page) == many


def test_the_history_asks_one_query_however_long_it_is(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    client.post(url(cast, "referral_check", MONEY))
    one = count_queries(client, url(cast, "referral_route", MONEY))
    for role in (Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER):
        browser(cast.person(role)).post(url(cast, "referral_check", MONEY))
    assert count_queries(client, url(cast, "referral_route", MONEY)) == one


@pytest.mark.parametrize(
    ("day", "workdays", "expected"),
    [
        (date(2026, 5, 4), 0, date(2026, 5, 4)),
        (date(2026, 5, 4), 3, date(2026, 5, 7)),
        (date(2026, 5, 8), 1, date(2026, 5, 11)),
        (date(2026, 5, 9), 0, date(2026, 5, 11)),
        (date(2026, 5, 9), 1, date(2026, 5, 11)),
        (date(2026, 5, 4), 10, date(2026, 5, 18)),
    ],
)
def test_working_days_leave_the_weekend_out(day: date, workdays: int, expected: date) -> None:
    assert after_workdays(day, workdays) == expected


def test_a_sentence_names_a_few_concerns_and_counts_the_others() -> None:
    four = list(Concern)[2:6]
    assert named(four[:1]) == "psychische klachten"
    assert named(four) == "psychische klachten, sociale problemen, lichamelijke klachten en geldzorgen"
    assert named(list(Concern)[2:8]).endswith("lichamelijke klachten en 3 andere soorten")
    assert why_no_planning(Gaps([], [])) == ""
