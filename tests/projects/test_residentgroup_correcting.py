"""Correcting what was published about advice: who may, and until when (V7)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.models import AdviceState, AdviceStep, Person, Role, StepKind
from projects.overviews.advicetrail import may_correct, may_remove
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from tests.cast import Cast
from tests.projects.advicesteps import (
    LEADER,
    RESIDENT,
    SECRET,
    WORKER,
    answered,
    ask,
    brought_to,
    correct,
    fresh,
    given,
    page_of,
    read,
    seat_of,
    volunteered,
)

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


# who may


def test_the_group_corrects_its_advice_in_a_form_that_shows_what_stands_there(
    cast: Cast, browser: Browser
) -> None:
    step, client = given(cast), browser(cast.person(RESIDENT))
    page, address = (
        page_of(cast, "advice", step.advice_id),
        page_of(cast, "advice_step", step.advice_id, step.pk),
    )
    assert address in read(client, page)
    opened = client.get(address)
    assert SECRET in opened.content.decode()
    window = opened.context["form"].initial["window"]
    client.post(address, {"text": "Het is soms laat onrustig.", "window": window})
    shown = read(client, page)
    assert "Het is soms laat onrustig." in shown
    assert "aangepast op" in shown
    assert SECRET not in shown


def test_nothing_is_called_corrected_when_nothing_changed(cast: Cast, browser: Browser) -> None:
    step = given(cast)
    browser(cast.person(RESIDENT)).post(
        page_of(cast, "advice_step", step.advice_id, step.pk), {"text": SECRET}
    )
    step.refresh_from_db()
    assert step.changed_at is None


@pytest.mark.parametrize(
    ("writer", "who", "corrects", "removes"),
    [
        (RESIDENT, RESIDENT, True, True),
        (RESIDENT, LEADER, False, True),
        (RESIDENT, WORKER, False, False),
        (RESIDENT, Role.PARTNER, False, False),
        (LEADER, RESIDENT, True, True),
        (LEADER, LEADER, True, True),
    ],
)
def test_the_words_of_residents_are_corrected_by_residents_only(
    cast: Cast, writer: str, who: str, corrects: bool, removes: bool
) -> None:
    """Who leads may correct what the team wrote down itself, and take anything away."""
    step = given(cast, writer)
    assert (may_correct(step, cast.members[who]), may_remove(step, cast.members[who])) == (corrects, removes)
    if not corrects:
        with pytest.raises(Refused):
            correct(cast, step, who)


@pytest.mark.parametrize(
    ("who", "may"), [(LEADER, True), (WORKER, True), (RESIDENT, False), (Role.HOUSING_OFFICER, False)]
)
def test_the_words_of_the_team_are_corrected_by_who_asks_and_answers(cast: Cast, who: str, may: bool) -> None:
    step = ask(cast).steps.get()
    assert (may_correct(step, cast.members[who]), may_remove(step, cast.members[who])) == (may, may)


def test_what_was_said_from_somebody_elses_seat_is_not_yours(cast: Cast, browser: Browser) -> None:
    step = given(cast, LEADER, seat=seat_of(cast, None))
    address = page_of(cast, "advice_step", step.advice_id, step.pk)
    assert browser(cast.person(RESIDENT)).get(address).status_code == 403
    AdviceStep.objects.filter(pk=step.pk).update(seat=seat_of(cast, cast.members[RESIDENT]))
    assert browser(cast.person(RESIDENT)).get(address).status_code == 200


def test_a_step_of_another_advice_or_project_is_not_found(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    mine, other, theirs = given(cast), given(cast), given(outsiders)
    client = browser(cast.person(RESIDENT))
    assert client.get(page_of(cast, "advice_step", mine.advice_id, other.pk)).status_code == 404
    assert client.get(page_of(cast, "advice_step", theirs.advice_id, theirs.pk)).status_code == 404


# until when


@pytest.mark.parametrize("state", AdviceState)
def test_each_side_corrects_its_words_until_the_other_side_reacted(cast: Cast, state: str) -> None:
    advice = brought_to(cast, state)
    for step in advice.trail:
        later = [one for one in advice.trail if one.pk > step.pk and one.of_group != step.of_group]
        role = RESIDENT if step.of_group else LEADER
        if later:
            with pytest.raises(Refused, match="gereageerd"):
                correct(cast, step, role)
        else:
            correct(cast, step, role)
    assert fresh(advice).state == state


def test_after_the_answer_a_correction_is_an_addition_that_the_team_comes_back_to(
    cast: Cast, browser: Browser
) -> None:
    step, client = given(cast), browser(cast.person(RESIDENT))
    answered(cast, step.advice)
    page = read(client, page_of(cast, "advice_step", step.advice_id, step.pk))
    assert page_of(cast, "advice_add", step.advice_id) in page
    client.post(page_of(cast, "advice_add", step.advice_id), {"text": "Het gaat om de vrijdag."})
    advice = fresh(step.advice)
    assert [one.text for one in advice.trail][1] == SECRET
    assert (advice.state, advice.unreplied, advice.remarked) == ("answered", "addition", False)
    leader = browser(cast.person(LEADER))
    assert "De groep vult een advies aan" in read(leader, reverse("today"))
    leader.post(page_of(cast, "advice_reply", advice.pk), {"text": "Dank u, dat nemen wij mee."})
    assert fresh(advice).unreplied == ""


@pytest.mark.parametrize("state", AdviceState)
def test_there_is_something_to_add_to_an_answer_only_when_there_is_one(cast: Cast, state: str) -> None:
    advice, member = brought_to(cast, state), cast.members[RESIDENT]
    if state in {"answered", "carried_out"}:
        services.add_to_advice(advice=advice, by=member, text="En nog iets.")
    else:
        with pytest.raises(Refused, match="nog geen antwoord"):
            services.add_to_advice(advice=advice, by=member, text="En nog iets.")


def test_the_title_goes_along_while_the_advice_is_the_groups_own(cast: Cast, browser: Browser) -> None:
    own, asked = volunteered(cast), given(cast)
    client = browser(cast.person(RESIDENT))
    client.post(
        page_of(cast, "advice_step", own.advice_id, own.pk), {"text": "Het is laat druk.", "title": "Rust"}
    )
    client.post(
        page_of(cast, "advice_step", asked.advice_id, asked.pk), {"text": "Korter.", "title": "Andere folder"}
    )
    assert (fresh(own.advice).title, fresh(asked.advice).title) == ("Rust", "De folder")


def test_who_leads_corrects_the_head_of_an_advice_at_any_time(cast: Cast, browser: Browser) -> None:
    step = volunteered(cast)
    answered(cast, step.advice)
    address, day = page_of(cast, "advice_head", step.advice_id), timezone.localdate() + timedelta(days=9)
    data = {"title": "Rust in de avond", "due_on": day.isoformat()}
    assert browser(cast.person(RESIDENT)).get(address).status_code == 403
    browser(cast.person(LEADER)).post(address, data)
    assert (fresh(step.advice).title, fresh(step.advice).due_on) == ("Rust in de avond", day)


@pytest.mark.parametrize("fields", [{"text": ""}, {"deed": ""}])
def test_a_corrected_answer_keeps_its_reason_and_its_deed(cast: Cast, fields: dict[str, str]) -> None:
    step = given(cast)
    answered(cast, step.advice, "partly")
    answer = step.advice.steps.get(kind=StepKind.ANSWERED)
    with pytest.raises(Refused, match="Schrijf op"):
        correct(cast, answer, LEADER, **{"text": "Waarom niet.", "deed": "Wij doen iets."} | fields)
