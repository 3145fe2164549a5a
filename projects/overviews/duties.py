"""Who does what on a visit: the agreement of a project, or the proposal it starts from (V3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from msa.models import AuditEntry
from projects.models import Project, Role, VisitDuty
from projects.rules.groups import PROJECT_TEAM
from projects.team.duties import ALONE, BOTH, DUTIES, IN_A_PAIR, LEADING, LEADS, OTHER, PROPOSAL, VISITOR

AGREED, COPIED = "visit duties agreed", "visit duties taken over"  # in the audit trail

# Those who go on a visit by two: one of each, or two of one.
PAIR = (Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER)


@dataclass(frozen=True)
class DutyLine:
    """One thing that has to be done. pair, alone: keys of `team.duties`; note: how the project does it."""

    key: str
    title: str
    note: str
    pair: str
    alone: str

    @property
    def pair_label(self) -> str:
        """Who does it on a visit by two."""
        return str(IN_A_PAIR.get(self.pair, self.pair))

    @property
    def alone_label(self) -> str:
        """Who does it on a visit alone."""
        return str(ALONE.get(self.alone, self.alone))


@dataclass(frozen=True)
class RoleDuties:
    """What one role does: on a visit by two, and on a visit alone."""

    role: Role
    pair: tuple[DutyLine, ...]
    alone: tuple[DutyLine, ...]


@dataclass(frozen=True)
class Division:
    """The whole division. agreed_on: when the project wrote it down; None while it is only a proposal.

    taken_over: the proposal is what another project agreed on; nobody here talked about it yet.
    """

    lines: tuple[DutyLine, ...]
    agreed_on: date | None
    taken_over: bool = False

    @property
    def roles(self) -> list[RoleDuties]:
        """The same by role, for the roles that have something to do."""
        found = [RoleDuties(role, self._of(role, "pair"), self._of(role, "alone")) for role in PROJECT_TEAM]
        return [one for one in found if one.pair or one.alone]

    @property
    def open(self) -> int:
        """How many things have nobody yet, on one of the two kinds of visit."""
        return sum(not line.pair or not line.alone for line in self.lines)

    def of(self, role: str) -> RoleDuties | None:
        """What `role` does; None for nothing."""
        return next((one for one in self.roles if one.role == role), None)

    def _of(self, role: Role, visit: str) -> tuple[DutyLine, ...]:
        return tuple(line for line in self.lines if role in set(self._doers(getattr(line, visit))))

    def _doers(self, who: str) -> Iterator[str]:
        """The roles behind a word: who leads is known from the duty of leading."""
        leader = next((line.pair for line in self.lines if line.key == LEADING), "")
        if who in (VISITOR, BOTH) or (who in (LEADS, OTHER) and leader not in PAIR):
            yield from PAIR
        elif who == LEADS:
            yield leader
        elif who == OTHER:
            yield from (role for role in PAIR if role != leader)
        else:
            yield who


def proposal() -> list[DutyLine]:
    """What a project starts from."""
    return [DutyLine(duty.key, str(duty.title), str(duty.hint), duty.pair, duty.alone) for duty in PROPOSAL]


def division_of(project: Project) -> Division:
    """Who does what on a visit in `project`. Two queries."""
    kept = list(project.visit_duties.all())
    if not kept:
        return Division(tuple(proposal()), None)
    lines = tuple(_line(duty) for duty in kept)
    if taken_over(project):
        return Division(lines, None, taken_over=True)
    return Division(lines, max(duty.changed_on for duty in kept))


def taken_over(project: Project) -> bool:
    """Whether the division came from another project and nobody agreed on it here since. One query."""
    acts = AuditEntry.objects.filter(project_key=project.key, act__in=(AGREED, COPIED))
    return acts.order_by("-at").values_list("act", flat=True).first() == COPIED


def _line(duty: VisitDuty) -> DutyLine:
    known = DUTIES.get(duty.key)
    title = str(known.title) if known else duty.title
    return DutyLine(duty.key, title, duty.note, duty.pair, duty.alone)
