"""What a resident types in: the code of the own conversation."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa.privacy import receiptcodes


class CodeForm(forms.Form):
    """A receipt code; comes out in the form we show."""

    code = forms.CharField(
        label=gettext_lazy("Uw code"),
        help_text=gettext_lazy(
            "De code staat op het kaartje dat u kreeg. Streepjes en hoofdletters maken niet uit."
        ),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={"required": gettext_lazy("Vul uw code in.")},
    )

    def clean_code(self) -> str:
        try:
            return receiptcodes.clean_code(self.cleaned_data["code"])
        except receiptcodes.NotACode as error:
            message = _("Deze code klopt niet. Kijk goed op het kaartje: het zijn 18 letters en cijfers.")
            raise forms.ValidationError(message) from error
