"""P7: what a team or a resident group took away is gone from every file once it cannot be put back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from msa.tasks import apply_retention
from projects.models import Role, StepKind
from projects.services import residentgroup as services
from projects.services.tasks import NewTask, add_tasks, remove_task
from tests.attacks.searching import traces
from tests.cast import Cast, make_cast

pytestmark = [pytest.mark.attack, pytest.mark.django_db(transaction=True)]
CANARY = "De paarse kanarievogel van het bordes zingt te hard."
LONG_AFTER = timedelta(days=120)


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def take_advice_away(cast: Cast) -> None:
    """An advice of a resident, taken back by the group; another advice stays."""
    for text in (CANARY, "Het hek staat in de weg."):
        services.volunteer_advice(
            project=cast.project, by=cast.members[Role.RESIDENT_GROUP], title="Geluid", text=text
        )
    advice = cast.project.resident_group.advices.get(steps__text=CANARY)
    step = advice.steps.get(kind=StepKind.GIVEN)
    services.remove_step(step=step, by=cast.members[Role.RESIDENT_GROUP])


def take_task_away(cast: Cast) -> None:
    """A task that went off the list; another stays."""
    by = cast.person(Role.PROJECT_LEADER)
    tasks = [NewTask(phase=1, title=title) for title in (CANARY, "Bel de drukker.")]
    add_tasks(project=cast.project, by=by, tasks=tasks)
    remove_task(task=cast.project.tasks.get(title=CANARY), by=by)


@pytest.mark.parametrize("take_away", [take_advice_away, take_task_away])
def test_what_was_taken_away_is_gone_from_every_file(cast: Cast, take_away: Callable[[Cast], None]) -> None:
    take_away(cast)
    assert traces(CANARY)
    with time_machine.travel(timezone.now() + LONG_AFTER):
        apply_retention()
    assert traces(CANARY) == set()
