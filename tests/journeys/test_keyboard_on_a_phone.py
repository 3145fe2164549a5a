"""With the keyboard in a narrow window: what has the focus is never behind the bar that stays in view."""

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey, pytest.mark.services]


def test_the_bar_of_a_registration_never_hides_what_has_the_focus(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    officer = open_as(browser, empty_installation, "housing_officer", axe_source, phone=True)
    page, bar = officer.page, ".registration__end--close"
    page.set_viewport_size({"width": 360, "height": 800})
    officer.begin_conversation()
    hidden = {}
    for _step in range(4):
        hidden[page.url.rstrip("/").rpartition("/")[2]] = officer.hidden_while_tabbing(bar)
        officer.click("Verder")
    page.locator("textarea").first.fill("Haar buurman piet en fatima helpen. Mevrouw Jansen ook.")
    expect(page.locator(".finding").first).to_be_visible()
    hidden["verhaal"] = officer.hidden_while_tabbing(bar)
    assert not any(hidden.values()), hidden


def test_back_after_handing_in_says_that_it_was_handed_in(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    officer = open_as(browser, empty_installation, "housing_officer", axe_source, phone=True)
    officer.begin_conversation()
    officer.page.get_by_label("weet ik niet").first.check()
    for _step in range(4):
        officer.click("Verder")
    officer.page.locator("textarea").first.fill("Groet de buren elke dag.")
    officer.click("Verder")
    officer.page.get_by_label("De bewoner heeft een kaartje met een code").check()
    officer.click("Lever het gesprek in").sees("Deze code klopt niet")
    officer.page.get_by_label("De bewoner wil geen code").check()
    officer.click("Lever het gesprek in").sees("Het gesprek is ingeleverd")
    officer.page.go_back()
    officer.sees("Waarschijnlijk is het al ingeleverd")
