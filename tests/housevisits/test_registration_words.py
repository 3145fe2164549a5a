"""What the pages of a registration say: of steps left empty, of lengths, of what waits, of the way back."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from housevisits import steps
from tests.cast import make_cast
from tests.housevisits.writing import HARMLESS, Writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer() -> Writer:
    return Writer(make_cast())


def marks(page: str) -> dict[str, str]:
    """Of each step in the bar its state and what a screen reader adds, by label."""
    found = re.findall(r'steps__item--(\w+)".*?steps__label">(.*?)</li>', page, re.DOTALL)
    said = [(state, re.sub(r"<[^>]+>", "", rest).split(",")) for state, rest in found]
    return {words[0].strip(): " ".join([state, *words[1:]]).strip() for state, words in said}


def test_a_step_left_empty_carries_another_mark_than_one_that_is_done(writer: Writer) -> None:
    draft = writer.begin()
    for step in ("gesprek", "huishouden"):
        writer.fill(draft, step)
    writer.fill(draft, "schaalvragen", trend="same")
    page = writer.client.get(writer.url("review", draft.pk)).content.decode()
    found = {label: re.sub(r"\s+", " ", words) for label, words in marks(page).items()}
    assert found["Gesprek"] == "empty nog geen blok"
    assert found["Huishouden"] == "empty nog leeg"
    assert found["Schaalvragen"] == "done klaar"
    assert found["Verhaal"] == "empty nog leeg"
    assert found["Nakijken"] == "here"


def test_a_step_that_was_filled_in_is_done(writer: Writer) -> None:
    page = writer.client.get(writer.url("review", writer.write().pk)).content.decode()
    assert "steps__item--empty" not in page


def test_who_goes_on_without_a_block_hears_it_at_once_and_goes_on(writer: Writer) -> None:
    draft = writer.begin()
    assert (
        "Nodig om te kunnen inleveren"
        in writer.client.get(writer.url("step", draft.pk, "gesprek")).content.decode()
    )
    answer = writer.client.post(writer.url("step", draft.pk, "gesprek"), {"go": "next"}, follow=True)
    assert answer.redirect_chain[-1][0].endswith("/huishouden/")
    assert "nog geen blok gekozen" in answer.content.decode()
    answer = writer.client.post(writer.url("step", draft.pk, "gesprek"), {"block": "whole"}, follow=True)
    assert "nog geen blok gekozen" not in answer.content.decode()


def test_a_line_ending_counts_as_one_character(writer: Writer) -> None:
    """A form sends two for each line ending, and the counter on the page sees one."""
    draft = writer.write()
    lines = "\r\n".join(["x" * 9] * 500)  # 4999 as the page counts
    typed = {"important": lines + "\r\nyy"}
    page = writer.client.post(writer.url("step", draft.pk, "verhaal-1"), typed, follow=True)
    assert page.status_code == 200
    assert "is 2 tekens te lang" in page.content.decode()
    assert writer.fill(draft, "verhaal-1", important=lines) == "nakijken"


def test_beside_a_text_that_is_too_long_stands_one_message(writer: Writer) -> None:
    """The counter keeps silent while the message of the server stands there (registration.js)."""
    draft = writer.write()
    text = "x" * (steps.MOST_CHARACTERS + 1)
    answer = writer.client.post(writer.url("step", draft.pk, "verhaal-1"), {"important": text}, follow=True)
    page = answer.content.decode()
    assert page.count("data-too-long") == 1
    assert len(re.findall(r"is 1 teken te lang", page)) == 2  # in the list on top, and beside the text


def test_before_handing_in_it_says_who_can_still_come_at_it(writer: Writer) -> None:
    page = writer.client.get(writer.url("review", writer.write().pk)).content.decode()
    assert "niemand het meer wijzigen" not in page
    assert "Na het inleveren kun jij er niet meer bij." in page
    assert "Een bewoner met een ontvangstcode kan het nog inzien of intrekken" in page


def test_the_team_hears_which_five_a_conversation_waits_for(writer: Writer) -> None:
    for _count in range(5):
        draft = writer.write()
        writer.fill(draft, "gesprek", block="whole") if _count % 2 else None
        done = writer.review(draft)["Location"]
    page = writer.client.get(done).content.decode()
    assert "tot er vijf zijn die op elkaar lijken in blok, maand en wie het voerde" in page
    assert "Dat is alles bij elkaar, van elk blok en elke maand." in page


def test_everybody_hears_the_same_about_what_a_story_waits_for() -> None:
    assert "vijf zijn die op elkaar lijken" in Client().get(reverse("about")).content.decode()


def test_what_is_read_along_comes_with_the_sentence_as_it_will_stand(writer: Writer) -> None:
    typed = "Fijn hier.\r\n\r\n  Haar buurman piet en fatima helpen."
    (finding,) = writer.client.post(writer.url("reading"), {"text": typed}).json()["findings"]
    rewording = finding["rewording"]
    shown = typed.replace("\r\n", "\n")
    assert shown[rewording["start"] : rewording["end"]] == rewording["old"]
    assert (rewording["before"] + rewording["new"] + rewording["after"]).split() == (
        "Haar buurman en een kennis helpen.".split()
    )


def test_a_hint_without_a_safe_word_comes_without_a_button(writer: Writer) -> None:
    text = {"text": "Ze is de enige met een drieling en heeft MS."}
    (finding,) = writer.client.post(writer.url("reading"), text).json()["findings"]
    assert (finding["severity"], finding["rewording"]) == ("hint", None)


def test_the_last_step_shows_the_sentence_as_it_could_be(writer: Writer) -> None:
    draft = writer.write("Haar buurman piet en fatima helpen.")
    page = writer.client.get(writer.url("review", draft.pk)).content.decode()
    assert "<q>Haar <strong>buurman en een kennis</strong> helpen.</q>" in page


def test_harmless_words_stay_without_any_finding(writer: Writer) -> None:
    assert writer.client.post(writer.url("reading"), {"text": HARMLESS}).json()["findings"] == []
