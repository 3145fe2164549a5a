"""The praatplaat on a screen, as one file, and as text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from neighbourhood.publication.poster import standalone_html, svg, text, web
from tests.neighbourhood.poster_sample import SAMPLE


def everything_written() -> list[str]:
    written = [
        SAMPLE.title,
        SAMPLE.subtitle,
        SAMPLE.reach,
        SAMPLE.contact,
        SAMPLE.date,
        *SAMPLE.proud,
        *SAMPLE.worries,
    ]
    written += [*SAMPLE.open_balloons, *(figure.text for figure in SAMPLE.figures)]
    for island in SAMPLE.islands:
        written += [island.title, island.sentence, island.quote]
    return written


def test_the_fragment_holds_to_the_strict_policy():
    fragment = web(SAMPLE)
    assert not re.search(r"<(style|script)|\sstyle=|\son\w+=|javascript:", fragment)


def test_the_preview_holds_to_the_strict_policy():
    assert not re.search(r"<(style|script)|\sstyle=|\son\w+=|javascript:", svg(SAMPLE))


@pytest.mark.parametrize("part", everything_written())
def test_the_fragment_says_everything(part: str):
    assert escape(part) in web(SAMPLE)


@pytest.mark.parametrize("part", everything_written())
def test_the_text_version_says_everything(part: str):
    assert part in text(SAMPLE)


def test_the_text_version_says_what_the_drawings_and_signs_say():
    words = text(SAMPLE)
    assert "Buren praten over de heg" in words
    assert "(zorg, erbij horen)" in words
    assert "6 van de 10 praten elke week" in words
    assert "Dit is een concept" in words
    assert "<" not in words


def test_a_published_poster_does_not_say_concept_in_words():
    assert "concept" not in text(replace(SAMPLE, concept=False)).lower()


def test_empty_parts_leave_no_empty_titles_in_the_text():
    bare = replace(SAMPLE, islands=(), proud=(), worries=(), figures=(), open_balloons=())
    assert "trots" not in text(bare).split("Tekening")[1].split("\n", 1)[1]
    assert "In cijfers" not in text(bare)


def test_markup_in_a_text_stays_text_on_the_screen():
    bad = "<img src=x onerror=alert(1)>"
    islands = (replace(SAMPLE.islands[0], title=bad, sentence=bad, quote=bad),)
    for page in (
        web(replace(SAMPLE, title=bad, proud=(bad,), islands=islands)),
        svg(replace(SAMPLE, title=bad, islands=islands)),
    ):
        assert "<img" not in page


def test_the_headings_follow_the_level_of_the_page():
    levels = [int(level) for level in re.findall(r"<h(\d)", web(SAMPLE, level=2))]
    assert levels[0] == 2
    assert set(levels) == {2, 3, 4}


def test_the_file_needs_nothing_beside_itself():
    page = standalone_html(SAMPLE)
    references = re.findall(r"""(?:src|href)=["']([^"'#][^"']*)|url\(["']?(?!data:)([^)"']+)""", page)
    assert references == []
    assert page.count("data:font/ttf;base64,") == 4


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


def opened(browser: Browser, folder: Path, width: int) -> Page:
    file = folder / "praatplaat.html"
    file.write_text(standalone_html(SAMPLE), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800}, offline=True)
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready")
    return page


@pytest.mark.journey
def test_on_a_phone_the_poster_is_cards_that_fit(browser: Browser, tmp_path: Path):
    page = opened(browser, tmp_path, 360)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert not page.locator(".poster__sheet").is_visible()
    assert page.get_by_text("Het weekend duurt lang").last.is_visible()
    assert page.locator(".poster__island svg").first.bounding_box()["width"] > 100
    sizes = page.evaluate(
        "[...document.querySelectorAll('.poster__cards p, .poster__cards li, .poster__cards blockquote')]"
        ".map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 16


@pytest.mark.journey
def test_on_a_wide_screen_the_poster_is_the_picture_with_a_name(browser: Browser, tmp_path: Path):
    page = opened(browser, tmp_path, 1280)
    picture = page.get_by_role(
        "img", name="Tekening van een straat met bakstenen rijtjeshuizen en voortuinen."
    )
    assert picture.first.is_visible()
    assert picture.first.bounding_box()["width"] > 1200
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    assert page.get_by_role("heading", name="Hier zijn we trots op").count() == 1
