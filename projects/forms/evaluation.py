"""The form of a day on which the team looks back (E1)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from msa.ui.days import DayField
from projects.forms.tasks import OwnerChoice, possible_owners
from projects.forms.windows import InWindow
from projects.models import EvaluationMoment, Membership, Phase, Project


class MomentForm(InWindow):
    """When, after which phase, who leads; once it was held also when that was and what the team changes."""

    WORDS = ("note",)
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
        fields = ("after_phase", "planned_on", "leads", "held_on", "note")
        labels = {
            "planned_on": _("Op welke dag?"),
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

    def __init__(self, project: Project, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["after_phase"].one_of_several = True  # type: ignore[attr-defined]
        leads: Any = self.fields["leads"]
        leads.queryset = possible_owners(project)
        if self.instance.pk is None:
            del self.fields["held_on"], self.fields["note"]
