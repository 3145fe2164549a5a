"""P22: every page that a role can reach by links, with a strict content policy, and axe looking along.

Pages that differ by number only are visited once, so that the crawl is bounded. What needs the whole demo
stands here together, because loading it takes long.
"""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from projects.models import Role
from tests.journeys.browsing import Visitor
from tests.journeys.conftest import open_as
from tests.journeys.installation import Installation

# On one database only: which one lies below a page changes nothing in its policy or its guidelines.
pytestmark = [pytest.mark.journey, pytest.mark.attack]
MOST_PAGES = 250
# As they stand in the page: a link in a drawing has no plain `href` of its own.
ADDRESSES = "found => found.map(a => new URL(a.getAttribute('href'), document.baseURI).href)"
PUBLIC = ("/", "/account/login/", "/over/", "/mijn-gesprek/", "/bestaat-niet/")
# Files and ways out: not pages.
NOT_A_PAGE = re.compile(r"(\.(csv|ics|xlsx|pdf|png|svg|txt)$|/bestand/|/account/logout/|^/static/)")


def _kind(path: str) -> str:
    """A path without its numbers, keys and concerns, so that two addresses of one page count once."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/doorverwijzen/)[a-z_-]+|\d+", "#", path)


def _crawl(visitor: Visitor, start: str) -> set[str]:
    waiting, seen = [start], {_kind(start)}
    while waiting and len(seen) < MOST_PAGES:
        visitor.go(waiting.pop(0))
        for address in visitor.page.eval_on_selector_all("a[href]", ADDRESSES):
            parts = urlsplit(address)
            path = parts.path
            if not address.startswith(visitor.base) or NOT_A_PAGE.search(path) or _kind(path) in seen:
                continue
            seen.add(_kind(path))
            waiting.append(path)
    return seen


@pytest.mark.parametrize("role", Role.values)
def test_no_page_of_a_role_breaks_the_policy_or_a_guideline(
    browser: Browser, demo_installation: Installation, axe_source: str, role: str
) -> None:
    phone = role in {Role.HOUSING_OFFICER, Role.RESIDENT_GROUP, Role.CONTRACTOR_TECHNICAL}
    visitor = open_as(browser, demo_installation, role, axe_source, phone=phone)
    seen = _crawl(visitor, "/")
    assert len(seen) >= 5
    assert visitor.complaints == []


def test_pages_without_an_account_keep_the_policy_too(
    browser: Browser, demo_installation: Installation, axe_source: str
) -> None:
    visitor = open_as(browser, demo_installation, "", axe_source, phone=True)
    for path in PUBLIC:
        answer = visitor.page.goto(visitor.base + path)
        assert answer is not None
        policy = answer.headers["content-security-policy"]
        assert "unsafe-inline" not in policy and "default-src 'none'" in policy
        visitor.check()
    assert [line for line in visitor.complaints if "404" not in line] == []


def test_the_bar_below_the_texts_never_hides_what_has_the_focus(
    browser: Browser, demo_installation: Installation, axe_source: str
) -> None:
    leader = open_as(browser, demo_installation, "project_leader", axe_source, phone=True)
    leader.go("/projecten/spoorbuurt/beeld/teksten/")
    assert not leader.hidden_while_tabbing(".sticky-actions")
