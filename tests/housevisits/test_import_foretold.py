"""What an import is going to do is said before anything is stored, and that is what happens (H1, H11)."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from housevisits.models import Household, ImportSession, ImportState
from housevisits.services.imports import sessions
from housevisits.services.imports.addresses import compare
from housevisits.services.imports.sessions import check_addresses, plan_of
from projects.models import Block, Role
from tests.cast import Cast, make_cast, make_home
from tests.housevisits.importing import (
    ADDRESSES,
    FORMS,
    as_file,
    hand_in,
    page_of,
    read_along,
    rows_of,
    signed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def _at_check(cast: Cast, content: bytes) -> ImportSession:
    session = hand_in(cast, "addresses", content)
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    return session


def _foretold(client: Client, session: ImportSession) -> dict[str, int]:
    changes = client.get(page_of("check", session)).context["changes"]
    return {"added": len(changes.new), "changed": len(changes.changed), "unchanged": changes.unchanged}


def _stored(cast: Cast, session: ImportSession) -> dict[str, int]:
    outcome = sessions.store(session=session, person=cast.person(Role.PROJECT_LEADER))
    return {name: outcome[name] for name in ("added", "changed", "unchanged")}


def test_what_the_check_says_of_addresses_is_what_storing_does(cast: Cast) -> None:
    Household.objects.all().delete()
    client, rows = signed_in(cast), rows_of(ADDRESSES)
    half = _at_check(cast, as_file(rows[:201]))
    assert _foretold(client, half) == _stored(cast, half) == {"added": 200, "changed": 0, "unchanged": 0}
    for row in rows[1:11]:
        row[rows[0].index("Deelbuurt")] = "Oost"
    whole = _at_check(cast, as_file(rows))
    assert _foretold(client, whole) == _stored(cast, whole) == {"added": 299, "changed": 10, "unchanged": 190}


def test_the_check_of_the_same_list_again_says_that_all_is_there(cast: Cast) -> None:
    _stored(cast, _at_check(cast, ADDRESSES))
    body = signed_in(cast).get(page_of("check", _at_check(cast, ADDRESSES))).content.decode()
    assert "<dt>Nieuwe adressen</dt><dd>0</dd>" in body
    assert "<dt>Worden bijgewerkt</dt><dd>0</dd>" in body
    assert "<dt>Staan er al zo</dt><dd>499</dd>" in body


def test_looking_ahead_writes_nothing_and_asks_the_database_twice(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    session = _at_check(cast, ADDRESSES)
    rows = check_addresses(session, plan_of(session)).rows
    before = Household.objects.count(), Block.objects.count()
    for _times in range(2):
        with django_assert_num_queries(2):  # the homes, and the blocks with the names they had before
            compare(cast.project, rows)
        make_home(cast.project, 77 + _times)
    assert (Household.objects.count() - 2, Block.objects.count()) == before


def _only_whole(cast: Cast) -> None:
    Household.objects.all().delete()
    cast.project.blocks.all().delete()
    Block.objects.create(project=cast.project, name="Heel de buurt")


def _at_answers(cast: Cast) -> ImportSession:
    session = hand_in(cast, "forms", as_file(rows_of(FORMS)[:20]))
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    return session


def test_a_project_without_blocks_says_so_where_blocks_are_matched(cast: Cast) -> None:
    _only_whole(cast)
    client, session = signed_in(cast), _at_answers(cast)
    said = client.get(page_of("answers", session)).content.decode().partition("heeft nog geen blokken")[2]
    assert "Lees eerst de adreslijst in" in said[:600]
    assert "een week" in said[:600]
    assert f'href="{reverse("housevisits:imports", args=["spoorbuurt"])}"' in said[:900]


def test_a_project_with_blocks_says_nothing_of_the_kind(cast: Cast) -> None:
    body = signed_in(cast).get(page_of("answers", _at_answers(cast))).content.decode()
    assert "heeft nog geen blokken" not in body


def test_who_comes_back_after_the_address_list_finds_the_blocks_filled_in(cast: Cast) -> None:
    _only_whole(cast)
    session = _at_answers(cast)
    for name in ("Noord", "Midden", "Zuid"):
        Block.objects.create(project=cast.project, name=name)
    form = signed_in(cast).get(page_of("answers", session)).context["form"]
    chosen = {field.label: field.initial for field in form.fields.values()}
    assert chosen["Noord"] == str(cast.project.blocks.get(name="Noord").key)


def test_a_file_with_nothing_usable_stops_at_the_columns(cast: Cast) -> None:
    rows = [["Kleur", "Gewicht"], *[[f"kleur {n}", f"zwaar {n}"] for n in range(9)]]
    session = hand_in(cast, "forms", as_file(rows))
    answer = signed_in(cast).post(page_of("columns", session), {"k0": "ignore", "k1": "ignore"})
    assert answer.status_code == 200
    body = answer.content.decode()
    assert "Er is geen kolom met antwoorden, kaarten of verhalen gekozen." in body
    assert ImportSession.objects.get().state == ImportState.COLUMNS


@pytest.mark.parametrize(
    ("stamps", "says"),
    [
        (["2026-03-09 10:00:00", "2026-07-02 10:00:00"], "Maanden: maart tot en met juli 2026."),
        (["2025-11-09 10:00:00", "2026-02-02 10:00:00"], "Maanden: november 2025 tot en met februari 2026."),
        (["2026-08-09 10:00:00", "2026-08-11 10:00:00"], "Maand: augustus 2026."),
    ],
)
def test_months_are_said_in_words(cast: Cast, stamps: list[str], says: str) -> None:
    rows = rows_of(FORMS)[:3]
    for row, stamp in zip(rows[1:], stamps, strict=True):
        row[0] = stamp
    session = hand_in(cast, "forms", as_file(rows))
    plan = read_along(session)
    assert says in sessions.check_forms(session, plan).notes


def test_the_field_of_a_pointing_text_says_that_it_holds_a_proposal(cast: Cast) -> None:
    session = hand_in(cast, "forms", FORMS)
    read_along(session)
    body = signed_in(cast).get(page_of("texts", session)).content.decode()
    assert "Voorstel: zo kan het ook" in body
    assert "Dit voorstel maakte de app. Lees het na en pas het aan." in body
    assert "niet verplicht" not in body
