"""Advice: asked, given, answered and what became of it.

Steps are added. What was said may be corrected by its own side until the other side reacted to it, and taken
away at any time (docs/decisions/0015).
"""

import json
from datetime import date, timedelta
from hashlib import blake2b

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from projects.models.residentgroup.group import ResidentGroup, Seat
from projects.models.residentgroup.influence import InfluenceSubject
from projects.models.residentgroup.meeting import ResidentMeeting

# A group that hears nothing for three weeks stops giving advice.
ANSWER_WITHIN = timedelta(weeks=3)


class AdviceState(models.TextChoices):
    """Where an advice stands."""

    ASKED = "asked", _("gevraagd")
    GIVEN = "given", _("gegeven")
    ANSWERED = "answered", _("beantwoord")
    CARRIED_OUT = "carried_out", _("afgerond")
    WITHDRAWN = "withdrawn", _("vraag ingetrokken")


# What may follow on what. On itself: the group adds something, the team answers anew, later news comes in.
ADVICE_MOVES: dict[str, frozenset[str]] = {
    AdviceState.ASKED: frozenset({AdviceState.GIVEN, AdviceState.WITHDRAWN}),
    AdviceState.GIVEN: frozenset({AdviceState.GIVEN, AdviceState.ANSWERED}),
    AdviceState.ANSWERED: frozenset({AdviceState.ANSWERED, AdviceState.CARRIED_OUT}),
    AdviceState.CARRIED_OUT: frozenset({AdviceState.ANSWERED, AdviceState.CARRIED_OUT}),
    AdviceState.WITHDRAWN: frozenset({AdviceState.ASKED}),
}
# Where the group has something to react to.
REMARKABLE = frozenset({AdviceState.ANSWERED, AdviceState.CARRIED_OUT})


class Answer(models.TextChoices):
    """What the team does with an advice."""

    FULL = "full", _("overgenomen")
    PARTLY = "partly", _("deels overgenomen")
    NOT = "not", _("niet overgenomen")


NEEDS_REASON = frozenset({Answer.PARTLY, Answer.NOT})
NEEDS_DEED = frozenset({Answer.FULL, Answer.PARTLY})


class StepKind(models.TextChoices):
    """What a step of the trail is: one of the states, or talking about it without moving on."""

    ASKED = "asked", _("vraag")
    GIVEN = "given", _("advies")
    ANSWERED = "answered", _("antwoord")
    CARRIED_OUT = "carried_out", _("wat ervan is geworden")
    WITHDRAWN = "withdrawn", _("vraag ingetrokken")
    REMARK = "remark", _("dit klopt niet")
    REPLY = "reply", _("reactie van het team")
    ADDITION = "addition", _("aanvulling")


# What the group says; everything else is said by the team.
OF_GROUP = frozenset({StepKind.GIVEN, StepKind.REMARK, StepKind.ADDITION})
# What the group says after an answer; the team comes back to it.
NEEDS_REPLY = frozenset({StepKind.REMARK, StepKind.ADDITION})


class Advice(models.Model):
    """One advice. due_on: by when it is asked; empty for advice that nobody asked for."""

    group = models.ForeignKey(ResidentGroup, models.CASCADE, related_name="advices")
    title = models.CharField(_("waar gaat het over?"), max_length=100)
    subject = models.ForeignKey(
        InfluenceSubject, models.SET_NULL, null=True, blank=True, related_name="advices"
    )
    meeting = models.ForeignKey(
        ResidentMeeting, models.SET_NULL, null=True, blank=True, related_name="advices"
    )
    due_on = models.DateField(_("graag vóór"), null=True, blank=True)
    state = models.CharField(max_length=12, choices=AdviceState, editable=False)
    answer = models.CharField(max_length=10, choices=Answer, blank=True, editable=False)

    class Meta:
        verbose_name = _("advies")
        verbose_name_plural = _("adviezen")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    @cached_property
    def trail(self) -> list["AdviceStep"]:
        """All steps, the first one first. Fetch them beforehand where there are several advices."""
        return list(self.steps.all())

    @property
    def live(self) -> list["AdviceStep"]:
        """The steps that were not taken away."""
        return [step for step in self.trail if step.removed_at is None]

    @property
    def stamp(self) -> str:
        """Another one as soon as a step is added, corrected, taken away or put back."""
        steps = [(step.pk, str(step.changed_at), str(step.removed_at)) for step in self.trail]
        return blake2b(json.dumps(steps).encode(), digest_size=8).hexdigest()

    @property
    def volunteered(self) -> bool:
        """Whether the group began it, so that the title is the group's too."""
        return bool(self.trail) and self.trail[0].kind == StepKind.GIVEN

    def last(self, *kinds: str) -> "AdviceStep | None":
        """The last step of one of `kinds` that still stands."""
        return next((step for step in reversed(self.live) if step.kind in kinds), None)

    @property
    def unreplied(self) -> str:
        """The kind of what the group said and the team has not come back to; '' when there is nothing."""
        last = self.last(*NEEDS_REPLY, StepKind.REPLY, StepKind.ANSWERED)
        return last.kind if last is not None and last.kind in NEEDS_REPLY else ""

    @property
    def remarked(self) -> bool:
        """Whether the group said that something is wrong and the team has not come back to it."""
        return self.unreplied == StepKind.REMARK

    def unanswered_since(self, today: date) -> date | None:
        """The day on which the advice was given, when it has waited for an answer too long; else None."""
        given = next((step for step in self.live if step.kind == StepKind.GIVEN), None)
        waits = self.state == AdviceState.GIVEN and given is not None
        return given.on if waits and given and given.on <= today - ANSWER_WITHIN else None

    def late(self, today: date) -> bool:
        """Whether the day by which it was asked has passed without advice."""
        return self.state == AdviceState.ASKED and self.due_on is not None and self.due_on < today


class AdviceStep(models.Model):
    """One step of an advice.

    seat: on whose seat an advice or remark was given; none means the whole group. noted: somebody of the team
    wrote it down for the group. deed, deed_on: what the team does with it and by when. changed_at: when its
    words were corrected last. removed_at: when it was taken away; its words are erased some days later.
    removed_by_team: by somebody of the team; else by the group.
    """

    advice = models.ForeignKey(Advice, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12, choices=StepKind)
    on = models.DateField()
    text = models.TextField(max_length=2000, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    deed = models.TextField(max_length=1000, blank=True)
    deed_on = models.DateField(null=True, blank=True)
    seat = models.ForeignKey(Seat, models.SET_NULL, null=True, blank=True, related_name="+")
    noted = models.BooleanField(default=False)
    changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_by_team = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("stap van een advies")
        verbose_name_plural = _("stappen van een advies")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(answer__in=["partly", "not"], text="", removed_at=None),
                name="refused_advice_says_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.on:%Y-%m-%d})"

    @property
    def of_group(self) -> bool:
        """Whether the group says this, and not the team."""
        return self.kind in OF_GROUP

    @property
    def erased(self) -> bool:
        """Whether it was taken away so long ago that nothing is left to put back."""
        return self.removed_at is not None and not self.text and not self.deed
