"""Proposals for the communication calendar: they follow the time line, and none lies in the past."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.agreements.proposal_days import Proposals, proposed
from projects.agreements.proposals import PROPOSALS
from projects.demo.agreement_words import MOMENTS
from projects.models import CommunicationMoment, Person, Role
from projects.models.timeline import Kind
from projects.services.communication import take_proposals
from tests.cast import Cast, make_works
from tests.projects.timelines import DAY, WEEK, social_step

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
TODAY = date(2030, 1, 7)
VISITS = date(2030, 4, 29)


def _plan(cast: Cast, **fields: object) -> None:
    values = {"starts_on": VISITS, "ends_on": VISITS + 3 * WEEK, "block": None}
    social_step(cast, **values | fields)


def _days(found: Proposals) -> dict[str, date]:
    return {one.proposal.key: one.on for one in found.offered}


def test_what_is_about_the_visits_goes_along_with_the_visits(cast: Cast) -> None:
    _plan(cast)
    days = _days(proposed(cast.project, TODAY))
    assert days["visits-start"] == VISITS
    assert days["door-hanger"] == VISITS - WEEK
    assert days["invitation"] == VISITS - 2 * WEEK
    assert days["second-chance"] == VISITS + 3 * WEEK
    assert days["newsletter"] == VISITS + 5 * WEEK


def test_we_begin_is_said_before_the_first_round_only(cast: Cast) -> None:
    _plan(cast, starts_on=TODAY - 9 * WEEK, ends_on=TODAY - 6 * WEEK)
    _plan(cast)
    found = proposed(cast.project, TODAY)
    assert {"announcement", "partners", "resident-group"} <= {one.key for one in found.too_late}
    assert "information" in _days(found)


def test_a_step_of_its_own_goes_before_the_visits(cast: Cast) -> None:
    _plan(cast)
    _plan(cast, kind=Kind.ANNOUNCEMENT, starts_on=VISITS - 4 * WEEK, ends_on=VISITS - 4 * WEEK)
    make_works(cast, starts_on=date(2030, 9, 2), ends_on=date(2030, 10, 2))
    days = _days(proposed(cast.project, TODAY))
    assert days["invitation"] == VISITS - 4 * WEEK
    assert days["works"] == date(2030, 8, 12)


def test_the_next_round_counts_and_not_the_one_that_was(cast: Cast) -> None:
    _plan(cast, starts_on=TODAY - 9 * WEEK, ends_on=TODAY - 6 * WEEK)
    _plan(cast)
    assert _days(proposed(cast.project, TODAY))["visits-start"] == VISITS


@pytest.mark.parametrize("planned", [True, False])
@pytest.mark.parametrize("weeks", range(0, 80, 5))
def test_no_proposal_lies_in_the_past_and_none_gets_lost(cast: Cast, weeks: int, planned: bool) -> None:
    if planned:
        _plan(cast)
    cast.project.starts_on = TODAY
    today = TODAY + weeks * WEEK
    found = proposed(cast.project, today)
    assert all(one.on >= today for one in found.offered)
    assert len(found.offered) + len(found.too_late) == len(PROPOSALS)


def test_what_can_still_be_told_is_for_today_and_what_is_over_is_left_out(cast: Cast) -> None:
    _plan(cast)
    before = proposed(cast.project, VISITS - DAY)
    hanger = next(one for one in before.offered if one.proposal.key == "door-hanger")
    assert hanger.late and hanger.on == VISITS - DAY
    after = proposed(cast.project, VISITS + DAY)
    assert "door-hanger" in {one.key for one in after.too_late}
    assert "second-chance" in _days(after)


def test_the_page_says_what_each_day_follows_and_what_is_too_late(cast: Cast, browser: Browser) -> None:
    today = timezone.localdate()
    _plan(cast, starts_on=today - WEEK, ends_on=today + WEEK, title="Ronde Noord")
    client = browser(cast.person(Role.PROJECT_LEADER))
    address = reverse("projects:communication_proposals", args=[cast.project.slug])
    page = client.get(address).content.decode()
    assert "Bij ‘Ronde Noord’ op het tijdspad" in page
    assert "daarvoor te laat is" in page and "komen we bij u langs" in page.split("daarvoor te laat is")[1]
    assert client.post(address, {"keys": ["door-hanger"]}).status_code == 200
    taken = take_proposals(
        project=cast.project, by=cast.person(Role.PROJECT_LEADER), keys=["door-hanger", "second-chance"]
    )
    assert taken == 1
    assert CommunicationMoment.objects.get().on == today + timedelta(weeks=1)


def test_who_does_it_may_stay_open_and_the_page_says_so(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    page = client.get(reverse("projects:communication_add", args=[cast.project.slug])).content.decode()
    assert 'Wie doet het? <span class="optional">' in page


JE = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


@pytest.mark.parametrize("one", [*PROPOSALS, *MOMENTS], ids=lambda one: one.message[:30])
def test_residents_are_addressed_politely(one: object) -> None:
    assert not JE.search(one.message)  # type: ignore[attr-defined]
