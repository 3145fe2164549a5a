"""Forms about the partners of a project (V2)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from msa.ui.days import DayField
from projects.forms.people import NewOrganisation, OrganisationChoice
from projects.models import (
    Membership,
    Organisation,
    OrganisationKind,
    Partnership,
    PartnershipState,
    Project,
)
from projects.services.partners import Terms

OPEN_STATES = [state for state in PartnershipState.choices if state[0] != PartnershipState.STOPPED]


class ContactChoice(forms.ModelChoiceField):
    """Somebody of the project, named with role and organisation."""

    one_of_several = True  # either this, or a name below; neither is 'optional' by itself

    def label_from_instance(self, obj: Membership) -> str:
        """What the list shows."""
        return f"{obj.person.name}, {obj.get_role_display()} ({obj.organisation})"


class TermsForm(forms.Form):
    """What is written down about a partner, whichever organisation it is."""

    state = forms.ChoiceField(
        label=_("Hoe staat het?"),
        choices=OPEN_STATES,
        widget=forms.RadioSelect,
        initial=PartnershipState.ASKED,
    )
    brings = forms.CharField(
        label=_("Wat brengt de organisatie in?"),
        max_length=1000,
        required=False,
        help_text=_("Uren, geld, een ruimte, kennis van de buurt."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    expects = forms.CharField(
        label=_("Wat verwacht de organisatie ervan?"),
        max_length=1000,
        required=False,
        help_text=_("Waarvoor doet zij mee? Wat hoopt zij te weten of te bereiken?"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    agreed = forms.CharField(
        label=_("Wat is afgesproken?"),
        max_length=2000,
        required=False,
        help_text=_("Wie doet wat, en waar kan de ander op rekenen. Noem geen bewoners."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    until = DayField(
        label=_("Tot en met wanneer geldt de afspraak?"),
        required=False,
        help_text=_("Twee maanden van tevoren staat op Vandaag dat de afspraak afloopt."),
    )
    contact = ContactChoice(
        queryset=Membership.objects.none(),
        label=_("Vaste contactpersoon"),
        required=False,
        empty_label=_("Kies …"),
        help_text=_("Eén vast gezicht per organisatie, liefst iemand die in dit project meedoet."),
    )
    contact_name = forms.CharField(label=_("Naam"), max_length=120, required=False)
    contact_function = forms.CharField(label=_("Functie"), max_length=120, required=False)

    def __init__(self, project: Project, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.project = project
        self._field("contact").queryset = self.candidates()

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def candidates(self) -> Any:
        """Who may be contact person: everybody who takes part on behalf of an organisation."""
        found = self.project.memberships.filter(active=True, organisation__isnull=False)
        return found.select_related("person", "organisation").order_by("organisation__name", "person__name")

    def organisation_chosen(self) -> Organisation | None:
        """The organisation that the contact person has to work for; None when it is still to be made."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """One contact person, of this organisation; a function belongs to a name."""
        cleaned = super().clean() or self.cleaned_data
        contact, name = cleaned.get("contact"), cleaned.get("contact_name")
        if contact and name:
            self.add_error(
                "contact_name", _("Kies iemand uit het project, of schrijf een naam op. Niet allebei.")
            )
        if cleaned.get("contact_function") and not name and not contact:
            self.add_error("contact_name", _("Wie is dat? Schrijf de naam bij de functie."))
        if contact:
            self._check_employer(contact)
            cleaned["contact_function"] = ""
        return cleaned

    def _check_employer(self, contact: Membership) -> None:
        organisation = self.organisation_chosen()
        if contact.organisation_id != getattr(organisation, "pk", None):
            text = _(
                "%(person)s werkt voor %(employer)s. Kies iemand van deze partner, of schrijf een naam op."
            )
            words = {"person": contact.person, "employer": contact.organisation}
            self.add_error("contact", str(text) % words)

    def terms(self) -> Terms:
        """What was filled in, for the service. Only after is_valid()."""
        data = self.cleaned_data
        return Terms(
            state=data["state"],
            brings=data["brings"],
            expects=data["expects"],
            agreed=data["agreed"],
            until=data["until"],
            contact=data["contact"],
            contact_name=data["contact_name"],
            contact_function=data["contact_function"],
        )


class PartnerForm(NewOrganisation, TermsForm):
    """A new partner: an organisation that is known, or a new one."""

    organisation = OrganisationChoice(label=_("Organisatie"))
    new_organisation = forms.CharField(label=_("Naam van de organisatie"), max_length=120, required=False)
    new_kind = forms.ChoiceField(
        label=_("Soort organisatie"), choices=OrganisationKind, required=False, initial=OrganisationKind.OTHER
    )

    def clean(self) -> dict[str, Any]:
        """One organisation, chosen or written down."""
        cleaned = super().clean()
        chosen, written = cleaned.get("organisation"), cleaned.get("new_organisation")
        if not chosen and not written and not {"organisation", "new_organisation"} & self.errors.keys():
            self.add_error("organisation", _("Kies een organisatie, of schrijf hieronder een nieuwe op."))
        if chosen and written:
            text = _("Je koos hierboven %(name)s al. Maak een van de twee leeg.")
            self.add_error("new_organisation", str(text) % {"name": chosen})
        return cleaned

    def organisation_chosen(self) -> Organisation | None:
        """The organisation that is known already, by choice or by the name that was written."""
        written = self.cleaned_data.get("new_organisation")
        if written:
            return Organisation.objects.filter(name__iexact=written).first()
        return self.cleaned_data.get("organisation")

    def organisation_made(self) -> Organisation:
        """The organisation, made when it is new. Only after is_valid()."""
        kind = self.cleaned_data["new_kind"] or OrganisationKind.OTHER
        known = self.organisation_chosen()
        return known or Organisation.objects.create(name=self.cleaned_data["new_organisation"], kind=kind)


class AgreementForm(TermsForm):
    """What is written down about a partner that is there already."""

    kind = forms.ChoiceField(label=_("Soort organisatie"), choices=OrganisationKind)

    def __init__(self, partnership: Partnership, data: Any = None) -> None:
        self.partnership = partnership
        initial = {name: getattr(partnership, name) for name in Terms.__annotations__}
        initial |= {"contact": partnership.contact_id, "kind": partnership.organisation.kind}
        super().__init__(partnership.project, data, initial=initial)

    def candidates(self) -> Any:
        """Colleagues of this organisation only."""
        return super().candidates().filter(organisation=self.partnership.organisation)

    def organisation_chosen(self) -> Organisation:
        """The organisation stays what it is."""
        return self.partnership.organisation

    def terms(self) -> Terms:
        """As it was filled in. Who is gone stays known until there is somebody else."""
        terms, known = super().terms(), self.partnership.contact
        nobody = terms["contact"] is None and not terms["contact_name"]
        if nobody and known is not None and self.partnership.contact_gap:
            terms["contact"] = known
        return terms
