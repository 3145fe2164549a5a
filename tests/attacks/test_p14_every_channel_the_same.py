"""P14: every channel shows the same snapshot.

Attack: take the numbers out of chart, table, CSV, XLSX, report and poster, and compare.
"""

import csv
import io
import re

import openpyxl
import pypdfium2
import pytest

from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Picture
from neighbourhood.publication.exports import figures_csv, figures_xlsx
from neighbourhood.publication.poster import pdf, svg, text
from neighbourhood.publication.report.rendering import report_html, report_pdf
from neighbourhood.publication.tables import all_tables
from neighbourhood.services.composing import poster_content
from neighbourhood.services.reporting import report_content
from tests.neighbourhood.stored import picture_of

pytestmark = [pytest.mark.attack, pytest.mark.django_db]


@pytest.fixture
def picture() -> Picture:
    return picture_of(73)


def stored(picture):
    """(question, background, group, answer) -> what is shown, from the snapshot itself."""
    shown = {}
    for question in figures_from_json(picture.snapshot.figures).questions:
        labels = {option.key: option.label for option in question.options} | {"no_answer": "geen antwoord"}
        parts = [("", (question.whole,)), *((part.label, part.groups) for part in question.breakdowns)]
        for by, groups in parts:
            for group in groups:
                for cell in group.cells:
                    shown[question.label, by, group.label, labels[cell.option]] = (
                        group.n,
                        cell.count,
                        cell.text,
                    )
    return shown


def pdf_text(body):
    with pypdfium2.PdfDocument(body) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document).replace("\r", "")


def test_exports_hold_what_the_snapshot_holds(picture):
    figures = figures_from_json(picture.snapshot.figures)
    sheet = openpyxl.load_workbook(io.BytesIO(figures_xlsx(figures))).active
    from_xlsx = {
        tuple(row[i] or "" for i in (0, 1, 2, 4)): (row[3], row[5], row[6])
        for row in sheet.iter_rows(min_row=2, values_only=True)
    }
    lines = list(csv.reader(io.StringIO(figures_csv(figures).decode("utf-8-sig")), delimiter=";"))[1:]
    from_csv = {
        (row[0], row[1], row[2], row[4]): (int(row[3]), int(row[5]), row[6]) for row in lines if row[3]
    }
    assert from_csv == stored(picture)
    assert {key: value for key, value in from_xlsx.items() if key[2]} == stored(picture)


def test_tables_on_screen_hold_what_the_snapshot_holds(picture):
    shown = {}
    for table in all_tables(figures_from_json(picture.snapshot.figures)):
        by = table.by if table.background else ""
        for row in table.rows:
            for place, group in enumerate(table.columns):
                shown[table.title, by, group, row.label] = (
                    table.ns[place],
                    row.counts[place],
                    row.texts[place],
                )
    assert shown == stored(picture)


def test_charts_say_what_the_snapshot_holds(picture):
    charts = {(chart.question, chart.background): chart for chart in picture.snapshot.charts.all()}
    for question in figures_from_json(picture.snapshot.figures).questions:
        labels = {option.key: option.label for option in question.options} | {"no_answer": "geen antwoord"}
        parts = [("", (question.whole,)), *((part.background, part.groups) for part in question.breakdowns)]
        for background, groups in parts:
            for form in ("svg", "narrow") if groups else ():
                drawn = getattr(charts[question.key, background], form)
                description = re.search(r"<desc[^>]*>(.*?)</desc>", drawn)[1]
                for group in groups:
                    assert f"{group.label}, n = {group.n} (afgerond)" in description
                    for cell in group.cells:
                        said = cell.text if cell.band != "none" else f"ongeveer {cell.count}"
                        assert f"{labels[cell.option]}: {said}" in description


def test_the_tables_of_the_printed_report_hold_what_the_snapshot_holds(picture):
    printed = re.sub(r"\s+", " ", pdf_text(report_pdf(report_content(picture))))
    found = 0
    for table in all_tables(figures_from_json(picture.snapshot.figures)):
        if table.background:
            continue
        rows = " ".join(f"{row.label} {row.short[0]}" for row in table.rows)
        assert f"{rows} n {table.ns[0]}" in printed, table.title
        found += 1
    assert found >= 9


def test_every_breakdown_of_the_report_holds_what_the_snapshot_holds(picture):
    html = report_html(report_content(picture))
    tables = re.findall(r'<table id="tabel-\d+".*?</table>', html, re.DOTALL)
    wanted = [table for table in all_tables(figures_from_json(picture.snapshot.figures)) if table.rows]
    assert len(tables) == len(wanted)
    for found, table in zip(tables, wanted, strict=True):
        cells = re.findall(r"<td[^>]*>([^<]*)</td>", found)
        expected = [text for row in table.rows for text in row.short] + [str(n) for n in table.ns]
        assert cells[: len(expected)] == expected


def test_the_poster_says_the_same_tens_as_the_snapshot_in_print_on_screen_and_in_words(picture):
    content = poster_content(picture)
    shares = {
        question.key: {cell.option: cell.share for cell in question.whole.cells}
        for question in figures_from_json(picture.snapshot.figures).questions
    }
    home = shares["at_home"]["agree2"] + shares["at_home"]["agree1"]
    assert content.figures[0].tens == int(home * 10 + 0.5)
    words, printed, drawn = text(content), pdf_text(pdf(content)), svg(content)
    report = report_html(report_content(picture))
    for figure in content.figures:
        said = f"{figure.tens} van de 10"
        assert said in words
        assert said in re.sub(r"\s+", " ", printed)
        assert said in re.sub(r"<[^>]+>", " ", drawn)
        assert f"{said} bewoners {figure.text}" in report
    assert "ongeveer 75 gesprekken" in words


def test_no_exact_number_is_in_any_channel(picture):
    """73 conversations were held; 75 is what may be said."""
    figures = figures_from_json(picture.snapshot.figures)
    content = report_content(picture)
    channels = {
        "csv": figures_csv(figures).decode("utf-8-sig"),
        "report": re.sub(r"<[^>]+>", " ", report_html(content)),
        "poster": text(poster_content(picture)),
        "context": str(picture.snapshot.context),
        "charts": "".join(
            re.sub(r"<path[^>]*>|<text[^>]*>", " ", chart.svg) for chart in picture.snapshot.charts.all()
        ),
    }
    for name, words in channels.items():
        assert not re.search(r"(?<![\d.,#])73(?![\d.,])", words), name
    assert "75" in channels["report"]
