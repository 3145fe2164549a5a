"""Forms of visits."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from housevisits.forms.directactions import MemberField
from housevisits.models import Visit
from msa.ui.days import DayField
from projects.models import Membership, Project
from projects.rules import FIELD_TEAM


class PlanForm(forms.ModelForm):
    """When somebody visits an address, and who."""

    visitor = MemberField(label=_("Wie gaat er langs?"), queryset=Membership.objects.none(), required=False)

    class Meta:
        model = Visit
        fields = ["on", "at", "visitor"]
        field_classes = {"on": DayField}
        widgets = {
            "at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["visitor"].queryset = Membership.objects.filter(  # type: ignore[attr-defined]
            project=project, active=True, role__in=FIELD_TEAM
        ).select_related("person")
