"""Tables for other people's spreadsheets: typed, readable in Dutch Excel, equal for equal input."""

import io
from datetime import date

import openpyxl
import pytest

from msa.tables import write_csv, write_xlsx
from tests.msa.spreadsheets import read

COLUMNS = ["Vraag", "Aantal", "Gemiddelde", "Sinds", "Openbaar"]
ROWS = [["één; twee", 12, 7.5, date(2026, 3, 1), True], ["regel\nregel 😀", 0, None, None, False]]


def test_a_csv_is_as_dutch_excel_expects_it():
    data = write_csv(COLUMNS, ROWS)
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.splitlines()[0] == '"Vraag";"Aantal";"Gemiddelde";"Sinds";"Openbaar"'
    assert '"één; twee";"12";"7,5";"2026-03-01";"ja"\r\n' in text
    assert '"regel\nregel 😀";"0";"";"";"nee"\r\n' in text


def test_another_separator_has_a_decimal_point():
    assert b'"7.5"' in write_csv(["a"], [[7.5]], separator=",")


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_what_is_written_can_be_read_back(write):
    table = read(write(COLUMNS, ROWS))
    assert list(table.columns) == COLUMNS
    assert table.values("Vraag") == ["één; twee", "regel\nregel 😀"]
    assert table.values("Aantal") == ["12", "0"]


def test_numbers_and_dates_in_a_workbook_are_typed_as_such():
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(COLUMNS, ROWS))).active
    row = [cell.value for cell in sheet[2]]
    assert row[1:3] == [12, 7.5]
    assert row[3].date() == date(2026, 3, 1)
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n", "d", "s"]
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold


def test_the_same_input_gives_the_same_bytes():
    assert write_xlsx(COLUMNS, ROWS) == write_xlsx(COLUMNS, ROWS)
    assert write_csv(COLUMNS, ROWS) == write_csv(COLUMNS, ROWS)


def test_a_workbook_tells_nothing_of_when_it_was_made():
    properties = openpyxl.load_workbook(io.BytesIO(write_xlsx(COLUMNS, ROWS))).properties
    assert properties.created.year == properties.modified.year == 2000


@pytest.mark.parametrize("name", ["Cijfers [per blok]: 1/2", "x" * 50, "", "'"])
def test_any_name_of_a_sheet_is_made_acceptable(name):
    title = openpyxl.load_workbook(io.BytesIO(write_xlsx(["a"], [["b"]], sheet=name))).sheetnames[0]
    assert 1 <= len(title) <= 31


def test_characters_that_a_workbook_cannot_hold_are_left_out():
    assert read(write_xlsx(["a", "b"], [["x\x00\x08y\ud800", "z"]])).rows == (("xy", "z"),)
    assert read(write_csv(["a", "b"], [["x\x00\x08y\ud800", "z"]])).rows == (("xy", "z"),)


def test_numbers_that_are_none_are_empty():
    assert read(write_xlsx(["a", "b"], [[float("nan"), "x"], [float("inf"), "y"]])).values("a") == ["", ""]


def test_a_text_too_long_for_a_spreadsheet_is_an_error_and_not_cut():
    with pytest.raises(ValueError, match="32767"):
        write_xlsx(["a"], [["x" * 32_768]])
    assert read(write_xlsx(["a", "b"], [["x" * 20_000, "y"]])).rows[0][0] == "x" * 20_000
