"""Forms about a table of the statistical office: handing it in, and choosing what is ours (V9)."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.context.reading import MAX_BYTES, Region, Regions
from projects.services.context import MOST_OWN

FIRST_YEAR = 2003  # the oldest edition of the table
MOST_SHOWN = 60


class ContextUploadForm(forms.Form):
    """The file as published. Whether it is that table is decided by its content, not here."""

    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("CSV of Excel (.xlsx), zoals het CBS het geeft. Ten hoogste 24 MB."),
        error_messages={
            "required": gettext_lazy("Kies eerst een bestand."),
            "empty": gettext_lazy("Dit bestand is leeg."),
        },
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(
                _("Dit bestand is groter dan 24 MB. Haal bij het CBS alleen jullie gemeente op.")
            )
        return file


class ContextChoiceForm(forms.Form):
    """Which rows are ours, and of which year the table is. Searching keeps what was ticked."""

    search = forms.CharField(
        label=gettext_lazy("Zoek op naam, gemeente of code"), max_length=80, required=False
    )
    year = forms.IntegerField(
        label=gettext_lazy("Van welk jaar zijn de cijfers?"),
        min_value=FIRST_YEAR,
        help_text=gettext_lazy(
            "Dit staat bij elke grafiek als bron. Meestal staat het in de naam van het bestand."
        ),
        error_messages={
            "min_value": gettext_lazy("Vul een jaar in vanaf %(limit_value)s."),
            "invalid": gettext_lazy("Vul een jaar in, zoals 2023."),
        },
    )
    own = forms.MultipleChoiceField(
        label=gettext_lazy("Wat is jullie buurt?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Vink minstens één buurt aan."),
            "invalid_choice": gettext_lazy("Die buurt staat niet in dit bestand. Kies een ander."),
        },
    )

    def __init__(self, regions: Regions, data: Any = None, *, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.regions = regions
        asked = data.get("search", "") if data is not None else initial.get("search", "")
        ticked = set(data.getlist("own")) if data is not None else set()
        self.found, self.more = _found(regions.rows, asked, ticked)
        self.ticked = ticked
        field: Any = self.fields["own"]
        field.choices = [(region.code, region.title) for region in self.found]

    def clean_year(self) -> int:
        """No year that has not been."""
        year: int = self.cleaned_data["year"]
        if year > timezone.localdate().year:
            raise forms.ValidationError(_("Dat jaar is er nog niet."))
        return year

    def clean_own(self) -> list[str]:
        """Few enough to stand beside each other."""
        own: list[str] = self.cleaned_data["own"]
        if len(own) > MOST_OWN:
            raise forms.ValidationError(_("Kies er ten hoogste %(most)d.") % {"most": MOST_OWN})
        return own


def _found(rows: Iterable[Region], asked: str, ticked: set[str]) -> tuple[list[Region], int]:
    """Neighbourhoods and districts with every word of `asked`, ticked ones first; and how many more."""
    words = asked.casefold().split()
    small = [row for row in rows if row.code.startswith(("BU", "WK"))]
    chosen = [row for row in small if row.code in ticked]
    matching = [row for row in small if row.code not in ticked and all(word in _text(row) for word in words)]
    return chosen + matching[:MOST_SHOWN], max(0, len(matching) - MOST_SHOWN)


def _text(region: Region) -> str:
    return f"{region.name} {region.municipality} {region.code}".casefold()
