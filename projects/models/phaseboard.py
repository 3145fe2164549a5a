"""How a project went from phase to phase, and when the team stops to look back (V10, E1)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.membership import Membership
from projects.models.project import Phase, Project


class PhaseChange(models.Model):
    """One step of a project to another phase. It is never changed afterwards.

    reason: why it went back, or on while something was missing. passed_over: titles of the rules that blocked
    and were set aside with that reason. advice: titles of the advice that was still open.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="phase_changes")
    before = models.PositiveSmallIntegerField(_("van fase"), choices=Phase)
    after = models.PositiveSmallIntegerField(_("naar fase"), choices=Phase)
    on = models.DateField(_("op"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.TextField(_("reden"), max_length=600, blank=True)
    passed_over = models.JSONField(default=list)
    advice = models.JSONField(default=list)

    class Meta:
        verbose_name = _("faseovergang")
        verbose_name_plural = _("faseovergangen")
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"

    @property
    def back(self) -> bool:
        """Whether the project went to an earlier phase."""
        return self.after < self.before


class EvaluationState(models.TextChoices):
    """Whether the team still has to look back, did so, or took it off the list."""

    PLANNED = "planned", _("gepland")
    HELD = "held", _("gehouden")
    DROPPED = "dropped", _("van de lijst")


class EvaluationMoment(models.Model):
    """A day on which the team looks back: after a phase, or once a year (after_phase empty).

    why_again: why there is another one of the same phase or year; empty for the first.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="evaluation_moments")
    after_phase = models.PositiveSmallIntegerField(_("na welke fase"), choices=Phase, null=True, blank=True)
    planned_on = models.DateField(_("dag"))
    leads = models.ForeignKey(
        Membership,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="evaluation_moments",
        verbose_name=_("wie leidt het"),
    )
    state = models.CharField(
        max_length=10, choices=EvaluationState, default=EvaluationState.PLANNED, editable=False
    )
    held_on = models.DateField(_("gehouden op"), null=True, blank=True)
    note = models.TextField(_("wat we veranderen"), max_length=2000, blank=True)
    why_again = models.CharField(_("waarom nog een keer"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("evaluatiemoment")
        verbose_name_plural = _("evaluatiemomenten")
        ordering = ["planned_on", "pk"]

    def __str__(self) -> str:
        if self.after_phase is None:
            return str(_("Jaarlijkse terugblik"))
        return str(_("Terugblik na fase %(number)s: %(phase)s")) % {
            "number": self.after_phase,
            "phase": self.get_after_phase_display(),
        }
