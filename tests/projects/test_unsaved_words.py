"""Long forms ask before words that were not kept are left behind."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import Person, Role
from tests.cast import Cast
from tests.projects.advicesteps import LEADER, RESIDENT, answered, ask, fresh, given

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def _asks_first(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    written = [form for form in re.findall(r"<form.*?</form>", page, re.S) if "<textarea" in form]
    assert written, f"no form to write in: {address}"
    assert all("data-unsaved" in form.partition(">")[0] for form in written)
    assert page.count("js/unsaved") == 1


@pytest.mark.parametrize(
    ("role", "name"),
    [
        (RESIDENT, "resident_advice_volunteer"),
        (LEADER, "resident_advice_ask"),
        (LEADER, "resident_meeting_add"),
        (LEADER, "resident_about"),
        (LEADER, "resident_subject_add"),
        (LEADER, "task_new"),
        (LEADER, "communication_add"),
        (LEADER, "partner_add"),
        (LEADER, "timeline_add"),
        (LEADER, "training_add"),
    ],
)
def test_a_long_form_asks_before_words_are_lost(cast: Cast, browser: Browser, role: str, name: str) -> None:
    _asks_first(browser(cast.person(role)), reverse(f"projects:{name}", args=[cast.project.slug]))


@pytest.mark.parametrize(
    ("role", "name"),
    [
        (RESIDENT, "advice_give"),
        (RESIDENT, "advice_remark"),
        (RESIDENT, "advice_add"),
        (LEADER, "advice_answer"),
        (LEADER, "advice_finish"),
    ],
)
def test_every_step_of_an_advice_asks_before_words_are_lost(
    cast: Cast, browser: Browser, role: str, name: str
) -> None:
    advice = ask(cast)
    address = reverse(f"projects:resident_{name}", args=[cast.project.slug, advice.pk])
    _asks_first(browser(cast.person(role)), address)


@pytest.mark.parametrize("late", [False, True])
def test_correcting_asks_too_and_where_nothing_can_be_written_nothing_asks(
    cast: Cast, browser: Browser, late: bool
) -> None:
    step = given(cast)
    address = reverse("projects:resident_advice_step", args=[cast.project.slug, step.advice_id, step.pk])
    resident = browser(cast.person(Role.RESIDENT_GROUP))
    if late:
        answered(cast, fresh(step.advice))
        assert "<textarea" not in resident.get(address).content.decode()
    else:
        _asks_first(resident, address)
