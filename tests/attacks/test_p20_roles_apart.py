"""P20 for one person with roles in two projects: only the project in the address decides.

The same addresses as in the table, asked by somebody who may do much in the project that was opened last, and
something else in the one that is asked for.
"""

from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from projects.models import Membership, Person, Project, Role
from tests.attacks.matrix import TABLE
from tests.attacks.test_p20_matrix import ALLOWED, REFUSED, _arguments, _ask
from tests.cast import Cast, make_cast

pytestmark = [pytest.mark.django_db, pytest.mark.attack]
IN_PROJECT = {name: row for name, row in sorted(TABLE.items()) if row.in_project}
PAIRS = [
    (Role.PROJECT_LEADER, Role.RESIDENT_GROUP),
    (Role.HOUSING_OFFICER, Role.PARTNER),
    (Role.ADMINISTRATOR, Role.HOUSING_OFFICER),
]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Undone(Exception):
    """Ends a transaction whose writes must not be seen by the next address."""


def with_two_roles(first: Cast, second: Cast, here: str, there: str) -> Person:
    """Who holds `here` in `first`, and takes the place of who held `there` in `second`."""
    person = first.person(here)
    held = second.members[there]
    held.person = person
    held.save()
    return person


def opened(person: Person, project: Project) -> Client:
    """A browser in which `project` was opened last."""
    client = Client()
    client.force_login(person, backend=BACKEND)
    client.get(reverse("today"), {"project": project.slug})
    assert client.get(reverse("today")).context["project"] == project
    return client


def each_undone(names: Iterator[str], visit: Callable[[str], None]) -> None:
    for name in names:
        try:
            with transaction.atomic():
                visit(name)
                raise Undone
        except Undone:
            pass


@pytest.mark.parametrize(("here", "there"), PAIRS)
def test_the_role_is_the_one_in_the_project_of_the_address(here: str, there: str) -> None:
    first, second = make_cast("spoorbuurt"), make_cast("lankforst")
    person = with_two_roles(first, second, here, there)
    client = opened(person, first.project)

    def visit(name: str) -> None:
        row = IN_PROJECT[name]
        answer = _ask(client, row.method, reverse(name, kwargs=_arguments(row, second)))
        allowed = ALLOWED if there in row.roles else REFUSED
        assert answer.status_code in allowed, f"{here}, {there} there, {name}: {answer.status_code}"

    each_undone(iter(IN_PROJECT), visit)


def test_an_object_of_the_one_project_is_not_found_under_the_address_of_the_other() -> None:
    first, second = make_cast("spoorbuurt"), make_cast("lankforst")
    person = with_two_roles(first, second, Role.PROJECT_LEADER, Role.PROJECT_LEADER)
    client = opened(person, first.project)

    def visit(name: str) -> None:
        row = IN_PROJECT[name]
        theirs = _arguments(row, second)
        if "slug" not in theirs or len(theirs) == 1 or row.numbered:
            return
        mixed = theirs | {"slug": first.project.slug}
        answer = _ask(client, row.method, reverse(name, kwargs=mixed))
        assert answer.status_code in REFUSED, f"{name}: {answer.status_code}"

    each_undone(iter(IN_PROJECT), visit)


@pytest.mark.parametrize(("here", "there"), PAIRS)
def test_the_menu_and_vandaag_follow_the_project_that_is_open(here: str, there: str) -> None:
    """They are those of somebody who holds only that role."""
    first, second = make_cast("spoorbuurt"), make_cast("lankforst")
    only = second.person(there)
    expected = _seen(opened(only, second.project))
    client = opened(with_two_roles(first, second, here, there), first.project)
    mine = _seen(client)
    client.get(reverse("today"), {"project": second.project.slug})
    assert _seen(client) == expected
    assert mine != expected
    menu = [item.url for item in client.get(second.project.get_absolute_url()).context["menu"]]
    assert not any(first.project.slug in url for url in menu)


def _seen(client: Client) -> tuple[str, list[str], list[str]]:
    context = client.get(reverse("today")).context
    items = [*context["first"], *context["more"]]
    return (
        context["membership"].role,
        [item.url for item in context["menu"]],
        [f"{item.title} {item.url}" for item in items],
    )


def test_a_role_that_ended_leaves_nothing_open_in_a_session(db: None) -> None:
    first, second = make_cast("spoorbuurt"), make_cast("lankforst")
    person = with_two_roles(first, second, Role.PROJECT_LEADER, Role.RESIDENT_GROUP)
    client = opened(person, first.project)
    Membership.objects.filter(person=person, project=first.project).update(active=False)
    assert client.get(reverse("today")).context["project"] == second.project
    assert client.get(first.project.get_absolute_url()).status_code == 404
    assert "Spoorbuurt" not in client.get(reverse("projects:choose")).content.decode().partition("<main")[2]
