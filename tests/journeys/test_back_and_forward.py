"""Back, Forward and reload in steps that are filled in: never the browser's own page, and no word is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visitor
from tests.journeys.conftest import Browser, open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey]
STORY = "Zou graag voorlezen aan kinderen, want die worden stil van een mooi verhaal."


@pytest.fixture
def officer(browser: Browser, empty_installation: Installation, axe_source: str) -> Visitor:
    return open_as(browser, empty_installation, "housing_officer", axe_source, phone=True)


def _heads(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_a_practice_can_be_leafed_through(officer: Visitor) -> None:
    page = officer.page
    officer.go("/projecten/spoorbuurt/oefenen/").click("Schrijf het op")
    page.get_by_label("75 jaar of ouder").check()
    officer.click("Verder")
    page.locator("textarea").first.fill(STORY)
    officer.click("Verder")
    for _reload in range(2):
        page.reload()
        _heads(page, "Nakijken")
        expect(page.get_by_text(STORY).first).to_be_visible()
    page.go_back()
    expect(page.locator("textarea").first).to_have_value(STORY)
    page.go_back()
    expect(page.get_by_label("75 jaar of ouder")).to_be_checked()
    page.go_back()
    _heads(page, "Oefen met een gesprek")
    for _step in range(3):
        page.go_forward()
    _heads(page, "Nakijken")
    officer.click("Lever in (oefening)").sees("Je hebt geoefend")
    page.reload()
    _heads(page, "Je hebt geoefend")
    page.go_back()
    _heads(page, "Nakijken")
    page.go_forward()
    _heads(page, "Je hebt geoefend")


def test_what_is_wrong_in_a_practice_is_found_again(officer: Visitor) -> None:
    page = officer.page
    officer.go("/projecten/spoorbuurt/oefenen/").click("Schrijf het op").click("Verder")
    with page.expect_response(lambda answer: answer.url.endswith("/oefenen/")):
        page.locator("textarea").first.fill("Bel Truus op 06-12345678.")
    page.go_back()
    page.go_forward()
    expect(page.locator("textarea").first).to_have_value("Bel Truus op 06-12345678.")
    officer.click("Verder").click("Lever in (oefening)").sees("Nog even dit")
    page.go_back()
    page.go_forward()
    officer.sees("Nog even dit")


def test_a_step_with_something_wrong_can_be_left_and_come_back_to(officer: Visitor) -> None:
    page = officer.page
    officer.begin_conversation()
    for _step in range(4):
        officer.click("Verder")
    page.locator("textarea").first.fill("lang " * 1100)
    officer.click("Verder").sees("te lang")
    page.get_by_role("link", name="Gesprek", exact=False).first.click()
    page.go_back()
    officer.sees("te lang")
    page.reload()
    officer.sees("te lang")
    assert page.locator("textarea").first.input_value().startswith("lang lang")
