"""The same file handed in twice: known again by a keyed digest, never two entries, no link (P1, P3)."""

import hashlib
from datetime import date

import pytest
import time_machine

from housevisits.models import ImportFingerprint, ImportSession, ImportState
from housevisits.services.imports import sessions
from housevisits.services.imports.known import file_digest
from housevisits.services.imports.texts import Choice
from msa.privacy import vault
from projects.models import Role
from tests.attacks.searching import tables
from tests.cast import Cast, make_cast, make_project
from tests.housevisits.importing import (
    ADDRESSES,
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
from tests.msa.spreadsheets import as_xlsx, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def test_a_file_that_was_left_halfway_is_not_taken_twice_and_leads_on_to_where_it_was(cast: Cast) -> None:
    session = hand_in(cast, "forms", FORMS)
    read_along(session)
    body = upload(signed_in(cast), "forms", FORMS, "export (1).csv").content.decode()
    assert ImportSession.objects.get().state == ImportState.TEXTS
    assert "Dit bestand staat er al" in body
    assert f'href="{page_of("texts", session)}"' in body.partition("Dit bestand staat er al")[2][:600]


def test_the_same_cells_as_a_workbook_are_the_same_file(cast: Cast) -> None:
    hand_in(cast, "forms", FORMS)
    upload(signed_in(cast), "forms", as_xlsx(rows_of(FORMS)), "export.xlsx")
    assert ImportSession.objects.count() == 1


def test_one_row_more_makes_it_another_file(cast: Cast) -> None:
    rows = rows_of(FORMS)
    hand_in(cast, "forms", as_file(rows[:20]))
    upload(signed_in(cast), "forms", as_file(rows[:21]))
    assert ImportSession.objects.count() == 2


def test_a_file_that_was_stored_says_when_and_that_only_new_rows_come_in(cast: Cast) -> None:
    with time_machine.travel(date(2026, 3, 9)):
        through(cast, FORMS, Choice.REMOVE)
    with time_machine.travel(date(2026, 3, 12)):
        client = signed_in(cast)
        shown = client.get(upload(client, "forms", FORMS)["Location"]).content.decode()
    name = cast.person(Role.PROJECT_LEADER).name
    assert f"Dit bestand is op 9 maart al opgeslagen door {name}." in shown
    assert "Alleen nieuwe rijen komen erbij." in shown


def test_a_stored_address_list_says_so_too(cast: Cast) -> None:
    session = hand_in(cast, "addresses", ADDRESSES)
    sessions.store(session=session, person=session.person)
    client = signed_in(cast)
    shown = client.get(upload(client, "addresses", ADDRESSES)["Location"]).content.decode()
    assert "al opgeslagen" in shown
    assert "Alleen nieuwe adressen" in shown


def test_a_new_file_says_nothing_of_the_kind(cast: Cast) -> None:
    shown = signed_in(cast).get(page_of("columns", hand_in(cast, "forms", FORMS))).content.decode()
    assert "al opgeslagen" not in shown
    assert "met dit bestand bezig" not in shown


def test_a_colleague_with_the_same_file_is_named_and_their_import_stays_theirs(cast: Cast) -> None:
    theirs = hand_in(cast, "forms", FORMS, role=Role.HOUSING_OFFICER)
    client = signed_in(cast)
    shown = client.get(upload(client, "forms", FORMS)["Location"]).content.decode()
    assert f"{theirs.person.name} is ook met dit bestand bezig." in shown
    assert client.get(page_of("columns", theirs)).status_code == 404


def test_the_check_says_how_many_rows_were_stored_before_and_asks_nothing_about_them(cast: Cast) -> None:
    rows = rows_of(FORMS)
    through(cast, as_file(rows[:301]), Choice.REMOVE)
    rows[400][STORY] = "Het nummer is 06-24837715."
    session = hand_in(cast, "forms", as_file(rows))
    assert [text["row"] for text in read_along(session).pointing] == [401]
    session = hand_in(cast, "forms", as_file(rows[:200]))
    assert read_along(session).pointing == []
    body = signed_in(cast).get(page_of("check", session)).content.decode()
    assert "<dt>Al eerder opgeslagen</dt><dd>199</dd>" in body


def test_the_digest_is_keyed_and_another_one_in_every_project(cast: Cast) -> None:
    table = read(ADDRESSES)
    digest = file_digest(cast.project, table)
    assert len(digest) == 32
    assert digest != file_digest(make_project("anders"), table)
    hand_in(cast, "addresses", ADDRESSES)
    plain = [hashlib.new(name, ADDRESSES).digest() for name in ("md5", "sha1", "sha256", "sha512")]
    dump = b"\n".join(content for _name, content in tables())
    assert digest in dump
    assert not [one for one in plain if one in dump or one.hex().encode() in dump]


def test_who_has_the_digest_but_not_the_key_cannot_test_a_guess(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = file_digest(cast.project, read(ADDRESSES))
    monkeypatch.setattr(vault, "_secret", lambda _name: b"another key of thirty-two bytes.")
    assert file_digest(cast.project, read(ADDRESSES)) != digest


def test_nothing_ties_the_digest_of_a_file_to_a_row_or_a_conversation(cast: Cast) -> None:
    through(cast, FORMS, Choice.REMOVE)
    digest = bytes(ImportSession.objects.get().digest or b"")
    prints = {bytes(one) for one in ImportFingerprint.objects.values_list("digest", flat=True)}
    assert len(prints) == 414
    assert digest not in prints
    holders = {name for name, content in tables() if digest in content}
    assert holders == {"table housevisits_importsession"}
