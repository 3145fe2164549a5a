"""The step plans that a project may start from (S11). Facts are the sources', every word is ours."""

from projects.stepplans.collective import COLLECTIVE
from projects.stepplans.renovation import RENOVATION
from projects.stepplans.ruwaard import RUWAARD
from projects.stepplans.snap import SNAP
from projects.stepplans.types import PlanStep, StepPlan

PLANS: dict[str, StepPlan] = {plan.key: plan for plan in (RENOVATION, SNAP, COLLECTIVE, RUWAARD)}

__all__ = ["PLANS", "PlanStep", "StepPlan"]
