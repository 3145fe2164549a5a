"""The communication calendar by month, and as it is frozen in a communication plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.formats import date_format

from projects.models import CommunicationMoment, Project


@dataclass(frozen=True)
class Month:
    """The moments of one month, in order."""

    first: date
    moments: list[CommunicationMoment]

    @property
    def label(self) -> str:
        """'maart 2026'."""
        return date_format(self.first, "F Y")


def by_month(moments: Iterable[CommunicationMoment]) -> list[Month]:
    """Moments grouped by month; they come in order of their day."""
    grouped = groupby(moments, key=lambda one: one.on.replace(day=1))
    return [Month(first, list(found)) for first, found in grouped]


def frozen_calendar(project: Project) -> list[dict[str, Any]]:
    """The calendar as text, for a version that never changes. Roles and functions, no names of people."""
    found = project.communication.present().select_related("member")
    return [
        {
            "on": one.on.isoformat(),
            "audience": one.audience,
            "channel": one.channel,
            "message": one.message,
            "who": one.who_function,
        }
        for one in found
    ]


def calendar_rows(frozen: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """A frozen calendar with days that can be written in Dutch."""
    return [row | {"day": date.fromisoformat(row["on"])} for row in frozen]
