"""The phase board: per phase what stands, what lacks, why, and who can do something about it (V10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from msa.registry import Requirement
from projects.access import roles_for
from projects.models import Membership, Phase, PhaseChange, Project, Role, Task
from projects.overviews.requirements import Standing, requirements_of
from projects.phases import ABOUT, ICONS, Step, reachable

ASIDE = 4  # so many people are named; more names help nobody


@dataclass(frozen=True)
class Rule:
    """One rule as it stands on the board. here: whether it is the first thing to do. opens: for who reads."""

    requirement: Requirement
    people: tuple[Membership, ...]
    others: int
    roles: tuple[str, ...]
    opens: bool
    first: bool

    @property
    def kind(self) -> str:
        """'met', 'blocking' or 'advice', as the page marks it."""
        if self.requirement.met:
            return "met"
        return "blocking" if self.requirement.blocks else "advice"


@dataclass(frozen=True)
class PhaseOnBoard:
    """One phase with the rules of the step out of it.

    standing: the rules of the next phase; None in the last one. tasks: open ones, soonest first; empty for
    who may not read them.
    """

    number: int
    label: str
    about: str | Promise
    icon: str
    here: bool
    done: bool
    since: date | None
    rules: tuple[Rule, ...]
    tasks: tuple[Task, ...]
    standing: Standing | None

    @property
    def blocking(self) -> list[Rule]:
        """What keeps the next phase from beginning."""
        return [rule for rule in self.rules if rule.kind == "blocking"]

    @property
    def advice(self) -> list[Rule]:
        """What is wise and does not stand yet."""
        return [rule for rule in self.rules if rule.kind == "advice"]

    @property
    def missing(self) -> list[Rule]:
        """What does not stand yet, what blocks first."""
        return self.blocking + self.advice

    @property
    def met(self) -> list[Rule]:
        """What stands."""
        return [rule for rule in self.rules if rule.kind == "met"]

    @property
    def next_label(self) -> str:
        """What the phase after this one is called; empty for the last."""
        return str(Phase(self.number + 1).label) if self.number < Phase.EVALUATION else ""


@dataclass(frozen=True)
class Board:
    """The whole board. onward, back: the phases that the project can go to now."""

    phases: tuple[PhaseOnBoard, ...]
    changes: tuple[PhaseChange, ...]
    onward: Phase | None
    back: Phase | None

    @property
    def here(self) -> PhaseOnBoard:
        """The phase where the project stands."""
        return next(phase for phase in self.phases if phase.here)


def board_of(project: Project, reader: Membership) -> Board:
    """The board of `project` as `reader` sees it. As many queries as there are apps with rules, and three."""
    members = _members(project)
    rules = requirements_of(project)
    tasks = _open_tasks(project, reader)
    changes = tuple(project.phase_changes.select_related("by"))
    phases = [
        _phase(phase, project, rules.get(phase + 1), tasks, members, reader, changes) for phase in Phase
    ]
    return Board(
        tuple(phases), changes, reachable(project.phase, Step.FORWARD), reachable(project.phase, Step.BACK)
    )


def _phase(
    phase: Phase,
    project: Project,
    standing: Standing | None,
    tasks: list[Task],
    members: list[Membership],
    reader: Membership,
    changes: Iterable[PhaseChange],
) -> PhaseOnBoard:
    here = phase == project.phase
    lines = [_rule(rule, members, reader) for rule in standing.rules] if standing else []
    return PhaseOnBoard(
        number=phase.value,
        label=str(phase.label),
        about=ABOUT[phase],
        icon=ICONS[phase],
        here=here,
        done=phase < project.phase,
        since=next((one.on for one in changes if one.after == phase), None),
        rules=tuple(_mark_first(lines) if here else lines),
        tasks=tuple(task for task in tasks if task.phase == phase),
        standing=standing,
    )


def _rule(rule: Requirement, members: list[Membership], reader: Membership) -> Rule:
    able = [held for held in members if held.role in rule.roles]
    names = tuple(str(role.label) for role in Role if role in rule.roles)
    return Rule(
        requirement=rule,
        people=tuple(able[:ASIDE]),
        others=max(0, len(able) - ASIDE),
        roles=names,
        opens=reader.role in rule.roles,
        first=False,
    )


def _mark_first(lines: list[Rule]) -> list[Rule]:
    """Where the reader begins: what blocks, else advice, and only what this reader can do something about."""
    open_rules = [rule for rule in lines if rule.kind == "blocking"] or [
        rule for rule in lines if rule.kind == "advice"
    ]
    begin = next((rule for rule in open_rules if rule.opens), None)
    return [Rule(**(vars(rule) | {"first": rule is begin})) for rule in lines]


def _members(project: Project) -> list[Membership]:
    """Everybody who takes part, the administrator last: who does the work is named first. One query."""
    found = project.memberships.filter(active=True).select_related("person").order_by("person__name")
    return sorted(found, key=lambda held: Role.values.index(held.role))


def _open_tasks(project: Project, reader: Membership) -> list[Task]:
    """Open tasks, soonest first, for who may read them. At most one query."""
    if reader.role not in roles_for("projects.view_tasks"):
        return []
    found = list(project.tasks.open().select_related("owner__person"))
    return sorted(found, key=lambda task: (task.due_on is None, task.due_on or date.max))
