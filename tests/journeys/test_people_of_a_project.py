"""A colleague who leaves, and residents who see what became of their advice."""

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.browsing import Visitor
from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey, pytest.mark.services]
HOME = "/projecten/spoorbuurt/"
ADVICE = "Tijd van de bouwbel"


def _keeps_a_route(leader: Visitor, keeper: str) -> None:
    page = leader.page
    leader.go(f"{HOME}doorverwijzen/geldzorgen/wijzigen/")
    page.locator("#id_steps").fill("Vraag of het mag en bel dan samen.")
    page.locator("#id_organisation").select_option(label="Welzijn Het Perron")
    page.locator("#id_contact").fill("aanmeldteam")
    page.locator("#id_phone").fill("0900-0000111")
    page.locator("#id_workdays").fill("3")
    page.locator("#id_anonymous").fill("Bel het aanmeldteam en noem geen naam.")
    page.locator("#id_keeper").select_option(label=keeper)
    leader.click("Bewaar")


def _lets_go(leader: Visitor, name: str, taker: str) -> None:
    """The work to a colleague, what should be known on paper, then the end."""
    page = leader.page
    leader.go(f"{HOME}mensen/")
    page.locator("main a", has_text=name).first.click()
    leader.check()
    page.locator("main a[href*='/stoppen/']").first.click()
    leader.check().sees("Wie neemt het werk over?")
    leader.click(f"Laat {name} nu stoppen").sees("Er is nog niets veranderd")
    page.locator("select[name=taker-referral-routes], select[name^=taker-]").first.select_option(label=taker)
    page.locator("textarea[name$=runs]").fill("De route voor geldzorgen loopt goed; bel elke maand even.")
    leader.click(f"Laat {name} nu stoppen").sees("doet niet meer mee")


def test_who_leaves_hands_over_and_is_out_the_same_minute(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    leader = open_as(browser, empty_installation, "project_leader", axe_source)
    officer = open_as(browser, empty_installation, "housing_officer", axe_source, phone=True)
    worker = open_as(browser, empty_installation, "community_worker", axe_source, phone=True)
    _keeps_a_route(leader, "Noor Seinpaal (woonconsulent)")
    officer.go(f"{HOME}doorverwijzen/geldzorgen/")
    expect(officer.page.locator("main")).to_contain_text("Noor Seinpaal")

    _lets_go(leader, "Noor Seinpaal", "Yara Perron (opbouwwerker)")

    # the tab that is still open leads nowhere any more
    link = officer.page.locator("main a, nav a").filter(has_text="Doorverwijsroutes").first
    with officer.page.expect_navigation():
        link.evaluate("link => link.click()")
    officer.check().sees("Inloggen")
    worker.go(f"{HOME}doorverwijzen/geldzorgen/").sees("Yara Perron")
    assert [line for one in (leader, officer, worker) for line in one.complaints] == []


def test_words_of_a_handover_are_not_lost_by_a_tap_on_a_link(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    officer = open_as(browser, empty_installation, "community_worker", axe_source, phone=True)
    asked: list[str] = []
    officer.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    officer.go(f"{HOME}mijn-overdracht/")
    text = officer.page.locator("textarea[name=runs]")
    text.press_sequentially("De sleutel ligt bij de conciërge.")
    officer.page.locator("main a").first.click(no_wait_after=True)
    expect(text).to_have_value("De sleutel ligt bij de conciërge.")
    assert asked == ["beforeunload"]
    officer.click("Bewaar").sees("Bewaard")
    officer.page.locator("main a").first.click()
    expect(officer.page.locator("h1")).to_have_text("Mijn beschikbaarheid")
    assert asked == ["beforeunload"]


def _ask(leader: Visitor) -> None:
    leader.go(f"{HOME}bewonersprojectgroep/adviezen/vragen/")
    leader.page.locator("[name=title]").fill(ADVICE)
    leader.page.locator("[name=question]").fill("Hoe laat mag het geluid van de bouw beginnen?")
    leader.send()


def _advise(resident: Visitor) -> None:
    resident.go("/").sees(ADVICE)
    resident.go(f"{HOME}bewonersprojectgroep/adviezen/").click(ADVICE, "link").click("Geef advies", "link")
    resident.page.locator("[name=text]").fill("Niet voor acht uur, want veel mensen werken ’s nachts.")
    resident.click("Verstuur").sees("Niet voor acht uur")


def _decline(leader: Visitor) -> None:
    """Without a reason it cannot be declined."""
    leader.go(f"{HOME}bewonersprojectgroep/adviezen/").click(ADVICE, "link").click("Geef antwoord", "link")
    leader.page.locator("input[name=answer][value=not]").check()
    assert "/antwoord/" in leader.send().page.url
    leader.page.locator("[name=text]").fill("De vergunning begint om zeven uur. Zagen doen we pas na acht.")
    leader.click("Verstuur").sees("De vergunning begint om zeven uur")


def test_residents_see_what_became_of_their_advice(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    leader = open_as(browser, empty_installation, "project_leader", axe_source)
    resident = open_as(browser, empty_installation, "resident_group", axe_source, phone=True)
    _ask(leader)
    _advise(resident)
    _decline(leader)
    resident.go(f"{HOME}bewonersprojectgroep/adviezen/").click(ADVICE, "link")
    resident.sees("Zagen doen we pas na acht").click("Dit klopt niet", "link")
    resident.page.locator("[name=text]").fill("Gisteren werd er om half acht gezaagd.")
    resident.click("Verstuur").sees("Gisteren werd er om half acht gezaagd")
    leader.go(f"{HOME}bewonersprojectgroep/adviezen/").sees("dit klopt niet")
    assert [line for one in (leader, resident) for line in one.complaints] == []
