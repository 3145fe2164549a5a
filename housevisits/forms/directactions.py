"""Forms of direct actions."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from housevisits.models import ActionKind, ActionState, ActionTopic, DirectAction, Household
from housevisits.models.directaction import TOPICS, TRANSITIONS
from housevisits.reading import reader_for
from msa.privacy.reading.finding import UNREAD
from msa.ui.days import DayField
from projects.access import roles_for
from projects.models import Membership, Project


def who_may_act(project: Project) -> Any:
    """Members who can be asked to do something: whoever may see actions of one's own."""
    return (
        Membership.objects.filter(
            project=project, active=True, role__in=roles_for("housevisits.view_own_actions")
        )
        .select_related("person", "organisation")
        .order_by("person__name")
    )


def without_contact_details(project: Project, text: str) -> str:
    """`text` as it is. Raises ValidationError for what is certain by its form: a number to call, a BSN, …

    Names and plain dates may stand in an agreement; who helps needs them now and then.
    """
    found = [finding for finding in reader_for(project).blocking(text) if not finding.wavable]
    if any(finding.kind == UNREAD for finding in found):
        raise forms.ValidationError(_("Het meelezen lukte nu niet. Probeer het zo nog een keer."))
    if found:
        raise forms.ValidationError(
            _(
                "Zet hier geen telefoonnummer of adres in, en ook geen ander nummer van een bewoner. "
                "Haal dit weg: ‘%(found)s’."
            ),
            params={"found": found[0].text},
        )
    return text


class MemberField(forms.ModelChoiceField):
    """Chooses a member; shows the name and the role."""

    def label_from_instance(self, member: Membership) -> str:
        return f"{member.person} ({member.get_role_display()})"


def grouped_topics() -> list[tuple[str, list[tuple[str, str]]]]:
    """Topics under the name of their kind, as `kind:topic` values."""
    return [
        (
            str(ActionKind(kind).label),
            [(f"{kind}:{topic}", _topic_label(kind, topic)) for topic in topics],
        )
        for kind, topics in TOPICS.items()
    ]


def _topic_label(kind: str, topic: str) -> str:
    """A topic by its name; 'anders' says of what, since it stands under two kinds."""
    if topic == ActionTopic.OTHER:
        return f"{ActionTopic.OTHER.label} ({ActionKind(kind).label})"
    return str(ActionTopic(topic).label)


class AgreeForm(forms.ModelForm):
    """What was agreed with a resident. Kind and topic are one choice."""

    # Choosing looks the route up (V5): it fills what stands beside the form, and the day when it is empty.
    subject = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        choices=[],
        widget=forms.Select(
            attrs={
                "hx-post": "",
                "hx-trigger": "change",
                "hx-vals": '{"route": "1"}',
                "hx-target": "#route",
                "hx-select": "#route > *",
                "hx-swap": "innerHTML",
            }
        ),
    )
    assigned_to = MemberField(label=_("Wie pakt het op?"), queryset=Membership.objects.none())
    agreed = forms.BooleanField(
        label=_("Besproken met de bewoner, en die is akkoord"),
        error_messages={"required": _("Zonder akkoord van de bewoner leg je niets vast.")},
    )
    address = forms.CharField(
        label=_("Adres"),
        required=False,
        help_text=_("Straat en huisnummer uit de adreslijst. Leeg laten mag als het voor niemand nodig is."),
        widget=forms.TextInput(attrs={"list": "adressen", "autocomplete": "off"}),
    )

    class Meta:
        model = DirectAction
        fields = ["agreement", "assigned_to", "due_on", "agreed"]
        field_classes = {"due_on": DayField}
        widgets = {
            "agreement": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "agreement": _(
                "Schrijf alleen op wat nodig is om te helpen. Zet hier geen telefoonnummer of adres in."
            )
        }

    field_order = ["subject", "address", "agreement", "assigned_to", "due_on", "agreed"]

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project
        self.fields["subject"].choices = [("", _("Kies …")), *grouped_topics()]  # type: ignore[attr-defined]
        self.fields["assigned_to"].queryset = who_may_act(project)  # type: ignore[attr-defined]

    def clean_address(self) -> Household | None:
        """The address of the register that was typed. An unknown one is refused, never stored as text."""
        typed = " ".join(str(self.cleaned_data["address"]).split()).lower()
        if not typed:
            return None
        for household in Household.objects.filter(project=self.project):
            if str(household).lower() == typed:
                return household
        raise forms.ValidationError(_("Dit adres staat niet in de adreslijst. Kies een adres uit de lijst."))

    def clean_due_on(self) -> date | None:
        """The day before which it is done; what is agreed on now cannot be due already."""
        due_on: date | None = self.cleaned_data["due_on"]
        if due_on and due_on < timezone.localdate():
            raise forms.ValidationError(_("Deze dag is al voorbij. Kies vandaag of een dag daarna."))
        return due_on

    def clean_agreement(self) -> str:
        return without_contact_details(self.project, self.cleaned_data["agreement"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("subject"):
            cleaned["kind"], cleaned["topic"] = cleaned["subject"].split(":")
        return cleaned


class MoveForm(forms.Form):
    """The next state of an action, with a note."""

    state = forms.ChoiceField(label=_("Nieuwe stand"), choices=[])
    note = forms.CharField(
        label=_("Wat is er gebeurd?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Bij doorverwijzen: naar wie, en wanneer je navraagt of het is opgelost."),
    )

    def __init__(self, *args: Any, action: DirectAction, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = action.project
        following = [ActionState(action.state), *TRANSITIONS[action.state]]
        self.fields["state"].choices = [(state.value, state.label) for state in following]  # type: ignore[attr-defined]

    def clean_note(self) -> str:
        return without_contact_details(self.project, self.cleaned_data["note"])


class HandOverForm(forms.Form):
    """Who takes an action over."""

    assigned_to = MemberField(label=_("Wie neemt het over?"), queryset=Membership.objects.none())

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assigned_to"].queryset = who_may_act(project)  # type: ignore[attr-defined]
