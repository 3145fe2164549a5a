"""A real browser on a real installation. Every page that a journey shows to axe must be without a finding."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.browsing import Visitor
from tests.journeys.installation import Installation, installed

CHROMIUM = "/usr/bin/chromium"
# Without these Chromium calls home, which a closed network answers with hundreds of failures.
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def empty_installation() -> Iterator[Installation]:
    """The demo's people with a project in which nothing happened yet."""
    with installed(demo=False) as here:
        yield here
        print(here.logs())


@pytest.fixture(scope="module")
def demo_installation() -> Iterator[Installation]:
    """The whole demo."""
    with installed(demo=True) as here:
        yield here
        print(here.logs())


def open_as(browser: Browser, here: Installation, role: str, axe: str, *, phone: bool = False) -> Visitor:
    """A browser window of its own in which the holder of `role` is signed in ('' for nobody)."""
    size = {"width": 360, "height": 740} if phone else {"width": 1280, "height": 900}
    context = browser.new_context(viewport=size, has_touch=phone, is_mobile=phone, locale="nl-NL")
    visitor = Visitor(context.new_page(), here.base, axe)
    if role:
        accounts = json.loads(here.manage("demo_accounts", "--json"))
        visitor.sign_in(next(one["email"] for one in accounts if one["role"] == role))
    return visitor


__all__ = ["Page", "open_as"]
