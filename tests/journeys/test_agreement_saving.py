"""Words in an agreement survive a lost connection, an ended session, and a colleague who writes too."""

import json
import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.journeys.browsing import Visitor
from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey, pytest.mark.services]
LIST = "/projecten/spoorbuurt/afspraken/"
KEPT = re.compile(r"Bewaard om \d\d\.\d\d uur")
SOON = 15_000


def _open(visitor: Visitor, kind: str) -> tuple[Locator, Locator]:
    """The editor and the line that says what was kept."""
    visitor.go(LIST)
    if visitor.page.locator(".agreement-card", has_text=kind).get_by_role("button").count():
        visitor.page.locator(".agreement-card", has_text=kind).get_by_role("button").click()
    else:
        visitor.go(f"{LIST}{kind.lower()}/schrijven/")
    editor = visitor.page.locator("trix-editor")
    expect(editor.locator("h2").first).to_be_visible()
    editor.press("Control+Home")
    return editor, visitor.page.locator("[data-saved]")


def _reads(visitor: Visitor, kind: str, words: str) -> None:
    visitor.page.goto(f"{visitor.base}{LIST}{kind}/schrijven/")
    expect(visitor.page.locator("trix-editor")).to_contain_text(words)


def test_what_is_typed_without_a_connection_is_kept_when_it_is_back(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    leader = open_as(browser, empty_installation, "project_leader", axe_source)
    page = leader.page
    editor, line = _open(leader, "Privacyplan")
    editor.press_sequentially("Eerst dit. ")
    expect(line).to_have_text(KEPT)
    page.context.set_offline(True)
    editor.press_sequentially("Toen viel het weg. ")
    expect(line).to_contain_text("geen verbinding", timeout=SOON)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(editor).to_contain_text("Toen viel het weg.")  # the browser did not leave for a page of its own
    leader.check()
    page.context.set_offline(False)
    expect(line).to_have_text(KEPT, timeout=SOON)
    page.close(run_before_unload=False)  # as in a crash: nothing is sent any more
    again = open_as(browser, empty_installation, "project_leader", axe_source)
    _reads(again, "privacyplan", "Eerst dit. Toen viel het weg.")


def test_words_typed_just_before_the_page_closes_are_kept(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    leader = open_as(browser, empty_installation, "project_leader", axe_source)
    leader.page.on("dialog", lambda dialog: dialog.accept())
    editor, _line = _open(leader, "Visie")
    editor.press_sequentially("Net op tijd. ", delay=0)
    leader.page.goto(f"{leader.base}/")
    leader.page.wait_for_timeout(2000)  # what the browser sends while it leaves, nobody waits for
    _reads(leader, "visie", "Net op tijd.")


def test_who_is_signed_out_meanwhile_keeps_the_words_and_goes_on(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    leader = open_as(browser, empty_installation, "project_leader", axe_source)
    editor, line = _open(leader, "Rolverdeling")
    leader.page.context.clear_cookies()
    editor.press_sequentially("Niet kwijt. ")
    expect(line).to_contain_text("je bent uitgelogd", timeout=SOON)
    expect(editor).to_contain_text("Niet kwijt.")
    leader.check()
    with leader.page.context.expect_page() as opened:
        line.get_by_role("link", name="Inloggen").click()
    tab = opened.value
    other = Visitor(tab, leader.base, axe_source)
    other.sign_in(_email(empty_installation))
    expect(line).to_have_text(KEPT, timeout=SOON)
    _reads(other, "rolverdeling", "Niet kwijt.")


def test_a_colleague_in_the_same_text_is_noticed_and_no_word_goes(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    first = open_as(browser, empty_installation, "project_leader", axe_source)
    editor, line = _open(first, "Communicatieplan")
    second = open_as(browser, empty_installation, "project_leader", axe_source)
    beside, told = _open(second, "Communicatieplan")
    editor.press_sequentially("Van de een. ")
    expect(line).to_have_text(KEPT)
    beside.press_sequentially("Van de ander. ")
    expect(told).to_contain_text("in een ander venster", timeout=SOON)
    expect(told).to_be_in_viewport(ratio=1)
    second.click("Bewaar")
    expect(second.page.locator("trix-editor")).to_contain_text("Van de ander.")
    second.sees("Wat intussen in een ander venster is bewaard")
    expect(second.page.locator(".diff")).to_contain_text("een")
    second.page.locator("trix-editor").press_sequentially("Nog een woord. ")
    second.page.wait_for_timeout(2500)  # longer than a page waits before it saves by itself
    expect(told).to_contain_text("Wacht tot je kiest")
    _reads(first, "communicatieplan", "Van de een.")
    expect(first.page.locator("trix-editor")).not_to_contain_text("Nog een woord.")
    second.click("Neem de tekst uit het andere venster over")
    expect(second.page.locator("trix-editor")).to_contain_text("Van de een.")
    second.sees("Wat jij had staan")


@pytest.mark.parametrize("phone", [False, True])
def test_what_is_not_kept_is_in_view_wherever_one_writes(
    browser: Browser, empty_installation: Installation, axe_source: str, phone: bool
) -> None:
    leader = open_as(browser, empty_installation, "project_leader", axe_source, phone=phone)
    editor, line = _open(leader, "Visie")
    expect(line).to_be_in_viewport(ratio=1)
    leader.page.context.clear_cookies()
    editor.press_sequentially("Bovenaan. ")
    expect(line).to_contain_text("je bent uitgelogd", timeout=SOON)
    expect(line).to_be_in_viewport(ratio=1)
    assert leader.page.locator("form[data-save] [role=status]:visible").count() == 1
    hidden = leader.hidden_while_tabbing("[data-saved]", most=25)
    assert not [one for one in hidden if not one.startswith("html ")]  # the editor is higher than the window


def _email(here: Installation) -> str:
    accounts = json.loads(here.manage("demo_accounts", "--json"))
    return next(one["email"] for one in accounts if one["role"] == "project_leader")
