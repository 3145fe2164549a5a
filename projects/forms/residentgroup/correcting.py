"""Forms that correct what was published about an advice; two people may have them open."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from projects.forms.residentgroup.advice import MeetingChoice
from projects.forms.residentgroup.fields import SubjectChoice, long_text, one_line, unmarked
from projects.forms.residentgroup.meetings import day
from projects.forms.residentgroup.windowed import WindowedForm
from projects.models import (
    Advice,
    AdviceStep,
    Membership,
    Project,
    ResidentMeeting,
    Role,
    StepKind,
)
from projects.overviews.residentgroup import meetings_of

LABELS = {
    StepKind.ASKED: _("De vraag"),
    StepKind.GIVEN: _("Het advies"),
    StepKind.ANSWERED: _("Waarom?"),
    StepKind.CARRIED_OUT: _("Wat is ervan geworden?"),
    StepKind.WITHDRAWN: _("Waarom trekken jullie de vraag in?"),
    StepKind.REMARK: _("Wat klopt er niet?"),
    StepKind.REPLY: _("Reactie"),
    StepKind.ADDITION: _("De aanvulling"),
}


class CorrectForm(WindowedForm):
    """The words of one step, as they stand there."""

    title = one_line(_("Waar gaat het over?"), 100)
    text = long_text("", 2000, _("Noem geen namen van buren."), rows=6)
    deed = long_text(_("Wat doen jullie ermee?"), 1000, required=False, rows=3)
    deed_on = day(_("Wanneer is dat klaar?"))

    def __init__(self, advice: Advice, step: AdviceStep, by: Membership, data: Any = None) -> None:
        self.polite = by.role == Role.RESIDENT_GROUP
        super().__init__(by.project, _kept(advice, step), data)
        for name in {"title", "deed", "deed_on"} - set(self.kept):
            del self.fields[name]
        self.fields["text"].label = LABELS[StepKind(step.kind)]
        if step.kind == StepKind.ANSWERED:
            self.fields["text"].required = False  # the service knows when a reason is needed
            unmarked(self, "text", "deed")


def _kept(advice: Advice, step: AdviceStep) -> dict[str, Any]:
    """What can be corrected of `step`, with what stands there now."""
    kept: dict[str, Any] = {"text": step.text}
    if step.kind == StepKind.ANSWERED:
        kept |= {"deed": step.deed, "deed_on": step.deed_on}
    if advice.volunteered and step.pk == advice.trail[0].pk:
        kept["title"] = advice.title
    return kept


class HeadForm(WindowedForm):
    """What stands above an advice."""

    title = one_line(_("Waar gaat het over?"), 100)
    subject = SubjectChoice()
    due_on = day(_("Graag vóór"))
    meeting = MeetingChoice(
        queryset=ResidentMeeting.objects.none(),
        label=_("Bespreken op de bijeenkomst van"),
        required=False,
        empty_label=_("niet op een bijeenkomst"),
    )

    def __init__(self, project: Project, advice: Advice, data: Any = None) -> None:
        names = ("title", "subject", "due_on", "meeting")
        super().__init__(project, {name: getattr(advice, name) for name in names}, data)
        # What the group itself brought up may well be about something on which it has no influence.
        self.fields["subject"].offer(project, advice.subject, all_of_them=advice.volunteered)  # type: ignore[attr-defined]
        self.fields["meeting"].queryset = meetings_of(project)  # type: ignore[attr-defined]
        unmarked(self, "subject", "meeting")
