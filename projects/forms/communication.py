"""Forms of the communication calendar (V4)."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from msa import windows
from msa.ui.days import DayField
from msa.windows import Outcome, Window
from projects.access import roles_for
from projects.agreements.proposal_days import proposed
from projects.forms.partners import ContactChoice
from projects.forms.reading import ReadsAlong
from projects.models import CommunicationMoment, Membership, Project
from projects.services.communication import Fields

OPEN, ALL = "open", "alles"


class MomentForm(ReadsAlong):
    """Target group × channel × message × date × who."""

    on = DayField(
        label=_("Wanneer"),
    )
    audience = forms.CharField(
        label=_("Voor wie"), max_length=120, help_text=_("Een groep, geen namen. Bijvoorbeeld: blok Noord.")
    )
    channel = forms.CharField(
        label=_("Hoe"), max_length=80, help_text=_("Brief, bijeenkomst, deurhanger, nieuwsbrief, langsgaan.")
    )
    message = forms.CharField(label=_("Boodschap"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    member = ContactChoice(
        queryset=Membership.objects.none(),
        label=_("Wie doet het?"),
        required=False,
        empty_label=_("Kies …"),
        help_text=_("Die persoon ziet het op Vandaag, een week van tevoren."),
    )
    function = forms.CharField(
        label=_("Of een functie"),
        max_length=120,
        required=False,
        help_text=_("Voor wie niet in dit project staat, zoals: redactie van de wijkkrant."),
    )

    def __init__(self, project: Project, data: Any = None, moment: CommunicationMoment | None = None) -> None:
        self.project = project
        kept = {name: getattr(moment, name) for name in Fields.__annotations__} if moment else {}
        self.kept = {name: _flat(value) for name, value in kept.items()}
        super().__init__(data, initial=kept | ({"member": moment.member_id} if moment else {}))
        self.came_from = Window.posted(data.get(windows.FIELD, "")) if data and moment else None
        self.window = Window.opened(self.kept) if moment else None
        field: Any = self.fields["member"]
        field.queryset = _candidates(project, moment)
        field.one_of_several = False  # here both it and the function may stay empty

    def clean(self) -> dict[str, Any]:
        """One who does it; and nothing of a colleague is written over."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("member") and cleaned.get("function"):
            self.add_error(
                "function", _("Kies iemand uit het project, of schrijf een functie op. Niet allebei.")
            )
        for name in [name for name in self.kept if name in cleaned and self.came_from]:
            self._settle(name, cleaned)
        return cleaned

    def _settle(self, name: str, cleaned: dict[str, Any]) -> None:
        assert self.came_from is not None
        outcome = self.came_from.outcome(name, _flat(cleaned[name]), self.kept[name])
        if outcome == Outcome.LEAVE:
            cleaned[name] = self.initial[name] if name != "member" else self._kept_member()
        elif outcome == Outcome.OVERTAKEN:
            text = _(
                "Een collega schreef hier intussen: ‘%(other)s’. Bewaar nog een keer om dit te laten gelden."
            )
            self.add_error(name, str(text) % {"other": self._words(name)})

    def _kept_member(self) -> Membership | None:
        field: Any = self.fields["member"]
        found: Membership | None = field.queryset.filter(pk=self.kept["member"]).first()
        return found

    def _words(self, name: str) -> str:
        """What stands there now, as people read it."""
        if name == "member":
            held = self._kept_member()
            return held.person.name if held else ""
        return date_format(self.initial["on"], "j F Y") if name == "on" else str(self.kept[name])

    def moment_fields(self) -> Fields:
        """What was filled in, for the service. Only after is_valid()."""
        data = self.cleaned_data
        return Fields(
            on=data["on"],
            audience=data["audience"],
            channel=data["channel"],
            message=" ".join(data["message"].split()),
            member=data["member"],
            function=data["function"],
        )


def _flat(value: Any) -> Any:
    """A value as the hidden field of a window can hold it."""
    if isinstance(value, Membership):
        return value.pk
    return value.isoformat() if hasattr(value, "isoformat") else value


def _candidates(project: Project, moment: CommunicationMoment | None) -> Any:
    """Who can do it; who already does stays in the list, gone or not."""
    roles = roles_for("projects.finish_communication")
    found = project.memberships.filter(active=True, role__in=roles)
    if moment is not None and moment.member_id:
        found = found | project.memberships.filter(pk=moment.member_id)
    return found.select_related("person", "organisation").order_by("person__name")


class ProposalsForm(forms.Form):
    """Which proposals go into the calendar."""

    keys = forms.MultipleChoiceField(
        label=_("Wat neem je over?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Vink aan wat je wilt overnemen.")},
    )

    def __init__(self, project: Project, data: Any = None) -> None:
        super().__init__(data)
        found = proposed(project)
        self.proposals, self.too_late = found.offered, found.too_late
        field: Any = self.fields["keys"]
        field.choices = [(one.proposal.key, one.proposal.message) for one in found.offered]
        field.initial = [one.proposal.key for one in found.offered]


class FilterForm(forms.Form):
    """Which moments the calendar shows. Everything may be left out."""

    toon = forms.ChoiceField(
        label=_("Toon"), required=False, choices=[(OPEN, _("wat nog moet")), (ALL, _("alles"))]
    )
    wie = forms.ModelChoiceField(
        queryset=Membership.objects.none(), label=_("Wie"), required=False, empty_label=_("iedereen")
    )
    groep = forms.ChoiceField(label=_("Voor wie"), required=False)

    def __init__(self, project: Project, data: Any) -> None:
        super().__init__(data)
        present = project.communication.present()
        members: Any = self.fields["wie"]
        members.queryset = (
            project.memberships.filter(pk__in=present.exclude(member=None).values("member"))
            .select_related("person")
            .order_by("person__name")
        )
        members.label_from_instance = lambda held: held.person.name
        groups = present.order_by("audience").values_list("audience", flat=True).distinct()
        choices: Any = self.fields["groep"]
        choices.choices = [("", _("alle groepen")), *((one, one) for one in groups)]

    def narrowed(self, moments: Any) -> Any:
        """`moments` as far as they are asked for; a wrong choice narrows nothing."""
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("toon") != ALL:
            moments = moments.filter(done_on=None)
        if chosen.get("wie"):
            moments = moments.filter(member=chosen["wie"])
        return moments.filter(audience=chosen["groep"]) if chosen.get("groep") else moments
