"""Blocks in an address list: found by what they are called, and never lost without a word (H1)."""

import pytest

from housevisits.imports.addresses import check
from housevisits.models import Household, ImportSession, ImportState
from housevisits.services.imports import sessions
from projects.models import Role
from tests.cast import Cast, make_cast
from tests.housevisits.address_lists import checked, proposed
from tests.housevisits.importing import hand_in, page_of, signed_in, upload
from tests.msa.spreadsheets import as_csv

HOMES = [[f"Spoorlaan {number}", "6511 HH", "Nijmegen", "Noord"] for number in range(1, 40)]


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def test_a_list_with_whole_addresses_and_a_wijkdeel_keeps_its_blocks() -> None:
    table, proposal = proposed([["Adres", "PC", "Woonplaats", "Wijkdeel"], *HOMES], separator=";")
    assert list(proposal.mapping.columns.values()) == ["full_address", "postcode", "city", "block"]
    assert check(table, proposal.mapping).blocks == {"Noord": 39}


@pytest.mark.parametrize(
    "name",
    ["Wijkdeel", "wijk", "Buurtdeel", "Buurt", "Stadsdeel", "Deelgebied", "Gebied", "Cluster", "Complex"],
)
def test_what_a_part_of_a_neighbourhood_is_called_is_known(name: str) -> None:
    rows = [["Adres", name], *[[home[0], home[3]] for home in HOMES]]
    assert proposed(rows)[1].mapping.columns[name] == "block"


def test_of_several_names_for_a_block_the_finest_stays_first() -> None:
    rows = [["Straat", "Nr", "Wijk", "Wijkdeel", "Blok"], ["Pad", "1", "Oost", "Oost 2", "A"]]
    assert proposed(rows)[1].mapping.columns["Blok"] == "block"


def test_a_street_is_never_guessed_from_content_beside_a_sure_whole_address() -> None:
    rows = [["Adres", "Kenmerk"], *[[home[0], home[3]] for home in HOMES]]
    assert list(proposed(rows)[1].mapping.columns.values()) == ["full_address", "ignore"]


def test_a_guessed_street_does_not_push_a_sure_whole_address_out() -> None:
    rows = [["Adres", "Kenmerk", "Huisnummer"], *[[h[0], h[3], str(n)] for n, h in enumerate(HOMES, 1)]]
    assert list(proposed(rows)[1].mapping.columns.values()) == ["full_address", "ignore", "ignore"]


def test_a_number_that_stands_in_the_whole_address_too_is_left_out() -> None:
    rows = [["Adres", "Huisnummer", "Toevoeging"], ["Pad 1", "1", ""], ["Pad 2 A", "2", "A"]]
    assert list(proposed(rows)[1].mapping.columns.values()) == ["full_address", "ignore", "ignore"]
    assert [row.addition for row in checked(rows).rows] == ["", "A"]


def test_an_addition_that_the_whole_address_lacks_is_a_conflict_and_not_lost() -> None:
    (problem,) = checked([["Adres", "Toevoeging"], ["Pad 1", "A"], ["Pad 2", ""]]).blocking
    assert "'Adres'" in problem.message and "'Toevoeging'" in problem.message


@pytest.mark.parametrize("target", ["street", "house_number", "addition", "number_and_addition"])
def test_a_whole_address_beside_a_part_of_it_must_be_corrected(target: str) -> None:
    table, proposal = proposed([["Adres", "Deel"], ["Spoorlaan 1", "x"]])
    result = check(table, proposal.mapping.with_target("Deel", target))
    (problem,) = result.blocking
    assert result.rows == ()
    assert "'Adres'" in problem.message and "'Deel'" in problem.message


def test_two_columns_for_one_part_must_be_corrected() -> None:
    table, proposal = proposed([["Straat", "Nr", "Blok", "Wijk"], ["Pad", "1", "A", "Oost"]])
    (problem,) = check(table, proposal.mapping.with_target("Wijk", "block")).blocking
    assert "'Blok', 'Wijk'" in problem.message


@pytest.mark.django_db
def test_a_conflict_stops_at_the_columns_and_is_said_there(cast: Cast) -> None:
    session = hand_in(cast, "addresses", as_csv([["Adres", "Deel"], ["Spoorlaan 1", "x"]]))
    page = page_of("columns", session)
    answer = signed_in(cast).post(page, {"k0": "full_address", "k1": "street"})
    assert answer.status_code == 200
    assert "&#x27;Adres&#x27;" in answer.content.decode().partition("Dit klopt nog niet")[2][:900]
    assert ImportSession.objects.get().state == ImportState.COLUMNS


@pytest.mark.django_db
def test_the_file_of_the_tester_goes_in_with_its_blocks(cast: Cast) -> None:
    Household.objects.all().delete()
    rows = [["Adres", "PC", "Woonplaats", "Wijkdeel"], ["Córdobalaan 1", "6511 HH", "Nijmegen", "Noord"]]
    client = signed_in(cast)
    upload(client, "addresses", as_csv(rows, ";", "cp1252"))
    session = ImportSession.objects.get()
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    sessions.store(session=session, person=cast.person(Role.PROJECT_LEADER))
    home = Household.objects.get()
    assert (home.street, home.block.name) == ("Córdobalaan", "Noord")


def _check_page(cast: Cast, rows: list[list[str]]) -> str:
    session = hand_in(cast, "addresses", as_csv(rows))
    sessions.choose_columns(session=session, columns=sessions.plan_of(session).columns)
    return signed_in(cast).get(page_of("check", session)).content.decode()


@pytest.mark.django_db
def test_a_list_without_blocks_says_where_all_homes_go(cast: Cast) -> None:
    body = _check_page(cast, [["Adres"], *[home[:1] for home in HOMES]])
    assert "Geen blok gevonden: alle 39 woningen komen in ‘Heel de buurt’." in body
    one = _check_page(cast, [["Adres"], ["Spoorlaan 1"]])
    assert "Geen blok gevonden: de woning komt in ‘Heel de buurt’." in one


@pytest.mark.django_db
def test_homes_without_a_block_have_a_name_and_a_place(cast: Cast) -> None:
    body = _check_page(cast, [["Straat", "Nr", "Blok"], ["Pad", "1", "Noord"], ["Pad", "2", ""]])
    assert "zonder blok (1), Noord (1)" in body
    assert "Woningen zonder blok komen in ‘Heel de buurt’." in body
