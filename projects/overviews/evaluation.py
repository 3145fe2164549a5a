"""The days on which a team looks back: what is planned, what was held, and when it would be wise (E1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from projects.models import EvaluationMoment, EvaluationState, Phase, PhaseChange, Project
from projects.models.partner import months_after

AFTER_A_PHASE = timedelta(weeks=3)  # long enough to have time, short enough to remember
CLOSE = timedelta(days=60)  # a yearly moment this close to another one is not proposed


@dataclass(frozen=True)
class Proposal:
    """A day that would be wise. after_phase: 1 to 5, or None for the yearly one."""

    after_phase: int | None
    day: date

    @property
    def title(self) -> str:
        """What it would be called."""
        return str(EvaluationMoment(after_phase=self.after_phase))


@dataclass(frozen=True)
class LookingBack:
    """Everything about looking back in one project."""

    planned: tuple[EvaluationMoment, ...]
    held: tuple[EvaluationMoment, ...]
    proposals: tuple[Proposal, ...]


def moments_of(project: Project) -> list[EvaluationMoment]:
    """The days to look back that stand or were held, in order, with who leads them. One query."""
    found = project.evaluation_moments.exclude(state=EvaluationState.DROPPED)
    return list(found.select_related("leads__person"))


def looking_back_of(project: Project, changes: tuple[PhaseChange, ...]) -> LookingBack:
    """What `project` planned, held and might plan. changes: its steps, newest first. One query."""
    moments, day = moments_of(project), timezone.localdate()
    return LookingBack(
        planned=tuple(one for one in moments if one.state == EvaluationState.PLANNED),
        held=tuple(one for one in moments if one.state == EvaluationState.HELD),
        proposals=tuple(proposals(project, changes, moments, day)),
    )


def proposals(
    project: Project, changes: tuple[PhaseChange, ...], moments: list[EvaluationMoment], today: date
) -> Iterator[Proposal]:
    """Days for every phase that is over and was never looked back upon, and for the year that ends next."""
    known = {one.after_phase for one in moments}
    ended = {one.before: one.on for one in reversed(changes) if not one.back}
    for phase in Phase:
        if phase.value in known or phase > project.phase:
            continue
        if phase < project.phase:
            wise = ended.get(phase.value, today) + AFTER_A_PHASE
            yield Proposal(phase.value, max(wise, today + timedelta(days=7)))
    yearly = _next_year(project, today)
    if yearly and not any(abs(one.planned_on - yearly) < CLOSE for one in moments):
        yield Proposal(None, yearly)


def _next_year(project: Project, today: date) -> date | None:
    """The first day to come on which the project lasts a whole number of years; None past its end."""
    if project.starts_on is None:
        return None
    day, months = months_after(project.starts_on, 12), 12
    while day < today:
        months += 12
        day = months_after(project.starts_on, months)
    return None if project.ends_on and day > project.ends_on else day
