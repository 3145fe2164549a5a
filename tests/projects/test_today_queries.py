"""How many queries Vandaag of a project leader asks: few, for a large project as for a small one."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from housevisits.models import Household
from projects.models import (
    Advice,
    AdviceState,
    AdviceStep,
    AgendaPoint,
    Agreement,
    AgreementAnswer,
    AgreementKind,
    AgreementVersion,
    AnswerState,
    Attendance,
    Block,
    CommunicationMoment,
    Departure,
    EvaluationMoment,
    HandedOver,
    Membership,
    Organisation,
    Orientation,
    Partnership,
    Person,
    Phase,
    ResidentGroup,
    ResidentMeeting,
    Role,
    Seat,
    StepKind,
    Task,
    TimelineItem,
    TrainingSession,
    VersionState,
)
from projects.models.timeline import Kind, Lane
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
MOST = 60  # three for who asks; the others are named in the docstrings of the contributions
LEFT = 3  # more people who left are not looked up


def _store(made: Iterable[Any]) -> list[Any]:
    rows: list[Model] = list(made)
    return list(type(rows[0])._default_manager.bulk_create(rows))


def _fill_partners(cast: Cast, numbers: range) -> None:
    """Partners that each have a remark on an agreement."""
    organisations = _store(Organisation(name=f"Stichting {n}") for n in numbers)
    partners = _store(
        Partnership(project=cast.project, organisation=one, state="joined") for one in organisations
    )
    for kind in AgreementKind:
        agreement = Agreement.objects.get_or_create(project=cast.project, kind=kind)[0]
        version, _made = AgreementVersion.objects.get_or_create(
            agreement=agreement,
            number=1,
            defaults={"text": "Tekst", "state": VersionState.SENT, "made_on": timezone.localdate()},
        )
        _store(
            AgreementAnswer(version=version, partnership=one, state=AnswerState.REMARK, text="Waarom?")
            for one in partners
        )


def _fill_team(cast: Cast, numbers: range) -> None:
    """Colleagues without training, some of whom left work behind, and trainings nobody looked back on."""
    project, yesterday = cast.project, timezone.localdate() - timedelta(days=1)
    people = _store(Person(email=f"mens{n}@voorbeeld.example", name=f"Mens {n}") for n in numbers)
    members = _store(
        Membership(person=one, project=project, role=Role.HOUSING_OFFICER, active=place >= LEFT)
        for place, one in enumerate(people)
    )
    left = members[:LEFT]
    departures = _store(Departure(membership=one, left_on=yesterday) for one in left)
    _store(HandedOver(departure=one, key="tasks", label="1 taak", left_to_nobody=True) for one in departures)
    _store(Task(project=project, phase=1, title=f"Van {one.pk}", owner=one) for one in left)
    sessions = _store(TrainingSession(project=project, title=f"Training {n}", on=yesterday) for n in numbers)
    _store(Attendance(session=sessions[0], membership=one) for one in members)


def _fill_plans(cast: Cast, numbers: range) -> None:
    """Tasks, messages, days to look back, blocks and the time line."""
    project, today = cast.project, timezone.localdate()
    leader = cast.members[Role.PROJECT_LEADER]
    _store(Task(project=project, phase=1, title=f"Taak {n}", due_on=today, owner=leader) for n in numbers)
    _store(Task(project=project, phase=1, title=f"Vrij {n}") for n in numbers)
    _store(CommunicationMoment(project=project, on=today, message=f"Bericht {n}") for n in numbers)
    _store(EvaluationMoment(project=project, planned_on=today, after_phase=None) for n in numbers)
    blocks = _store(Block(project=project, name=f"Blok {n}", order=n) for n in numbers)
    _store(
        TimelineItem(
            project=project,
            lane=lane,
            kind=kind,
            block=one,
            title=f"Werk {one.name}",
            starts_on=today,
            ends_on=today,
        )
        for one in blocks
        for lane, kind in ((Lane.WORKS, Kind.KITCHEN), (Lane.SOCIAL, Kind.VISITS))
    )
    _store(Household(project=project, block=one, street="Seinstraat", number=one.pk) for one in blocks)


def _fill_group(cast: Cast, numbers: range) -> None:
    """A resident group that gave advice nobody answered, and meetings that were never written down."""
    group, _made = ResidentGroup.objects.get_or_create(project=cast.project)
    long_ago = timezone.localdate() - timedelta(days=60)
    seats = _store(Seat(group=group, perspective=f"Stem {n}", order=n) for n in numbers)
    advices = _store(Advice(group=group, title=f"Advies {n}", state=AdviceState.GIVEN) for n in numbers)
    _store(
        AdviceStep(advice=one, kind=StepKind.GIVEN, on=long_ago, seat=seat)
        for one, seat in zip(advices, seats, strict=True)
    )
    meetings = _store(ResidentMeeting(group=group, on=long_ago, place=f"Zaal {n}") for n in numbers)
    _store(AgendaPoint(meeting=one, title="Begin") for one in meetings)


def _fill(cast: Cast, numbers: range) -> None:
    for topic in (_fill_partners, _fill_team, _fill_plans, _fill_group):
        topic(cast, numbers)
    Orientation.objects.get_or_create(project=cast.project, version=1)


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.HOUSE_VISITS, Phase.PICTURE])
def test_vandaag_of_the_leader_asks_few_queries_however_large_the_project(
    cast: Cast, browser: Browser, phase: Phase
) -> None:
    cast.project.phase = phase
    cast.project.save()
    page, leader = reverse("today"), browser(cast.person(Role.PROJECT_LEADER))
    _fill(cast, range(1, 2))
    one = count_queries(leader, page)
    _fill(cast, range(2, 1 + LEFT))
    few = count_queries(leader, page)
    _fill(cast, range(1 + LEFT, 201))
    assert count_queries(leader, page) == few
    assert max(one, few) < MOST
