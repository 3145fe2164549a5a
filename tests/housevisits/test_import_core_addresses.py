"""Address lists (H1): the real one, and those of other corporaties. All people in them are invented."""

import json
import time
from pathlib import Path

import pytest

from housevisits.imports.addresses import AddressMapping, check, propose_mapping
from housevisits.imports.addresses.parsing import split_address, split_number, split_postcode_city
from tests.msa.spreadsheets import as_csv, as_xlsx, read

REAL = Path(__file__).resolve().parents[2] / "housevisits" / "demo_data" / "spoorbuurt-adressen.csv"


def proposed(rows, **options):
    table = read(as_csv(rows, **options))
    return table, propose_mapping(table)


def checked(rows, **options):
    table, proposal = proposed(rows, **options)
    return check(table, proposal.mapping)


def homes(result):
    return [(row.street, row.house_number, row.addition, row.postcode, row.city) for row in result.rows]


@pytest.fixture
def table():
    return read(REAL.read_bytes())


class TestTheRealFile:
    def test_goes_through_without_a_correction(self, table):
        proposal = propose_mapping(table)
        assert list(proposal.mapping.columns.values()) == [
            "street", "house_number", "addition", "postcode", "city", "block", "dwelling_type", "year_built",
        ]  # fmt: skip
        assert {column.confidence for column in proposal.columns} == {"sure"}
        result = check(table, proposal.mapping)
        assert result.complete
        assert len(result.rows) == result.total == 499
        assert result.blocks == {"Midden": 188, "Noord": 171, "Zuid": 140}
        assert result.skipped_rows == result.dropped == ()

    def test_says_which_postcodes_cannot_exist_but_keeps_the_homes(self, table):
        result = check(table, propose_mapping(table).mapping)
        assert any("6511SS (rij 75)" in note for note in result.notes)

    def test_gives_the_same_homes_in_every_coat(self, table):
        rows = [table.columns, *table.rows]
        expected = check(table, propose_mapping(table).mapping).rows
        coats = [
            as_csv(rows, ";", "cp1252"),
            as_csv(rows, "\t", "utf-16"),
            as_csv(rows, "|", "utf-8-sig"),
            as_xlsx(rows),
        ]
        for data in coats:
            again = read(data)
            assert check(again, propose_mapping(again).mapping).rows == expected


def test_a_list_with_other_names_order_and_personal_columns_is_understood():
    table, proposal = proposed(
        [
            ["Complexnaam", "PC", "Woonplaats", "Naam huurder", "Huisnr", "Huisletter", "Toev.", "Straatnaam",
             "Telefoon", "E-mail", "Geb.datum", "VHE-nummer", "Type woning", "Bouwjr"],
            ["De Seinhuizen", "6511 hh", "Nijmegen", "J. Verzonnen", "12", "A", "2", "Spoorpad", "0612345678",
             "j@voorbeeld.nl", "1-2-1950", "100001", "Portiekflat", "1911"],
            ["De Tenders", "6511 HJ", "Nijmegen", "P. Bedacht", "14", "", "", "Spoorpad", "06-87654321",
             "p@voorbeeld.nl", "3-4-1961", "100002", "Portiekflat", "1911"],
        ],
        separator=";",
    )  # fmt: skip
    targets = proposal.mapping.columns
    assert {name for name, target in targets.items() if target == "personal"} == {
        "Naam huurder", "Telefoon", "E-mail", "Geb.datum",
    }  # fmt: skip
    assert targets["VHE-nummer"] == "ignore"
    result = check(table, proposal.mapping)
    assert homes(result) == [
        ("Spoorpad", 12, "A-2", "6511HH", "Nijmegen"),
        ("Spoorpad", 14, "", "6511HJ", "Nijmegen"),
    ]
    assert [row.block for row in result.rows] == ["De Seinhuizen", "De Tenders"]
    assert [row.dwelling_type for row in result.rows] == ["Portiekflat"] * 2
    dropped = dict(result.dropped)
    assert "Telefoonnummers" in dropped["Telefoon"]
    assert "Namen" in dropped["Naam huurder"]


def test_personal_columns_show_no_examples_and_leave_no_trace_in_the_outcome():
    rows = [
        ["Straat", "Nr", "Contact"],
        ["Spoorpad", "1", "geheim@voorbeeld.nl"],
        ["Spoorpad", "2", "x@voorbeeld.nl"],
    ]
    table, proposal = proposed(rows)
    (contact,) = [column for column in proposal.columns if column.column == "Contact"]
    assert contact.target == "personal"
    assert contact.examples == ()
    assert any("'Contact'" in note for note in proposal.notes)
    assert "geheim" not in repr(check(table, proposal.mapping)) + repr(proposal) + json.dumps(
        proposal.mapping.to_dict()
    )


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("Kenmerk", ["111222333", "123456782", "100000009"]),
        ("Kenmerk", ["06 12345678", "+31 6 12345678", "024-1234567"]),
        ("Kenmerk", ["NL91ABNA0417164300", "NL02ABNA0123456789", "NL20INGB0001234567"]),
        ("Hoofdhuurder", ["A", "B", "C"]),
        ("Voorletters", ["A", "B", "C"]),
        ("BSN", ["", "", ""]),
        ("Huurdernummer", ["1", "2", "3"]),
        ("Geboortejaar", ["1950", "1960", "1970"]),
    ],
)
def test_a_column_about_a_person_is_recognised_by_its_name_or_by_its_content(column, values):
    rows = [["Straat", "Nr", column], *[["Spoorpad", str(i), value] for i, value in enumerate(values, 1)]]
    assert proposed(rows)[1].mapping.columns[column] == "personal"


@pytest.mark.parametrize("name", ["Straatnaam", "Plaatsnaam", "Buurtnaam", "Complexnaam"])
def test_names_of_streets_and_places_are_no_names_of_people(name):
    rows = [["Nr", name, "Straat"], ["1", "Spoor", "Spoorpad"], ["2", "Zuid", "Spoorpad"]]
    assert proposed(rows)[1].mapping.columns[name] != "personal"


def test_number_and_addition_in_one_column_are_taken_apart():
    rows = [
        ["Straat", "Huisnummer", "Postcode"],
        ["Pad", "12 A", "6511HH"],
        ["Pad", "12-2", "6511HH"],
        ["Pad", "7", ""],
    ]
    table, proposal = proposed(rows)
    assert proposal.mapping.columns["Huisnummer"] == "number_and_addition"
    assert [(row.house_number, row.addition) for row in check(table, proposal.mapping).rows] == [
        (12, "A"), (12, "2"), (7, ""),
    ]  # fmt: skip


def test_an_address_in_one_column_is_taken_apart():
    rows = [
        ["Adres", "Postcode en woonplaats"],
        ["Plein 1944 12-A", "6511 HH Nijmegen"],
        ["1e Spoorstraat 7 bis", "6511HJ  Nijmegen"],
    ]
    result = checked(rows)
    assert homes(result) == [
        ("Plein 1944", 12, "A", "6511HH", "Nijmegen"),
        ("1e Spoorstraat", 7, "bis", "6511HJ", "Nijmegen"),
    ]


def test_a_column_without_a_telling_name_is_recognised_by_what_stands_in_it():
    rows = [["A", "B", "C"], ["Spoorlaan 1", "6511HH", "x"], ["Spoorlaan 2", "6511HJ", "y"]]
    assert list(proposed(rows)[1].mapping.columns.values()) == ["full_address", "postcode", "ignore"]


def test_a_postcode_in_two_columns_is_joined():
    rows = [["Straat", "Nr", "Postcode cijfers", "Postcode letters"], ["Pad", "1", "6511", "hh"]]
    assert checked(rows).rows[0].postcode == "6511HH"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kade 12-3", ("Kade", 12, "3", "", "")),
        ("Plein 1944 12-A, 6511 HH Nijmegen", ("Plein 1944", 12, "A", "6511HH", "Nijmegen")),
        ("Plein '40-'45 7", ("Plein '40-'45", 7, "", "", "")),
        ("2e Straat 3-5 6511hh", ("2e Straat", 3, "5", "6511HH", "")),
        ("Dorpsweg 12 3 hoog", ("Dorpsweg", 12, "3 hoog", "", "")),
        ("Spoorpad 7, Nijmegen", ("Spoorpad", 7, "", "", "Nijmegen")),
        ("Burg. Óde-laan 7hs", ("Burg. Óde-laan", 7, "hs", "", "")),
    ],
)
def test_addresses_in_one_cell_are_taken_apart(text, parts):
    assert split_address(text) == parts


@pytest.mark.parametrize("text", ["Spoorpad", "12", "", "6511 HH Nijmegen", "12 Spoorpad"])
def test_what_is_no_address_is_none(text):
    assert split_address(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [("12", (12, "")), ("12A", (12, "A")), ("12-A", (12, "A")), ("12 bis", (12, "bis")), ("12/3", (12, "3")),
     ("12 - 2 hoog", (12, "2 hoog")), ("12.0", (12, "")), ("12--A", (12, "A"))],
)  # fmt: skip
def test_numbers_are_taken_apart(text, parts):
    assert split_number(text) == parts


@pytest.mark.parametrize("text", ["", "0", "A12", "123456", "2026-03-01", "3-mrt", "-5", "12 " + "x" * 30])
def test_what_is_no_number_of_a_house_is_none(text):
    assert split_number(text) is None


def test_a_postcode_with_a_city_is_taken_apart():
    assert split_postcode_city("6511 hh 's-Hertogenbosch") == ("6511HH", "'s-Hertogenbosch")
    assert split_postcode_city("Nijmegen") is None


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("Straat", "", "straat ontbreekt"),
        ("Straat", "123", "geen straatnaam"),
        ("Straat", "=HYPERLINK(1)", "formule"),
        ("Straat", "Spoor\ufffdpad", "onleesbaar"),
        ("Straat", "Spoor" * 30, "Te lang"),
        ("Nr", "", "huisnummer ontbreekt"),
        ("Nr", "hoek", "geen huisnummer"),
        ("Nr", "3-mrt", "datum"),
        ("Postcode", "65 11", "geen postcode"),
        ("Postcode", "0511HH", "geen postcode"),
        ("Bouwjaar", "oud", "geen bouwjaar"),
        ("Bouwjaar", "19111", "geen bouwjaar"),
        ("Blok", "j.verzonnen@voorbeeld.nl", "persoon"),
        ("Blok", "0612345678", "persoon"),
        ("Blok", "111222333", "persoon"),
    ],
)
def test_every_problem_names_its_row_and_column_and_only_that_row_is_left_out(column, value, words):
    header = ["Straat", "Nr", "Postcode", "Blok", "Bouwjaar"]
    good = [["Spoorpad", str(i), "6511HH", "Noord", "1911"] for i in range(1, 20)]
    bad = dict(zip(header, ["Spoorpad", "99", "6511HH", "Noord", "1911"], strict=True)) | {column: value}
    result = checked([header, *good[:3], list(bad.values()), *good[3:]])
    (problem,) = result.problems
    assert (problem.row, problem.column, problem.letter) == (5, column, "ABCDE"[header.index(column)])
    assert words in problem.message
    assert result.skipped_rows == (5,)
    assert len(result.rows) == 19
    assert not result.complete
    assert result.blocking == ()


def test_the_same_home_twice_is_named_with_both_rows_however_it_is_written():
    rows = [
        ["Straat", "Nr", "Toev", "Postcode"],
        ["Spoorpad", "1", "A", "6511HH"],
        ["Weg", "2", "", ""],
        ["SPOORPAD ", "1", "-a", "6511 hh"],
        ["Spoorpad", "1", "B", "6511HH"],
    ]
    result = checked(rows)
    (problem,) = result.problems
    assert problem.row == 4
    assert "rij 2" in problem.message
    assert [row.row_number for row in result.rows] == [2, 3, 5]


def test_spellings_of_one_block_become_one_and_that_is_said():
    rows = [["Straat", "Nr", "Blok"], ["Pad", "1", "Noord"], ["Pad", "2", "noord"], ["Pad", "3", "Noord"]]
    result = checked(rows)
    assert result.blocks == {"Noord": 3}
    assert any("'noord' is gelezen als 'Noord'" in note for note in result.notes)


def test_a_missing_column_blocks_everything():
    result = checked([["Postcode", "Plaats"], ["6511HH", "Nijmegen"], ["6511HJ", "Nijmegen"]])
    assert len(result.blocking) == 2
    assert result.rows == ()


def test_a_value_for_all_rows_fills_a_missing_column():
    table, proposal = proposed([["Straat", "Nr"], ["Pad", "1"]])
    mapping = AddressMapping(proposal.mapping.columns, {"city": "Nijmegen", "block": "Noord"})
    (row,) = check(table, mapping).rows
    assert (row.city, row.block) == ("Nijmegen", "Noord")


def test_a_mapping_can_be_corrected_and_survives_a_trip_through_json():
    table, proposal = proposed([["Straat", "Nr", "Wijk"], ["Pad", "1", "Oost"]])
    mapping = proposal.mapping.with_target("Wijk", "ignore")
    assert AddressMapping.from_dict(json.loads(json.dumps(mapping.to_dict()))) == mapping
    assert check(table, mapping).rows[0].block == ""
    assert dict(check(table, mapping).dropped)["Wijk"] == "Niet meegenomen."
    with pytest.raises(ValueError, match="onzin"):
        mapping.with_target("Wijk", "onzin")


def test_a_column_that_the_mapping_does_not_know_is_left_out():
    table, _proposal = proposed([["Straat", "Nr", "Nieuw"], ["Pad", "1", "x"]])
    result = check(table, AddressMapping({"Straat": "street", "Nr": "house_number"}))
    assert result.complete
    assert [column for column, _why in result.dropped] == ["Nieuw"]


def all_steps(data: bytes) -> tuple[float, int]:
    """(seconds of processor time, homes that can go in) of reading, proposing and checking."""
    began = time.process_time()
    table = read(data)
    result = check(table, propose_mapping(table).mapping)
    return time.process_time() - began, len(result.rows)


def test_a_home_costs_no_more_among_twenty_thousand_than_among_a_thousand():
    rows = [["Straat", "Huisnummer", "Postcode", "Plaats", "Blok"]]
    rows += [
        [f"Straat {chr(65 + i % 26)}weg", str(1 + i // 26), "6511HH", "Nijmegen", "Noord"]
        for i in range(20_000)
    ]
    few = min(all_steps(as_csv(rows[:1001])) for _time in range(3))[0] / 1_000
    seconds, count = all_steps(as_csv(rows))
    assert count == 20_000
    assert seconds / 20_000 < 2 * few
