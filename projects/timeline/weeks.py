"""Weeks, months and the weeks in which hardly anybody is at home. Days are dates, both ends included."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)
# In these ISO weeks schools in all three holiday regions of the Netherlands are closed, and the building
# trade is mostly on holiday; the weeks before and after differ by region and by year.
SUMMER_WEEKS = (30, 33)


@dataclass(frozen=True)
class Span:
    """Some days in a row."""

    starts_on: date
    ends_on: date
    label: str = ""

    def meets(self, starts_on: date, ends_on: date) -> bool:
        """Whether a day lies in both."""
        return self.starts_on <= ends_on and starts_on <= self.ends_on

    def shared(self, starts_on: date, ends_on: date) -> int:
        """How many days lie in both."""
        return max((min(self.ends_on, ends_on) - max(self.starts_on, starts_on)).days + 1, 0)


def monday_of(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def month_of(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


def month_after(day: date) -> date:
    """The first day of the month after the one of `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def months_between(starts_on: date, ends_on: date) -> Iterator[date]:
    """The first day of each month that has a day between these two."""
    month = month_of(starts_on)
    while month <= ends_on:
        yield month
        month = month_after(month)


def christmas(year: int) -> Span:
    """The week of Christmas and the one after it, Monday to Sunday."""
    first = monday_of(date(year, 12, 25))
    return Span(first, first + 2 * WEEK - DAY, str(_CHRISTMAS))


def summer(year: int) -> Span:
    """The weeks of the summer in which every region is free, Monday to Sunday."""
    first, last = SUMMER_WEEKS
    return Span(date.fromisocalendar(year, first, 1), date.fromisocalendar(year, last, 7), str(_SUMMER))


_CHRISTMAS = gettext_lazy("kerst")
_SUMMER = gettext_lazy("zomer")


def holidays(starts_on: date, ends_on: date) -> list[Span]:
    """The holiday weeks that have a day between these two, in order."""
    years = range(starts_on.year - 1, ends_on.year + 1)
    found = [make(year) for year in years for make in (summer, christmas)]
    return [span for span in found if span.meets(starts_on, ends_on)]


def said(starts_on: date, ends_on: date) -> str:
    """The days as people say them: '3 maart', '3 tot en met 14 maart 2026'. The year stands once."""
    if starts_on == ends_on:
        return date_format(starts_on, "j F Y")
    first = "j F Y"
    if starts_on.year == ends_on.year:
        first = "j" if starts_on.month == ends_on.month else "j F"
    days = {"first": date_format(starts_on, first), "last": date_format(ends_on, "j F Y")}
    return _("%(first)s tot en met %(last)s") % days


def short(starts_on: date, ends_on: date) -> str:
    """The same in as few signs as fit beside a bar: '3–14 mrt'."""
    if starts_on == ends_on:
        return date_format(starts_on, "j b")
    first = "j" if (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month) else "j b"
    return f"{date_format(starts_on, first)}–{date_format(ends_on, 'j b')}"
