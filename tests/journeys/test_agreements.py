"""Two people: the project leader writes a privacy plan in the editor, a partner agrees, and it holds."""

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.browsing import Visitor
from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey, pytest.mark.services]
PROJECT = "/projecten/spoorbuurt/"


def _add_partner(leader: Visitor) -> None:
    leader.go(f"{PROJECT}partners/toevoegen/")
    leader.page.get_by_label("Organisatie", exact=True).select_option(label="Wijkteam De Overweg")
    leader.page.get_by_label("doet mee").check()
    leader.click("Bewaar")


def _write(leader: Visitor) -> None:
    leader.go(f"{PROJECT}afspraken/")
    leader.page.locator(".agreement-card", has_text="Privacyplan").get_by_role("button").click()
    editor = leader.page.locator("trix-editor")
    expect(editor.locator("h2").first).to_have_text("Waarom dit plan er is")
    editor.press("Control+Home")
    editor.press_sequentially("Hallo, ")
    leader.page.get_by_role("button", name="Vet").press("Enter")
    expect(leader.page.get_by_role("button", name="Vet")).to_have_attribute("aria-pressed", "true")
    leader.check()
    leader.click("Bewaar en vraag akkoord")


def test_a_partner_agrees_to_the_privacy_plan_and_it_holds(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    leader = open_as(browser, empty_installation, "project_leader", axe_source)
    _add_partner(leader)
    _write(leader)
    leader.page.get_by_label("Verstuur toch").check()
    leader.click("Verstuur")
    expect(leader.page.locator(".agreement-text h2").first).to_have_text("Hallo, Waarom dit plan er is")

    partner = open_as(browser, empty_installation, "partner", axe_source, phone=True)
    partner.go("/").click("Lees en antwoord", "link")
    partner.page.get_by_label("Wij zijn akkoord").check()
    partner.click("Geef antwoord")
    expect(partner.page.get_by_text("Iedereen is akkoord")).to_be_visible()

    resident = open_as(browser, empty_installation, "resident_group", axe_source, phone=True)
    resident.go(f"{PROJECT}afspraken/privacyplan/")
    expect(resident.page.get_by_text("Dit geldt, sinds")).to_be_visible()
    assert leader.complaints + partner.complaints + resident.complaints == []
