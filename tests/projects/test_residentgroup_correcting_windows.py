"""Correcting advice while somebody else does something with it (V7)."""

from collections.abc import Callable

import pytest
from django.test import Client

from projects.models import AdviceState, AdviceStep, Person
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from tests.cast import Cast
from tests.projects.advicesteps import (
    LEADER,
    RESIDENT,
    SECRET,
    answered,
    correct,
    fresh,
    given,
    page_of,
    take_away,
)

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_two_windows_do_not_overwrite_each_other(cast: Cast, browser: Browser) -> None:
    step, client = given(cast), browser(cast.person(RESIDENT))
    address = page_of(cast, "advice_step", step.advice_id, step.pk)
    window = client.get(address).context["form"].initial["window"]
    correct(cast, step, text="Van de ander.")
    page = client.post(address, {"text": "Van mij.", "window": window})
    shown = page.content.decode()
    assert "Van de ander." in shown
    assert "Van mij." in shown
    assert "Pas je tekst" not in shown
    again = {"text": "Van ons.", "window": page.context["form"].data["window"]}
    client.post(address, again)
    step.refresh_from_db()
    assert step.text == "Van ons."


def test_a_correction_meets_an_answer_that_came_in_between(cast: Cast, browser: Browser) -> None:
    step, client = given(cast), browser(cast.person(RESIDENT))
    address = page_of(cast, "advice_step", step.advice_id, step.pk)
    window = client.get(address).context["form"].initial["window"]
    answered(cast, step.advice)
    page = client.post(address, {"text": "Toch anders.", "window": window}).content.decode()
    assert "al gereageerd" in page
    assert "Toch anders." in page
    step.refresh_from_db()
    assert step.text == SECRET


def test_a_text_that_changed_after_it_was_loaded_is_not_overwritten(cast: Cast) -> None:
    step = given(cast)
    AdviceStep.objects.filter(pk=step.pk).update(text="Van de ander.")
    with pytest.raises(Refused, match="intussen"):
        correct(cast, step)


@pytest.mark.parametrize("meanwhile", [correct, take_away])
def test_an_answer_to_words_that_changed_meanwhile_waits(
    cast: Cast, browser: Browser, meanwhile: Callable[..., None]
) -> None:
    step = given(cast)
    services.give_advice(advice=fresh(step.advice), by=cast.members[RESIDENT], text="En korter.")
    client, address = browser(cast.person(LEADER)), page_of(cast, "advice_answer", step.advice_id)
    seen = client.get(address).context["form"].initial["seen"]
    meanwhile(cast, step)
    page = client.post(address, {"answer": "full", "deed": "Wij doen het.", "seen": seen})
    assert "intussen iets" in page.content.decode()
    client.post(
        address, {"answer": "full", "deed": "Wij doen het.", "seen": page.context["form"].data["seen"]}
    )
    assert fresh(step.advice).state == AdviceState.ANSWERED
