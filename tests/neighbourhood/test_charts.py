"""Charts: plain SVG for every reader, from rounded figures only."""

import re

import pytest
from lxml import etree

from neighbourhood.figures.types import (
    NO_ANSWER,
    Breakdown,
    Cell,
    Figures,
    GroupFigures,
    Option,
    QuestionFigures,
)
from neighbourhood.publication.charts.canvas import width_of, wrapped
from neighbourhood.publication.charts.cleaning import ALLOWED, SVG, clean
from neighbourhood.publication.charts.drawing import draw_charts
from neighbourhood.publication.charts.layout import NARROW
from neighbourhood.publication.charts.wording import share_words

OPTIONS = (Option("yes", "ja & <graag>"), Option("no", "nee"), Option("unknown", "weet niet"))
DAY = "2026-03-01"
SMALLEST_AT_360 = 12.0
ROOM_AT_360 = 328.0


def cell(option, count, total, band="none"):
    words = {"few": "geen of enkele", "most": "(bijna) iedereen", "none": f"afgerond {count}"}
    return Cell(option, count, band, words[band], round(count / total, 4))


def group(key, label, n=100):
    cells = (cell("yes", 60, n), cell("no", 35, n), cell("unknown", 0, n, "few"), cell(NO_ANSWER, 5, n))
    return GroupFigures(key, label, n, cells)


def marks(key, label):
    counts = {str(mark): 10 for mark in range(4, 9)}
    cells = [
        cell(str(mark), counts.get(str(mark), 0), 50, "none" if str(mark) in counts else "few")
        for mark in range(1, 11)
    ]
    return GroupFigures(key, label, 50, (*cells, cell(NO_ANSWER, 0, 50, "few")), mean=6.0)


def figures(groups=5):
    parts = tuple(group(str(at), f"een groep met een lange naam {at}") for at in range(groups))
    single = QuestionFigures(
        "help",
        "Iets doen",
        "single",
        OPTIONS,
        group("", "Heel de buurt"),
        (Breakdown("age", "Leeftijd", DAY, parts),),
        DAY,
    )
    ten = tuple(Option(str(mark), str(mark), float(mark)) for mark in range(1, 11))
    scale_parts = (Breakdown("block", "Deelbuurt", DAY, (marks("a", "Noord"), marks("b", "Zuid"))),)
    scale = QuestionFigures(
        "mark", "Leefbaarheid", "scale", ten, marks("", "Heel de buurt"), scale_parts, DAY
    )
    empty = Breakdown("household", "Huishouden", DAY, (), "te weinig antwoorden om te tonen")
    cards = QuestionFigures("cards", "Kaarten", "cards", OPTIONS, group("", "Heel de buurt"), (empty,), DAY)
    return Figures(100, DAY, (single, scale, cards))


@pytest.fixture(scope="module")
def charts():
    return {(chart.question, chart.background): chart for chart in draw_charts(figures())}


def texts(svg):
    return [element.text for element in etree.fromstring(svg.encode()).iter(f"{{{SVG}}}text")]


def test_a_breakdown_without_groups_has_no_chart(charts):
    assert set(charts) == {("help", ""), ("help", "age"), ("mark", ""), ("mark", "block"), ("cards", "")}


def test_a_chart_holds_no_style_and_nothing_that_is_not_on_the_list(charts):
    for chart in charts.values():
        for svg in (chart.wide, chart.narrow):
            root = etree.fromstring(svg.encode())
            for element in root.iter():
                tag = element.tag.removeprefix(f"{{{SVG}}}")
                assert set(element.attrib) <= ALLOWED[tag]
            assert "width" not in root.attrib
            assert root.get("role") == "img"


def test_title_and_description_name_every_number_in_words(charts):
    root = etree.fromstring(charts["help", ""].wide.encode())
    title, description = (root.find(f"{{{SVG}}}{tag}") for tag in ("title", "desc"))
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "Iets doen – heel de buurt"
    assert description.text == (
        "Heel de buurt, n = 100 (afgerond): ja & <graag>: ongeveer 60, 6 van de 10; "
        "nee: ongeveer 35, 4 van de 10; weet niet: geen of enkele; geen antwoord: ongeveer 5, 1 van de 10."
    )


def test_ids_are_unique_over_all_charts_of_a_page(charts):
    page = "".join(chart.wide + chart.narrow for chart in charts.values())
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_bars_are_as_long_as_rounded_shares(charts):
    root = etree.fromstring(charts["help", ""].wide.encode())
    bars = [path.get("d") for path in root.iter(f"{{{SVG}}}path") if path.get("fill") != "none"]
    lengths = [max(xs) - min(xs) for xs in (_xs(bar) for bar in bars)]
    assert lengths[1] / lengths[0] == pytest.approx(35 / 60, abs=0.01)
    assert lengths[2] / lengths[0] == pytest.approx(5 / 60, abs=0.01)


def _xs(path):
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", path)]
    return numbers[::2]


def test_an_end_band_stands_in_words_and_has_no_bar(charts):
    words = texts(charts["help", "age"].wide)
    assert "weet niet" not in words
    assert "geen of enkele" in texts(charts["mark", ""].wide)


def test_an_answer_that_rounding_leaves_alone_is_not_told_as_everybody():
    assert share_words(cell("yes", 5, 5)) == "ongeveer 5"
    assert share_words(cell("yes", 45, 50)) == "9 van de 10"
    assert share_words(cell("yes", 50, 50, "most")) == "(bijna) iedereen"


def test_the_mean_of_marks_is_said_in_words(charts):
    assert "Gemiddeld ongeveer 6,0" in texts(charts["mark", ""].wide)
    assert texts(charts["mark", "block"].wide).count("gemiddeld ongeveer 6,0") == 2


def test_n_stands_under_every_chart(charts):
    assert "n = 100 (afgerond)" in texts(charts["help", ""].wide)
    assert sum(text.startswith("n = 100") for text in texts(charts["help", "age"].wide)) == 5


def test_on_a_phone_no_text_is_smaller_than_twelve_pixels(charts):
    for chart in charts.values():
        for element in etree.fromstring(chart.narrow.encode()).iter(f"{{{SVG}}}text"):
            assert float(element.get("font-size")) * ROOM_AT_360 / NARROW.width >= SMALLEST_AT_360


@pytest.mark.parametrize("form", ["wide", "narrow"])
@pytest.mark.parametrize("groups", [2, 5, 7])
def test_no_text_leaves_the_sheet(form, groups):
    for chart in draw_charts(figures(groups)):
        root = etree.fromstring(getattr(chart, form).encode())
        _, _, width, height = map(float, root.get("viewBox").split())
        for element in root.iter(f"{{{SVG}}}text"):
            bold = element.get("font-weight") == "700"
            long = width_of(element.text, float(element.get("font-size")), bold)
            x, y = float(element.get("x")), float(element.get("y"))
            start = {"start": x, "middle": x - long / 2, "end": x - long}[element.get("text-anchor")]
            assert start >= -0.5, element.text
            assert start + long <= width + 0.5, element.text
            assert 0 < y <= height


def test_the_same_figures_give_the_same_drawing():
    first, second = (list(draw_charts(figures())) for _ in range(2))
    assert first == second


def test_words_wrap_and_a_word_that_is_too_wide_keeps_its_line():
    assert wrapped("een twee", 1.0, 14) == ["een", "twee"]
    assert wrapped("een twee", 500.0, 14) == ["een twee"]


def test_turned_text_is_refused():
    turned = '<text style="font-size: 1px; font-family: x" transform="rotate(90 0 0)">x</text>'
    svg = f'<svg xmlns="{SVG}" viewBox="0 0 1 1">{turned}</svg>'
    with pytest.raises(ValueError, match="turned"):
        clean(svg, name="x", title="x", description="x")
