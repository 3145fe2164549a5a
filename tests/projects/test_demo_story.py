"""The story of the demo holds together on whichever day it is loaded."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.apps import apps
from django.db import models
from django.utils import timezone

from projects import demo
from projects.demo import (
    agreements,
    beginning,
    orientation,
    partners,
    phaseboard,
    residentgroup,
    story,
    surroundings,
    team,
    timeline,
    training,
)
from projects.models import AgreementVersion, CommunicationMoment, Project, TimelineItem
from projects.models.timeline import Kind

pytestmark = pytest.mark.django_db
PARTS = (partners, orientation, agreements, residentgroup, training, timeline, surroundings)
LATER = (team, phaseboard, beginning)
# New Year, a leap day, a Sunday on which the clock went ahead.
DAYS = (date(2027, 1, 1), date(2028, 2, 29), date(2031, 3, 30))


def _load() -> Project:
    demo.load(lambda _line: None)
    project = Project.objects.get(slug=demo.SLUG)
    for name in ("Noord", "Midden", "Zuid"):
        project.blocks.get_or_create(name=name)
    for part in (*PARTS, *LATER):
        part.load(lambda _line: None)
    return project


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_story_holds_together_on_any_day(day: date) -> None:
    with time_machine.travel(_at(day), tick=False):
        project = _load()
        _check_order(project, day)
        _check_waiting(project, day)
        _check_words()


def _check_order(project: Project, day: date) -> None:
    """Group, agreements, training, the phase of visits, a letter, visits, works: as the method asks."""
    items = project.timeline_items
    visits = min(items.filter(kind=Kind.VISITS).values_list("starts_on", flat=True))
    works = min(items.filter(kind=Kind.DEMOLITION).values_list("starts_on", flat=True))
    held = [one.on for one in project.training_sessions.filter(state="held") if one.on]
    planned = [one.on for one in project.training_sessions.filter(state="planned") if one.on]
    assert held and max(held) < visits < works < day < min(planned)
    assert set(held) <= {one for item in items.filter(kind=Kind.TRAINING) for one in _days_of(item)}
    entered = {change.after: change.on for change in project.phase_changes.all()}
    assert max(held) < entered[2] <= visits < entered[3] <= day
    agreed = dict(AgreementVersion.objects.filter(number=1).values_list("agreement__kind", "in_force_on"))
    assert set(agreed) == {"privacy", "communication", "vision", "roles"}
    assert all(one and one < min(held) for one in agreed.values())
    letter = CommunicationMoment.objects.get(project=project, origin="invitation")
    assert max(held) < letter.on < visits
    evenings = [one.on for one in project.resident_group.meetings.all()]
    assert project.starts_on is not None and project.starts_on < min(evenings) < min(agreed.values())
    assert entered[2] <= min(one.held_on for one in project.evaluation_moments.filter(state="held"))


def _days_of(item: TimelineItem) -> list[date]:
    return [item.starts_on + timedelta(days=n) for n in range(item.days)]


def _check_waiting(project: Project, day: date) -> None:
    """What is done is past, something always waits, and nobody works in the weekend."""
    moments = project.communication.all()
    assert all(one.on < day for one in moments if one.done_on)
    waiting = [one.on for one in moments if not one.done_on]
    assert min(waiting) < day
    assert any(day <= one <= day + timedelta(days=7) for one in waiting)
    assert all(one.on.weekday() < story.SATURDAY for one in moments if one.channel != "buurtfeest")
    assert all(one.due_on.weekday() < story.SATURDAY for one in project.tasks.exclude(due_on=None))
    begins = project.timeline_items.get(origin="demo:keuken-z").starts_on
    assert begins - moments.get(origin="works").on == timedelta(weeks=3)
    evening = project.resident_group.meetings.get(state="planned")
    assert day < evening.on == moments.get(audience="bewonersprojectgroep", done_on=None).on
    assert any(one.starts_on <= day <= one.ends_on for one in project.timeline_items.all())


def _check_words() -> None:
    """No real place, no day that was left open in a text."""
    texts = [text for model in apps.get_app_config("projects").get_models() for text in _texts(model)]
    assert len(texts) > 300
    assert not [text for text in texts if "Nijmegen" in text or "{20" in text]
    assert not Project.objects.exclude(place="Spoordam").exists()


def test_a_demo_that_is_loaded_further_on_another_day_keeps_its_days() -> None:
    with time_machine.travel(_at(date(2027, 3, 10)), tick=False):
        begun = story.on(story.BEGINS)
        Project.objects.create(slug=demo.SLUG, name="Spoorbuurt", place="Spoordam", starts_on=begun)
        before = story.on("2026-08-31")
    with time_machine.travel(_at(date(2027, 5, 10)), tick=False):
        assert story.on("2026-08-31") == before


def test_the_days_move_by_whole_weeks_and_stay_the_day_of_the_week() -> None:
    for day in DAYS:
        with time_machine.travel(_at(day), tick=False):
            assert story.on("2026-11-23") <= timezone.localdate() < story.on("2026-11-30")
            assert story.on("2026-03-02").weekday() == date(2026, 3, 2).weekday()


def _texts(model: type[models.Model]) -> list[str]:
    kinds = (models.CharField, models.TextField)
    names = [field.name for field in model._meta.concrete_fields if isinstance(field, kinds)]
    return [
        text for row in model._default_manager.values_list(*names) for text in row if isinstance(text, str)
    ]
