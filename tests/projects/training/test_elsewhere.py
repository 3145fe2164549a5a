"""Where the training shows beside its own pages: Vandaag, the board, set-up, the demo (V6)."""

import pytest
from django.utils import timezone

from msa.models import AuditEntry
from msa.sharing import Shared
from projects import demo
from projects.contributions import training as contributions
from projects.demo import training as demo_training
from projects.models import (
    Membership,
    Practice,
    Project,
    Role,
    SessionState,
    TrainingSession,
)
from projects.overviews.training import training_states
from projects.services import learning
from projects.services import training as services
from tests.cast import Cast, make_trained
from tests.projects.training.helpers import (
    ALL_TOPICS,
    OFFICER,
    YESTERDAY,
    Browser,
    leader_of,
    make_session,
    page_of,
)

pytestmark = pytest.mark.django_db


def _today(membership: Membership) -> list[str]:
    return [item.title for item in contributions.today(membership, Shared())]


def test_vandaag_tells_of_the_next_session_and_of_who_lacks_training(untrained: Cast) -> None:
    officer, leader = untrained.members[OFFICER], untrained.members[Role.PROJECT_LEADER]
    session = make_session(untrained, days=5, invited=[officer])
    assert any("Er is een training op" in title for title in _today(officer))
    assert "Nog niet getraind: 2 mensen" in _today(leader)
    TrainingSession.objects.filter(pk=session.pk).update(on=timezone.localdate() + YESTERDAY)
    assert "Wie was er bij de training?" in _today(leader)


def test_vandaag_is_quiet_when_everybody_is_trained(cast: Cast) -> None:
    assert [title for held in cast.members.values() for title in _today(held)] == []


def test_the_board_advises_training_and_never_blocks(untrained: Cast) -> None:
    before = list(contributions.requirements(untrained.project, Shared()))
    assert [(one.met, one.blocks, one.phase) for one in before] == [(False, False, 2)] * 2
    assert all(one.reason for one in before)
    make_trained(untrained.members)
    services.set_state(
        session=make_session(untrained), by=untrained.person(Role.PROJECT_LEADER), state=SessionState.HELD
    )
    assert [(one.met, one.reason) for one in contributions.requirements(untrained.project, Shared())] == [
        (True, "")
    ] * 2


def test_a_new_project_takes_over_outlines_without_days_or_people(cast: Cast, outsiders: Cast) -> None:
    make_session(cast, invited=[cast.members[OFFICER]], notes="Neem kaarten mee.")
    by = cast.person(Role.PROJECT_LEADER)
    assert "Eerste middag" in services.copy_outlines(cast.project, outsiders.project, by)
    copy = outsiders.project.training_sessions.get()
    assert (copy.on, copy.place, copy.trainer, copy.notes) == (None, "", "", "")
    assert copy.topics == ALL_TOPICS
    assert not copy.attendances.exists()
    assert services.copy_outlines(cast.project, outsiders.project, by) == ""


def test_the_page_of_the_team_tells_how_far_everybody_is(cast: Cast, browser: Browser) -> None:
    Practice.objects.filter(membership=cast.members[OFFICER]).delete()
    facts = contributions.member_facts(cast.project)
    assert facts[cast.members[OFFICER].pk].asks
    assert cast.members[Role.PARTNER].pk not in facts
    page = leader_of(cast, browser).get(page_of(cast, "people")).content.decode()
    assert "moet nog oefenen" in page


def test_practising_leaves_a_day_and_no_trail(untrained: Cast) -> None:
    learning.practised(untrained.members[OFFICER])
    learning.practised(untrained.members[OFFICER])
    assert Practice.objects.get().on == timezone.localdate()
    assert not AuditEntry.objects.exists()


def test_the_demo_is_trained_but_for_one_newcomer_and_loads_twice() -> None:
    demo.load(lambda _line: None)
    for _time in range(2):
        demo_training.load(lambda _line: None)
    project = Project.objects.get(slug=demo.SLUG)
    assert project.training_sessions.count() == 3
    lacking = {
        held.person.name
        for held in project.memberships.select_related("person")
        if not training_states(project)[held.pk].trained
    }
    assert lacking == {"Teun Wissel"}
