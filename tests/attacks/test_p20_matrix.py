"""P20: every address × every role × somebody else's object.

The table below is written by hand, apart from the rules in the apps, so that a wrong rule is seen.
The test fails when an address of the project is not in it.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from projects.models import Role
from tests.attacks.matrix import ALL, OPEN, SIGNED_IN, TABLE, Row
from tests.cast import Cast, make_cast

pytestmark = [pytest.mark.django_db, pytest.mark.attack]
# Addresses of a library that are about one's own account; tested in tests/projects.
LIBRARY_PREFIXES = ("account_", "mfa_")
ALLOWED = {200, 302, 400, 405, 409}
# 403 for a page that one's role does not open, 404 for an object one may not know of.
REFUSED = {403, 404}


def _names(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _names(pattern, inner)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern} has no name, so that nobody can say who may open it"
            yield f"{namespace}{pattern.name}"


def _own_names() -> list[str]:
    return sorted(name for name in set(_names(get_resolver())) if not name.startswith(LIBRARY_PREFIXES))


def test_every_address_stands_in_the_table() -> None:
    names = _own_names()
    missing = [name for name in names if name not in TABLE]
    gone = [name for name in TABLE if name not in names]
    assert not missing, f"say in tests/attacks/matrix.py who may open: {missing}"
    assert not gone, f"these addresses no longer exist: {gone}"


def _client(cast: Cast, role: str) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(cast.person(role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize("role", [*Role.values, "nobody"])
@pytest.mark.parametrize("name", sorted(TABLE))
def test_a_role_reaches_what_it_may_and_nothing_else(name: str, role: str) -> None:
    row = TABLE[name]
    mine, theirs = make_cast("spoorbuurt"), make_cast("lankforst")
    client = Client() if role == "nobody" else _client(mine, role)
    _visit_own(client, row, name, mine, role)
    if row.in_project and role != "nobody":
        _visit_others(client, row, name, mine, theirs)


def _visit_own(client: Client, row: Row, name: str, mine: Cast, role: str) -> None:
    answer = _ask(client, row.method, reverse(name, kwargs=_arguments(row, mine)))
    if row.roles is OPEN:
        assert answer.status_code in ALLOWED
    elif role == "nobody":
        assert answer.status_code in {302, 404}
        if answer.status_code == 302:
            assert "/account/login/" in answer["Location"]
    elif row.roles is SIGNED_IN or role in row.roles:
        assert answer.status_code in ALLOWED, f"{role} should reach {name}: {answer.status_code}"
        assert "/account/login/" not in answer.get("Location", "")
    else:
        assert answer.status_code in REFUSED, f"{role} should not reach {name}: {answer.status_code}"


def _visit_others(client: Client, row: Row, name: str, mine: Cast, theirs: Cast) -> None:
    """Another project is not found; nor is another project's object under one's own project."""
    foreign = _arguments(row, theirs)
    assert _ask(client, row.method, reverse(name, kwargs=foreign)).status_code == 404
    if "slug" in foreign and len(foreign) > 1 and not row.numbered:
        mixed = foreign | {"slug": mine.project.slug}
        assert _ask(client, row.method, reverse(name, kwargs=mixed)).status_code in {403, 404}


def _arguments(row: Row, cast: Cast) -> dict[str, Any]:
    if row.arguments is not None:
        return row.arguments(cast)
    return {"slug": cast.project.slug} if row.in_project else {}


def _ask(client: Client, method: str, address: str) -> Any:
    return client.post(address) if method == "post" else client.get(address)


def test_the_table_names_roles_that_exist() -> None:
    for row in TABLE.values():
        if isinstance(row.roles, frozenset):
            assert row.roles <= set(ALL)
