"""Meetings of the resident group, what is on the agenda and what was decided."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.residentgroup.group import ResidentGroup
from projects.models.residentgroup.influence import Influence, InfluenceSubject


class MeetingState(models.TextChoices):
    """How far a meeting is."""

    PLANNED = "planned", _("gepland")
    HELD = "held", _("geweest")
    CANCELLED = "cancelled", _("gaat niet door")


# What a meeting may become. Back to 'planned' undoes a mistake.
MEETING_MOVES: dict[str, frozenset[str]] = {
    MeetingState.PLANNED: frozenset({MeetingState.HELD, MeetingState.CANCELLED}),
    MeetingState.HELD: frozenset({MeetingState.PLANNED}),
    MeetingState.CANCELLED: frozenset({MeetingState.PLANNED}),
}


class ResidentMeeting(models.Model):
    """One meeting. asked: what the group is asked to do beforehand; report: what was said, without names."""

    group = models.ForeignKey(ResidentGroup, models.CASCADE, related_name="meetings")
    on = models.DateField(_("datum"))
    at = models.TimeField(_("hoe laat"), null=True, blank=True)
    place = models.CharField(_("waar"), max_length=160)
    asked = models.TextField(_("wat vragen we vooraf?"), max_length=500, blank=True)
    state = models.CharField(
        _("stand"), max_length=10, choices=MeetingState, default=MeetingState.PLANNED, editable=False
    )
    report = models.TextField(_("verslag"), max_length=4000, blank=True)

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.state == MeetingState.CANCELLED

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.state == MeetingState.HELD

    def waiting(self, today: date) -> bool:
        """Whether its day has passed while nobody said how it went."""
        return self.state == MeetingState.PLANNED and self.on < today


class AgendaPoint(models.Model):
    """One point: what it is about, what the group has to say about it, and what was decided.

    level: as it was when the agenda was made; the table of subjects may change later. decision_changed_at:
    when a decision that could be read already was corrected last.
    """

    meeting = models.ForeignKey(ResidentMeeting, models.CASCADE, related_name="points")
    title = models.CharField(_("punt"), max_length=100)
    about = models.TextField(_("toelichting"), max_length=500, blank=True)
    subject = models.ForeignKey(
        InfluenceSubject, models.SET_NULL, null=True, blank=True, related_name="points"
    )
    level = models.CharField(_("hoeveel invloed?"), max_length=10, choices=Influence)
    decision = models.TextField(_("wat is er besloten?"), max_length=800, blank=True)
    decision_changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    order = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("agendapunt")
        verbose_name_plural = _("agendapunten")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def origin(self) -> str:
        """What tasks that came from this point carry as their origin."""
        return f"meeting:{self.meeting_id}:{self.pk}"
