"""Back, Forward and reload in a practice: each page has an address, and what was typed comes along (V6)."""

import base64
from typing import Any

import pytest

from housevisits.practice import carrying
from projects.models import Practice, Role
from tests.cast import make_cast
from tests.housevisits.practising import STORY, Practiser

pytestmark = pytest.mark.django_db
POINTING = "Karel Boomsma woont op nummer 14."


@pytest.fixture
def practiser() -> Practiser:
    Practice.objects.all().delete()
    return Practiser(make_cast())


def _opens(practiser: Practiser, step: str) -> str:
    """The page at the address of a step, as Back and reload ask for it."""
    answer = practiser.client.get(practiser.url("practice"), {"stap": step}, follow=True)
    return str(answer.content.decode())


@pytest.mark.parametrize("step", ["lezen", "vragen", "verhaal", "nakijken"])
@pytest.mark.parametrize("typed", [STORY, POINTING])
def test_nothing_that_is_sent_is_answered_with_a_page_of_its_own(
    practiser: Practiser, step: str, typed: str
) -> None:
    data = {"step": step, "go": "submit", "important": typed}
    assert practiser.client.post(practiser.url("practice"), data).status_code == 302


def test_every_page_is_found_again_with_what_was_typed(practiser: Practiser) -> None:
    practiser.ends(important=STORY, age="75plus")
    assert 'value="75plus" ' in _opens(practiser, "vragen")
    assert f">{STORY}</textarea>" in _opens(practiser, "verhaal").replace("\n", "")
    assert STORY in _opens(practiser, "nakijken")
    assert "Je hebt geoefend" in _opens(practiser, "terugblik")


def test_what_is_wrong_is_said_again_after_a_reload(practiser: Practiser) -> None:
    answer = practiser.ends(important=POINTING)
    address = answer.redirect_chain[-1][0]
    assert "Nog even dit" in practiser.client.get(address).content.decode()
    assert "Nog even dit" not in _opens(practiser, "nakijken")


def test_opening_the_last_page_again_counts_nothing(practiser: Practiser) -> None:
    practiser.ends(important=STORY)
    Practice.objects.all().delete()
    assert "Je hebt geoefend" in _opens(practiser, "terugblik")
    assert not Practice.objects.exists()


@pytest.mark.parametrize("step", ["vragen", "verhaal", "nakijken", "terugblik", "junk"])
def test_an_address_without_a_practice_leads_to_the_first_page(practiser: Practiser, step: str) -> None:
    assert "Oefen met een gesprek" in _opens(practiser, step)


def test_the_last_page_is_not_reached_without_handing_in(practiser: Practiser) -> None:
    practiser.send("verhaal", important=STORY)
    assert "Oefen met een gesprek" in _opens(practiser, "terugblik")


def test_the_first_page_goes_on_with_an_open_practice_and_begins_anew_after_the_end(
    practiser: Practiser,
) -> None:
    practiser.send("verhaal", important=STORY)
    assert f'name="important" value="{STORY}"' in _opens(practiser, "lezen")
    practiser.ends(important=STORY)
    assert STORY not in _opens(practiser, "lezen")


def test_what_is_being_written_is_there_after_back_and_forward(practiser: Practiser) -> None:
    saved = practiser.client.post(practiser.url("practice"), {"step": "verhaal", "important": STORY})
    assert saved.json() == {"state": "kept"}
    assert STORY in _opens(practiser, "verhaal")


def test_a_long_story_fits_and_a_text_of_noise_is_still_shown(practiser: Practiser) -> None:
    words = " ".join(f"{STORY} Dat deed zij {number} jaar lang." for number in range(110))
    assert practiser.send("verhaal", important=words).redirect_chain
    noise = base64.b64encode(bytes(number * 7919 % 251 * number % 256 for number in range(3600))).decode()
    answer = practiser.send("verhaal", important=noise)
    assert not answer.redirect_chain
    assert noise[:200] in answer.content.decode()


def _cookie(practiser: Practiser) -> Any:
    return practiser.client.cookies[carrying.COOKIE]


def test_the_cookie_is_locked_short_lived_and_for_these_pages_only(practiser: Practiser) -> None:
    practiser.send("verhaal", important=POINTING)
    cookie = _cookie(practiser)
    assert b"Karel" not in base64.urlsafe_b64decode(cookie.value)
    assert (cookie["path"], cookie["max-age"]) == (practiser.url("practice"), 1800)
    assert cookie["httponly"] and cookie["samesite"] == "Strict"


def test_somebody_else_at_the_same_browser_finds_nothing(practiser: Practiser) -> None:
    practiser.send("verhaal", important=POINTING)
    other = Practiser(practiser.cast, Role.COMMUNITY_WORKER)
    other.client.cookies[carrying.COOKIE] = _cookie(practiser).value
    assert "Karel" not in _opens(other, "verhaal")


@pytest.mark.parametrize("forged", ["", "x", "e30=", "é", "A" * 400])
def test_a_forged_cookie_is_no_practice(practiser: Practiser, forged: str) -> None:
    practiser.client.cookies[carrying.COOKIE] = forged
    assert "Oefen met een gesprek" in _opens(practiser, "verhaal")
