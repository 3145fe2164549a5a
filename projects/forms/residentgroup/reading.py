"""Texts that a whole group reads: what is certain to point at somebody does not go in (P17)."""

from functools import cache

from django import forms
from django.utils.translation import gettext_lazy as _

from msa.privacy.reading import Reader
from msa.privacy.reading.finding import UNREAD

POINTING = {"name", "house_number"}  # what is only likely, and worth a second look


@cache
def _reader() -> Reader:
    return Reader()


def no_identifiers(text: str) -> None:
    """Raise ValidationError for a telephone number, e-mail address, BSN, postcode and the like.

    Names and addresses that are only likely pass: the page asks not to write them.
    """
    found = [finding for finding in _reader().blocking(text) if not finding.wavable]
    if any(finding.kind == UNREAD for finding in found):
        raise forms.ValidationError(_("Het meelezen lukte nu niet. Probeer het zo nog een keer."))
    if found:
        raise forms.ValidationError(
            _("Hier staat iets in waarmee iemand te vinden is: ‘%(found)s’. Haal dat weg."),
            params={"found": found[0].text},
        )


def likely_names(form: forms.Form) -> list[str]:
    """Passages of what was typed that may be a name or an address. Only after is_valid()."""
    read = [name for name in form.changed_data if no_identifiers in form.fields[name].validators]
    found = [finding for name in read for finding in _reader().read(form.cleaned_data[name])]
    return [finding.text for finding in found if finding.kind in POINTING]


def unmarked(form: forms.Form, *names: str) -> None:
    """Do not call these fields optional: another answer asks for them, or leaving out says something."""
    for name in names:
        form.fields[name].one_of_several = True  # type: ignore[attr-defined]


def one_line(label: object, most: int, help_text: object = "", *, required: bool = True) -> forms.CharField:
    """One line of text that is read along. most: characters."""
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        max_length=most,
        help_text=help_text,  # type: ignore[arg-type]
        required=required,
        validators=[no_identifiers],
    )


def long_text(
    label: object, most: int, help_text: object = "", *, required: bool = True, rows: int = 4
) -> forms.CharField:
    """A longer text that is read along. most: characters."""
    field = one_line(label, most, help_text, required=required)
    field.widget = forms.Textarea(attrs={"rows": rows, "maxlength": most})
    return field
