"""What a step plan is: a way of working that others tried, as steps that a team can take over (S11)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PlanStep:
    """One step.

    key: unique in its plan. phase: 1 to 5. title: the task it becomes. how: a few sentences, of our own.
    role: who usually leads (Role). weeks: when it is usually done, from the beginning; None for no day.
    """

    key: str
    phase: int
    title: str
    how: str
    role: str
    weeks: int | None = None


@dataclass(frozen=True)
class StepPlan:
    """A plan. about: what it is. fits: when it helps. beware: what it does not do. source: where it is from.

    agreements: whether its steps are agreements to be made together instead of work in a row.
    """

    key: str
    title: str
    about: str
    fits: str
    beware: str
    source: str
    steps: tuple[PlanStep, ...]
    agreements: bool = False

    @property
    def origin(self) -> str:
        """How its tasks are known."""
        return f"stepplan:{self.key}"
