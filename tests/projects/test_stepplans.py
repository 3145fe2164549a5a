"""Step plans: complete and with a source, chosen by step, never doubled, taken off and put back (S11)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.models import Person, Role, Task
from projects.services.stepplans import ChosenStep, apply_plan, remove_untouched, restore_removed, usual_day
from projects.services.tasks import finish_task
from projects.stepplans import PLANS, PlanStep, StepPlan
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
SNAP = PLANS["snap"]


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_a_plan_is_complete_and_fits_in_tasks(plan: StepPlan) -> None:
    assert plan.about and plan.fits and plan.beware
    assert any(year in plan.source for year in ("2021", "2022"))
    assert (
        len({step.key for step in plan.steps}) == len({step.title for step in plan.steps}) == len(plan.steps)
    )
    for step in plan.steps:
        assert len(step.title) <= 160 and len(step.how) <= 1000 and step.how[-1] in ".?"
        assert step.role in Role.values and 1 <= step.phase <= 5


def test_the_plans_have_the_steps_of_their_sources() -> None:
    assert len(SNAP.steps) == 7
    assert len(PLANS["ruwaard"].steps) == 11
    phases = ["Verkennen", "Opbouwen", "Handhaven", "Renoveren", "Anders toewijzen", "Beheren"]
    begun = [step.title.partition(":")[0] for step in PLANS["sociaal-renoveren"].steps]
    assert list(dict.fromkeys(begun)) == phases
    assert len({step.title.split()[0].strip(":,") for step in PLANS["collectief-werken"].steps}) == 4


@pytest.mark.parametrize(
    ("weeks", "day"), [(None, None), (0, date(2026, 5, 4)), (1, date(2026, 5, 11)), (2, date(2026, 5, 18))]
)
def test_the_usual_day_counts_from_the_beginning(weeks: int | None, day: date | None) -> None:
    step = PlanStep("a", 1, "Titel", "Zo.", Role.PROJECT_LEADER, weeks)
    assert usual_day(step, date(2026, 5, 2 if weeks is not None else 4)) == day  # a Saturday moves to Monday


def _page(cast: Cast, name: str = "stepplan", plan: str = "snap") -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, plan])


def _typed(cast: Cast, **changes: object) -> dict[str, object]:
    typed: dict[str, object] = {"start": "2030-01-07"}
    for step in SNAP.steps:
        typed |= {f"take_{step.key}": "on", f"owner_{step.key}": "", f"due_{step.key}": ""}
    return typed | changes


def test_all_steps_are_ticked_with_who_usually_leads(cast: Cast, browser: Browser) -> None:
    page = browser(cast.person(Role.PROJECT_LEADER)).get(_page(cast)).content.decode()
    assert page.count(" checked") == len(SNAP.steps)
    leader = cast.members[Role.PROJECT_LEADER]
    assert page.count(f'<option value="{leader.pk}" selected>') == sum(
        step.role == Role.PROJECT_LEADER for step in SNAP.steps
    )
    assert SNAP.source.split(":")[0] in page


def test_choosing_is_looked_at_once_more_and_then_made(cast: Cast, browser: Browser) -> None:
    client, officer = browser(cast.person(Role.PROJECT_LEADER)), cast.members[Role.HOUSING_OFFICER]
    typed = _typed(cast, owner_context=officer.pk, due_context="2030-02-01", act="preview")
    del typed["take_geld"]
    page = client.post(_page(cast), typed).content.decode()
    assert "Zet deze 6 taken op de lijst" in page
    assert officer.person.name in page
    assert not Task.objects.exists()
    answer = client.post(_page(cast), typed | {"act": "make"}, follow=True).content.decode()
    assert "6 taken staan op de lijst." in answer
    first = Task.objects.get(title=SNAP.steps[0].title)
    assert (first.owner, first.due_on, first.origin) == (officer, date(2030, 2, 1), "stepplan:snap")
    client.post(_page(cast), typed | {"act": "make", "take_geld": "on"})
    assert Task.objects.count() == 7, "doing it again adds what was left out and doubles nothing"
    assert "Alle stappen van dit plan staan op jullie lijst." in client.get(_page(cast)).content.decode()


def test_other_days_are_reckoned_from_another_start(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    page = client.post(_page(cast), _typed(cast, act="days", start="2031-03-03")).content.decode()
    assert (date(2031, 3, 3) + timedelta(weeks=3)).isoformat() in page
    assert client.post(_page(cast), _typed(cast, act="days", start="2031-13-99")).status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        {f"take_{step.key}": "" for step in SNAP.steps},
        {"start": "gisteren"},
        {"owner_context": "99999"},
        {"due_geld": "2030-02-31"},
    ],
)
def test_bad_choices_make_nothing(cast: Cast, browser: Browser, typed: dict) -> None:
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(_page(cast), _typed(cast, act="make", **typed))
    assert answer.status_code == 200
    assert not Task.objects.exists()


def test_the_team_reads_a_plan_and_makes_no_tasks_of_it(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.COMMUNITY_WORKER))
    page = client.post(_page(cast), _typed(cast, act="make")).content.decode()
    assert SNAP.steps[0].title in page
    assert 'name="act"' not in page
    assert not Task.objects.exists()


def test_what_nobody_touched_is_taken_off_and_put_back(cast: Cast, browser: Browser) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    made = apply_plan(
        project=cast.project, by=leader, plan=SNAP, chosen=[ChosenStep(step) for step in SNAP.steps]
    )
    finish_task(task=made[0], by=leader)
    client = browser(leader)
    page = client.post(_page(cast, "stepplan_remove"), follow=True).content.decode()
    assert "6 taken zijn van de lijst." in page
    assert _page(cast, "stepplan_restore") in page
    assert Task.objects.kept().get() == made[0]
    page = client.post(_page(cast, "stepplan_restore"), follow=True).content.decode()
    assert "6 taken staan weer op de lijst." in page
    assert Task.objects.open().count() == 6


def test_a_step_that_was_taken_off_comes_back_when_it_is_chosen_again(cast: Cast) -> None:
    leader, chosen = cast.person(Role.PROJECT_LEADER), [ChosenStep(SNAP.steps[0])]
    apply_plan(project=cast.project, by=leader, plan=SNAP, chosen=chosen)
    assert remove_untouched(project=cast.project, by=leader, plan=SNAP) == 1
    again = [ChosenStep(SNAP.steps[0], cast.members[Role.PROJECT_LEADER], timezone.localdate())]
    apply_plan(project=cast.project, by=leader, plan=SNAP, chosen=again)
    task = Task.objects.get()
    assert (task.removed_at, task.owner) == (None, cast.members[Role.PROJECT_LEADER])
    assert restore_removed(project=cast.project, by=leader, plan=SNAP) == 0


def test_the_pages_ask_as_much_for_few_as_for_many(cast: Cast, browser: Browser) -> None:
    leader = cast.person(Role.PROJECT_LEADER)
    client, plans = browser(leader), reverse("projects:stepplans", args=[cast.project.slug])
    apply_plan(project=cast.project, by=leader, plan=SNAP, chosen=[ChosenStep(SNAP.steps[0])])
    few = count_queries(client, plans), count_queries(client, _page(cast))
    apply_plan(
        project=cast.project, by=leader, plan=SNAP, chosen=[ChosenStep(step) for step in SNAP.steps[:5]]
    )
    assert (count_queries(client, plans), count_queries(client, _page(cast))) == few
