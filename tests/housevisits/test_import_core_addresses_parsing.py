"""Addresses taken apart: street, number, addition, postcode, city."""

import pytest

from housevisits.imports.addresses.parsing import split_address, split_number, split_postcode_city


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
