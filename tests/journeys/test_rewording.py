"""On a phone: replace what points at somebody, and take it back, in a real browser."""

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.journeys.browsing import Visitor
from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey, pytest.mark.services]
STORY = "Fijn 🙂 hier. Haar buurman piet en fatima helpen. Mevrouw Jansen van nummer 14 hs ook."


def _begin_story(officer: Visitor) -> Locator:
    officer.begin_conversation()
    for _step in range(4):
        officer.click("Verder")
    story = officer.page.locator("textarea").first
    story.fill(STORY)
    return story


def test_what_was_replaced_can_be_taken_back_one_after_the_other(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    officer = open_as(browser, empty_installation, "housing_officer", axe_source, phone=True)
    story = _begin_story(officer)
    page, told = officer.page, officer.page.locator(".undo__told").first
    expect(page.locator("[aria-label=Stappen]")).to_contain_text("nog geen blok")

    page.get_by_role("button", name="Haar buurman en een kennis helpen").click()
    expect(story).to_have_value(STORY.replace("piet en fatima", "en een kennis"))
    expect(told).to_have_text("‘buurman piet en fatima’ is nu ‘buurman en een kennis’.")
    page.get_by_role("button", name="Een buurvrouw ook").first.click()  # before it is read again
    back = page.get_by_role("button", name="Maak ongedaan")
    expect(back).to_be_focused()
    officer.check()

    story.evaluate("area => { area.setRangeText('Dus. ', 0, 0); area.dispatchEvent(new Event('input')); }")
    back.click()
    expect(story).to_have_value("Dus. " + STORY.replace("piet en fatima", "en een kennis"))
    back.click()
    expect(story).to_have_value("Dus. " + STORY)
    expect(told).to_have_text("Ongedaan gemaakt: ‘buurman piet en fatima’ staat er weer.")
    expect(back).to_be_hidden()
    assert not officer.complaints


def test_one_message_counts_a_text_that_is_too_long(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    officer = open_as(browser, empty_installation, "housing_officer", axe_source, phone=True)
    story = _begin_story(officer)
    counter = officer.page.locator("[data-counter]").first
    story.fill("regel\n" * 1000 + "\n\n")
    expect(counter).to_have_text("999 tekens te lang")
    officer.click("Verder")
    expect(officer.page.locator("[data-too-long]")).to_contain_text("is 999 tekens te lang")
    expect(counter).to_be_empty()
    story.fill("Kort.")
    expect(officer.page.locator("[data-too-long]")).to_have_count(0)
