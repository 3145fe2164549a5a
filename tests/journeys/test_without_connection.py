"""A form that cannot be sent stays where it is, and Back never meets the browser's own question."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import Visitor
from tests.journeys.conftest import Browser, open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey]
WORDS = "Bel de beheerder over de sleutels van de berging."
TASKS = "/projecten/spoorbuurt/taken/"


@pytest.fixture
def leader(browser: Browser, empty_installation: Installation, axe_source: str) -> Visitor:
    return open_as(browser, empty_installation, "project_leader", axe_source, phone=True)


def test_without_a_connection_nothing_is_sent_and_nothing_is_lost(leader: Visitor) -> None:
    page = leader.go(f"{TASKS}nieuw/").page
    title = page.locator("[name=title]")
    title.fill(WORDS)
    page.context.set_offline(True)
    expect(page.get_by_text("Er is nu geen verbinding")).to_be_visible()
    leader.check()
    page.get_by_role("button", name="Bewaar").click()
    expect(title).to_have_value(WORDS)
    page.context.set_offline(False)
    expect(page.get_by_text("Er is nu geen verbinding")).to_be_hidden()
    leader.click("Bewaar").sees(WORDS)
    assert not leader.complaints


def test_back_to_a_form_with_a_mistake_shows_the_form(leader: Visitor) -> None:
    page = leader.go(f"{TASKS}nieuw/").page
    page.locator("form:has([name=title])").evaluate("form => { form.noValidate = true }")
    leader.click("Bewaar").sees("Dit klopt nog niet")
    leader.go(TASKS)
    page.go_back()
    expect(page.locator("[name=title]")).to_be_visible()
    page.reload()
    expect(page.locator("[name=title]")).to_be_visible()
    assert not leader.complaints
