"""The route beside the form of a direct action, on a slow connection."""

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey]
HOME = "/projecten/spoorbuurt/"


def test_a_day_typed_while_the_route_is_looked_up_stays(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    worker = open_as(browser, empty_installation, "community_worker", axe_source, phone=True)
    page = worker.page
    waiting: list[Route] = []
    worker.go(f"{HOME}acties/nieuw/")

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(re.compile("/acties/nieuw/"), hold)
    page.get_by_label("Waar gaat het over?").select_option(label="hulp bij inpakken")
    page.get_by_label("Vóór welke dag").fill("2030-01-31")
    for _wait in range(100):
        if waiting:
            break
        page.wait_for_timeout(50)
    waiting[0].continue_()
    expect(page.locator("#route")).to_contain_text("hulp bij inpakken")
    expect(page.get_by_label("Vóór welke dag")).to_have_value("2030-01-31")
