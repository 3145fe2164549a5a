"""Forms about meetings, their agenda and their decisions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from msa.ui.days import DayField
from projects.access import roles_for
from projects.forms.residentgroup.fields import long_text, one_line, unmarked
from projects.forms.residentgroup.windowed import WindowedForm
from projects.models import AgendaPoint, Influence, InfluenceSubject, Membership, Project, ResidentMeeting
from projects.services.residentgroup.meetings import Errand


def day(label: object, help_text: object = "", *, required: bool = False) -> DayField:
    """A day, chosen from a calendar where the browser has one."""
    return DayField(
        label=label,
        help_text=help_text,
        required=required,
    )


class MeetingForm(WindowedForm):
    """When and where, and what the group is asked beforehand."""

    on = day(_("Datum"), required=True)
    at = forms.TimeField(
        label=_("Hoe laat?"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    place = one_line(_("Waar?"), 160, _("Een plek waar iedereen naar binnen kan, niet bij iemand thuis."))
    asked = long_text(
        _("Wat vragen we vooraf?"),
        500,
        _("Dit staat voor de groep op Vandaag. Bijvoorbeeld: lees de folder alvast, of vraag het uw buren."),
        required=False,
        rows=3,
    )

    def __init__(self, project: Project, meeting: ResidentMeeting | None, data: Any = None) -> None:
        names = {"on": None, "at": None, "place": "", "asked": ""}
        kept = {name: getattr(meeting, name, empty) for name, empty in names.items()}
        super().__init__(project, kept, data)


class ReportForm(WindowedForm):
    """What was said."""

    report = long_text(
        _("Verslag"),
        4000,
        _(
            "Kort en in gewone woorden. Schrijf ‘een bewoner’ of ‘de "
            "groep’, geen namen. Besluiten staan apart."
        ),
        required=False,
        rows=12,
    )

    def __init__(self, project: Project, meeting: ResidentMeeting, data: Any = None) -> None:
        super().__init__(project, {"report": meeting.report}, data)


class PointForm(WindowedForm):
    """A point on the agenda."""

    title = one_line(_("Waar praten we over?"), 100)
    about = long_text(
        _("Toelichting"),
        500,
        _("Eén of twee zinnen die ook zonder voorkennis duidelijk zijn."),
        required=False,
    )
    subject = forms.ModelChoiceField(
        queryset=InfluenceSubject.objects.none(),
        label=_("Onderwerp uit de tabel van invloed"),
        required=False,
        empty_label=_("staat er niet bij"),
    )
    level = forms.ChoiceField(
        label=_("Hoeveel invloed heeft de groep hierop?"),
        choices=[("", _("zoals het in de tabel staat")), *Influence.choices],
        required=False,
    )

    def __init__(self, project: Project, point: AgendaPoint | None, data: Any = None) -> None:
        names = {"title": "", "about": "", "subject": None, "level": ""}
        kept = {name: getattr(point, name, empty) for name, empty in names.items()}
        super().__init__(project, kept, data)
        subjects = InfluenceSubject.objects.filter(group__project=project)
        self.fields["subject"].queryset = subjects  # type: ignore[attr-defined]
        unmarked(self, "subject", "level")

    def clean(self) -> dict[str, Any]:
        """The level is known, from the table or by itself."""
        cleaned = super().clean()
        if not cleaned.get("subject") and not cleaned.get("level") and not self.errors:
            self.add_error("level", _("Kies een onderwerp uit de tabel, of zeg hier hoeveel invloed er is."))
        return cleaned


class TaskOwner(forms.ModelChoiceField):
    """Somebody of the team, by name and role."""

    def label_from_instance(self, obj: Membership) -> str:
        """What the list shows."""
        return f"{obj.person} ({obj.get_role_display()})"


class DecisionForm(WindowedForm):
    """What was decided on a point, and who takes it up."""

    decision = long_text(
        _("Wat is er besloten?"), 800, _("Zoals de groep het navertelt. Geen namen van bewoners.")
    )
    task = one_line(_("Wat moet er gebeuren?"), 160, _("Wordt een taak van het team."), required=False)
    owner = TaskOwner(
        queryset=Membership.objects.none(),
        label=_("Wie pakt het op?"),
        required=False,
        empty_label=_("Kies …"),
    )
    due_on = day(_("Klaar voor"))

    def __init__(self, project: Project, point: AgendaPoint, data: Any = None) -> None:
        super().__init__(project, {"decision": point.decision}, data)
        if point.decision:
            self.fields["decision"].required = False
            self.fields["decision"].help_text = _(
                "Zoals de groep het navertelt. Geen namen van bewoners. Klopt het niet? Maak het leeg."
            )
            unmarked(self, "decision")
        team = project.memberships.filter(active=True, role__in=roles_for("projects.finish_tasks"))
        self.fields["owner"].queryset = team.select_related("person").order_by("person__name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A task has somebody, and who takes something up has a task."""
        cleaned = super().clean()
        task, owner = cleaned.get("task"), cleaned.get("owner")
        if task and not cleaned.get("decision") and "decision" not in self.errors:
            self.add_error("decision", _("Schrijf op wat er is besloten. Daar hoort de taak bij."))
        if task and not owner and "owner" not in self.errors:
            self.add_error("owner", _("Kies wie dit oppakt."))
        if not task and "task" not in self.errors and (owner or cleaned.get("due_on")):
            self.add_error("task", _("Schrijf op wat er moet gebeuren, of maak de velden hieronder leeg."))
        return cleaned

    def errand(self) -> Errand | None:
        """The task to be made. Only after is_valid()."""
        data = self.cleaned_data
        return Errand(data["task"], data["owner"], data["due_on"]) if data["task"] else None
