"""Limits on trying, and who is counted as one."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import RequestFactory

from msa.throttle import Limit, caller

pytestmark = pytest.mark.services
LIMIT = Limit("test", most=3, seconds=600)
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    cache.clear()


@time_machine.travel(NOON)
def test_the_fourth_of_three_is_one_too_many() -> None:
    assert [LIMIT.hit("a") for _try in range(5)] == [False, False, False, True, True]
    assert LIMIT.reached("a")
    assert not LIMIT.reached("b")


@time_machine.travel(NOON)
def test_trying_the_same_again_is_no_further_try() -> None:
    assert not any(LIMIT.hit("a", "code") for _try in range(20))
    assert not LIMIT.reached("a")


def test_a_new_window_gives_new_tries() -> None:
    with time_machine.travel(NOON):
        for _try in range(4):
            LIMIT.hit("a")
        assert LIMIT.reached("a")
    with time_machine.travel(NOON + timedelta(seconds=599)):
        assert LIMIT.reached("a")
    with time_machine.travel(NOON + timedelta(seconds=600)):
        assert not LIMIT.hit("a")


@pytest.mark.parametrize(
    ("behind", "forwarded", "expected"),
    [
        (False, "198.51.100.1", "192.0.2.7"),
        (True, "203.0.113.5, 198.51.100.1", "198.51.100.1"),
        (True, "2001:db8:1:2:3::9", "2001:db8:1:2::/64"),
        (True, "nonsense", "nonsense"),
    ],
)
def test_a_forwarded_address_counts_only_behind_a_proxy(
    settings: object, behind: bool, forwarded: str, expected: str
) -> None:
    settings.BEHIND_PROXY = behind  # type: ignore[attr-defined]
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7", headers={"x-forwarded-for": forwarded})
    assert caller(request) == expected
