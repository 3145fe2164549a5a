"""Forms about the group, its seats and its influence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms.residentgroup.fields import long_text, one_line, unmarked
from projects.forms.residentgroup.windowed import WindowedForm
from projects.models import Influence, InfluenceSubject, Membership, Project, ResidentGroup, Role, Seat
from projects.overviews.perspectives import perspectives_of


def _choices(project: Project) -> list[tuple[str, str]]:
    return [(one.key, one.label) for one in perspectives_of(project)]


class AboutForm(WindowedForm):
    """What the group is for and when it meets."""

    task = long_text(
        _("Waarvoor is de groep er?"),
        600,
        _("Bewoners lezen dit. Schrijf het zoals je het aan de keukentafel zou zeggen."),
        required=False,
    )
    rhythm = one_line(
        _("Wanneer komt de groep bij elkaar?"),
        160,
        _("Bijvoorbeeld: elke derde donderdag van de maand, om half acht."),
        required=False,
    )

    def __init__(self, group: ResidentGroup, data: Any = None) -> None:
        super().__init__(group.project, {"task": group.task, "rhythm": group.rhythm}, data)


class LivingForm(WindowedForm):
    """Which perspectives live in the neighbourhood."""

    living = forms.MultipleChoiceField(
        label=_("Groepen in de buurt"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Het gaat om groepen die in de buurt voorkomen, nooit om wie waar woont."),
    )

    def __init__(self, project: Project, group: ResidentGroup, data: Any = None) -> None:
        choices = _choices(project)
        known = [key for key, _label in choices if key in group.living]
        super().__init__(project, {"living": known}, data)
        self.fields["living"].choices = choices  # type: ignore[attr-defined]
        unmarked(self, "living")


class AccountChoice(forms.ModelChoiceField):
    """The account of a member of the resident group. Only for who manages people."""

    def label_from_instance(self, obj: Membership) -> str:
        """The name; the page is only shown to who knows it from the list of people."""
        return str(obj.person)


class SeatForm(WindowedForm):
    """A seat: what it brings, and whether somebody sits there."""

    perspective = one_line(
        _("Wat brengt deze stoel mee?"),
        80,
        _("Een plek in de buurt of in het leven, geen naam. Bijvoorbeeld: bewoner van een portiekflat."),
    )
    voices = forms.MultipleChoiceField(
        label=_("Wie hoor je via deze stoel?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De stem die de stoel aan tafel brengt. Het zegt niet wat iemand zelf is."),
    )
    filled = forms.BooleanField(label=_("Er zit iemand op deze stoel"), required=False)
    member = AccountChoice(
        queryset=Membership.objects.none(),
        label=_("Account"),
        required=False,
        empty_label=_("geen account"),
        help_text=_("Alleen wie mensen beheert, ziet welk account bij een stoel hoort."),
    )

    def __init__(self, project: Project, seat: Seat | None, data: Any = None, *, names: bool) -> None:
        """names: whether who fills it in may know which account sits where."""
        kept: dict[str, Any] = {
            "perspective": seat.perspective if seat else "",
            "voices": seat.voices if seat else [],
            "filled": seat.filled if seat else False,
            "member": seat.member if seat else None,
        }
        if not names:
            del kept["member"]
        super().__init__(project, kept, data)
        self.fields["voices"].choices = _choices(project)  # type: ignore[attr-defined]
        unmarked(self, "voices", "member")
        if names:
            residents = project.memberships.filter(role=Role.RESIDENT_GROUP).select_related("person")
            self.fields["member"].queryset = residents.order_by("person__name")  # type: ignore[attr-defined]
        else:
            del self.fields["member"]


class SubjectForm(WindowedForm):
    """A subject and how much residents have to say about it."""

    name = one_line(_("Onderwerp"), 80)
    level = forms.ChoiceField(
        label=_("Hoeveel invloed hebben bewoners?"), choices=Influence, widget=forms.RadioSelect
    )
    reason = long_text(
        _("Waarom zo?"),
        400,
        _("Verplicht als er geen invloed is. Bewoners lezen dit: zeg het eerlijk en kort."),
        required=False,
        rows=3,
    )

    def __init__(self, project: Project, subject: InfluenceSubject | None, data: Any = None) -> None:
        names = ("name", "level", "reason")
        kept = {name: getattr(subject, name) if subject else "" for name in names}
        super().__init__(project, kept, data)
        unmarked(self, "reason")

    def clean(self) -> dict[str, Any]:
        """Where there is nothing to say, residents are told why."""
        cleaned = super().clean()
        if (
            cleaned.get("level") == Influence.NONE
            and not cleaned.get("reason")
            and "reason" not in self.errors
        ):
            self.add_error("reason", _("Schrijf op waarom bewoners hier geen invloed op hebben."))
        return cleaned
