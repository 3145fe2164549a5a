"""Forms of advice. Each knows which trail was on the screen, so that nothing is answered unread."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from projects.forms.reading import ReadsAlong
from projects.forms.residentgroup.fields import SeatChoice, SubjectChoice, long_text, one_line, unmarked
from projects.forms.residentgroup.meetings import day
from projects.models import Advice, Answer, Membership, Project, ResidentMeeting, Role
from projects.models.residentgroup.advice import NEEDS_DEED, NEEDS_REASON
from projects.overviews.residentgroup import meetings_of, seats_of
from projects.services.residentgroup.advice import Words


class MeetingChoice(forms.ModelChoiceField):
    """A meeting by its day."""

    def label_from_instance(self, obj: ResidentMeeting) -> str:
        """The day as people say it."""
        return date_format(obj.on, "l j F Y")


class AskForm(ReadsAlong):
    """What the team wants to know from the group."""

    title = one_line(_("Waar gaat het over?"), 100)
    question = long_text(_("Wat is de vraag?"), 2000, _("In gewone woorden, met u. Vraag één ding tegelijk."))
    subject = SubjectChoice()
    due_on = day(_("Graag vóór"), _("Geef de groep de tijd om er met buren over te praten."))
    meeting = MeetingChoice(
        queryset=ResidentMeeting.objects.none(),
        label=_("Bespreken op de bijeenkomst van"),
        required=False,
        empty_label=_("niet op een bijeenkomst"),
    )

    def __init__(self, project: Project, data: Any = None) -> None:
        self.project = project
        super().__init__(data)
        self.fields["subject"].offer(project)  # type: ignore[attr-defined]
        self.fields["meeting"].queryset = meetings_of(project)  # type: ignore[attr-defined]
        unmarked(self, "subject", "meeting")

    def clean_due_on(self) -> Any:
        """A day that is still to come."""
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on < timezone.localdate():
            raise forms.ValidationError(_("Deze dag is al voorbij. Kies vandaag of een dag daarna."))
        return due_on


class StepForm(ReadsAlong):
    """A step of an advice. seen: the stamp of the trail that was on the screen."""

    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, advice: Advice, by: Membership, data: Any = None) -> None:
        self.advice, self.by = advice, by
        self.project, self.polite = by.project, by.role == Role.RESIDENT_GROUP
        super().__init__(data, initial={"seen": advice.stamp})
        self.prepare()

    def prepare(self) -> None:
        """What a form has to set up for who fills it in."""

    def caught_up(self) -> None:
        """After a refusal the page shows everything: sending again goes through."""
        data: Any = self.data
        data = self.data = data.copy()
        data["seen"] = self.advice.stamp


def prepare_seats(form: forms.Form, by: Membership) -> None:
    """Let a resident choose between the whole group and the own seat, and who leads between all of them."""
    seats = seats_of(by.project)
    field: Any = form.fields["seat"]
    resident = by.role == Role.RESIDENT_GROUP
    if resident:
        seats = seats.filter(member=by)
        field.label = _now("Namens wie schrijft u?")
    field.offer(seats, at_once=resident)
    if not field.seats:
        del form.fields["seat"]


class GiveForm(StepForm):
    """The advice of the group."""

    text = long_text(
        _("Het advies"), 2000, _("Gewone woorden zijn genoeg. Noem geen namen van buren."), rows=6
    )
    seat = SeatChoice(label=_("Namens wie?"))

    def prepare(self) -> None:
        """Which seats one may speak from."""
        prepare_seats(self, self.by)


class RemarkForm(GiveForm):
    """The group says that something is not right."""

    text = long_text(_("Wat klopt er niet?"), 2000, _("Noem geen namen van buren."), rows=5)


class AdditionForm(GiveForm):
    """The group adds to what was answered already."""

    text = long_text(_("Wat wilt u erbij zeggen?"), 2000, _("Noem geen namen van buren."), rows=5)


class VolunteerForm(ReadsAlong):
    """Advice that nobody asked for."""

    title = one_line(_("Waar gaat het over?"), 100)
    text = long_text(
        _("Het advies"), 2000, _("Gewone woorden zijn genoeg. Noem geen namen van buren."), rows=6
    )
    seat = SeatChoice(label=_("Namens wie?"))

    def __init__(self, by: Membership, data: Any = None) -> None:
        self.project, self.polite = by.project, by.role == Role.RESIDENT_GROUP
        super().__init__(data)
        prepare_seats(self, by)


class AnswerForm(StepForm):
    """What the team does with an advice, and why."""

    answer = forms.ChoiceField(
        label=_("Nemen jullie het advies over?"), choices=Answer, widget=forms.RadioSelect
    )
    text = long_text(
        _("Waarom?"),
        2000,
        _("Verplicht bij deels en niet. Leg het uit zoals je het aan tafel zou zeggen."),
        required=False,
    )
    deed = long_text(
        _("Wat doen jullie ermee?"),
        1000,
        _("Niet nodig als het niet wordt overgenomen."),
        required=False,
        rows=3,
    )
    deed_on = day(_("Wanneer is dat klaar?"))

    def prepare(self) -> None:
        """The answer decides which of the two is needed."""
        unmarked(self, "text", "deed")

    def clean(self) -> dict[str, Any]:
        """A reason where not everything is taken over, a deed where something is."""
        cleaned = super().clean() or self.cleaned_data
        answer = cleaned.get("answer")
        if answer in NEEDS_REASON and not cleaned.get("text") and "text" not in self.errors:
            self.add_error("text", _("Schrijf op waarom niet alles is overgenomen. De groep mag dat weten."))
        if answer in NEEDS_DEED and not cleaned.get("deed") and "deed" not in self.errors:
            self.add_error("deed", _("Schrijf op wat jullie ermee doen."))
        return cleaned


class FinishForm(StepForm):
    """What became of it."""

    text = long_text(
        _("Wat is ervan geworden?"), 2000, _("Wat is er nu anders? Ook als het anders liep."), rows=5
    )


class ReplyForm(StepForm):
    """The team comes back to a remark."""

    text = long_text(_("Reactie"), 2000, _("De groep leest dit. Schrijf met u."), rows=5)


class WithdrawForm(StepForm):
    """Why the question is no longer there."""

    text = long_text(_("Waarom trekken jullie de vraag in?"), 500, required=True, rows=3)


class AgainForm(StepForm):
    """The question is asked again."""

    text = long_text(_("Wat is de vraag nu?"), 2000, rows=5)


def words_of(form: StepForm) -> Words:
    """What was filled in, for the service. Only after is_valid()."""
    data = form.cleaned_data
    return Words(data["text"], data.get("answer", ""), data.get("deed", ""), data.get("deed_on"))
