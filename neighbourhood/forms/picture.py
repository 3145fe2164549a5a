"""Forms of the picture: who read the concept."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from neighbourhood.models.picture import LONGEST_NAME

NO_MARKUP = RegexValidator(r"[<>]", _("Schrijf dit zonder < en >."), inverse_match=True)


class ReaderForm(forms.Form):
    """Somebody who read the concept before it is published."""

    name = forms.CharField(
        label=_("Naam"),
        max_length=LONGEST_NAME,
        required=False,
        validators=[NO_MARKUP],
    )
    capacity = forms.CharField(
        label=_("Als wat?"),
        max_length=LONGEST_NAME,
        required=False,
        validators=[NO_MARKUP],
        help_text=_("Bijvoorbeeld: bewonersgroep, kritische buitenstaander."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.one_of_several = True  # type: ignore[attr-defined]  # one of the rows is enough


class ReaderFormSetBase(forms.BaseFormSet):
    """At least one reader with a name."""

    def clean(self) -> None:
        if not self.readers() and not any(self.errors):
            raise forms.ValidationError(_("Schrijf op wie het concept las. Eén naam is genoeg."))

    def readers(self) -> list[tuple[str, str]]:
        """(name, capacity) of every row with a name."""
        rows = [form.cleaned_data for form in self.forms if hasattr(form, "cleaned_data")]
        return [(row["name"], row.get("capacity", "")) for row in rows if row.get("name", "").strip()]


ReaderFormSet = forms.formset_factory(ReaderForm, formset=ReaderFormSetBase, extra=3, max_num=12)


class SureForm(forms.Form):
    """The decision to publish. With something missing it has to be taken knowingly."""

    # What the page showed, so that nothing else is published.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    anyway = forms.BooleanField(
        label=_("Ik heb dit gezien en publiceer toch"),
        error_messages={"required": _("Vink aan dat je dit gezien hebt, of vul het eerst aan.")},
    )

    def __init__(self, *args: Any, missing: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not missing:
            del self.fields["anyway"]


class EraseForm(forms.Form):
    """The decision to erase the texts of residents."""

    settled = forms.BooleanField(
        label=_("Het verslag is vastgesteld"),
        error_messages={"required": _("Vink aan dat het verslag is vastgesteld. Eerder wissen kan niet.")},
    )
