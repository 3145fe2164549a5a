"""Days on which a team looks back: proposed, planned, held, dropped, and told on Vandaag (E1)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from msa import registry
from projects.models import EvaluationMoment, EvaluationState, Person, PhaseChange, Project, Role
from projects.overviews.evaluation import AFTER_A_PHASE, looking_back_of
from projects.overviews.requirements import requirements_of
from projects.services import Refused
from projects.services.evaluation import drop_moment, plan_moment
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
LEADER = Role.PROJECT_LEADER


def _page(cast: Cast, name: str, *arguments: object) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def _moment(
    cast: Cast, days: int = 3, role: str = LEADER, after: int | None = 1, **more: str
) -> EvaluationMoment:
    return plan_moment(
        project=cast.project,
        by=cast.person(LEADER),
        planned_on=timezone.localdate() + timedelta(days=days),
        after_phase=after,
        leads=cast.members[role],
        **more,
    )


def _proposed(project: Project) -> list[tuple[int | None, date]]:
    found = looking_back_of(project, tuple(project.phase_changes.all()))
    return [(one.after_phase, one.day) for one in found.proposals]


def test_days_are_proposed_after_every_phase_that_is_over_and_every_year(cast: Cast) -> None:
    today, project = timezone.localdate(), cast.project
    assert _proposed(project) == []
    ended = today + timedelta(days=1)
    project.phase, project.starts_on = 3, today - timedelta(days=100)
    project.save()
    PhaseChange.objects.create(project=project, before=1, after=2, on=today - timedelta(days=90))
    PhaseChange.objects.create(project=project, before=2, after=3, on=ended)
    in_a_week = today + timedelta(days=7)
    year = project.starts_on.replace(year=project.starts_on.year + 1)
    assert _proposed(project) == [(1, in_a_week), (2, ended + AFTER_A_PHASE), (None, year)]
    _moment(cast, after=1)
    assert [after for after, _day in _proposed(project)] == [2, None]
    project.ends_on = year - timedelta(days=1)
    assert [after for after, _day in _proposed(project)] == [2]


def test_a_proposal_becomes_a_plan_and_then_something_that_was_held(cast: Cast, browser: Browser) -> None:
    client, today = browser(cast.person(LEADER)), timezone.localdate()
    page = client.get(_page(cast, "evaluation_new") + "?na=1&dag=2030-05-06").content.decode()
    assert 'value="2030-05-06"' in page
    assert '<option value="1" selected>' in page
    client.post(_page(cast, "evaluation_new"), {"after_phase": 1, "planned_on": today, "leads": ""})
    moment = EvaluationMoment.objects.get()
    assert "looking_back_1" in {rule.key for rule in requirements_of(cast.project)[2].met}
    typed = {
        "after_phase": 1,
        "planned_on": today,
        "leads": "",
        "held_on": today,
        "note": "Minder op een dag",
    }
    client.post(_page(cast, "evaluation", moment.pk), typed)
    moment.refresh_from_db()
    assert (moment.state, moment.note) == (EvaluationState.HELD, "Minder op een dag")
    assert "Minder op een dag" in client.get(_page(cast, "phase_board")).content.decode()


@pytest.mark.parametrize(
    "typed", [{"planned_on": "x"}, {"after_phase": "9"}, {"leads": "99999"}, {"held_on": "2099-01-01"}]
)
def test_bad_input_is_said_at_the_field(cast: Cast, browser: Browser, typed: dict) -> None:
    moment = _moment(cast)
    data = {"after_phase": 1, "planned_on": "2030-01-01", "note": "Blijft staan"} | typed
    answer = browser(cast.person(LEADER)).post(_page(cast, "evaluation", moment.pk), data)
    assert 'class="field__error"' in answer.content.decode()
    assert "Blijft staan" in answer.content.decode()
    moment.refresh_from_db()
    assert moment.note == ""


def test_dropping_can_be_undone(cast: Cast, browser: Browser) -> None:
    moment, client = _moment(cast), browser(cast.person(LEADER))
    page = client.post(_page(cast, "evaluation_drop", moment.pk), follow=True).content.decode()
    assert _page(cast, "evaluation_restore", moment.pk) in page
    assert client.get(_page(cast, "evaluation", moment.pk)).status_code == 404
    client.post(_page(cast, "evaluation_restore", moment.pk))
    moment.refresh_from_db()
    assert moment.state == EvaluationState.PLANNED


@pytest.mark.parametrize(("days", "told"), [(15, False), (14, True), (0, True), (-1, True)])
def test_vandaag_tells_who_leads_it_when_it_is_near(
    cast: Cast, browser: Browser, days: int, told: bool
) -> None:
    _moment(cast, days, Role.COMMUNITY_WORKER)
    words = "Terugblik na fase 1: Voorbereiding"
    for role, hears in ((Role.COMMUNITY_WORKER, told), (Role.HOUSING_OFFICER, False), (LEADER, told)):
        page = browser(cast.person(role)).get(reverse("today")).content.decode()
        assert (words in page) is hears, role
        assert (f"Rond af: {words}" in page) is (hears and days < 0)


def test_everybody_reads_the_days_and_managers_plan_them(cast: Cast, browser: Browser) -> None:
    _moment(cast)
    page = browser(cast.person(Role.HOUSING_OFFICER)).get(_page(cast, "phase_board")).content.decode()
    assert "Terugblik na fase 1" in page
    assert "Plan een moment" not in page


def test_the_board_asks_as_much_with_many_moments(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(LEADER))
    _moment(cast, after=1)
    few = count_queries(client, _page(cast, "phase_board"))
    for number in range(200):
        _moment(cast, days=number, after=1 + number % 5, why_again="Voor de vergelijking")
    assert count_queries(client, _page(cast, "phase_board")) == few


def test_who_leaves_gives_the_days_that_are_still_to_come(cast: Cast) -> None:
    planned, held = _moment(cast), _moment(cast, after=2)
    EvaluationMoment.objects.filter(pk=held.pk).update(state=EvaluationState.HELD)
    work = {one.key: one for part in registry.handover for one in part.call(cast.members[LEADER])}
    assert work["evaluation moments"].count == 1
    taker = cast.members[Role.COMMUNITY_WORKER]
    work["evaluation moments"].give(taker, cast.person(Role.ADMINISTRATOR))
    planned.refresh_from_db()
    held.refresh_from_db()
    assert (planned.leads, held.leads) == (taker, cast.members[LEADER])


WORKER = Role.COMMUNITY_WORKER


def _run(cast: Cast) -> tuple[date, date]:
    """First and last day of the project."""
    first, last = date(2026, 3, 2), date(2027, 6, 30)
    Project.objects.filter(pk=cast.project.pk).update(starts_on=first, ends_on=last)
    cast.project.refresh_from_db()
    return first, last


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        ("2020-01-01", "Het project begint op 2 maart 2026."),
        ("2026-03-01", "Het project begint op 2 maart 2026."),
        ("2026-03-02", ""),
        ("2028-06-30", ""),
        ("2028-07-01", "Het project loopt tot en met 30 juni 2027."),
    ],
)
def test_looking_back_belongs_to_the_project_and_the_year_after_it(
    cast: Cast, browser: Browser, day: str, wrong: str
) -> None:
    _run(cast)
    typed = {"after_phase": 1, "planned_on": day, "leads": ""}
    page = browser(cast.person(LEADER)).post(_page(cast, "evaluation_new"), typed, follow=True)
    assert wrong in page.content.decode()
    assert EvaluationMoment.objects.exists() is not bool(wrong)
    with pytest.raises(Refused, match="Het project"):
        plan_moment(
            project=cast.project,
            by=cast.person(LEADER),
            planned_on=date(2020, 1, 1),
            after_phase=1,
            leads=None,
        )


@pytest.mark.parametrize("after", [1, None])
def test_a_second_one_of_a_phase_or_a_year_needs_a_reason(
    cast: Cast, browser: Browser, after: int | None
) -> None:
    first = _moment(cast, days=30, after=after)
    client = browser(cast.person(LEADER))
    typed = {"after_phase": after or "", "planned_on": first.planned_on + timedelta(days=9), "leads": ""}
    page = client.post(_page(cast, "evaluation_new"), typed).content.decode()
    assert "Dit moment is er al" in page
    assert 'name="why_again"' in page
    page = client.post(
        _page(cast, "evaluation_new"), typed | {"why_again": "Zuid is later klaar"}, follow=True
    ).content.decode()
    assert EvaluationMoment.objects.count() == 2
    assert "Nog een keer, omdat: Zuid is later klaar" in page


def test_the_next_year_and_what_left_the_list_are_no_second_one(cast: Cast) -> None:
    first = _moment(cast, days=10, after=None)
    _moment(cast, days=10 + 365, after=None)
    drop_moment(moment=first, by=cast.person(LEADER))
    _moment(cast, days=12, after=None)
    with pytest.raises(Refused, match="er al"):
        _moment(cast, days=14, after=None)


def test_another_moment_cannot_be_changed_into_one_that_is_there(cast: Cast, browser: Browser) -> None:
    _moment(cast, after=1)
    second = _moment(cast, after=2)
    typed = {"after_phase": 1, "planned_on": second.planned_on, "leads": "", "held_on": "", "note": ""}
    page = browser(cast.person(LEADER)).post(_page(cast, "evaluation", second.pk), typed).content.decode()
    assert "Dit moment is er al" in page
    second.refresh_from_db()
    assert second.after_phase == 2


def test_who_leads_a_moment_writes_down_what_came_of_it_and_nothing_else(
    cast: Cast, browser: Browser
) -> None:
    moment = _moment(cast, days=-1, role=WORKER)
    client, address = browser(cast.person(WORKER)), _page(cast, "evaluation", moment.pk)
    assert address in client.get(reverse("today")).content.decode()
    assert address in client.get(_page(cast, "phase_board")).content.decode()
    page = client.get(address).content.decode()
    assert 'name="note"' in page
    assert 'name="planned_on"' not in page
    assert _page(cast, "evaluation_drop", moment.pk) not in page
    day = moment.planned_on
    typed = {"held_on": day, "note": "Kleinere groepen", "planned_on": "2030-01-01", "after_phase": 3}
    client.post(address, typed)
    moment.refresh_from_db()
    assert (moment.state, moment.note) == (EvaluationState.HELD, "Kleinere groepen")
    assert (moment.planned_on, moment.after_phase) == (day, 1)


def test_a_colleague_who_does_not_lead_it_opens_nothing(cast: Cast, browser: Browser) -> None:
    moment = _moment(cast, role=WORKER)
    client = browser(cast.person(Role.HOUSING_OFFICER))
    assert client.get(_page(cast, "evaluation", moment.pk)).status_code == 403
    assert client.post(_page(cast, "evaluation", moment.pk), {"note": "x"}).status_code == 403
