"""Forms of the phase board (V10, E1)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.models import Phase


class StepForm(forms.Form):
    """To another phase. seen: the phase in which the page showed the project."""

    seen = forms.TypedChoiceField(choices=Phase, coerce=int, widget=forms.HiddenInput)
    target = forms.TypedChoiceField(choices=Phase, coerce=int, widget=forms.HiddenInput)
    reason = forms.CharField(
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    REASONS = {
        "onward": (
            _("Waarom gaan jullie toch door?"),
            _("Dit blijft op het bord staan, met je naam en de dag. Noem geen bewoners."),
        ),
        "back": (
            _("Waarom gaat het project een fase terug?"),
            _("Iedereen in het project kan dit lezen. Noem geen bewoners."),
        ),
    }

    def __init__(self, way: str, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.auto_id = f"{way}_%s"
        label, help_text = self.REASONS[way]
        field: Any = self.fields["reason"]
        field.label, field.help_text, field.one_of_several = label, help_text, True
