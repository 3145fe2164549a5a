"""The clock of the demo. Its story is written down as seen from one Monday, and moves along, in whole weeks,
with the week in which the demo is loaded; so the order of its steps and the days of the week stay right."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format

from projects.models import Project

SLUG = "spoorbuurt"
TOLD_ON = date(2026, 11, 23)  # the Monday from which the days in the demo's files are seen
BEGINS, ENDS = "2025-09-01", "2027-06-30"  # of the project
WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
SATURDAY, THURSDAY = 5, 3


def moved() -> timedelta:
    """How far this demo is moved, whole weeks: from the project when it is there, else from today."""
    begun = Project.objects.filter(slug=SLUG).values_list("starts_on", flat=True).first()
    if begun:
        return round((begun - date.fromisoformat(BEGINS)) / WEEK) * WEEK
    today = timezone.localdate()
    return today - today.weekday() * DAY - TOLD_ON


def on(day: str) -> date:
    """The day of the story ('2026-08-31'), in this demo."""
    return date.fromisoformat(day) + moved()


def in_words(day: str, form: str = "j F Y") -> str:
    """The same as a Dutch text reads it."""
    return date_format(on(day), form)


def from_today(days: int) -> date:
    """So many days from today, on a day on which people work: after a weekend, or before it in the past."""
    day = timezone.localdate() + timedelta(days=days)
    if day.weekday() < SATURDAY:
        return day
    return day - (day.weekday() - 4) * DAY if days < 0 else day + (7 - day.weekday()) * DAY


def working_days() -> Iterator[date]:
    """Today and the days after it on which people work."""
    day = timezone.localdate()
    while True:
        if day.weekday() < SATURDAY:
            yield day
        day += DAY


def thursday(weeks: int) -> date:
    """The Thursday of so many weeks from now; always after today for 0 and more."""
    today = timezone.localdate()
    return today + timedelta(days=(THURSDAY - today.weekday()) % 7 or 7) + weeks * WEEK
