"""The same advice does not stand on the page twice, as happens after 'Terug' in the browser (V7)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from projects.models import Advice, AdviceState, AdviceStep, Person
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from projects.services.residentgroup.advice import Words
from tests.cast import Cast
from tests.projects.advicesteps import (
    LEADER,
    RESIDENT,
    SECRET,
    answered,
    brought_to,
    fresh,
    given,
    page_of,
    seat_of,
    take_away,
    volunteered,
)

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
TWICE = "Dit advies staat er al"


@pytest.mark.parametrize("typed", [SECRET, f"  {SECRET}\r\n"])
def test_the_same_words_within_one_advice_are_refused_and_kept_in_the_form(
    cast: Cast, browser: Browser, typed: str
) -> None:
    step, resident = given(cast), browser(cast.person(RESIDENT))
    data = {"text": typed, "seen": fresh(step.advice).stamp}
    page = resident.post(page_of(cast, "advice_give", step.advice_id), data).content.decode()
    assert TWICE in page
    assert SECRET in page.split("<textarea")[1]
    assert AdviceStep.objects.filter(kind="given").count() == 1
    data["text"] = "En de stoep is scheef."
    assert resident.post(page_of(cast, "advice_give", step.advice_id), data).status_code == 302


@pytest.mark.parametrize("service", [services.remark, services.add_to_advice])
def test_a_reaction_of_the_group_stands_there_once(cast: Cast, service: Callable[..., None]) -> None:
    advice, by = brought_to(cast, "answered"), cast.members[RESIDENT]
    service(advice=advice, by=by, text="De stoep is scheef.")
    with pytest.raises(Refused, match=TWICE):
        service(advice=advice, by=by, text="De stoep  is scheef.")


def test_another_seat_may_think_the_same_and_what_was_taken_away_may_be_said_again(cast: Cast) -> None:
    step, by = given(cast), cast.members[RESIDENT]
    services.give_advice(advice=step.advice, by=by, text=SECRET, seat=seat_of(cast, by))
    take_away(cast, step)
    services.give_advice(advice=step.advice, by=by, text=SECRET)


def test_the_team_does_not_give_the_same_answer_twice_in_a_row(cast: Cast) -> None:
    advice = given(cast).advice
    answered(cast, fresh(advice), "full")
    with pytest.raises(Refused, match="Dit staat er al"):
        answered(cast, fresh(advice), "full")
    answered(cast, fresh(advice), "partly")
    words = Words("De bank staat er.")
    by = cast.person(LEADER)
    services.move_advice(advice=advice, by=by, to=AdviceState.CARRIED_OUT, words=words)
    with pytest.raises(Refused, match="Dit staat er al"):
        services.move_advice(advice=advice, by=by, to=AdviceState.CARRIED_OUT, words=words)


def test_advice_that_nobody_asked_for_stands_there_once(cast: Cast, browser: Browser) -> None:
    volunteered(cast)
    resident, address = browser(cast.person(RESIDENT)), page_of(cast, "advice_volunteer")
    page = resident.post(address, {"title": "Lawaai", "text": SECRET}).content.decode()
    assert TWICE in page
    assert Advice.objects.count() == 1
    assert resident.post(address, {"title": "Lawaai", "text": "Weer iets."}).status_code == 302
    assert resident.post(address, {"title": "Weer lawaai", "text": SECRET}).status_code == 302


def test_it_may_be_said_again_days_later_or_after_it_was_taken_away(cast: Cast) -> None:
    step = volunteered(cast)
    AdviceStep.objects.update(on=step.on - timedelta(days=2))
    again = volunteered_again(cast)
    take_away(cast, again)
    volunteered_again(cast)


def volunteered_again(cast: Cast) -> AdviceStep:
    """The same advice once more."""
    by = cast.members[RESIDENT]
    advice = services.volunteer_advice(project=cast.project, by=by, title="Lawaai", text=SECRET)
    return advice.steps.get()
