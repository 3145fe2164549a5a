"""A project from nothing to the morning of the first visit, as leader, partners and administrator."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.browsing import Visitor
from tests.journeys.conftest import open_as
from tests.journeys.importing import import_addresses
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey, pytest.mark.services]
HOME = "/projecten/kanaaloever/"
LEADER = "leider@voorbeeld.example"
PARTNERS = {
    "Woonstichting De Wissel": "Bea Bouwlaag",
    "Welzijn Het Perron": "Wim Werkplaats",
    "Bouwbedrijf Spoorslag": "Sam Steiger",
}
# An answer for each question of the orientation, by the name of its field.
ANSWERS = {
    "aanleiding": {"occasion": "maintenance", "share": "none"},
    "omvang": {"homes": "499"},
    "buurt": {"social": "alone", "contact": "good"},
    "opbouwwerk": {"during": "", "after": ""},
    "samen": {"partners": "housing", "lead": "hours"},
    "tijd": {"time": "half"},
}


def _begin(administrator: Visitor) -> None:
    page = administrator.page
    administrator.go("/projecten/nieuw/")
    page.locator("#id_name").fill("Kanaaloever")
    page.locator("#id_neighbourhood").fill("Kanaaloever")
    page.locator("#id_place").fill("Spoordam")
    page.locator("#id_leader_name").fill("Lies Leidraad")
    page.locator("#id_leader_email").fill(LEADER)
    page.locator("#id_organisation").select_option(label="Woonstichting De Wissel")
    administrator.click("Begin het project").sees("De projectleider krijgt een mail")


def _sign_in_by_code(visitor: Visitor, email: str) -> None:
    """As who was invited does: ask for a code, read the mail (the demo shows it here), type the code."""
    visitor.go("/account/login/")
    visitor.page.locator("#id_code_email").fill(email)
    visitor.click("Stuur mij een code")
    letter = visitor.page.locator(".letter").first.inner_text()
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", letter, re.MULTILINE)
    assert code, letter
    visitor.page.locator("input[name=code]").fill(code[1])
    visitor.page.locator("main form button[type=submit]").first.click()
    visitor.check()


def _answer(leader: Visitor, field: str, value: str) -> None:
    """Choose the option `value`, or the first one; or fill in a number."""
    options = leader.page.locator(f"input[name={field}]")
    if options.first.get_attribute("type") == "number" or value.isdigit():
        options.first.fill(value)
        return
    chosen = leader.page.locator(f"input[name={field}][value={value}]") if value else options
    chosen.first.check()


def _orientation(leader: Visitor) -> None:
    leader.go(f"{HOME}past-het/").click("Begin met de vragen")
    for answers in ANSWERS.values():
        for field, value in answers.items():
            _answer(leader, field, value)
        leader.click("Verder")
    for remark in leader.page.locator("main textarea").all():
        remark.fill("Dat bespreken we elke maand in het team.")
    leader.click("Verder")
    leader.page.locator("input[name=choice][value=yes]").check()
    leader.page.locator("[name=because]").fill("Het onderhoud komt er toch en er zijn uren voor.")
    leader.page.locator("[name=decided_by]").fill("Stuurgroep")
    leader.page.locator("[name=decided_on]").fill("2026-01-15")
    leader.click("Leg de keuze vast").sees("De keuze")


def _choose(leader: Visitor, organisation: str) -> None:
    """The list holds the organisations that one may know of; another one is written down by its name."""
    page = leader.page
    if page.locator("#id_organisation option", has_text=organisation).count():
        page.locator("#id_organisation").select_option(label=organisation)
        return
    page.locator("details:has(#id_new_organisation) summary").click()
    page.locator("#id_new_organisation").fill(organisation)


def _partners(leader: Visitor) -> None:
    for organisation, contact in PARTNERS.items():
        leader.go(f"{HOME}partners/toevoegen/")
        _choose(leader, organisation)
        leader.page.locator("input[name=state][value=joined]").check()
        leader.page.locator("details:has(#id_contact_name) summary").click()
        leader.page.locator("#id_contact_name").fill(contact)
        leader.click("Bewaar").sees(contact)


def _team(leader: Visitor) -> None:
    """Somebody who visits, and somebody of the welfare organisation."""
    for email, name, role, organisation in (
        ("woonconsulent@voorbeeld.example", "Noor Seinpaal", "housing_officer", "Woonstichting De Wissel"),
        ("opbouwwerker@voorbeeld.example", "Yara Perron", "community_worker", "Welzijn Het Perron"),
    ):
        leader.go(f"{HOME}mensen/toevoegen/")
        leader.page.locator("#id_name").fill(name)
        leader.page.locator("#id_email").fill(email)
        leader.page.locator(f"input[name=role][value={role}]").check()
        leader.page.locator("#id_organisation").select_option(label=organisation)
        leader.send().sees("krijgt een mail om in te loggen")


def _routes(leader: Visitor) -> None:
    """One route for everything, to begin with."""
    page = leader.page
    leader.go(f"{HOME}doorverwijzen/geldzorgen/wijzigen/")
    page.locator("#id_steps").fill("Vraag of het mag en bel dan samen.")
    page.locator("#id_organisation").select_option(label="Welzijn Het Perron")
    page.locator("#id_contact").fill("aanmeldteam")
    page.locator("#id_phone").fill("0900-0000111")
    page.locator("#id_workdays").fill("3")
    page.locator("#id_anonymous").fill("Bel het aanmeldteam en noem geen naam.")
    page.locator("#id_keeper").select_option(index=1)
    page.locator("details:has(input[name=also_for]) summary").click()
    for also in page.locator("input[name=also_for]").all():
        also.check()
    leader.click("Bewaar")
    leader.go(f"{HOME}doorverwijzen/").sees("13 van de 13 nodige routes staan")


def _contact(leader: Visitor) -> None:
    leader.go(f"{HOME}instellingen/")
    leader.page.locator("#id_contact").fill("Elke woensdag van 10 tot 12 uur in de keet")
    leader.page.locator("#id_institutions").fill("Basisschool De Kade")
    leader.click("Bewaar").sees("Bewaard")


def _privacy_plan(leader: Visitor) -> None:
    """From the template to partners who are asked."""
    leader.go(f"{HOME}afspraken/privacyplan/").click("Begin met de tekst")
    expect(leader.page.locator("trix-editor")).to_contain_text("Kanaaloever")
    leader.click("Bewaar en vraag akkoord")
    leader.page.locator("input[name=despite_gaps]").check()
    leader.click("Verstuur")


def _agree(partner: Visitor) -> None:
    """From Vandaag to the text to a yes."""
    partner.go("/?project=kanaaloever")
    partner.page.locator("main a", has_text="Lees").first.click()
    partner.check().sees("Kanaaloever")
    partner.page.locator("input[name=state][value=agreed]").check()
    partner.click("Geef antwoord").sees("akkoord")


def _note_answer(leader: Visitor, organisation: str) -> None:
    """What a partner without an account said."""
    leader.go(f"{HOME}afspraken/privacyplan/")
    leader.page.locator(".answer", has_text=organisation).get_by_role("link").click()
    leader.page.locator("input[name=state][value=agreed]").check()
    leader.page.locator("[name=said_by]").fill(f"{PARTNERS[organisation]}, directeur")
    leader.page.locator("[name=how]").fill("aan de telefoon")
    leader.page.locator("[name=on]").fill("2026-02-01")
    leader.click("Noteer het antwoord")


def _begin_visiting(leader: Visitor) -> None:
    """Nothing blocks any more; what is only advised may stay open."""
    leader.go(f"{HOME}fasen/")
    leader.click("Zet het project in fase 2").sees("hier staat het project")
    leader.go(f"{HOME}bezoeken/")


def test_a_new_project_gets_ready_for_its_first_visit(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    administrator = open_as(browser, empty_installation, "administrator", axe_source)
    _begin(administrator)
    leader = open_as(browser, empty_installation, "", axe_source)
    _sign_in_by_code(leader, LEADER)
    leader.go("/demo/post/").sees("Meedoen in het project Kanaaloever")
    leader.go("/").sees("Past deze aanpak")
    leader.go(f"{HOME}fasen/").sees("corporatie, welzijn en aannemer laten meedoen")
    _orientation(leader)
    _partners(leader)
    _team(leader)
    _routes(leader)
    _contact(leader)
    import_addresses(leader, HOME)
    _privacy_plan(leader)

    worker = open_as(browser, empty_installation, "community_worker", axe_source, phone=True)
    _agree(worker)
    _agree(leader)
    _note_answer(leader, "Bouwbedrijf Spoorslag")
    leader.go(f"{HOME}afspraken/").sees("geldt")
    _begin_visiting(leader)

    assert [line for one in (administrator, leader, worker) for line in one.complaints] == []
