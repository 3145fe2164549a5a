"""XLSX: which sheet, and how typed cells become text."""

import re
from datetime import UTC, date, datetime

import pytest

from msa.tables import TableError
from tests.msa.spreadsheets import as_csv, as_xlsx, part, read, repacked

SHEET = "xl/worksheets/sheet1.xml"
ROWS = [["Straat", "Nr", "Blok"], ["Pad", 1, "Noord"], ["Weg", 2, "Zuid"]]


def test_a_workbook_is_recognised_by_its_content_whatever_its_name():
    table = read(as_xlsx(ROWS), name="adressen.csv")
    assert table.kind == "xlsx"
    assert any("Excel-werkmap" in note for note in table.notes)
    assert read(as_csv(ROWS), name="adressen.xlsx").kind == "csv"


def test_typed_cells_become_the_text_that_people_see():
    moment = datetime(2026, 3, 1, 9, 0, 5, tzinfo=UTC).replace(tzinfo=None)
    row = [7, 7.0, 7.5, True, False, date(2026, 3, 1), moment, "  tekst ", None]
    names = [f"k{i}" for i in range(9)]
    table = read(as_xlsx([names, row]))
    assert table.rows[0] == ("7", "7", "7.5", "ja", "nee", "2026-03-01", "2026-03-01 09:00:05", "tekst", "")


def test_the_sheet_that_holds_most_is_read_and_the_others_are_named():
    def prepare(book):
        book.create_sheet("Uitleg", 0).append(["Lees dit eerst"])
        hidden = book.create_sheet("Verborgen")
        hidden.sheet_state = "hidden"
        for number in range(100):
            hidden.append([number, number, number])

    table = read(as_xlsx(ROWS, "Adressen", prepare))
    assert table.sheet == "Adressen"
    assert table.sheets == ("Uitleg", "Adressen")
    assert table.rows == (("Pad", "1", "Noord"), ("Weg", "2", "Zuid"))
    assert any("'Uitleg'" in note for note in table.notes)


def test_another_sheet_can_be_chosen_and_an_unknown_one_is_refused():
    def prepare(book):
        second = book.create_sheet("Twee")
        second.append(["a", "b"])
        second.append(["1", "2"])

    data = as_xlsx(ROWS, "Een", prepare)
    assert read(data, sheet="Twee").columns == ("a", "b")
    with pytest.raises(TableError, match="Drie"):
        read(data, sheet="Drie")


def test_a_formula_counts_as_the_outcome_that_was_stored():
    data = as_xlsx([["Straat", "Nr"], ["Pad", "=1+6"]])
    xml = part(data, SHEET)
    stored = re.sub(rb"</f><v\s*/?>(</v>)?", b"</f><v>7</v>", xml)
    assert stored != xml
    table = read(repacked(data, {SHEET: stored}))
    assert table.rows == (("Pad", "7"),)
    assert any("Formules" in note for note in table.notes)


def test_a_formula_without_a_stored_outcome_is_refused_with_its_place():
    with pytest.raises(TableError) as caught:
        read(as_xlsx([["Straat", "Nr"], ["Pad", 1], ["Weg", '=HYPERLINK("http://x.invalid")']]))
    (problem,) = caught.value.problems
    assert (problem.row, problem.letter) == (3, "B")
    assert "formule" in problem.message


def test_error_values_are_read_as_empty_and_counted():
    table = read(as_xlsx([["Straat", "Nr"], ["Pad", "#N/A"], ["Weg", "#REF!"]]))
    assert table.values("Nr") == ["", ""]
    assert any("foutwaarde" in note and "2" in note for note in table.notes)


def test_a_wrong_size_in_the_file_does_not_hide_rows():
    data = as_xlsx(ROWS)
    xml = part(data, SHEET)
    assert b'<dimension ref="A1:C3"' in xml
    assert len(read(repacked(data, {SHEET: xml.replace(b'"A1:C3"', b'"A1"')})).rows) == 2


def test_line_ends_and_long_stories_survive():
    story = "één\ntwee 😀\n" + "x" * 19_000
    assert read(as_xlsx([["a", "b"], [story, "x"]])).rows[0][0] == story
    assert read(as_xlsx([["a", "b"], ["één_x000D_\ntwee", "x"]])).rows[0][0] == "één\ntwee"
