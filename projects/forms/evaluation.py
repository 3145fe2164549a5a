"""The form of a day on which the team looks back (E1)."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from msa.ui.days import DayField
from projects.forms.tasks import OwnerChoice, possible_owners
from projects.forms.windows import InWindow
from projects.models import EvaluationMoment, Membership, Phase, Project
from projects.overviews.evaluation import outside, twin_of, twin_text


class MomentForm(InWindow):
    """When, after which phase, who leads; once it was held also when that was and what the team changes."""

    WORDS = ("note", "why_again")
    after_phase = forms.TypedChoiceField(
        label=_("Waarop kijken jullie terug?"),
        choices=[("", _("op het afgelopen jaar")), *((p.value, f"fase {p.value}: {p.label}") for p in Phase)],
        coerce=int,
        empty_value=None,
        required=False,
    )
    leads = OwnerChoice(
        Membership.objects.none(), label=_("Wie leidt het?"), required=False, empty_label=_("nog niemand")
    )

    class Meta:
        model = EvaluationMoment
        fields = ("after_phase", "planned_on", "why_again", "leads", "held_on", "note")
        labels = {
            "planned_on": _("Op welke dag?"),
            "why_again": _("Waarom nog een keer?"),
            "held_on": _("Gehouden op"),
            "note": _("Wat gaan jullie anders doen?"),
        }
        help_texts = {
            "held_on": _("Laat leeg zolang het nog moet komen."),
            "note": _("Wat ging goed, wat hinderde, en wat verandert er? Noem geen bewoners."),
        }
        field_classes = {"planned_on": DayField, "held_on": DayField}
        widgets = {
            "note": forms.Textarea(attrs={"rows": 5}),
        }

    def __init__(self, project: Project, *args: Any, plans: bool = True, **options: Any) -> None:
        """plans: whether the days may be moved too; who leads one only writes down what came of it."""
        super().__init__(*args, **options)
        self.project = project
        if not plans:
            for name in ("after_phase", "planned_on", "why_again", "leads"):
                del self.fields[name]
            return
        self.fields["after_phase"].one_of_several = True  # type: ignore[attr-defined]
        leads: Any = self.fields["leads"]
        leads.queryset = possible_owners(project)
        if self.instance.pk is None:
            del self.fields["held_on"], self.fields["note"]

    def clean_planned_on(self) -> date:
        """A day within the project, or in the year after it; one that stood already may stay."""
        return self._within("planned_on")

    def clean_held_on(self) -> date | None:
        """The same."""
        return self._within("held_on") if self.cleaned_data["held_on"] else None

    def _within(self, name: str) -> date:
        day: date = self.cleaned_data[name]
        wrong = outside(self.project, day)
        if wrong and day.isoformat() != self.kept[name]:
            raise forms.ValidationError(wrong)
        return day

    def clean(self) -> dict[str, Any]:
        """One for each phase and each year, unless it is said why there is another."""
        cleaned = super().clean()
        if {"after_phase", "planned_on", "why_again"} <= cleaned.keys() and not cleaned["why_again"].strip():
            twin = twin_of(
                self.project,
                after_phase=cleaned["after_phase"],
                day=cleaned["planned_on"],
                besides=self.instance.pk,
            )
            if twin:
                self.add_error("why_again", twin_text(twin))
        return cleaned

    @property
    def asks_why(self) -> bool:
        """Whether the page asks why there is another one: only where that was said to be needed."""
        return "why_again" in self.fields and bool(self["why_again"].value() or self["why_again"].errors)
