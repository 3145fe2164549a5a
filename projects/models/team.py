"""The team: when somebody can go on a visit, who does what there, and what is left behind (V3)."""

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.membership import Membership
from projects.models.project import Project

MOST_VISITS = 40  # in a week; more than anybody can do well
NOTE_LENGTH = 2000


class Availability(models.Model):
    """When a member can go on a visit in an ordinary week. half_days: keys of `team.week`, in order."""

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="availability")
    half_days = models.JSONField(_("wanneer kun je?"), default=list, blank=True)
    most_visits = models.PositiveSmallIntegerField(
        _("hoeveel bezoeken hooguit per week?"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_VISITS)],
    )
    changed_on = models.DateField(auto_now=True)

    class Meta:
        verbose_name = _("beschikbaarheid")
        verbose_name_plural = _("beschikbaarheid")

    def __str__(self) -> str:
        return str(self.membership)


class Absence(models.Model):
    """From which day until which day a member cannot go on a visit, both included. Never why."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="absences")
    first_day = models.DateField(_("van"))
    last_day = models.DateField(_("tot en met"))

    class Meta:
        verbose_name = _("afwezigheid")
        verbose_name_plural = _("afwezigheid")
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="absence_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_day} – {self.last_day}"

    def covers(self, day: date) -> bool:
        """Whether somebody is away on `day`."""
        return self.first_day <= day <= self.last_day


class VisitDuty(models.Model):
    """Who does one thing on a visit, as the project agreed. pair, alone: a role or word of `team.duties`."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="visit_duties")
    key = models.CharField(max_length=20)
    title = models.CharField(_("wat moet er gebeuren"), max_length=80, blank=True)  # of a duty of one's own
    pair = models.CharField(_("met z’n tweeën"), max_length=30, blank=True)
    alone = models.CharField(_("alleen"), max_length=30, blank=True)
    note = models.CharField(_("afspraak"), max_length=240, blank=True)
    changed_on = models.DateField(auto_now=True)

    class Meta:
        verbose_name = _("taak op een bezoek")
        verbose_name_plural = _("taken op een bezoek")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["project", "key"], name="visit_duty_once_per_project")]

    def __str__(self) -> str:
        return self.title or self.key


class Departure(models.Model):
    """What somebody hands over on leaving: a note, and who took which work.

    Without `left_on` it is still being written, by the member. Somebody may leave, come back and leave again.
    """

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="departures")
    left_on = models.DateField(_("gestopt op"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    runs = models.TextField(_("wat loopt er nu?"), max_length=NOTE_LENGTH, blank=True)
    contacts = models.TextField(_("wie bel je waarvoor?"), max_length=NOTE_LENGTH, blank=True)
    promised = models.TextField(_("wat is er toegezegd?"), max_length=NOTE_LENGTH, blank=True)
    written_on = models.DateField(auto_now=True)

    class Meta:
        verbose_name = _("overdracht")
        verbose_name_plural = _("overdrachten")
        ordering = ["-left_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership"], condition=models.Q(left_on=None), name="one_handover_being_written"
            )
        ]

    def __str__(self) -> str:
        return str(self.membership)

    @property
    def has_note(self) -> bool:
        """Whether anything was written."""
        return bool(self.runs or self.contacts or self.promised)


class HandedOver(models.Model):
    """Work of one kind that somebody held on leaving. Without `taker` it was left to nobody, on purpose."""

    departure = models.ForeignKey(Departure, models.CASCADE, related_name="lines")
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=160)
    taker = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="took_over")
    left_to_nobody = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("overgedragen werk")
        verbose_name_plural = _("overgedragen werk")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["departure", "key"], name="work_handed_over_once")]

    def __str__(self) -> str:
        return self.label
