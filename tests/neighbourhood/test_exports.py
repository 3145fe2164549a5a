"""Tables, CSV and XLSX of a snapshot."""

import csv
import io

import openpyxl

from neighbourhood.publication.exports import columns, figures_csv, figures_xlsx, rows
from neighbourhood.publication.tables import all_tables, tables_of
from tests.neighbourhood.test_charts import figures


def test_the_table_of_everybody_comes_first_and_the_others_follow():
    tables = tables_of(figures(2).questions[0])
    assert [table.by for table in tables] == ["Heel de buurt", "Leeftijd"]
    assert tables[1].columns == ("een groep met een lange naam 0", "een groep met een lange naam 1")


def test_a_row_says_that_its_number_is_rounded():
    row = tables_of(figures().questions[0])[0].rows[0]
    assert (row.label, row.texts, row.short, row.counts) == ("ja & <graag>", ("afgerond 60",), ("60",), (60,))


def test_an_end_band_stands_in_words():
    row = tables_of(figures().questions[0])[0].rows[2]
    assert row.texts == row.short == ("geen of enkele",)


def test_means_are_shown_for_marks_only():
    shown = {table.key: table.means for table in all_tables(figures()) if not table.background}
    assert shown == {"help": ("",), "mark": ("gemiddeld ongeveer 6,0",), "cards": ("",)}


def test_a_breakdown_that_may_not_be_shown_says_why():
    table = tables_of(figures().questions[2])[1]
    assert (table.note, table.rows, table.columns) == ("te weinig antwoorden om te tonen", (), ())
    reasons = [row for row in rows(figures()) if row[6] == "te weinig antwoorden om te tonen"]
    assert len(reasons) == 1


def test_csv_and_xlsx_hold_the_same_rows():
    text = figures_csv(figures()).decode("utf-8-sig")
    from_csv = list(csv.reader(io.StringIO(text), delimiter=";"))
    sheet = openpyxl.load_workbook(io.BytesIO(figures_xlsx(figures()))).active
    from_xlsx = [
        ["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)
    ]
    assert from_csv[0] == from_xlsx[0] == columns()
    assert len(from_csv) == len(from_xlsx)
    assert [row[:7] for row in from_csv] == [[str(value) for value in row[:7]] for row in from_xlsx]


def test_the_same_figures_give_the_same_file():
    assert figures_xlsx(figures()) == figures_xlsx(figures())
