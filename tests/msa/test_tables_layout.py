"""Where the table is in the file: titles above it, headers of two rows, empty rows and columns."""

import json

import pytest

from msa.tables import Limits, Problem, Table, TableError, column_letter
from tests.msa.spreadsheets import as_csv, as_xlsx, read

HEADER = ["Straat", "Huisnummer", "Postcode", "Blok"]
DATA = [["Pad", "1", "6511HH", "Noord"], ["Weg", "2", "6511TZ", "Zuid"], ["Laan", "3", "6511AB", "Zuid"]]
EMPTY = ["", "", "", ""]


@pytest.fixture(params=["csv", "xlsx"])
def make(request):
    """Write rows as CSV and as XLSX: both must be understood in the same way."""
    if request.param == "csv":
        return as_csv
    return lambda rows: as_xlsx([[cell if cell != "" else None for cell in row] for row in rows])


def test_rows_above_the_header_are_skipped_and_said(make):
    table = read(
        make([["Adressenlijst Spoorbuurt", "", "", ""], ["peildatum", "maart", "", ""], EMPTY, HEADER, *DATA])
    )
    assert list(table.columns) == HEADER
    assert table.first_row_number == 5
    assert any("De kop staat in rij 4" in note for note in table.notes)


def test_empty_rows_and_columns_are_left_out_without_shifting_numbers(make):
    rows = [["", *HEADER[:2], "", *HEADER[2:]]] + [["", *row[:2], "", *row[2:]] for row in DATA]
    rows.insert(2, [""] * 6)
    table = read(make(rows))
    assert list(table.columns) == HEADER
    assert table.letters == ("B", "C", "E", "F")
    assert table.row_numbers == (2, 4, 5)


def test_a_merged_header_of_two_rows_becomes_one(make):
    rows = [["Adres", "", "", "Blok"], ["Straat", "Huisnummer", "Postcode", ""], *DATA]
    table = read(make(rows))
    assert list(table.columns) == HEADER
    assert len(table.rows) == 3


def test_a_group_name_above_part_of_the_columns_becomes_one_header(make):
    rows = [["Adres", "", "Postcode", "Blok"], ["Straat", "Huisnummer", "", ""], *DATA]
    table = read(make(rows))
    assert list(table.columns) == HEADER
    assert any("twee rijen" in note for note in table.notes)


def test_a_header_that_returns_halfway_is_skipped_and_said(make):
    table = read(make([HEADER, DATA[0], HEADER, *DATA[1:]]))
    assert len(table.rows) == 3
    assert table.row_numbers == (2, 4, 5)
    assert any("Rij 3 herhaalt de kop" in note for note in table.notes)


def test_columns_of_the_same_name_are_told_apart(make):
    table = read(make([["Naam", "Naam", "Blok", "Naam"], ["a", "b", "c", "d"]]))
    assert table.columns == ("Naam", "Naam (2)", "Blok", "Naam (3)")
    assert any("komt vaker voor" in note for note in table.notes)


def test_a_column_without_a_name_gets_its_letter(make):
    table = read(
        make([["Straat", "Nr", "", "Blok"], ["Pad", "1", "hoek", "Noord"], ["Weg", "2", "", "Zuid"]])
    )
    assert table.columns == ("Straat", "Nr", "Kolom C", "Blok")


def test_a_header_without_rows_is_refused(make):
    with pytest.raises(TableError, match="geen rijen"):
        read(make([HEADER]))


def test_a_file_without_a_header_is_refused_at_its_first_row(make):
    with pytest.raises(TableError) as caught:
        read(make(DATA))
    assert caught.value.problems[0].row == 1
    assert "kop" in str(caught.value)


def test_years_may_be_the_names_of_columns(make):
    assert read(make([["Buurt", "2021", "2022", "2023"], ["Spoorbuurt", "1", "2", "3"]])).columns[1] == "2021"


def test_too_many_rows_and_columns_are_refused(make):
    limits = Limits(max_rows=2)
    with pytest.raises(TableError, match="meer dan 2 rijen"):
        read(make([HEADER, *DATA]), limits=limits)
    with pytest.raises(TableError, match="meer dan 3 kolommen"):
        read(make([HEADER, *DATA]), limits=Limits(max_columns=3))


def test_line_ends_in_a_header_become_blanks(make):
    assert read(make([["Straat\n(naam)", "Nr"], ["Pad", "1"]])).columns == ("Straat (naam)", "Nr")


def test_many_problems_are_cut_off_with_a_count():
    rows = [["a", "b"], *[["1", "2", "3"]] * 300]
    with pytest.raises(TableError) as caught:
        read(as_csv(rows))
    assert len(caught.value.problems) == 201
    assert "100 andere" in caught.value.problems[-1].message


def test_a_table_survives_a_trip_through_json():
    table = read(as_csv([HEADER, *DATA]))
    assert Table.from_dict(json.loads(json.dumps(table.to_dict()))) == table


def test_a_problem_survives_a_trip_through_json_and_names_its_place():
    problem = Problem("Klopt niet.", 7, "Postcode", "D")
    assert Problem.from_dict(json.loads(json.dumps(problem.to_dict()))) == problem
    assert str(problem) == "Rij 7, kolom D (Postcode): Klopt niet."
    assert str(Problem("Klopt niet.")) == "Klopt niet."
    assert str(Problem("Klopt niet.", None, "Blok", "B")) == "Kolom B (Blok): Klopt niet."


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_a_spreadsheet(index, letter):
    assert column_letter(index) == letter
