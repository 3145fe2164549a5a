"""Long work (import, snapshot, poster, report) with progress that people can watch or leave alone."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from msa import registry


class JobState(models.TextChoices):
    """Where a piece of work stands."""

    WAITING = "waiting", _("wacht")
    RUNNING = "running", _("bezig")
    DONE = "done", _("klaar")
    FAILED = "failed", _("mislukt")


class Job(models.Model):
    """One piece of work in the background. `result_url` is where its owner goes when it is done.

    Holds no content: `message` is a Dutch sentence about the step, never a text of a resident. task,
    arguments: what was queued for it, keys only, so that it can be queued again.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    project_key = models.UUIDField(db_index=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    step = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=1)
    message = models.CharField(max_length=300, blank=True)
    result_url = models.CharField(max_length=300, blank=True)
    task = models.CharField(max_length=120, blank=True)
    arguments = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]

    @property
    def percent(self) -> int:
        """How far the work is, 0 to 100."""
        return 100 if self.state == JobState.DONE else min(99, 100 * self.step // max(1, self.steps))

    @property
    def title(self) -> str:
        """What is being made, in words; of a kind that no app named, that it is work."""
        names = (item.call() for item in registry.work if self.kind.startswith(item.name))
        return str(next(names, _("Werk op de achtergrond")))

    @property
    def finished(self) -> bool:
        return self.state in (JobState.DONE, JobState.FAILED)
