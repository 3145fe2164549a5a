"""From a list of addresses to a poster on the wall, as six people, in a real browser."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.browsing import Visitor
from tests.journeys.conftest import open_as
from tests.journeys.importing import hand_in, import_addresses
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey, pytest.mark.services]
HOME = "/projecten/spoorbuurt/"


def _import_conversations(leader: Visitor) -> None:
    hand_in(leader, HOME, "forms", "spoorbuurt-google-forms.csv")
    leader.click("Klopt, ga verder").click("Klopt, lees de teksten na")
    leader.watch_job()
    _settle_texts(leader)
    leader.sees("Tijdstempel").click("Sla op")
    leader.watch_job().sees("Gesprekken erbij")


def _settle_texts(leader: Visitor) -> None:
    """Leave the first text for later, take all others out."""
    heading = leader.page.locator("h1")
    assert re.match(r"Tekst 1 van \d+", heading.inner_text())
    leader.click("Later")
    for _text in range(60):
        if not heading.inner_text().startswith("Tekst"):
            break
        leader.page.get_by_role("button", name="Haal de tekst weg").click()
        leader.page.wait_for_load_state()
    leader.sees("Klopt dit?").check()


def _settle_held(leader: Visitor) -> None:
    leader.go(f"{HOME}inlezen/wachtend/")
    while leader.page.get_by_role("button", name="Haal de tekst weg").count():
        leader.page.get_by_role("button", name="Haal de tekst weg").click()
        leader.page.wait_for_load_state()
    leader.sees("Niets wacht op jou").check()


def _make_picture(leader: Visitor) -> None:
    leader.go(f"{HOME}beeld/cijfers/").click("Maak een momentopname")
    leader.watch_job()
    expect(leader.page.locator("main svg[role=img]:visible").first).to_be_visible()


def _write_theme(worker: Visitor) -> None:
    worker.go(f"{HOME}beeld/themas/nieuw/")
    worker.page.get_by_label("Titel").fill("Buren letten op elkaar")
    worker.page.get_by_label("kans", exact=True).check()
    worker.page.get_by_label("Zin voor de praatplaat").fill("Buren houden een oogje in het zeil.")
    worker.page.locator("input[name=conditions][value=cohesion]").check()
    worker.page.get_by_label("Herschreven uitspraak").fill(
        "Blijft mijn gordijn dicht? Dan belt er iemand aan."
    )
    worker.page.get_by_label(re.compile("Deze uitspraak is herschreven")).check()
    worker.click("Bewaar")
    worker.go(f"{HOME}beeld/teksten/?veld=environment-opportunity")
    for box in worker.page.locator("input[name=tekst]").all()[:12]:
        box.check()
    worker.page.locator("#thema").select_option(label="Buren letten op elkaar")
    worker.click("Voeg toe")
    worker.go(f"{HOME}beeld/top-vijf/").click("Stem op Buren letten op elkaar")


def _register(visitor: Visitor) -> str:
    """A conversation on a phone, with a name in it that has to go. Returns the receipt code."""
    page = visitor.page
    visitor.begin_conversation()
    page.get_by_label("Noord").check()
    page.get_by_label("woonconsulent", exact=True).check()
    for _step in range(3):
        visitor.click("Verder")
    page.locator(".story-card", has_text="Erbij horen").click()
    visitor.click("Verder")
    page.locator("textarea").nth(1).fill("Mevrouw Jansen van nummer 14 komt elke dag langs.")
    visitor.click("Verder").click("Lever het gesprek in")
    visitor.sees("Nog even dit")
    page.get_by_role("link", name=re.compile("wijzig")).first.click()
    page.locator("textarea").nth(1).fill("Een buurvrouw komt elke dag langs, dat is fijn.")
    visitor.click("Verder")
    code = page.locator(".receipt__code").first.inner_text()
    visitor.click("Lever het gesprek in").sees("Het gesprek is ingeleverd")
    return code


def _agree_on_action(worker: Visitor) -> None:
    worker.go(f"{HOME}acties/nieuw/")
    worker.page.get_by_label("Waar gaat het over?").select_option(label="hulp bij inpakken")
    worker.page.get_by_label("Adres").fill("Seinhuisstraat 2")
    worker.page.get_by_label("Wat is afgesproken").fill("Iemand helpt met dozen.")
    worker.page.get_by_label("Wie pakt het op?").select_option(index=1)
    worker.page.get_by_label("Vóór welke dag").fill("2030-01-31")
    worker.page.get_by_label(re.compile("Besproken met de bewoner")).check()
    worker.click("Zet op de lijst").sees("De afspraak staat op de lijst")
    worker.page.get_by_label("Nieuwe stand").select_option(label="bezig")
    worker.page.get_by_label("Wat is er gebeurd?").fill("Dozen gebracht.")
    worker.click("Bewaar").sees("Dozen gebracht.")


def _publish(leader: Visitor) -> str:
    """Make the documents, open the concept, and publish. Returns the public address."""
    leader.go(f"{HOME}beeld/").click("Maak praatplaat en verslag")
    leader.watch_job()
    expect(leader.page.locator(".poster-thumb img")).to_be_visible()
    leader.click("Laat bewoners meekijken").sees("De bewonersprojectgroep kijkt mee")
    return leader.page.url


def _finish_publishing(leader: Visitor) -> str:
    leader.go(f"{HOME}beeld/publiceren/").sees("Dit wordt openbaar")
    poster = leader.page.get_by_role("img", name="De praatplaat zoals die openbaar wordt")
    expect(poster).to_contain_text("Buren letten op elkaar")
    leader.click("Publiceer").sees("Schrijf op wie het concept las")
    leader.page.locator("input[name$='-name']").first.fill("De bewonersprojectgroep")
    leader.sees("Dit ontbreekt nog")
    leader.page.get_by_label("Ik heb dit gezien en publiceer toch").check()
    leader.click("Publiceer")
    leader.watch_job()
    address = leader.page.locator("a[href*='/praatplaat/']").first.get_attribute("href")
    assert address is not None
    return address


def _publishing_waits_for_files(leader: Visitor) -> None:
    """Nothing is published before there is something that people can have read."""
    leader.go(f"{HOME}beeld/").click("Publiceer", "link").sees("Publiceren kan nog niet")


def _take_down_and_put_back(leader: Visitor) -> None:
    leader.go(f"{HOME}beeld/").click("Haal van openbaar", "link").sees("Weet je het zeker?")
    leader.click("Haal van openbaar").sees("alleen het team ziet deze versie nog")
    leader.click("Zet terug").sees("weer openbaar, op hetzelfde adres")


def test_a_team_goes_the_whole_way(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    def someone(role: str, *, phone: bool = False) -> Visitor:
        return open_as(browser, empty_installation, role, axe_source, phone=phone)

    leader = someone("project_leader")
    import_addresses(leader, HOME)
    expect(leader.page.locator("dd", has_text="499").first).to_be_visible()
    _import_conversations(leader)
    _settle_held(leader)
    _make_picture(leader)

    officer = someone("housing_officer", phone=True)
    code = _register(officer)

    worker = someone("community_worker")
    _write_theme(worker)
    _agree_on_action(worker)

    _publishing_waits_for_files(leader)
    _publish(leader)
    resident = someone("resident_group", phone=True)
    resident.go(f"{HOME}beeld/").go(f"{HOME}beeld/cijfers/").go(f"{HOME}beeld/themas/")
    contractor = someone("contractor_social", phone=True)
    contractor.go("/").go(f"{HOME}bezoeken/").go(f"{HOME}acties/").go(f"{HOME}beeld/cijfers/")

    address = _finish_publishing(leader)
    _take_down_and_put_back(leader)
    resident.go(f"{HOME}beeld/cijfers/").go(f"{HOME}beeld/themas/")
    everybody = someone("", phone=True)
    everybody.go(address)
    expect(everybody.page.get_by_role("heading", name="Buren letten op elkaar")).to_be_visible()
    everybody.go("/mijn-gesprek/")
    everybody.page.locator("input[name=code]").fill(code)
    everybody.click("Bekijk mijn gesprek").sees("Wij vinden uw gesprek nog niet")
    partner, administrator = someone("partner"), someone("administrator")
    partner.go("/").go(f"{HOME}beeld/")
    administrator.go("/").go(f"{HOME}")

    seen = [leader, officer, worker, resident, contractor, everybody, partner, administrator]
    assert [line for one in seen for line in one.complaints] == []
