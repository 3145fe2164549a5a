"""The training before the visits (V6): sessions, who was there, what was learnt elsewhere, and the day
somebody practised. Nothing here knows of a conversation."""

import uuid
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.membership import Membership
from projects.models.project import Project
from projects.training.topics import Topic


class SessionState(models.TextChoices):
    """How it stands with a training session."""

    PLANNED = "planned", _("gepland")
    HELD = "held", _("gehouden")
    CANCELLED = "cancelled", _("afgelast")


class Presence(models.TextChoices):
    """Whether somebody was there."""

    UNKNOWN = "unknown", _("nog niet ingevuld")
    PRESENT = "present", _("was er")
    ABSENT = "absent", _("was er niet")


class TrainingSession(models.Model):
    """One meeting of the training. `on` is empty as long as there is no date.

    trainer: a function or organisation, no name. topics: keys of Topic. links: one address a line, words
    before it. revision: counts changes of time and place, so that calendars take over the newest.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="training_sessions")
    title = models.CharField(_("titel"), max_length=120)
    on = models.DateField(_("datum"), null=True, blank=True)
    starts_at = models.TimeField(_("van"), null=True, blank=True)
    ends_at = models.TimeField(_("tot"), null=True, blank=True)
    place = models.CharField(_("plaats"), max_length=160, blank=True)
    trainer = models.CharField(_("wie geeft de training?"), max_length=160, blank=True)
    topics = models.JSONField(default=list)
    notes = models.TextField(_("programma en materiaal"), max_length=3000, blank=True)
    links = models.TextField(_("links"), max_length=2000, blank=True)
    state = models.CharField(max_length=10, choices=SessionState, default=SessionState.PLANNED)
    revision = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainingen")
        ordering = [models.F("on").asc(nulls_last=True), "starts_at", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.state == SessionState.HELD

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self.state == SessionState.CANCELLED

    def past(self, today: date) -> bool:
        """Whether its day is over, or it is today."""
        return self.on is not None and self.on <= today


class Attendance(models.Model):
    """Somebody who was invited, and whether they came. mailed_on: the day the invitation went out."""

    session = models.ForeignKey(TrainingSession, models.CASCADE, related_name="attendances")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="attendances")
    presence = models.CharField(max_length=10, choices=Presence, default=Presence.UNKNOWN)
    mailed_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("aanwezigheid")
        verbose_name_plural = _("aanwezigheid")
        constraints = [
            models.UniqueConstraint(fields=["session", "membership"], name="one_attendance_per_session")
        ]

    def __str__(self) -> str:
        return f"{self.membership.person}: {self.get_presence_display()}"


class LearntElsewhere(models.Model):
    """A topic that somebody learnt outside the sessions of this project: where and when.

    source: the membership of another project that it was taken over from; empty when the leader wrote it.
    """

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="learnt_elsewhere")
    topic = models.CharField(max_length=20, choices=Topic)
    where = models.CharField(max_length=160)
    on = models.DateField()
    source = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("elders geleerd")
        verbose_name_plural = _("elders geleerd")
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["membership", "topic"], name="one_place_per_topic_learnt")
        ]

    def __str__(self) -> str:
        return f"{self.get_topic_display()}: {self.where}"


class Practice(models.Model):
    """The last day on which somebody did a practice registration. All else of it was dropped."""

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="practice")
    on = models.DateField()
    source = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("oefening")
        verbose_name_plural = _("oefeningen")

    def __str__(self) -> str:
        return f"{self.membership.person}: {self.on}"
