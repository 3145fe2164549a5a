"""Whether the approach fits: each time a team asks itself that, a version (V1)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.project import Project


class Choice(models.TextChoices):
    """What a team decides."""

    YES = "yes", _("wel")
    PARTS = "parts", _("onderdelen")
    NO = "no", _("niet")


class Orientation(models.Model):
    """One version: being filled in until `decided`, never changed after that.

    answers: as `projects.orientation.types.Answers`. reasons: the team's own words by question key.
    responses: what it does about a warning, by rule key. parts: keys of `PARTS` of the questions.
    frozen: the whole as text at the moment of the decision; what is read back later comes from here only.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="orientations")
    version = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=dict)
    reasons = models.JSONField(default=dict)
    responses = models.JSONField(default=dict)
    choice = models.CharField(max_length=10, choices=Choice, blank=True)
    parts = models.JSONField(default=list)
    because = models.TextField(blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided = models.BooleanField(default=False)
    frozen = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("afweging of de aanpak past")
        verbose_name_plural = _("afwegingen of de aanpak past")
        ordering = ["project", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["project", "version"], name="orientation_version_once"),
            models.UniqueConstraint(
                fields=["project"], condition=models.Q(decided=False), name="orientation_one_in_progress"
            ),
            models.CheckConstraint(
                condition=models.Q(decided=False)
                | (models.Q(decided_on__isnull=False) & ~models.Q(choice="") & ~models.Q(because="")),
                name="orientation_decided_is_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.version}"
