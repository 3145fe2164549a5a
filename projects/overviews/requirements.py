"""What has to stand before a phase begins: the rules of all apps together (V10)."""

from dataclasses import dataclass

from msa import registry
from msa.registry import Requirement
from msa.sharing import Shared
from projects.models import Phase, Project

FIRST_STEP = Phase.HOUSE_VISITS  # the first phase that a project can enter


@dataclass(frozen=True)
class Standing:
    """The rules of one phase, divided by what they mean for going on."""

    rules: tuple[Requirement, ...]

    @property
    def met(self) -> list[Requirement]:
        """What stands."""
        return [rule for rule in self.rules if rule.met]

    @property
    def blocking(self) -> list[Requirement]:
        """What keeps the phase from beginning."""
        return [rule for rule in self.rules if not rule.met and rule.blocks]

    @property
    def firm(self) -> list[Requirement]:
        """What keeps it from beginning whatever anybody writes."""
        return [rule for rule in self.blocking if not rule.overridable]

    @property
    def excusable(self) -> list[Requirement]:
        """What the project leader can set aside with a written reason."""
        return [rule for rule in self.blocking if rule.overridable]

    @property
    def advice(self) -> list[Requirement]:
        """What is wise and does not stand yet."""
        return [rule for rule in self.rules if not rule.met and not rule.blocks]


def requirements_of(project: Project, shared: Shared | None = None) -> dict[int, Standing]:
    """The rules of `project` by the phase that they come before; 2 to 5, all there. Asks every app once.

    shared: what the page looked up already, where it shows more than the rules. A rule for phase 1 counts for
    phase 2: a project stands in phase 1 from the day it is made.
    """
    found: dict[int, list[Requirement]] = {phase.value: [] for phase in Phase if phase >= FIRST_STEP}
    shared = shared or Shared()
    for part in registry.requirements:
        for rule in part.call(project, shared):
            found[max(rule.phase, FIRST_STEP)].append(rule)
    return {phase: Standing(tuple(rules)) for phase, rules in found.items()}
