"""With the keyboard in a narrow window: what has the focus is never behind the bar that stays in view."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey, pytest.mark.services]
# What shows the focus (a tick with its card) against the bar that sticks to the bottom of the window.
HIDDEN = """bar => {
  const at = document.activeElement;
  if (at === document.body || bar.contains(at)) return null;
  const shown = (at.matches("[type=checkbox], [type=radio]") && at.closest("label")) || at;
  const box = shown.getBoundingClientRect(), over = bar.getBoundingClientRect();
  const under = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
  if (under <= 0.5 && box.top < innerHeight) return null;
  return `${at.name || at.textContent.trim()} ${at.value || ""}: ${Math.round(under)}`;
}"""


def _hidden_while_tabbing(page: Page, bar: str, most: int = 60) -> list[str]:
    """What lay behind the bar while going through the whole form with Tab, and back with Shift+Tab."""
    page.emulate_media(reduced_motion="reduce")  # nothing is measured while it still moves
    found = []
    for key in ("Tab", "Shift+Tab"):
        for _press in range(most):
            page.keyboard.press(key)
            found += [hidden for hidden in [page.locator(bar).evaluate(HIDDEN)] if hidden]
    return found


def test_the_bar_of_a_registration_never_hides_what_has_the_focus(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    officer = open_as(browser, empty_installation, "housing_officer", axe_source, phone=True)
    page, bar = officer.page, ".registration__end--close"
    page.set_viewport_size({"width": 360, "height": 800})
    officer.go("/projecten/spoorbuurt/gesprekken/").click("Begin een gesprek")
    hidden = {}
    for _step in range(4):
        hidden[page.url.rstrip("/").rpartition("/")[2]] = _hidden_while_tabbing(page, bar)
        officer.click("Verder")
    page.locator("textarea").first.fill("Haar buurman piet en fatima helpen. Mevrouw Jansen ook.")
    expect(page.locator(".finding").first).to_be_visible()
    hidden["verhaal"] = _hidden_while_tabbing(page, bar)
    assert not any(hidden.values()), hidden


def test_the_bar_below_the_texts_never_hides_what_has_the_focus(
    browser: Browser, demo_installation: Installation, axe_source: str
) -> None:
    leader = open_as(browser, demo_installation, "project_leader", axe_source, phone=True)
    leader.page.set_viewport_size({"width": 360, "height": 800})
    leader.go("/projecten/spoorbuurt/beeld/teksten/")
    assert not _hidden_while_tabbing(leader.page, ".sticky-actions")


def test_back_after_handing_in_says_that_it_was_handed_in(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    officer = open_as(browser, empty_installation, "housing_officer", axe_source, phone=True)
    officer.go("/projecten/spoorbuurt/gesprekken/").click("Begin een gesprek")
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
