"""On Vandaag, over all apps: what somebody waits for or is late comes before routine."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from housevisits.models import Visit
from projects.models import (
    Advice,
    AdviceState,
    AdviceStep,
    CommunicationMoment,
    Person,
    Phase,
    Role,
    StepKind,
    Task,
)
from projects.services.residentgroup.group import group_for
from tests.cast import Cast, make_action

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
REGISTER = "Registreer een gesprek"
VISITS = "Je hebt vandaag 1 huisbezoek"
REMARK = "De groep zegt: dit klopt niet"


@pytest.fixture
def visiting(cast: Cast) -> Cast:
    """The cast while the house visits last."""
    cast.project.phase = Phase.HOUSE_VISITS
    cast.project.save(update_fields=["phase"])
    for held in cast.members.values():
        held.project = cast.project
    return cast


def titles(browser: Browser, person: Person) -> list[str]:
    """Everything on Vandaag for `person`, heaviest first."""
    context = browser(person).get(reverse("today")).context
    return [item.title for item in [*context["first"], *context["more"]]]


def _yesterday() -> date:
    return timezone.localdate() - timedelta(days=1)


def _late_task(cast: Cast) -> str:
    held = cast.members[Role.COMMUNITY_WORKER]
    Task.objects.create(project=cast.project, phase=1, title="Bel de school", owner=held, due_on=_yesterday())
    return "1 taak van jou is te laat"


def _late_message(cast: Cast) -> str:
    CommunicationMoment.objects.create(
        project=cast.project,
        on=_yesterday(),
        audience="bewoners",
        channel="brief",
        message="De gesprekken beginnen",
        member=cast.members[Role.COMMUNITY_WORKER],
    )
    return "Te laat: 1 bericht aan de buurt"


def _remark(cast: Cast) -> str:
    group = group_for(cast.project)
    advice = Advice.objects.create(group=group, title="De steigers", state=AdviceState.ANSWERED)
    for kind in (StepKind.GIVEN, StepKind.ANSWERED, StepKind.REMARK):
        AdviceStep.objects.create(advice=advice, kind=kind, on=_yesterday(), text="Het hek staat er nog.")
    return REMARK


def _late_action(cast: Cast) -> str:
    make_action(cast, due_on=_yesterday())
    return "1 afspraak is te laat"


@pytest.mark.parametrize("waits", [_late_task, _late_message, _remark, _late_action])
def test_what_is_late_or_waits_for_an_answer_comes_before_registering(
    visiting: Cast, browser: Browser, waits: Callable[[Cast], str]
) -> None:
    title = waits(visiting)
    shown = titles(browser, visiting.person(Role.COMMUNITY_WORKER))
    assert shown.index(title) < shown.index(REGISTER)


@pytest.mark.parametrize("role", [Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER, Role.PROJECT_LEADER])
def test_todays_visits_come_first(visiting: Cast, browser: Browser, role: str) -> None:
    _late_task(visiting), _late_message(visiting), _late_action(visiting), _remark(visiting)
    held = visiting.members[role]
    Visit.objects.create(household=visiting.homes[0], visitor=held, on=timezone.localdate())
    assert titles(browser, held.person)[0] == VISITS


def test_a_leader_who_visits_nobody_today_is_told_of_the_group_before_registering(
    visiting: Cast, browser: Browser
) -> None:
    _remark(visiting)
    shown = titles(browser, visiting.person(Role.PROJECT_LEADER))
    assert shown.index(REMARK) < shown.index(REGISTER)
