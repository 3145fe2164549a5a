"""Rows of an address list checked (H1): every problem at its row and column."""

import json

import pytest

from housevisits.imports.addresses import AddressMapping, check
from tests.housevisits.address_lists import checked, proposed


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
