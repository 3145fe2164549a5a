"""Address lists (H1): the real one, and those of other corporaties. All people in them are invented."""

import json

import pytest

from housevisits.imports.addresses import check, propose_mapping
from tests.housevisits.address_lists import REAL, checked, homes, proposed
from tests.msa.spreadsheets import as_csv, as_xlsx, read


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


def test_twenty_thousand_homes_go_in_at_once():
    rows = [["Straat", "Huisnummer", "Postcode", "Plaats", "Blok"]]
    rows += [
        [f"Straat {chr(65 + i % 26)}weg", str(1 + i // 26), "6511HH", "Nijmegen", "Noord"]
        for i in range(20_000)
    ]
    assert len(checked(rows).rows) == 20_000
