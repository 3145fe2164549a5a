"""Registering a conversation, page by page."""

import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from housevisits.models import Conversation, Draft, SealedRegistration, StoryBlock
from housevisits.services import receipts
from housevisits.services.registration import Registration, StoryText
from housevisits.services.release import release
from msa.privacy import vault
from projects.models import Role
from tests.cast import Cast, make_cast
from tests.housevisits.registrations import seal_many
from tests.housevisits.writing import HARMLESS, Writer

pytestmark = pytest.mark.django_db
THIS_MONTH = f"{timezone.localdate():%Y-%m}"


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def writer(cast: Cast) -> Writer:
    return Writer(cast)


# --- the way through ------------------------------------------------------------------------------------


def test_the_steps_follow_each_other_to_a_visible_end(writer: Writer) -> None:
    draft = writer.begin()
    assert writer.fill(draft, "gesprek", block="whole") == "huishouden"
    assert writer.fill(draft, "huishouden") == "schaalvragen"
    assert writer.fill(draft, "schaalvragen") == "kaarten"
    assert writer.fill(draft, "kaarten", cards=["nature", "life"]) == "verhaal-1"
    assert writer.fill(draft, "verhaal-1") == "verhaal-2"
    assert writer.fill(draft, "verhaal-2", important=HARMLESS) == "nakijken"
    page = writer.client.get(writer.url("step", draft.pk, "verhaal-1")).content.decode()
    assert "Stap 4 van 6" in page
    assert "Klaar" in page


def test_going_back_keeps_what_was_typed(writer: Writer) -> None:
    draft = writer.begin()
    answer = writer.client.post(writer.url("step", draft.pk, "huishouden"), {"go": "back", "age": "75plus"})
    assert answer["Location"].endswith("/gesprek/")
    page = writer.client.get(writer.url("step", draft.pk, "huishouden")).content.decode()
    assert re.search(r'value="75plus"[^>]*checked', page)


def test_the_month_is_this_one_and_who_held_it_is_the_writers_role(cast: Cast) -> None:
    with time_machine.travel(date(2026, 3, 10)):
        writer = Writer(cast, Role.COMMUNITY_WORKER)
        content = writer.content(writer.begin())
    assert (content.month, content.held_by) == ("2026-03", "community_worker")


def test_no_field_asks_for_a_day(writer: Writer) -> None:
    page = writer.client.get(writer.url("step", writer.begin().pk, "gesprek")).content.decode()
    assert 'type="date"' not in page
    assert re.findall(r'name="(\w+)"', page).count("month") == 6


def test_a_story_without_a_card_is_a_story(writer: Writer) -> None:
    draft = writer.begin()
    writer.fill(draft, "gesprek", block="whole")
    writer.fill(draft, "kaarten")
    writer.fill(draft, "verhaal-1", environment_barrier="Er staat vaak grofvuil.")
    assert writer.hands_in(draft)
    box = SealedRegistration.objects.get().box
    registration = Registration.from_bytes(vault.open_sealed(bytes(box)))
    assert registration.texts == (StoryText("environment", "barrier", "", "Er staat vaak grofvuil."),)
    assert (registration.cards, registration.block_key) == ((), None)


def test_a_fourth_card_is_refused_beside_the_cards(writer: Writer) -> None:
    draft = writer.begin()
    four = ["life", "nature", "leisure", "belonging"]
    answer = writer.client.post(writer.url("step", draft.pk, "kaarten"), {"cards": four})
    assert answer.status_code == 302  # to an address of its own, which Back and reload find again
    for _reload in range(2):
        page = writer.client.get(answer["Location"]).content.decode()
        assert "hoogstens drie" in page
        assert page.count(" checked>") == len(four)
    assert writer.content(draft).cards == []
    assert "hoogstens drie" not in writer.client.get(writer.url("step", draft.pk, "kaarten")).content.decode()


def test_what_was_refused_is_forgotten_once_the_step_is_right(writer: Writer) -> None:
    draft = writer.begin()
    page = writer.url("step", draft.pk, "kaarten")
    writer.client.post(page, {"cards": ["life", "nature", "leisure", "belonging"]})
    writer.client.post(page, {"cards": ["life"]})
    assert writer.content(draft).refused == {}
    again = writer.client.get(f"{page}?kijk=1").content.decode()
    assert "hoogstens drie" not in again
    assert again.count(" checked>") == 1


def test_text_of_a_card_that_is_not_chosen_any_more_is_kept_and_said(writer: Writer) -> None:
    draft = writer.write()
    writer.fill(draft, "kaarten", cards=["nature"])
    page = writer.client.get(writer.url("review", draft.pk)).content.decode()
    assert "Bij Erbij horen staat nog tekst" in page
    assert writer.content(draft).stories["belonging"]["person_opportunity"] == HARMLESS


def test_a_step_that_does_not_exist_leads_to_one_that_does(writer: Writer) -> None:
    draft = writer.begin()
    for step in ("verhaal-7", "verhaal-x", "onzin"):
        assert writer.client.get(writer.url("step", draft.pk, step)).status_code == 302
        assert writer.client.post(writer.url("save", draft.pk, step), {}).status_code == 409
    assert writer.client.post(writer.url("save", draft.pk, "nakijken"), {}).status_code == 409


# --- bad input ------------------------------------------------------------------------------------------


def test_twenty_thousand_characters_are_kept_and_said_to_be_too_many(writer: Writer) -> None:
    draft = writer.write()
    text = ("Het is hier druk op straat. " * 715).strip()
    page = writer.client.post(
        writer.url("step", draft.pk, "verhaal-1"), {"environment_barrier": text}, follow=True
    ).content.decode()
    assert "15.019 tekens te lang" in page
    assert writer.content(draft).stories["belonging"]["environment_barrier"] == text
    assert "tekens te lang" in writer.kept(draft)
    assert not SealedRegistration.objects.exists()


@pytest.mark.parametrize(
    "text",
    ["😀👨‍👩‍👧 fijn", "مرحبا بالجيران", "a\x00b\x07c", "e\u0301\u202egnirts", "regel\r\nregel\u2028regel"],
)
def test_unusual_characters_never_break_a_page(writer: Writer, text: str) -> None:
    draft = writer.write(text)
    kept = writer.content(draft).stories["belonging"]["person_opportunity"]
    assert "\x00" not in kept
    assert "\u202e" not in kept
    assert writer.client.get(writer.url("review", draft.pk)).status_code == 200
    assert writer.client.get(writer.review(draft)["Location"]).status_code == 200


def test_an_answer_that_does_not_exist_is_not_kept(writer: Writer) -> None:
    draft = writer.begin()
    data = {"age": "ancient", "tenure": "lt2"}
    answer = writer.client.post(writer.url("step", draft.pk, "huishouden"), data, follow=True)
    assert answer.context["form"].errors.keys() == {"age"}
    assert "Dit klopt nog niet" in answer.content.decode()
    assert writer.content(draft).answers == {"tenure": "lt2"}


def test_what_does_not_fit_in_the_box_is_said_and_stays_on_the_page(writer: Writer) -> None:
    draft = writer.write()
    noise = "".join(chr(0x4E00 + (number * 7919) % 20000) for number in range(30000))
    answer = writer.client.post(writer.url("step", draft.pk, "verhaal-1"), {"important": noise})
    assert "te lang om te bewaren" in answer.content.decode()
    assert noise in answer.content.decode()
    answer = writer.client.post(writer.url("save", draft.pk, "verhaal-1"), {"important": noise})
    assert (answer.status_code, answer.json()["state"]) == (413, "failed")


def test_an_empty_registration_is_not_handed_in(writer: Writer) -> None:
    draft = writer.begin()
    page = writer.kept(draft)
    assert "nog niets ingevuld" in page
    assert "Kies een blok" in page
    assert Draft.objects.count() == 1


# --- saving while writing ---------------------------------------------------------------------------------


def test_saving_while_writing_says_so_in_words(writer: Writer) -> None:
    draft = writer.begin()
    answer = writer.client.post(writer.url("save", draft.pk, "huishouden"), {"age": "under25"})
    assert answer.json()["state"] == "saved"
    assert writer.content(draft).answers == {"age": "under25"}


def test_after_the_session_ended_the_draft_is_there_at_the_same_step(cast: Cast, writer: Writer) -> None:
    draft = writer.begin()
    writer.client.post(writer.url("save", draft.pk, "huishouden"), {"age": "under25"})
    page = writer.url("step", draft.pk, "huishouden")
    writer.client.logout()
    answer = writer.client.get(page)
    assert answer["Location"].endswith(f"next={page}")
    again = Writer(cast)
    assert re.search(r'value="under25"[^>]*checked', again.client.get(page).content.decode())


def test_a_form_sent_after_the_session_ended_gives_back_what_was_typed(writer: Writer) -> None:
    draft = writer.write()
    page = writer.url("step", draft.pk, "verhaal-1")
    writer.client.logout()
    answer = writer.client.post(
        page, {"important": "Zeldzame typtekst."}, headers={"referer": f"http://testserver{page}"}
    )
    assert answer.status_code == 403
    assert "Zeldzame typtekst." in answer.content.decode()


# --- handing in -------------------------------------------------------------------------------------------


def test_handing_in_seals_it_and_removes_the_draft(writer: Writer) -> None:
    draft = writer.write()
    answer = writer.review(draft)
    assert answer["Location"] == writer.url("done")
    assert SealedRegistration.objects.count() == 1
    assert not Draft.objects.exists()
    assert not Conversation.objects.exists()


def test_the_last_page_says_how_many_wait_and_shows_the_code_once_more(writer: Writer) -> None:
    draft = writer.write()
    code = writer.content(draft).code
    assert code in writer.client.get(writer.url("review", draft.pk)).content.decode()
    page = writer.client.get(writer.review(draft)["Location"]).content.decode()
    assert code in page
    assert "Er wacht nu 1 gesprek." in page
    assert code not in Client().get(writer.url("done")).content.decode()
    assert code not in writer.client.cookies["ontvangstcode"].value


def test_the_last_page_claims_of_no_step_that_it_was_filled_in(writer: Writer) -> None:
    draft = writer.begin()
    writer.fill(draft, "gesprek", block="whole", month=writer.content(draft).month)
    writer.fill(draft, "verhaal-1", person_opportunity=HARMLESS)
    page = writer.client.get(writer.review(draft)["Location"]).content.decode()
    assert "is ingeleverd" in page
    assert "steps__item" not in page


def test_a_double_submit_stores_one(writer: Writer) -> None:
    draft = writer.write()
    first, second = writer.review(draft), writer.review(draft)
    assert first.status_code == 302
    assert second.status_code == 404
    assert "al ingeleverd" in second.content.decode()
    assert SealedRegistration.objects.count() == 1


def test_going_back_after_handing_in_finds_a_friendly_page(writer: Writer) -> None:
    draft = writer.write()
    writer.review(draft)
    answer = writer.client.get(writer.url("step", draft.pk, "verhaal-1"))
    assert answer.status_code == 404
    assert "al ingeleverd" in answer.content.decode()
    assert writer.client.post(writer.url("save", draft.pk, "gesprek"), {}).json()["state"] == "gone"


def test_the_whole_way_arrives_in_the_register(cast: Cast, writer: Writer) -> None:
    draft = writer.write()
    content = writer.content(draft)
    writer.review(draft)
    seal_many(cast.project, 4, month=content.month)
    release(cast.project.key)
    found = receipts.find(receipts.code_hash(content.code))
    assert found is not None
    assert found.answers == {
        "age": "25to50",
        "household": "alone",
        "tenure": "lt2",
        "liveability": "7",
        "trend": "same",
    }
    assert (found.block_key, found.held_by) == (cast.blocks[0].key, "housing_officer")
    block = StoryBlock.objects.get(conversation=found)
    assert (block.sphere, block.valence, block.card, block.text) == (
        "person",
        "opportunity",
        "belonging",
        HARMLESS,
    )


def test_handing_in_costs_at_most_twelve_queries(writer: Writer) -> None:
    writer.review(writer.write())  # warms what a process keeps: question set, reader
    draft = writer.write()
    with CaptureQueriesContext(connection) as queries:
        assert writer.hands_in(draft)
    asked = [query["sql"] for query in queries]
    # 1 session  2 person  3 project  4 membership  5 draft  6 version of the address list
    # 7 savepoint (BEGIN outside a test)  8 what is known of the code  9 remove the draft
    # 10 the sealed box  11 release savepoint (COMMIT)
    assert len(asked) <= 12, "\n".join(asked)
