"""Dates and numbers as they come."""

from datetime import date
from decimal import Decimal

import pytest

from msa.tables.dates import canonical_moment, looks_like_dates, read_dates
from msa.tables.numbers import parse_integer, parse_number

FIRST_OF_MARCH = date(2026, 3, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "2026/03/01 9:00:00 a.m. CET", "2026-03-01", "2026-03-01 09:00:00", "2026-03-01T09:00:00Z",
        "2026-03-01T09:00:00+01:00", "20260301", "1-3-2026", "01-03-2026 09:00", "1/3/2026 9:00:00",
        "1.3.2026", "1-3-26, 9:00", "1 maart 2026", "zo 1 mrt. 2026 9.30 uur",
        "zondag 1 maart 2026 om 9:00 uur", "1-mrt-26", "1e maart 2026", "March 1, 2026",
        "Sunday, March 1, 2026 9:00 AM", "maart 2026", "mrt-2026", "2026-03", "03-2026",
        "46082", "46082,375", "46082.375", "2026-02-28T23:30:00Z", "2026/03/01 12:05:00 a.m. CET",
    ],
)  # fmt: skip
def test_every_notation_of_the_first_of_march_is_read(cell):
    assert read_dates([cell]).dates == (FIRST_OF_MARCH,)


@pytest.mark.parametrize(
    "cell",
    [
        "31-02-2026",
        "2026/13/40",
        "32-1-2026",
        "hallo",
        "7",
        "1-3-2026 25:00",
        "3 lente 2026",
        "1-3",
        "12 tot 2026",
    ],
)
def test_what_is_no_possible_date_is_named(cell):
    read = read_dates(["1-3-2026", cell, ""])
    assert read.dates == (FIRST_OF_MARCH, None, None)
    assert read.unreadable == (1,)


def test_a_day_above_twelve_proves_the_order_for_the_whole_column():
    assert read_dates(["3/1/2026", "3/13/2026"]).dates == (FIRST_OF_MARCH, date(2026, 3, 13))
    assert read_dates(["1/3/2026", "13/3/2026"]).dates == (FIRST_OF_MARCH, date(2026, 3, 13))
    assert read_dates(["3/1/2026 1:02:03 PM", "3/13/2026 1:02:03 PM"]).order == "mdy"
    assert not read_dates(["3/1/2026", "3/13/2026"]).ambiguous


def test_a_column_that_proves_nothing_is_ambiguous_and_read_day_first():
    read = read_dates(["1/3/2026", "2/4/2026"])
    assert read.ambiguous
    assert read.dates == (FIRST_OF_MARCH, date(2026, 4, 2))
    assert not read_dates(["3/3/2026", "4/4/2026"]).ambiguous
    assert not read_dates(["2026-03-01", "1 maart 2026"]).ambiguous


def test_contrary_proof_leaves_the_odd_one_out():
    read = read_dates(["13/3/2026", "14/3/2026", "3/15/2026"])
    assert read.order == "dmy"
    assert read.unreadable == (2,)


def test_dates_that_a_spreadsheet_turned_round_are_suspected():
    assert read_dates(["2026-01-03", "2026-05-03", "13/3/2026", "31/3/2026"]).swapped
    assert not read_dates(["2026-01-03", "2026-05-23", "13/3/2026"]).swapped


def test_the_odd_afternoon_of_the_form_program_is_read():
    assert canonical_moment("2026/03/02 13:52:56 p.m. CET") == canonical_moment("2-3-2026 13:52:56")
    assert canonical_moment("2026/03/22 12:39:27 p.m. CET") == canonical_moment("2026-03-22 12:39:27")
    assert canonical_moment("2026/03/22 12:39:27 a.m. CET") == canonical_moment("2026-03-22 00:39:27")


def test_bare_numbers_are_not_taken_for_a_column_of_dates():
    assert not looks_like_dates(["46082", "46083"])
    assert not looks_like_dates(["7", "8"])
    assert not looks_like_dates(["25 tot 50"])
    assert looks_like_dates(["1-3-2026", "", "2-3-2026"])


@pytest.mark.parametrize(
    ("cell", "number"),
    [("7", 7), ("7,0", 7), ("7.0", 7), ("7,5", "7.5"), ("7.5", "7.5"), ("zeven", 7), (" Acht ", 8),
     ("7/10", 7),
     ("acht van de 10", 8), ("1.234,5", "1234.5"), ("1 234", 1234), ("-3", -3), ("tien", 10)],
)  # fmt: skip
def test_numbers_are_read_with_comma_point_and_in_words(cell, number):
    assert parse_number(cell) == Decimal(number)


@pytest.mark.parametrize("cell", ["", "acht of negen", "8-", "7 a 8", "x7", "¾"])
def test_what_is_no_number_is_none(cell):
    assert parse_number(cell) is None


def test_only_whole_numbers_are_whole():
    assert parse_integer("7,0") == 7
    assert parse_integer("7,5") is None
