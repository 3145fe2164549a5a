"""Who learnt what, read in a number of queries that does not grow (V6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.models import (
    Attendance,
    LearntElsewhere,
    Membership,
    Practice,
    Presence,
    Project,
    Role,
    SessionState,
    TrainingSession,
)
from projects.overviews.partners import listed
from projects.training.rules import Need, misses_practice, missing_topics, need_of, oldest_that_counts
from projects.training.topics import Topic


@dataclass(frozen=True)
class Learnt:
    """How a topic was learnt. where: empty for a session of this project. pk: of the row when elsewhere."""

    on: date | None
    where: str = ""
    pk: int | None = None


@dataclass(frozen=True)
class TrainingState:
    """How far somebody is. learnt: by key of Topic. practised_on: None when never, or not needed."""

    role: str
    learnt: Mapping[str, Learnt] = field(default_factory=dict)
    practised_on: date | None = None

    @property
    def need(self) -> Need:
        """What this role has to learn."""
        return need_of(self.role)

    @property
    def needed(self) -> bool:
        """Whether this role has to learn anything."""
        return bool(self.need.topics or self.need.practice)

    @property
    def missing(self) -> tuple[Topic, ...]:
        """The topics that still lack."""
        return missing_topics(self.role, self.learnt)

    @property
    def misses_practice(self) -> bool:
        """Whether the practice registration still lacks."""
        return misses_practice(self.role, self.practised_on is not None)

    @property
    def trained(self) -> bool:
        """Whether nothing lacks."""
        return not self.missing and not self.misses_practice

    @property
    def lacks(self) -> list[str]:
        """What still lacks, as words in Dutch."""
        words = [f"‘{topic.label}’" for topic in self.missing]
        return [*words, _("de oefening")] if self.misses_practice else words

    @property
    def lacks_text(self) -> str:
        """The same as one phrase; all at once when nothing was learnt yet."""
        if len(self.missing) == len(Topic):
            return _("de hele training en de oefening") if self.misses_practice else _("de hele training")
        return listed(self.lacks)

    @property
    def label(self) -> str:
        """How far somebody is, in a few Dutch words."""
        if not self.needed:
            return _("geen training nodig")
        if self.trained:
            return _("getraind")
        if not self.missing:
            return _("moet nog oefenen")
        if len(self.missing) == len(self.need.topics):
            return _("nog niet getraind")
        count = len(self.lacks)
        return ngettext("mist nog %(n)s onderdeel", "mist nog %(n)s onderdelen", count) % {"n": count}


def training_states(project: Project) -> dict[int, TrainingState]:
    """How far everybody is who takes part in `project`, by key of the membership. Four queries."""
    roles = dict(project.memberships.filter(active=True).order_by().values_list("pk", "role"))
    return _states(roles, Q(membership__project=project))


def state_of(membership: Membership) -> TrainingState:
    """How far the holder of `membership` is. Three queries, none for a role that needs no training."""
    if not need_of(membership.role).topics:
        return TrainingState(membership.role)
    return _states({membership.pk: membership.role}, Q(membership=membership))[membership.pk]


def _states(roles: Mapping[int, str], which: Q) -> dict[int, TrainingState]:
    learnt: dict[int, dict[str, Learnt]] = {pk: {} for pk in roles}
    for one in _attended(which):
        for topic in one.session.topics:
            learnt.get(one.membership_id, {}).setdefault(topic, Learnt(one.session.on))
    for credit in LearntElsewhere.objects.filter(which):
        found = Learnt(credit.on, credit.where, credit.pk)
        learnt.get(credit.membership_id, {}).setdefault(credit.topic, found)
    practised = dict(Practice.objects.filter(which).values_list("membership", "on"))
    return {pk: TrainingState(role, learnt[pk], practised.get(pk)) for pk, role in roles.items()}


def _attended(which: Q) -> "QuerySet[Attendance]":
    """Who was at a session that took place."""
    found = Attendance.objects.filter(which, presence=Presence.PRESENT, session__state=SessionState.HELD)
    return found.select_related("session").order_by("session__on")


@dataclass(frozen=True)
class TeamLine:
    """One member in the overview of the team, with a cell for each topic."""

    membership: Membership
    state: TrainingState
    cells: list["Cell"]


@dataclass(frozen=True)
class Cell:
    """One topic for one member. state: learnt, missing or free (not needed)."""

    topic: Topic
    state: str
    learnt: Learnt | None = None


def team_lines(project: Project) -> list[TeamLine]:
    """Everybody who needs training, who lacks most first. Five queries."""
    states = training_states(project)
    members = project.memberships.filter(active=True).select_related("person").order_by("person__name")
    lines = [
        TeamLine(held, states[held.pk], cells_of(states[held.pk]))
        for held in members
        if states[held.pk].needed
    ]
    return sorted(lines, key=lambda line: (line.state.trained, _order(line.membership)))


def _order(membership: Membership) -> int:
    return list(Role.values).index(membership.role)


def cells_of(state: TrainingState) -> list[Cell]:
    """A cell for each topic, in the order of the list."""
    return [Cell(topic, _cell_state(topic, state), state.learnt.get(topic.value)) for topic in Topic]


def _cell_state(topic: Topic, state: TrainingState) -> str:
    if topic.value in state.learnt:
        return "learnt"
    return "missing" if topic in state.need.topics else "free"


@dataclass(frozen=True)
class FromElsewhere:
    """What somebody learnt in other projects and that could count here. topics: key to (day, membership)."""

    topics: dict[str, tuple[date, int]]
    practice: tuple[date, int] | None = None

    def __bool__(self) -> bool:
        return bool(self.topics or self.practice)

    @property
    def words(self) -> list[str]:
        """The same in Dutch words."""
        known = [f"‘{topic.label}’" for topic in Topic if topic.value in self.topics]
        return [*known, _("de oefening")] if self.practice else known


def from_elsewhere(membership: Membership, today: date) -> FromElsewhere:
    """What lacks here and was learnt in another project not too long ago. At most six queries."""
    state = state_of(membership)
    if state.trained:
        return FromElsewhere({})
    since = oldest_that_counts(today)
    which = Q(membership__person=membership.person_id) & ~Q(membership__project=membership.project_id)
    found = _learnt_since(which, since)
    wanted = {topic.value for topic in state.missing}
    return FromElsewhere(
        {topic: one for topic, one in found.items() if topic in wanted},
        _practised_since(which, since) if state.misses_practice else None,
    )


def _learnt_since(which: Q, since: date) -> dict[str, tuple[date, int]]:
    found = [
        (topic, one.session.on, one.membership_id)
        for one in _attended(which).filter(session__on__gte=since)
        if one.session.on is not None
        for topic in one.session.topics
    ]
    written = LearntElsewhere.objects.filter(which, on__gte=since)
    found += list(written.values_list("topic", "on", "membership"))
    return {topic: (day, held) for topic, day, held in sorted(found, key=lambda one: one[1])}


def _practised_since(which: Q, since: date) -> tuple[date, int] | None:
    found = Practice.objects.filter(which, on__gte=since).order_by("-on").values_list("on", "membership")
    return found.first()


def sessions_of(project: Project) -> "QuerySet[TrainingSession]":
    """All sessions of a project, with who was invited. Two queries."""
    return project.training_sessions.prefetch_related("attendances__membership__person")


def link_lines(text: str) -> list[dict[str, Any]]:
    """The links of a session: of each line the address, and the words before it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [line.rpartition(" ") for line in lines]
    return [{"url": url, "label": words.strip() or url.removeprefix("https://")} for words, _sp, url in found]
