"""Choosing the steps of a step plan, who does each and by when (S11)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from msa.ui.days import DayField
from projects.forms.tasks import OwnerChoice, possible_owners
from projects.models import Membership, Project
from projects.services.stepplans import ChosenStep, usual_day
from projects.stepplans import PlanStep, StepPlan


@dataclass(frozen=True)
class StepRow:
    """One step in the form, with its three fields."""

    step: PlanStep
    take: Any
    owner: Any
    due: Any


class StepPlanForm(forms.Form):
    """The steps of a plan that are no task yet: all ticked, with who usually leads and the usual day."""

    start = DayField(label=_("Wanneer beginnen jullie?"))

    def __init__(
        self, plan: StepPlan, project: Project, steps: list[PlanStep], start: date, data: Any = None
    ) -> None:
        super().__init__(data, initial={"start": start})
        self.plan, self.steps = plan, steps
        owners = possible_owners(project)
        by_role = self._one_for_each_role(owners)
        for step in steps:
            self._add_fields(step, owners, by_role.get(step.role), start)
        self._share_choices(owners)

    @staticmethod
    def _one_for_each_role(owners: Any) -> dict[str, Membership]:
        """Who holds a role; nobody is proposed where two people do."""
        held: dict[str, list[Membership]] = {}
        for one in owners:
            held.setdefault(one.role, []).append(one)
        return {role: found[0] for role, found in held.items() if len(found) == 1}

    def _add_fields(self, step: PlanStep, owners: Any, owner: Membership | None, start: date) -> None:
        self.fields[f"take_{step.key}"] = forms.BooleanField(label=step.title, required=False, initial=True)
        self.fields[f"owner_{step.key}"] = OwnerChoice(
            owners, label=_("Wie"), required=False, empty_label=_("later kiezen"), initial=owner
        )
        self.fields[f"due_{step.key}"] = DayField(
            label=_("Klaar voor"), required=False, initial=usual_day(step, start)
        )

    def _share_choices(self, owners: Any) -> None:
        """One query for the names in all lists together."""
        for field in self.fields.values():
            if isinstance(field, OwnerChoice):
                named = [(one.pk, field.label_from_instance(one)) for one in owners]
                field.choices = [("", _("later kiezen")), *named]

    def rows(self) -> Iterator[StepRow]:
        """The steps with their fields, in order."""
        for step in self.steps:
            yield StepRow(step, self[f"take_{step.key}"], self[f"owner_{step.key}"], self[f"due_{step.key}"])

    def clean(self) -> dict[str, Any]:
        """At least one step."""
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(f"take_{step.key}") for step in self.steps):
            self.add_error(None, _("Vink minstens één stap aan."))
        return cleaned

    def chosen(self) -> list[ChosenStep]:
        """The ticked steps. Only after is_valid()."""
        data = self.cleaned_data
        return [
            ChosenStep(step, data[f"owner_{step.key}"], data[f"due_{step.key}"])
            for step in self.steps
            if data[f"take_{step.key}"]
        ]
