"""How a page of a project finds out who somebody is in it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.access import membership_at
from projects.models import Person, Role
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def test_project_membership_and_permission_are_one_question(cast: Cast) -> None:
    person = Person.objects.get(pk=cast.person(Role.PROJECT_LEADER).pk)
    with CaptureQueriesContext(connection) as asked:
        held = membership_at(person, cast.project.slug)
        assert held.project == cast.project
        assert held.person is person
        assert person.has_perm("housevisits.register_conversation", held.project)
    assert len(asked) == 1


def test_who_holds_no_active_role_is_nobody_there(cast: Cast) -> None:
    held = cast.members[Role.PARTNER]
    held.active = False
    held.save()
    assert membership_at(Person.objects.get(pk=held.person_id), cast.project.slug) is None
    assert membership_at(cast.person(Role.PROJECT_LEADER), "een-ander-project") is None
    assert membership_at(AnonymousUser(), cast.project.slug) is None
