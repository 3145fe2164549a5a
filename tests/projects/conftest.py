"""The standing cast, and browsers of people who are signed in.

pytest reads this file before Django is set up, so models are imported inside the fixtures.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import cache

if TYPE_CHECKING:
    from django.test import Client

    from tests.cast import Cast

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def cast(db: None) -> "Cast":
    from tests.cast import make_cast

    return make_cast()


@pytest.fixture
def outsiders(cast: "Cast") -> "Cast":
    """Another project with its own people."""
    from tests.cast import make_cast

    return make_cast("lankforst")


@pytest.fixture
def browser() -> "Callable[[Any], Client]":
    """The browser of somebody who is signed in."""
    from django.test import Client

    def open_browser(person: Any) -> Client:
        client = Client()
        client.force_login(person, backend=BACKEND)
        return client

    return open_browser


@pytest.fixture
def empty_cache() -> None:
    """Rate limits count from nothing."""
    cache.clear()
