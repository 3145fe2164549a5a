"""A part of a form that belongs to one answer comes with that answer, and what was filled in stays."""

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

pytestmark = [pytest.mark.journey]


def test_the_parts_of_the_approach_come_with_the_choice_for_parts(
    browser: Browser, empty_installation: Installation, axe_source: str
) -> None:
    leader = open_as(browser, empty_installation, "project_leader", axe_source, phone=True)
    leader.go("/projecten/spoorbuurt/past-het/").send()
    page = leader.page
    leader.go("/projecten/spoorbuurt/past-het/1/besluit/")
    part = page.locator("[name=parts]").first
    expect(part).to_be_hidden()
    page.locator("[name=choice][value=parts]").check()
    leader.sees("Verplicht als jullie voor ‘onderdelen’ kiezen")
    part.check()
    page.locator("[name=choice][value=yes]").check()
    expect(part).to_be_hidden()
    page.locator("[name=choice][value=parts]").check()
    expect(part).to_be_checked()
    leader.check()
