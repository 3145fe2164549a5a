"""Forms of phase 1."""

from collections.abc import Iterable
from typing import Any, Self

from django import forms
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from msa.ui.days import DayField
from projects.models import Membership, Organisation, OrganisationKind, Project, Role
from projects.overviews.organisations import alike, plain_name, twin_of

ROLE_HELP: dict[str, str | Promise] = {
    Role.PROJECT_LEADER: _("leidt het project, stelt praatplaat en verslag samen"),
    Role.HOUSING_OFFICER: _("gaat op huisbezoek namens de corporatie"),
    Role.COMMUNITY_WORKER: _("gaat op huisbezoek en houdt de acties bij"),
    Role.CONTRACTOR_SOCIAL: _("ziet waar en wanneer iemand langsgaat, en de cijfers"),
    Role.CONTRACTOR_TECHNICAL: _("ziet waar en wanneer iemand langsgaat, en de cijfers"),
    Role.RESIDENT_GROUP: _("bewoner; leest mee als de projectleider een concept openzet"),
    Role.PARTNER: _("ziet wat gepubliceerd is en wat aan hem of haar is gevraagd"),
    Role.ADMINISTRATOR: _("beheert mensen en instellingen, leest geen inhoud"),
}


def role_choices() -> list[tuple[str, str]]:
    """Every role with a few words about what it does."""
    line = "<span><strong>{}</strong> {}</span>"
    return [(role.value, format_html(line, str(role.label).capitalize(), ROLE_HELP[role])) for role in Role]


class OrganisationChoice(forms.ModelChoiceField):
    """An organisation that is known. Which of two fields is filled in does not matter, but one must be.

    It offers nothing until `NewOrganisation.for_person` says who looks.
    """

    one_of_several = True  # the field is not marked as optional

    def __init__(self, **options: Any) -> None:
        super().__init__(Organisation.objects.none(), required=False, empty_label=_("Kies …"), **options)


class NewOrganisation:
    """For forms with a field `new_organisation`: what is there already is not made once more.

    Other capitals or blanks: the one that is known. A sign or a blank too many inside: a question.
    """

    def for_person(self, person: Any) -> Self:
        """The form with the organisations that `person` may know of."""
        for field in self.fields.values():  # type: ignore[attr-defined]
            if isinstance(field, OrganisationChoice):
                field.queryset = Organisation.objects.offered_to(person)
        return self

    def clean_new_organisation(self) -> str:
        """The name as it is known, or the new one; empty for none."""
        name = plain_name(self.cleaned_data["new_organisation"])  # type: ignore[attr-defined]
        other = alike(name) if name else None
        if other is None:
            return name
        if other.name.casefold() != name.casefold():
            text = _(
                "Bedoel je ‘%(name)s’? Kies die in de lijst of schrijf de naam precies zo. Of schrijf een "
                "naam die duidelijk anders is."
            )
            raise forms.ValidationError(text, params={"name": other.name})
        return other.name


class RoleForm(NewOrganisation, forms.Form):
    """Role and organisation of somebody in a project. An organisation may be new."""

    role = forms.ChoiceField(label=_("Rol in dit project"), choices=role_choices, widget=forms.RadioSelect)
    organisation = OrganisationChoice(label=_("Organisatie"), help_text=_("Bewoners hebben er geen."))
    new_organisation = forms.CharField(label=_("Naam van de organisatie"), max_length=120, required=False)
    new_kind = forms.ChoiceField(
        label=_("Soort organisatie"), choices=OrganisationKind, required=False, initial=OrganisationKind.OTHER
    )

    def clean(self) -> dict[str, Any]:
        """Residents stand for themselves; everybody else stands for one organisation."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("role") == Role.RESIDENT_GROUP:
            cleaned["organisation"], cleaned["new_organisation"] = None, ""
        elif "role" in cleaned and not cleaned.get("organisation") and not _written(self):
            self.add_error("organisation", _("Kies een organisatie, of schrijf hieronder een nieuwe op."))
        return cleaned

    def chosen_organisation(self) -> Organisation | None:
        """The organisation that was chosen, made when it is new. Only after is_valid()."""
        name = self.cleaned_data["new_organisation"]
        if not name:
            return self.cleaned_data["organisation"]
        kind = self.cleaned_data["new_kind"] or OrganisationKind.OTHER
        return self.known_organisation() or Organisation.objects.create(name=name, kind=kind)

    def known_organisation(self) -> Organisation | None:
        """The organisation that was chosen or named; None for none or a new one. Only after is_valid()."""
        name = self.cleaned_data["new_organisation"]
        if not name:
            return self.cleaned_data["organisation"]
        return Organisation.objects.filter(name__iexact=name).first()

    @classmethod
    def of(cls, membership: Membership, data: Any = None) -> "RoleForm":
        """The form as it stands for `membership`."""
        initial = {"role": membership.role, "organisation": membership.organisation_id}
        return cls(data, initial=initial)


class DetailsForm(forms.Form):
    """What somebody is called, and where mail goes."""

    name = forms.CharField(
        label=_("Naam"),
        max_length=120,
        help_text=_("Zoals collega’s deze persoon noemen."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Hier gaat de uitnodiging heen, en de code om in te loggen."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class PersonForm(DetailsForm, RoleForm):
    """Somebody who is to take part."""

    field_order = ("name", "email", "role", "organisation", "new_organisation", "new_kind")


class SettingsForm(forms.ModelForm):
    """What can be changed of a project."""

    class Meta:
        model = Project
        fields = (
            "name",
            "neighbourhood",
            "place",
            "occasion",
            "contact",
            "institutions",
            "street_kind",
            "starts_on",
            "ends_on",
        )
        field_classes = {"starts_on": DayField, "ends_on": DayField}
        widgets = {
            "institutions": forms.Textarea(attrs={"rows": 5}),
            "street_kind": forms.RadioSelect,
        }
        help_texts = {
            "street_kind": _("Deze straat tekenen we op de praatplaat."),
        }

    def clean(self) -> dict[str, Any]:
        """A project ends after it begins."""
        cleaned = super().clean() or self.cleaned_data
        begin, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        if begin and end and end < begin:
            self.add_error("ends_on", _("Het einde ligt voor het begin."))
        return cleaned

    def changes(self) -> dict[str, Any]:
        """Only what is different from before."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class ProjectForm(NewOrganisation, forms.ModelForm):
    """A new project, with the person who will lead it."""

    organisation = OrganisationChoice(label=_("Organisatie van de projectleider"))
    new_organisation = forms.CharField(label=_("Naam van de organisatie"), max_length=120, required=False)
    leader_name = forms.CharField(label=_("Naam van de projectleider"), max_length=120)
    leader_email = forms.EmailField(
        label=_("E-mailadres van de projectleider"), help_text=_("Hier gaat de uitnodiging heen.")
    )

    second = forms.BooleanField(label=_("Ja, begin een tweede project met deze naam"), required=False)
    source = forms.ModelChoiceField(
        Project.objects.none(),
        label=_("Hoe begin je?"),
        required=False,
        empty_label=_("Begin leeg"),
        help_text=_(
            "Je kunt de inrichting overnemen van een project dat je al beheert. Na deze stap kies je wat er"
            " meekomt. Wat bewoners vertelden en wie er meedeed, komt nooit mee."
        ),
    )

    class Meta:
        model = Project
        fields = ("name", "neighbourhood", "place", "occasion", "starts_on")
        field_classes = {"starts_on": DayField}
        help_texts = {
            "name": _("Zoals bewoners de buurt of het project kennen."),
            "starts_on": _("Weet je het nog niet? Dan vul je dit later in bij Instellingen."),
        }

    def __init__(self, *args: Any, sources: Iterable[Project] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["source"]
        field.one_of_several = True  # 'leeg' is a choice as well
        field.queryset = Project.objects.filter(pk__in=[project.pk for project in sources])
        field.label_from_instance = _taken_from
        self.person: Any = None
        self.twin: Project | None = None  # of the same name and place, when that has to be asked about

    def for_person(self, person: Any) -> Self:
        """The form with what `person` may know of: organisations, and projects that could be the same."""
        self.person = person
        return super().for_person(person)

    def clean(self) -> dict[str, Any]:
        """Somebody is responsible: one organisation. And a second project of one name is begun on purpose."""
        cleaned = super().clean() or self.cleaned_data
        if self.person is not None and {"name", "place"} <= cleaned.keys():
            self.twin = twin_of(cleaned["name"], cleaned["place"], self.person)
        if self.twin is not None and not cleaned.get("second"):
            text = _(
                "%(project)s in %(place)s is er al. Zet het vinkje als je toch een tweede wilt beginnen."
            )
            self.add_error("second", str(text) % {"project": self.twin, "place": self.twin.place})
        if not cleaned.get("organisation") and not _written(self):
            self.add_error("organisation", _("Kies een organisatie, of schrijf hieronder een nieuwe op."))
        return cleaned

    def chosen_organisation(self) -> Organisation:
        """The organisation that was chosen, made when it is new. Only after is_valid()."""
        name = self.cleaned_data["new_organisation"]
        if not name:
            return self.cleaned_data["organisation"]
        return Organisation.objects.get_or_create(name=name, defaults={"kind": OrganisationKind.HOUSING})[0]


def _written(form: forms.BaseForm) -> bool:
    """Whether a new name was written down, refused or not."""
    return bool(form.cleaned_data.get("new_organisation")) or "new_organisation" in form.errors


def _taken_from(project: Project) -> str:
    """What the list of sources shows."""
    return _("Neem de inrichting over van %(project)s (%(place)s)") % {
        "project": project.name,
        "place": project.place,
    }


class NameForm(forms.Form):
    """What colleagues call you."""

    name = forms.CharField(
        label=_("Naam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
