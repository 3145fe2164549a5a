"""On which day each proposal for the communication calendar would be, and which come too late.

Where the time line has what a proposal is about, it follows that; else it counts from the project's start.
No proposal lies in the past: what can still be told is for today, what is over is left out and said so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from projects.agreements.proposals import Anchor, Proposal, proposals_for
from projects.models import Project, TimelineItem
from projects.timeline.weeks import said

STILL_TODAY = timedelta(weeks=4)  # so late a message without a step on the time line still makes sense


@dataclass(frozen=True)
class Proposed:
    """A proposal with its day. step: what it follows on the time line. late: whether earlier was better."""

    proposal: Proposal
    on: date
    step: TimelineItem | None = None
    late: bool = False

    @property
    def follows(self) -> str:
        """The days of the step it follows, in words."""
        return said(self.step.starts_on, self.step.ends_on) if self.step else ""


@dataclass(frozen=True)
class Proposals:
    """What can be taken over, by day, and what is too late for that."""

    offered: tuple[Proposed, ...]
    too_late: tuple[Proposal, ...]


def proposed(project: Project, today: date | None = None) -> Proposals:
    """The proposals of which nothing was made yet. Two queries."""
    today = today or timezone.localdate()
    left = proposals_for(project)
    items = list(project.timeline_items.standing()) if left else []
    found = [(one, _placed(one, project, items, today)) for one in left]
    offered = sorted((day for _one, day in found if day), key=lambda day: day.on)
    return Proposals(tuple(offered), tuple(one for one, day in found if day is None))


def _placed(one: Proposal, project: Project, items: Sequence[TimelineItem], today: date) -> Proposed | None:
    """The proposal on its day; None when that is over."""
    for anchor in one.anchors:
        step = _step(anchor, items, today)
        if step is not None:
            day = _day(anchor, step)
            on = day + timedelta(weeks=anchor.weeks)
            return _kept(one, on, today, step) if max(on, day) >= today else None
    on = (project.starts_on or today) + timedelta(weeks=one.week)
    return _kept(one, on, today) if on >= today - STILL_TODAY else None


def _kept(one: Proposal, on: date, today: date, step: TimelineItem | None = None) -> Proposed:
    return Proposed(one, max(on, today), step, on < today)


def _step(anchor: Anchor, items: Sequence[TimelineItem], today: date) -> TimelineItem | None:
    """The first of its kind that is still to come, else the last that was; or the very first."""
    mine = sorted((item for item in items if item.kind in anchor.kinds), key=lambda item: _day(anchor, item))
    if anchor.opening:
        return mine[0] if mine else None
    ahead = (item for item in mine if _day(anchor, item) >= today)
    return next(ahead, mine[-1] if mine else None)


def _day(anchor: Anchor, item: TimelineItem) -> date:
    return item.ends_on if anchor.last else item.starts_on
