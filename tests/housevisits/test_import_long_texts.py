"""A story that is too long stops its own row, never the file: shorten it, leave it for later or out."""

import random

import pytest

from housevisits.models import HeldRow, SealedRegistration
from housevisits.services.imports import sessions
from housevisits.services.imports.held import next_text, open_row, settle_held
from housevisits.services.imports.texts import MAX_TEXT, Choice, Decision
from msa.tables.numbers import grouped
from projects.models import Role
from tests.cast import Cast, make_cast
from tests.housevisits.importing import (
    FORMS,
    STORY,
    as_file,
    hand_in,
    page_of,
    read_along,
    rows_of,
    signed_in,
    through,
    upload,
)

pytestmark = pytest.mark.django_db
LONG = "Wij wonen hier met veel plezier, al is de straat soms wat druk. " * 400
CHANCE = random.Random(7)
NOISE = "".join(chr(0x4E00 + CHANCE.randrange(20_000)) for _letter in range(30_000))  # cannot be compressed
SHORT = "Wij wonen hier met veel plezier."


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def with_story(*stories: str, rows: int = 12) -> bytes:
    """An export in which the first rows have these stories, row 2 of the file the first."""
    cells = rows_of(FORMS)[: rows + 1]
    for row in cells[1:]:
        row[STORY : STORY + 4] = ["", "", "Fijne buren", ""]
    for number, story in enumerate(stories, start=1):
        cells[number][STORY] = story
    return as_file(cells)


def test_a_long_story_is_shown_alone_with_its_row_and_column_and_what_is_wrong(cast: Cast) -> None:
    client = signed_in(cast)
    assert upload(client, "forms", with_story(SHORT, LONG)).status_code == 302
    session = hand_in(cast, "forms", with_story(SHORT, LONG))
    (found,) = read_along(session).pointing
    assert (found["row"], found["column"]) == (3, "Persoon: kansen")
    body = client.get(page_of("texts", session)).content.decode()
    assert f"Deze tekst heeft {grouped(len(LONG.strip()))} tekens; er passen er {grouped(MAX_TEXT)}." in body
    assert "Deze tekst is te lang." in body
    assert "Dit wijst niemand aan" not in body


def test_shortened_by_hand_the_row_goes_in_with_the_others(cast: Cast) -> None:
    client, session = signed_in(cast), hand_in(cast, "forms", with_story(LONG))
    place = read_along(session).pointing[0]["place"]
    page = page_of("texts", session)
    still = client.post(page, {"place": place, "choice": "rewrite", "text": LONG[:-100]})
    length = grouped(len(LONG[:-100].strip()))
    assert f"{length} tekens; er passen er {grouped(MAX_TEXT)}" in still.content.decode()
    assert LONG[:-100].strip() in still.content.decode()
    assert client.post(page, {"place": place, "choice": "rewrite", "text": SHORT}).status_code == 302
    outcome = sessions.store(session=session, person=session.person)
    assert (outcome["stored"], outcome["held"], outcome["skipped"]) == (12, 0, 0)


def test_left_for_later_it_waits_whole_and_can_be_shortened_then(cast: Cast) -> None:
    outcome = through(cast, with_story(LONG), Choice.LATER)
    assert (outcome["stored"], outcome["held"]) == (11, 1)
    held = HeldRow.objects.get()
    found = next_text(held)
    assert found is not None
    assert found.text == LONG.strip()
    assert settle_held(held=held, decisions={found.place: Decision(Choice.REWRITE, SHORT)})
    assert SealedRegistration.objects.count() == 12


def test_it_cannot_be_kept_as_it_is(cast: Cast) -> None:
    assert through(cast, with_story(LONG), Choice.KEEP)["held"] == 1


def test_a_story_that_just_fits_is_not_asked_about(cast: Cast) -> None:
    session = hand_in(cast, "forms", with_story("Prettig " * (MAX_TEXT // 8)))
    assert read_along(session).pointing == []


def test_a_row_that_fits_no_box_is_named_and_the_others_go_in_when_it_is_left_out(cast: Cast) -> None:
    client, session = signed_in(cast), hand_in(cast, "forms", with_story(SHORT, NOISE))
    read_along(session)
    body = client.get(page_of("check", session)).content.decode()
    assert "Rij 3, kolom N (Persoon: kansen): Deze rij heeft" in body
    assert "Laat deze 1 rij weg en neem de rest mee" in body
    assert not SealedRegistration.objects.exists()
    plan = sessions.plan_of(session)
    plan.leave_out = True
    sessions.save_plan(session=session, plan=plan)
    outcome = sessions.store(session=session, person=cast.person(Role.PROJECT_LEADER))
    assert (outcome["stored"], outcome["skipped"]) == (11, 1)


def test_a_row_that_was_left_out_comes_in_when_it_was_shortened_in_the_file(cast: Cast) -> None:
    session = hand_in(cast, "forms", with_story(NOISE))
    plan = read_along(session)
    plan.leave_out = True
    sessions.save_plan(session=session, plan=plan)
    sessions.store(session=session, person=session.person)
    again = through(cast, with_story(SHORT))
    assert (again["stored"], again["known"]) == (1, 11)


def test_a_held_row_keeps_what_was_decided_and_forgets_what_stood_there(cast: Cast) -> None:
    session = hand_in(cast, "forms", with_story("Het nummer is 06-24837715."))
    rows = rows_of(with_story("Het nummer is 06-24837715."))
    rows[1][STORY + 1] = "Of bel 06-24837716."
    session = hand_in(cast, "forms", as_file(rows))
    first, second = read_along(session).pointing
    sessions.decide_text(session=session, place=first["place"], decision=Decision(Choice.REWRITE, SHORT))
    sessions.decide_text(session=session, place=second["place"], decision=Decision(Choice.LATER))
    sessions.store(session=session, person=session.person)
    waiting = open_row(HeldRow.objects.get())
    assert [text.text for text in waiting.row.texts] == [SHORT, "Of bel 06-24837716.", "Fijne buren"]


def test_what_was_rewritten_and_then_said_to_point_at_nobody_is_kept_as_it_was_rewritten(cast: Cast) -> None:
    session = hand_in(cast, "forms", with_story("Fatima helpt mij vaak met de boodschappen."))
    place = read_along(session).pointing[0]["place"]
    rewritten = Decision(Choice.REWRITE, "Marieke helpt mij vaak.")
    sessions.decide_text(session=session, place=place, decision=rewritten)
    sessions.store(session=session, person=session.person)
    held = HeldRow.objects.get()
    assert not settle_held(held=held, decisions={})
    held.refresh_from_db()
    assert open_row(held).row.texts[0].text == "Marieke helpt mij vaak."
    assert settle_held(held=held, decisions={place: Decision(Choice.KEEP)})
