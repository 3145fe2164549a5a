"""The days on which a team looks back: what is planned, what was held, and when it would be wise (E1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from projects.models import EvaluationMoment, EvaluationState, Phase, PhaseChange, Project
from projects.models.partner import months_after

AFTER_A_PHASE = timedelta(weeks=3)  # long enough to have time, short enough to remember
CLOSE = timedelta(days=60)  # a yearly moment this close to another one is not proposed


A_YEAR = 12  # months after its end in which a project can still be looked back upon
HALF_A_YEAR = timedelta(days=183)  # two yearly moments closer than this are the same one twice


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


def outside(project: Project, day: date) -> str:
    """Why `day` is no day to look back on `project`, as a Dutch sentence; empty when it is one."""
    if project.starts_on and day < project.starts_on:
        text = _("Het project begint op %(day)s. Kies een dag daarna.")
        return text % {"day": date_format(project.starts_on, "j F Y")}
    if project.ends_on and day > months_after(project.ends_on, A_YEAR):
        text = _("Het project loopt tot en met %(day)s. Terugkijken kan tot een jaar daarna.")
        return text % {"day": date_format(project.ends_on, "j F Y")}
    return ""


def twin_of(
    project: Project, *, after_phase: int | None, day: date, besides: int | None = None
) -> EvaluationMoment | None:
    """The moment that is there already for this phase, or for the year round `day`. One query.

    besides: pk of the moment that is looked at itself.
    """
    alike = project.evaluation_moments.exclude(state=EvaluationState.DROPPED)
    alike = alike.filter(after_phase=after_phase)
    if besides is not None:
        alike = alike.exclude(pk=besides)
    if after_phase is None:
        alike = alike.filter(planned_on__range=(day - HALF_A_YEAR, day + HALF_A_YEAR))
    return alike.first()


def twin_text(twin: EvaluationMoment) -> str:
    """That there is one already, and what to do, as Dutch sentences."""
    text = _("Dit moment is er al, op %(day)s. Wijzig dat, of schrijf hier op waarom er nog een komt.")
    return text % {"day": date_format(twin.held_on or twin.planned_on, "j F Y")}


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
