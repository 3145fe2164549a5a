"""The form of one referral route."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms.deskreading import ReadsDesk
from projects.forms.people import NewOrganisation, OrganisationChoice
from projects.models import Concern, Membership, Organisation, OrganisationKind, Project, ReferralRoute
from projects.overviews.referral import who_may_keep
from projects.services.referral import FIELDS, OFFICER


class KeeperField(forms.ModelChoiceField):
    """Chooses who keeps a route up to date; shows name and role."""

    def label_from_instance(self, member: Membership) -> str:
        return f"{member.person} ({member.get_role_display()})"


class ReferralForm(ReadsDesk, NewOrganisation, forms.ModelForm):
    """To whom a concern goes, how, how fast. `also_for` gives concerns without a route the same one."""

    functions = ("contact", "officer")
    unread = ("new_organisation",)

    organisation = OrganisationChoice(label=_("Organisatie"), help_text=_("Wie pakt het op?"))
    new_organisation = forms.CharField(label=_("Naam van de organisatie"), max_length=120, required=False)
    new_kind = forms.ChoiceField(
        label=_("Soort organisatie"), choices=OrganisationKind, required=False, initial=OrganisationKind.OTHER
    )
    officer_organisation = OrganisationChoice(label=_("Van welke organisatie?"))
    keeper = KeeperField(
        label=_("Wie houdt deze route bij?"),
        queryset=Membership.objects.none(),
        empty_label=_("Kies …"),
        help_text=_("Na een half jaar krijgt die een seintje om de route na te kijken."),
    )
    also_for = forms.MultipleChoiceField(
        label=_("Geldt dezelfde route ook voor iets anders?"),
        choices=[],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Hier staat wat nog geen route heeft. Je kunt elke route daarna apart aanpassen."),
    )

    class Meta:
        model = ReferralRoute
        fields = [*FIELDS, *OFFICER]
        labels = {
            "steps": _("Wat doe je, stap voor stap?"),
            "contact": _("Functie of loket"),
            "phone": _("Telefoon van de organisatie"),
            "email": _("E-mail van de organisatie"),
            "workdays": _("Binnen hoeveel werkdagen hoort de bewoner iets?"),
            "anonymous": _("Hoe overleg je zonder een naam te noemen?"),
            "officer": _("Hoe heet de functie?"),
            "officer_phone": _("Telefoon"),
        }
        help_texts = {
            "steps": _("Kort, zoals je het aan een nieuwe collega uitlegt."),
            "contact": _("Een functie, geen naam: mensen wisselen, een loket blijft."),
            "phone": _("Geen privénummer."),
            "email": _("Telefoon of e-mail: één is genoeg."),
            "workdays": _("Wat de organisatie heeft toegezegd. 0 betekent: dezelfde dag."),
            "officer": _("Bijvoorbeeld: aandachtsfunctionaris huiselijk geweld en kindermishandeling."),
            "officer_phone": _("Het nummer waarop die functie te bereiken is, ook als iemand vrij is."),
            "anonymous": _("Wie bel je als je twijfelt en de bewoner nog niets weet?"),
        }
        widgets = {
            "steps": forms.Textarea(attrs={"rows": 4}),
            "anonymous": forms.Textarea(attrs={"rows": 2}),
            "phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
            "officer_phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
            "email": forms.EmailInput(attrs={"autocomplete": "off"}),
        }

    def __init__(
        self, *args: Any, project: Project, concern: Concern, free: list[Concern], **kwargs: Any
    ) -> None:
        """free: the concerns that could get the same route as `concern`."""
        self.project = project
        super().__init__(*args, **kwargs)
        self.fields["keeper"].queryset = who_may_keep(project)  # type: ignore[attr-defined]
        self.fields["phone"].one_of_several = True  # type: ignore[attr-defined]
        self.fields["email"].one_of_several = True  # type: ignore[attr-defined]
        self.fields["also_for"].choices = [(one.value, str(one.label).capitalize()) for one in free]  # type: ignore[attr-defined]
        for name in OFFICER:
            self.fields[name].one_of_several = True  # type: ignore[attr-defined]
            if not concern.follows_meldcode:
                del self.fields[name]
        if not free:
            del self.fields["also_for"]

    def for_person(self, person: Any) -> Self:
        """Also the officer is of an organisation that `person` may know of."""
        super().for_person(person)
        if "officer_organisation" in self.fields:
            self.fields["officer_organisation"].queryset = self.fields["organisation"].queryset  # type: ignore[attr-defined]
        return self

    def clean(self) -> dict[str, Any]:
        """Somebody picks it up, and there is a way to reach them."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("organisation") and not cleaned.get("new_organisation"):
            self.add_error("organisation", _("Kies een organisatie, of schrijf hieronder een nieuwe op."))
        unreachable = not cleaned.get("phone") and not cleaned.get("email")
        if unreachable and not {"phone", "email"} & set(self.errors):
            self.add_error("phone", _("Schrijf een telefoonnummer of een e-mailadres op."))
        if len({bool(cleaned.get(name)) for name in OFFICER}) > 1 and not set(OFFICER) & set(self.errors):
            self.add_error("officer", _("Vul functie, organisatie en telefoon alle drie in."))
        return cleaned

    def route_fields(self) -> dict[str, Any]:
        """What the service wants, the organisation made when it is new. Only after is_valid()."""
        fields = {name: self.cleaned_data[name] for name in (*FIELDS, *OFFICER) if name in self.cleaned_data}
        return fields | {"organisation": self.chosen_organisation()}

    def chosen_organisation(self) -> Organisation:
        """The organisation that was chosen, or the new one; the new name goes before the choice."""
        name = self.cleaned_data["new_organisation"]
        if not name:
            return self.cleaned_data["organisation"]
        kind = self.cleaned_data["new_kind"] or OrganisationKind.OTHER
        known = Organisation.objects.filter(name__iexact=name).first()
        return known or Organisation.objects.create(name=name, kind=kind)
