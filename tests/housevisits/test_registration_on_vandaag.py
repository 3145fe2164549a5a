"""What registering adds to Vandaag, to the state of the project and to the menu."""

import pytest

from housevisits.contributions import registration
from housevisits.models import Household
from msa.sharing import Shared
from projects.models import Phase, Role
from projects.rules import FIELD_TEAM
from tests.cast import Cast, make_cast
from tests.housevisits.registrations import seal_many
from tests.housevisits.writing import Writer

pytestmark = pytest.mark.django_db
OUTSIDE = sorted(set(Role.values) - {Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER})


@pytest.fixture
def cast() -> Cast:
    made = make_cast()
    _stand_in(made, Phase.HOUSE_VISITS)
    return made


def _stand_in(cast: Cast, phase: Phase) -> None:
    """Put the project of `cast` in `phase`, for each of its members."""
    cast.project.phase = phase
    cast.project.save(update_fields=["phase"])
    for held in cast.members.values():
        held.project = cast.project


def titles(cast: Cast, role: str) -> list[str]:
    return [item.title for item in registration.todo(cast.members[role], Shared())]


def test_who_visits_is_offered_to_register(cast: Cast) -> None:
    assert titles(cast, Role.HOUSING_OFFICER) == ["Registreer een gesprek"]


def test_ones_own_draft_comes_first_and_a_colleagues_not_at_all(cast: Cast) -> None:
    writer = Writer(cast)
    writer.begin()
    assert titles(cast, Role.HOUSING_OFFICER)[0] == "Verder met je concept"
    writer.begin()
    assert titles(cast, Role.HOUSING_OFFICER)[0] == "Verder met je 2 concepten"
    assert titles(cast, Role.COMMUNITY_WORKER) == ["Registreer een gesprek"]


@pytest.mark.parametrize("role", FIELD_TEAM)
@pytest.mark.parametrize("phase", [phase for phase in Phase if phase != Phase.HOUSE_VISITS])
def test_outside_the_house_visits_nobody_is_asked_to_register(cast: Cast, role: str, phase: Phase) -> None:
    _stand_in(cast, phase)
    assert titles(cast, role) == []


@pytest.mark.parametrize("role", FIELD_TEAM)
def test_before_there_are_addresses_nobody_is_asked_to_register(cast: Cast, role: str) -> None:
    assert titles(cast, role) == ["Registreer een gesprek"]
    Household.objects.all().delete()
    assert titles(cast, role) == []


def test_whenever_there_is_a_draft_it_waits_for_its_writer(cast: Cast) -> None:
    Writer(cast).begin()
    _stand_in(cast, Phase.PICTURE)
    assert titles(cast, Role.HOUSING_OFFICER) == ["Verder met je concept"]


@pytest.mark.parametrize("role", OUTSIDE)
def test_who_does_not_visit_sees_nothing_of_it(cast: Cast, role: str) -> None:
    member = cast.members[role]
    assert not [*registration.todo(member, Shared()), *registration.menu(member)]
    assert not list(registration.standing(member, Shared()))


def test_how_many_wait_is_said(cast: Cast) -> None:
    seal_many(cast.project, 3)
    (line,) = registration.standing(cast.members[Role.PROJECT_LEADER], Shared())
    assert line.value == "3"
    assert "vijf" in line.note
