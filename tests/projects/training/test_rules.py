"""When somebody is trained, and what counts from elsewhere (V6)."""

from datetime import date

import pytest
from django.utils import timezone

from projects.models import (
    LearntElsewhere,
    Membership,
    Practice,
    Role,
    SessionState,
)
from projects.overviews.training import from_elsewhere, state_of, training_states
from projects.services import learning
from projects.services import training as services
from projects.services.refusing import Refused
from projects.training.rules import NEEDS, misses_practice, missing_topics, oldest_that_counts
from projects.training.topics import Topic
from tests.cast import Cast
from tests.projects.training.helpers import (
    ALL_TOPICS,
    OFFICER,
    Browser,
    attend,
    leader_of,
    make_session,
    page_of,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER])
def test_who_holds_the_conversation_needs_every_topic_and_the_practice(role: str) -> None:
    assert missing_topics(role, []) == tuple(Topic)
    assert misses_practice(role, practised=False)
    assert missing_topics(role, ALL_TOPICS) == ()
    assert not misses_practice(role, practised=True)


@pytest.mark.parametrize("role", [Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL])
def test_who_comes_along_for_the_home_needs_two_topics_and_no_practice(role: str) -> None:
    assert missing_topics(role, []) == (Topic.PROMISE, Topic.STIGMA)
    assert not misses_practice(role, practised=False)


@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.PARTNER, Role.ADMINISTRATOR])
def test_who_visits_nobody_needs_nothing(role: str) -> None:
    assert missing_topics(role, []) == ()
    assert not misses_practice(role, practised=False)


def test_the_rule_names_existing_roles_and_topics_only() -> None:
    assert set(NEEDS) <= set(Role)
    assert all(set(need.topics) <= set(Topic) for need in NEEDS.values())


@pytest.mark.parametrize(
    ("today", "oldest"),
    [(date(2026, 5, 1), date(2024, 5, 1)), (date(2028, 2, 29), date(2026, 2, 28))],
)
def test_training_elsewhere_counts_for_two_years(today: date, oldest: date) -> None:
    assert oldest_that_counts(today) == oldest


def test_somebody_is_trained_after_every_topic_and_the_practice(untrained: Cast) -> None:
    officer = untrained.members[OFFICER]
    assert state_of(officer).label == "nog niet getraind"
    attend(untrained, make_session(untrained))
    assert (state_of(officer).trained, state_of(officer).label) == (False, "moet nog oefenen")
    learning.practised(officer)
    assert (state_of(officer).trained, state_of(officer).label) == (True, "getraind")


@pytest.mark.parametrize("presence", ["absent", "unknown"])
def test_an_invitation_alone_teaches_nothing(untrained: Cast, presence: str) -> None:
    session = make_session(untrained, invited=[untrained.members[OFFICER]])
    attend(untrained, session, presence=presence)
    assert state_of(untrained.members[OFFICER]).missing == tuple(Topic)


def test_a_session_that_was_called_off_no_longer_counts(untrained: Cast) -> None:
    session = make_session(untrained)
    attend(untrained, session)
    by = untrained.person(Role.PROJECT_LEADER)
    services.set_state(session=session, by=by, state=SessionState.CANCELLED)
    assert state_of(untrained.members[OFFICER]).missing == tuple(Topic)


def test_what_was_learnt_elsewhere_counts_and_can_be_taken_back(untrained: Cast) -> None:
    officer, by = untrained.members[OFFICER], untrained.person(Role.PROJECT_LEADER)
    learning.write_down(membership=officer, by=by, topics=["stigma"], where="opleiding", on=date(2020, 1, 1))
    found = state_of(officer)
    assert Topic.STIGMA not in found.missing
    assert found.label == "mist nog 5 onderdelen"
    learning.forget(learnt=LearntElsewhere.objects.get(), by=by)
    assert Topic.STIGMA in state_of(officer).missing


def test_states_of_a_project_know_its_active_members_only(cast: Cast, outsiders: Cast) -> None:
    gone = cast.members[Role.PARTNER]
    Membership.objects.filter(pk=gone.pk).update(active=False)
    states = training_states(cast.project)
    assert set(states) == {held.pk for held in cast.members.values()} - {gone.pk}
    assert states[cast.members[Role.RESIDENT_GROUP].pk].label == "geen training nodig"


def _same_person(cast: Cast, outsiders: Cast) -> Membership:
    """The officer of the cast, who also takes part in the other project."""
    return Membership.objects.create(person=cast.person(OFFICER), project=outsiders.project, role=OFFICER)


@pytest.mark.parametrize(("years", "counts"), [(1, True), (2, True), (3, False)])
def test_another_project_counts_in_one_tap_when_it_is_recent(
    cast: Cast, outsiders: Cast, browser: Browser, years: int, counts: bool
) -> None:
    there = _same_person(cast, outsiders)
    day = timezone.localdate().replace(year=timezone.localdate().year - years)
    cast.members[OFFICER].learnt_elsewhere.update(on=day)
    Practice.objects.filter(membership=cast.members[OFFICER]).update(on=day)
    client = leader_of(outsiders, browser)
    page = client.get(page_of(outsiders, "training_member", there.pk)).content.decode()
    assert ("Laat dit hier meetellen" in page) is counts
    client.post(page_of(outsiders, "training_elsewhere", there.pk))
    assert state_of(there).trained is counts


def test_counting_another_project_can_be_undone_and_never_names_it(
    cast: Cast, outsiders: Cast, browser: Browser
) -> None:
    there = _same_person(cast, outsiders)
    client = leader_of(outsiders, browser)
    answer = client.post(page_of(outsiders, "training_elsewhere", there.pk), follow=True)
    page = answer.content.decode()
    assert "Maak ongedaan" in page
    assert "een ander project" in page
    assert cast.project.name not in page
    client.post(page_of(outsiders, "training_elsewhere_undo", there.pk))
    assert state_of(there).missing == tuple(Topic)
    assert state_of(cast.members[OFFICER]).trained  # where it was learnt nothing changed


def test_nothing_elsewhere_is_refused(untrained: Cast) -> None:
    officer = untrained.members[OFFICER]
    assert not from_elsewhere(officer, timezone.localdate())
    with pytest.raises(Refused):
        learning.count_elsewhere(membership=officer, by=untrained.person(Role.PROJECT_LEADER))
