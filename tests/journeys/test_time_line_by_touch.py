"""The time line with a finger, in a real browser: a bar that is held moves, a swipe scrolls, a tap opens."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey]
HOLD = 500  # milliseconds; the page asks for 350
CENTRE = """bar => bar.querySelector(".bar__body").scrollIntoView(
  {block: "center", inline: "center", behavior: "instant"})"""
SETTLED = 600  # milliseconds after which a swipe has run out
STEPS = 12


@pytest.fixture(scope="module")
def planned(empty_installation: Installation) -> Installation:
    """A time line after the first template."""
    empty_installation.manage("shell", "-c", FILLED)
    return empty_installation


FILLED = """
from django.utils import timezone
from projects.models import Membership, Role
from projects.services.timeline import apply_drafts
from projects.timeline.templates import TEMPLATES, laid_out
held = Membership.objects.filter(project__slug="spoorbuurt", role=Role.PROJECT_LEADER, active=True).first()
template = next(iter(TEMPLATES.values()))
apply_drafts(membership=held, drafts=laid_out(template, timezone.localdate(), held.project.blocks.all()))
"""


@pytest.fixture(params=[1024, 1280])
def board(request: pytest.FixtureRequest, browser: Browser, planned: Installation, axe_source: str) -> Page:
    """The time line on a touch screen of this width, as the project leader sees it."""
    leader = open_as(browser, planned, "project_leader", axe_source, phone=True)
    leader.page.set_viewport_size({"width": request.param, "height": 800})
    leader.go("/projecten/spoorbuurt/tijdspad/")
    return leader.page


def _bar(page: Page) -> Locator:
    """A bar with room on both sides, in the middle of the window."""
    bar = page.locator(".bar--moves").nth(3)
    bar.evaluate(CENTRE)
    return page.locator(f"#{bar.get_attribute('id')}")


def _finger(page: Page, bar: Locator) -> Callable[..., None]:
    """A finger on `bar`: `move(pixels, hold)` puts it down, waits, moves it and lifts it."""
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        where = [{"x": x, "y": y} for x, y in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": where})

    def move(by: float, *, hold: int, tremble: float = 0) -> None:
        box = bar.locator(".bar__body").bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        send("touchStart", (x, y))
        if tremble:
            send("touchMove", (x + tremble, y + tremble))
        page.wait_for_timeout(hold)
        for step in range(1, STEPS + 1):
            send("touchMove", (x + by * step / STEPS, y))
            page.wait_for_timeout(16)
        send("touchEnd")

    return move


def _left(page: Page) -> float:
    return float(page.evaluate("document.querySelector('[data-board]').scrollLeft"))


@pytest.mark.parametrize("tremble", [0, 4])
def test_a_bar_that_a_finger_holds_comes_along_and_is_saved(board: Page, tremble: float) -> None:
    expect(board.get_by_text("Houd een balk even vast")).to_be_visible()
    bar = _bar(board)
    before, left = bar.get_attribute("data-starts"), _left(board)
    _finger(board, bar)(90, hold=HOLD, tremble=tremble)
    said = board.locator(".board .message")
    expect(said).to_contain_text("Bewaard")
    expect(said).to_be_in_viewport()
    assert bar.get_attribute("data-starts") != before
    assert abs(_left(board) - left) < 2
    said.get_by_role("button", name="Maak ongedaan").tap()
    expect(said).to_contain_text("Ongedaan gemaakt")
    assert bar.get_attribute("data-starts") == before


def test_a_swipe_over_a_bar_scrolls_the_weeks_and_moves_nothing(board: Page) -> None:
    bar = _bar(board)
    before, left = bar.get_attribute("data-starts"), _left(board)
    _finger(board, bar)(150, hold=0)
    board.wait_for_timeout(SETTLED)
    assert _left(board) < left - 30
    assert bar.get_attribute("data-starts") == before


def test_a_tap_opens_the_item(board: Page) -> None:
    _bar(board).locator(".bar__body").tap()
    board.wait_for_url(re.compile(r"/tijdspad/\d+/$"))
