"""Forms about organisations and about taking over a set-up."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from msa.windows import FIELD, Outcome, Window
from projects.models import Organisation, OrganisationKind, Project
from projects.overviews.organisations import plain_name
from projects.services.takeover import Offer

FIELDS = ("name", "kind")


class OrganisationForm(forms.Form):
    """Name and kind of an organisation. It writes only what was changed in this window (msa.windows)."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    kind = forms.ChoiceField(label=_("Soort organisatie"), choices=OrganisationKind)

    def __init__(self, organisation: Organisation, data: Any = None) -> None:
        super().__init__(data, initial={name: getattr(organisation, name) for name in FIELDS})
        self.organisation = organisation
        sent = Window.posted(data.get(FIELD, "")) if data is not None else None
        self.window = sent or Window.opened(self.initial)

    def clean(self) -> dict[str, Any]:
        """Blanks do not count; a field that somebody else changed meanwhile is asked about once more."""
        cleaned = super().clean() or self.cleaned_data
        if "name" in cleaned:
            cleaned["name"] = plain_name(cleaned["name"])
        for name in self._overtaken(cleaned):
            text = _("Iemand anders veranderde dit in ‘%(now)s’. Bewaar nog eens om jouw versie te kiezen.")
            now = getattr(self.organisation, f"get_{name}_display", lambda: self.organisation.name)()
            self.add_error(name, str(text) % {"now": now})
        if self.errors:
            self.window = Window.opened(self.initial)
        return cleaned

    def _overtaken(self, cleaned: dict[str, Any]) -> list[str]:
        return [name for name in FIELDS if name in cleaned and self._outcome(name) == Outcome.OVERTAKEN]

    def _outcome(self, name: str) -> Outcome:
        return self.window.outcome(name, self.cleaned_data[name], getattr(self.organisation, name))

    def changes(self) -> dict[str, str]:
        """What was changed here. Only after is_valid()."""
        return {name: self.cleaned_data[name] for name in FIELDS if self._outcome(name) == Outcome.WRITE}


class SourceForm(forms.Form):
    """From which project the set-up comes."""

    van = forms.ModelChoiceField(
        Project.objects.none(), label=_("Van welk project?"), to_field_name="slug", empty_label=_("Kies …")
    )

    def __init__(self, sources: list[Project], data: Any = None) -> None:
        super().__init__(data)
        field: Any = self.fields["van"]
        field.queryset = Project.objects.filter(pk__in=[project.pk for project in sources])


def ticked(offers: list[Offer], sent: list[str]) -> list[str]:
    """The names among `sent` that can be taken over; others are dropped."""
    return [offer.name for offer in offers if offer.takeable and offer.name in sent]
