"""Snapshots: made in the worker from the register, refused where they must be, stored whole or not at all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from housevisits.models import Conversation
from msa.jobs import Refused
from msa.models import Job, JobState
from neighbourhood import questions
from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Snapshot, Theme
from neighbourhood.register import load_register
from neighbourhood.services.snapshots import KEPT, make_snapshot, request_snapshot
from neighbourhood.tasks import make_snapshot_task
from projects.models import Person
from tests.neighbourhood import factories

pytestmark = pytest.mark.django_db


def leader_of(project):
    return Person.objects.get(memberships__project=project)


def test_a_snapshot_stores_figures_charts_and_context(made_snapshot):
    snapshot = made_snapshot
    figures = figures_from_json(snapshot.figures)
    assert figures.n == 60
    assert {chart.question for chart in snapshot.charts.filter(background="")} == {
        question.key for question in figures.questions
    }
    assert snapshot.charts.filter(background="block").exists()
    assert snapshot.context["homes"] == 120
    assert snapshot.context["period"] == ["2026-03", "2026-03"]
    assert snapshot.context["reach"]["whole"]["reached"] == 60
    assert [part["label"] for part in snapshot.context["reach"]["blocks"]] == ["Noord", "Midden", "Zuid"]
    assert snapshot.audit["passed"] is True


def test_every_chart_has_a_wide_and_a_narrow_form(snapshot):
    for chart in snapshot.charts.all():
        assert 'viewBox="0 0 680' in chart.svg
        assert 'viewBox="0 0 340' in chart.narrow


def test_who_held_the_conversation_is_not_among_the_figures(snapshot):
    assert "held_by" not in {question["key"] for question in snapshot.figures["questions"]}


def test_signals_are_told_in_rounded_words(snapshot):
    assert {signal["text"] for signal in snapshot.context["signals"]} == {"afgerond 15", "afgerond 20"}


def test_nine_conversations_are_too_few():
    project = factories.make_project()
    factories.add_conversations(project, 9)
    with pytest.raises(Refused, match="nog 1 nodig"):
        make_snapshot(project=project)
    assert not Snapshot.objects.exists()


def test_nine_new_conversations_do_not_make_a_new_snapshot_and_ten_do(made_snapshot):
    factories.add_conversations(made_snapshot.project, 9, seed=2)
    with pytest.raises(Refused, match="nog 1 nodig"):
        make_snapshot(project=made_snapshot.project)
    factories.add_conversations(made_snapshot.project, 31, seed=3)
    assert make_snapshot(project=made_snapshot.project).number == 2


def test_an_answer_that_no_question_knows_stops_the_snapshot_and_stores_nothing():
    project = factories.make_project()
    strange = factories.add_conversations(project, 20)[0]
    strange.answers["trend"] = "sideways"
    strange.save()
    with pytest.raises(ValueError, match="trend"):
        make_snapshot(project=project)
    assert not Snapshot.objects.exists()


def test_themes_are_weighed_in_rounded_words_with_a_snapshot(made_snapshot):
    many = Theme.objects.get(title="Buren letten op elkaar")
    few = Theme.objects.get(title="Een verhaal apart")
    assert (many.weight, many.quotable) == ("afgerond 60", True)
    assert (few.weight, few.quotable) == ("afgerond 5", False)


def test_members_are_kept_of_the_last_snapshots_only(snapshot):
    old = [
        Snapshot(
            project=snapshot.project,
            number=number,
            made_on=snapshot.made_on,
            figures=snapshot.figures,
            members=b"somebody",
        )
        for number in range(100, 100 + KEPT)
    ]
    Snapshot.objects.bulk_create(old)
    from neighbourhood.services.snapshots import _forget_old_members

    _forget_old_members(snapshot.project)
    snapshot.refresh_from_db()
    assert bytes(snapshot.members) == b""
    assert Snapshot.objects.filter(members=b"somebody").count() == KEPT


def test_a_double_click_gives_one_job():
    project = factories.make_project()
    leader = leader_of(project)
    first = request_snapshot(project=project, person=leader)
    second = request_snapshot(project=project, person=leader)
    assert first.pk == second.pk
    assert Job.objects.count() == 1


def test_the_task_makes_the_snapshot_and_may_come_twice():
    project = factories.make_project()
    factories.add_conversations(project, 30)
    job = request_snapshot(project=project, person=leader_of(project))
    make_snapshot_task(str(job.key))
    make_snapshot_task(str(job.key))
    job.refresh_from_db()
    assert job.state == JobState.DONE
    assert Snapshot.objects.count() == 1


def test_a_refusal_reaches_the_person_in_dutch():
    project = factories.make_project()
    factories.add_conversations(project, 3)
    job = request_snapshot(project=project, person=leader_of(project))
    make_snapshot_task(str(job.key))
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert "te weinig gesprekken" in job.message


def test_the_register_is_read_in_one_query_without_texts():
    project = factories.make_project()
    factories.add_conversations(project, 12)
    keys = [question.key for question in questions.closed_questions(project)]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        table = load_register(project, keys)
    assert len(queries) == 1
    assert "storyblock" not in queries[0]["sql"].lower()
    assert len(table) == 12


def test_another_projects_conversations_stay_out(snapshot):
    other = factories.make_project("andere-buurt")
    factories.add_conversations(other, 15, seed=9)
    assert len(load_register(snapshot.project, ["trend"])) == 60
    assert Conversation.objects.count() == 75
