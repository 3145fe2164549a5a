"""Referral routes (V5) beside direct actions, and the rule that visits wait until the routes stand."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from housevisits.models.directaction import TOPICS
from projects.access import roles_for
from projects.models import Concern, Membership, Project, ReferralRoute
from projects.overviews.referral import (
    after_workdays,
    gaps_of,
    routes_of,
    who_may_edit,
    why_no_planning,
)


@dataclass(frozen=True)
class Beside:
    """What stands beside the form of an action: the concern, its route or None, and a day that fits it.

    concern: None when nothing was chosen. day: when the promise of the route is over, a proposal."""

    concern: Concern | None = None
    route: ReferralRoute | None = None
    day: date | None = None


def concern_of(kind: str, topic: str) -> Concern:
    """The concern that a direct action is about. Raises ValueError for a topic of another kind."""
    return Concern(f"{kind}-{topic}")


def route_beside(project: Project, subject: str) -> Beside:
    """What to show beside the form when `subject` ('kind:topic') is chosen. At most one query."""
    kind, _colon, topic = subject.partition(":")
    if topic not in TOPICS.get(kind, ()):
        return Beside()
    concern = concern_of(kind, topic)
    found = routes_of(project).get(concern)
    route = found if found and found.stands else None  # nobody is sent along a draft
    day = after_workdays(timezone.localdate(), route.workdays) if route else None
    return Beside(concern, route, day)


def looked_up(typed: dict[str, Any], beside: Beside) -> dict[str, Any]:
    """What was `typed` so far, with the proposed day where no day was chosen by hand."""
    if typed.get("due_on", "") in ("", typed.get("proposed", "")):
        return typed | {"due_on": beside.day.isoformat() if beside.day else ""}
    return typed


def planning(project: Project, membership: Membership) -> dict[str, Any]:
    """Whether visits may be planned in `project`, for a page: why not, and who can help.

    One query while everything stands."""
    gaps = gaps_of(project)
    may_edit = membership.role in roles_for("projects.edit_referral_routes")
    return {
        "blocked": why_no_planning(gaps),
        "may_edit": may_edit,
        "editors": who_may_edit(project) if gaps and not may_edit else [],
    }
