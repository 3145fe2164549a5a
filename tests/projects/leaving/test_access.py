"""Somebody leaves the team: what their browsers open from then on."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from projects.models import Membership, Person, Role
from tests.cast import Cast
from tests.projects.leaving.helpers import let_go, new_member, url_of

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_every_open_browser_of_who_left_is_signed_out_at_once(cast: Cast, browser: Browser) -> None:
    leaver = new_member(cast)
    laptop, phone = browser(leaver.person), browser(leaver.person)
    leader = browser(cast.person(Role.PROJECT_LEADER))
    address = url_of(cast, "availability")
    assert laptop.get(address).status_code == phone.get(address).status_code == 200
    before = Session.objects.count()

    leader.post(url_of(cast, "end", leaver.pk), {"without_note": "on"})

    assert Session.objects.count() == before - 2
    assert "/account/login/" in laptop.get(address)["Location"]
    for tab in (phone, laptop):
        answer = tab.post(address, {"half_days": ["0m"]})
        assert answer.status_code == 302 and "/account/login/" in answer["Location"]
    assert not hasattr(Membership.objects.get(pk=leaver.pk), "availability")
    assert leader.get(url_of(cast, "people")).status_code == 200


def test_signing_in_again_opens_nothing_of_the_project(cast: Cast, browser: Browser) -> None:
    leaver = new_member(cast)
    let_go(cast, leaver, {})
    again = browser(leaver.person)
    for name in ("home", "availability", "visit_duties", "my_handover"):
        assert again.get(url_of(cast, name)).status_code == 404
    assert again.post(url_of(cast, "availability"), {"half_days": ["0m"]}).status_code == 404
    assert again.get(url_of(cast, "handover", leaver.pk)).status_code == 404


def test_who_takes_part_elsewhere_stays_signed_in_there_and_loses_this_project(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    leaver = new_member(cast)
    Membership.objects.create(person=leaver.person, project=outsiders.project, role=Role.HOUSING_OFFICER)
    tab = browser(leaver.person)
    assert tab.get(url_of(cast, "availability")).status_code == 200
    let_go(cast, leaver, {})
    assert tab.get(url_of(cast, "availability")).status_code == 404
    assert tab.post(url_of(cast, "availability"), {"half_days": ["0m"]}).status_code == 404
    assert tab.get(url_of(outsiders, "availability")).status_code == 200
