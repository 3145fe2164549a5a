"""The report: complete, in order, tagged, and safe with whatever people typed."""

import io
import re
from dataclasses import replace
from html import unescape

import pypdfium2
import pytest
from pypdf import PdfReader

from neighbourhood.models import Theme
from neighbourhood.publication.report.context import report_context
from neighbourhood.publication.report.rendering import report_html, report_parts, report_pdf
from neighbourhood.publication.telling import told_whole
from neighbourhood.services.reporting import period_text, report_content

pytestmark = pytest.mark.django_db

CHAPTERS = (
    "In het kort",
    "Leeswijzer",
    "Aanpak en bereik",
    "De cijfers",
    "De thema’s",
    "Twee keer een top vijf",
    "Wat meteen is opgepakt",
    "Zo blijft het anoniem",
    "Hoe verder: in gesprek",
    "Alle tabellen",
)


def test_every_chapter_is_there_in_order(picture):
    html = report_html(report_content(picture))
    headings = re.findall(r"<h2[^>]*>(?:<span[^>]*>.*?</span>)?\s*(.*?)</h2>", html)
    assert tuple(headings) == ("Inhoud", *CHAPTERS)


def test_every_chart_of_the_page_is_handed_over_and_described(picture):
    content = report_content(picture)
    html, parts = report_html(content), report_parts(content)
    images = re.findall(r'<img[^>]*src="([^"]+)"[^>]*alt="([^"]*)"', html)
    assert len(images) > 15
    for source, alt in images:
        assert source in parts or source == "made/cover.svg"
        assert alt


def test_figures_and_tables_are_numbered_without_gaps(picture):
    html = report_html(report_content(picture))
    for word in ("Figuur", "Tabel"):
        numbers = [int(number) for number in re.findall(rf"<strong>{word} (\d+)</strong>", html)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_themes_stand_by_condition_with_their_grounds(picture):
    context = report_context(report_content(picture))
    by_condition = {
        part.key: [theme.title for theme in (*part.helps, *part.hinders)] for part in context["conditions"]
    }
    assert by_condition["cohesion"] == ["Buren letten op elkaar", "Lange weekenden"]
    html = report_html(report_content(picture))
    assert "afgerond 40 gesprekken" in html
    assert "Dit hoort niemand te lezen" not in html


def test_a_concept_says_so_and_a_published_report_does_not(picture):
    content = report_content(picture)
    assert "CONCEPT" in report_html(content)
    assert "CONCEPT" not in report_html(replace(content, concept=False))


def test_a_project_without_homes_signals_or_themes_still_gives_a_report(snapshot):
    from neighbourhood.services.pictures import current_picture

    Theme.objects.all().delete()
    snapshot.context = {
        **snapshot.context,
        "reach": None,
        "homes": 0,
        "signals": [],
        "actions": [],
        "period": [],
    }
    snapshot.save()
    html = report_html(report_content(current_picture(project=snapshot.project)))
    assert "Bij deze voorwaarde vond het team geen thema" in html
    assert "nog geen directe acties" in html
    assert "Er is nog niet gestemd" in html


def test_the_pdf_is_tagged_named_and_has_described_figures(picture):
    body = report_pdf(report_content(picture))
    reader = PdfReader(io.BytesIO(body))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - pypdf gives an object of its own
    assert root["/Lang"] == "nl"
    assert reader.metadata.title == "Beeld van de buurt: Proefbuurt"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    figures = list(_figures(root["/StructTreeRoot"]))
    assert len(figures) > 15
    assert all(figure.get("/Alt") for figure in figures)
    assert len(reader.outline) >= 2
    assert _text(body).count("Beeld van de buurt – Proefbuurt – versie 1") == len(reader.pages) - 1


def _figures(node):
    """All Figure elements below a structure element."""
    node = node.get_object()
    if isinstance(node, list):
        for part in node:
            yield from _figures(part)
    elif hasattr(node, "get"):
        if node.get("/S") == "/Figure":
            yield node
        below = node.get("/K")
        if below is not None and not isinstance(below, int):
            yield from _figures(below)


def _text(body):
    with pypdfium2.PdfDocument(body) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ([], ""),
        (["2026-03", "2026-03"], "in maart 2026"),
        (["2026-03", "2026-05"], "van maart tot en met mei 2026"),
        (["2025-11", "2026-02"], "van november 2025 tot en met februari 2026"),
    ],
)
def test_the_period_is_said_in_months(months, said):
    assert period_text(months) == said


def test_breakdowns_that_were_kept_are_explained_once_before_the_tables(picture):
    content = report_content(picture)
    assert "scheelt het minder dan tien gesprekken met eerdere cijfers. Deze uitsplitsing" not in report_html(
        content
    )
    older = tuple(
        replace(
            question,
            breakdowns=tuple(
                replace(part, as_of="2025-03-01") if part.background == "household" else part
                for part in question.breakdowns
            ),
        )
        for question in content.figures.questions
    )
    html = report_html(replace(content, figures=replace(content.figures, questions=older)))
    assert html.count("Deze uitsplitsing is daarom nog die van 1 maart 2025") == 1
    assert html.index("Alle tabellen</h2>") < html.index("Naar huishouden: in minstens één groep")


def test_every_question_of_the_report_says_in_words_what_its_figures_show(picture):
    content = report_content(picture)
    html = unescape(report_html(content))
    said = [told_whole(question) for question in content.figures.questions]
    assert sum(map(bool, said)) >= 8  # where four answers were given as often, nothing is said
    assert all(words in html for words in said)
