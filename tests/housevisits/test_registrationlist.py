"""What registering adds to Vandaag, to the state of the project and to the menu."""

import pytest

from housevisits import registrationlist
from housevisits.models import Household
from msa.sharing import Shared
from projects.models import Phase, Role
from tests.cast import Cast, make_cast
from tests.housevisits.registrations import seal_many
from tests.housevisits.writing import Writer

pytestmark = pytest.mark.django_db
OUTSIDE = sorted(set(Role.values) - {Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER})


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def titles(cast: Cast, role: str) -> list[str]:
    return [item.title for item in registrationlist.todo(cast.members[role], Shared())]


def test_who_visits_is_offered_to_register(cast: Cast) -> None:
    assert titles(cast, Role.HOUSING_OFFICER) == ["Registreer een gesprek"]


def test_ones_own_draft_comes_first_and_a_colleagues_not_at_all(cast: Cast) -> None:
    writer = Writer(cast)
    writer.begin()
    assert titles(cast, Role.HOUSING_OFFICER)[0] == "Verder met je concept"
    writer.begin()
    assert titles(cast, Role.HOUSING_OFFICER)[0] == "Verder met je 2 concepten"
    assert titles(cast, Role.COMMUNITY_WORKER) == ["Registreer een gesprek"]


def test_after_the_house_visits_registering_stays_with_who_visits(cast: Cast) -> None:
    cast.project.phase = Phase.PICTURE
    cast.project.save()
    for role in (Role.HOUSING_OFFICER, Role.PROJECT_LEADER):
        cast.members[role].refresh_from_db()
    assert titles(cast, Role.HOUSING_OFFICER) == ["Registreer een gesprek"]
    assert titles(cast, Role.PROJECT_LEADER) == []


def test_before_there_are_addresses_the_leader_is_not_asked_to_register(cast: Cast) -> None:
    assert titles(cast, Role.PROJECT_LEADER) == ["Registreer een gesprek"]
    Household.objects.all().delete()
    assert titles(cast, Role.PROJECT_LEADER) == []


@pytest.mark.parametrize("role", OUTSIDE)
def test_who_does_not_visit_sees_nothing_of_it(cast: Cast, role: str) -> None:
    member = cast.members[role]
    assert not [*registrationlist.todo(member, Shared()), *registrationlist.menu(member)]
    assert not list(registrationlist.standing(member, Shared()))


def test_how_many_wait_is_said(cast: Cast) -> None:
    seal_many(cast.project, 3)
    (line,) = registrationlist.standing(cast.members[Role.PROJECT_LEADER], Shared())
    assert line.value == "3"
    assert "vijf" in line.note
