"""Figures of the statistical office as people say them: so many of ten, with the percentage behind it."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from projects.context.frequency import of_ten
from projects.context.indicators import BY_KEY, COUNT, INDICATORS, PERCENT
from projects.models import Person, Role
from tests.cast import Cast
from tests.projects.context_helpers import stored_table

Browser = Callable[[Person], Client]


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (None, ""),
        ("0", "geen huishoudens"),
        ("0.1", "minder dan 1 van de 10 huishoudens"),
        ("4.9", "minder dan 1 van de 10 huishoudens"),
        ("5", "1 van de 10 huishoudens"),
        ("14.9", "1 van de 10 huishoudens"),
        ("15", "2 van de 10 huishoudens"),
        ("58", "6 van de 10 huishoudens"),
        ("94.9", "9 van de 10 huishoudens"),
        ("95", "bijna alle huishoudens"),
        ("99.9", "bijna alle huishoudens"),
        ("100", "alle huishoudens"),
    ],
)
def test_a_share_is_said_out_of_ten_and_its_ends_stay_true(percent: str | None, words: str) -> None:
    share = None if percent is None else Decimal(percent)
    assert of_ten(share, "huishoudens") == words


def test_every_share_says_of_whom_it_is_one() -> None:
    shares = [one for one in INDICATORS if one.unit == PERCENT or one.of]
    assert shares
    assert all(one.among for one in shares)
    assert not any(one.among for one in INDICATORS if one not in shares)
    assert all(BY_KEY[one.of].unit == COUNT for one in shares if one.of)


@pytest.mark.django_db
def test_the_page_says_it_in_words_first_and_folds_what_is_long(cast: Cast, browser: Browser) -> None:
    stored_table(cast)
    address = reverse("projects:surroundings", args=[cast.project.slug])
    page = browser(cast.person(Role.RESIDENT_GROUP)).get(address).content.decode()
    words, _rest = page.split("1 van de 10 inwoners", 1)
    assert "(11%)" not in words
    assert page.count('<details class="fold panel context-theme" open>') == 1
    assert page.count('<details class="fold panel context-theme">') > 1
    assert "Kolom bij het CBS" not in page
    assert "Kolom bij het CBS" in browser(cast.person(Role.PROJECT_LEADER)).get(address).content.decode()
