"""Imports that are under way. What was handed in stays locked until it is stored or thrown away (P3)."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models import Project


class ImportKind(models.TextChoices):
    """What kind of file was handed in."""

    ADDRESSES = "addresses", _("adreslijst")
    FORMS = "forms", _("Google Forms")


class ImportState(models.TextChoices):
    """Where somebody is: columns, answers, texts, check. Stored and thrown away are the ends."""

    COLUMNS = "columns", _("kolommen")
    ANSWERS = "answers", _("antwoorden")
    TEXTS = "texts", _("teksten")
    CHECK = "check", _("controle")
    DONE = "done", _("klaar")


class ImportSession(models.Model):
    """One file on its way in. `box` is the locked file, `plan` the mapping without any cell of the file.

    settled: a locked box with the texts that were rewritten, removed or left for later, by row and field.
    digest: keyed, of the cells of the file, to know the same file again; it goes with the import.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="imports")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=ImportKind)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.COLUMNS)
    file_name = models.CharField(max_length=200)
    box = models.BinaryField(null=True)
    plan = models.JSONField(default=dict)
    settled = models.BinaryField(null=True)
    outcome = models.JSONField(default=dict)
    digest = models.BinaryField(max_length=32, null=True)
    stored_on = models.DateField(null=True)
    started_on = models.DateField(auto_now_add=True)

    class Meta:
        ordering = ["-started_on", "id"]


class HeldRow(models.Model):
    """A row of an import with a text that was left for later: waits whole and locked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="held_rows")
    box = models.BinaryField()


class ImportFingerprint(models.Model):
    """That a row was handed in before: a keyed hash, without a link to what became of it."""

    digest = models.BinaryField(max_length=32, primary_key=True)
    project_key = models.UUIDField(db_index=True)


class SignalCount(models.Model):
    """How often a signal was written in an import. A count, never a direct action."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="signal_counts")
    kind = models.CharField(max_length=20)
    label = models.CharField(max_length=200)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["kind", "-count", "label"]
        constraints = [
            models.UniqueConstraint(fields=["project", "kind", "label"], name="signal_once_per_project")
        ]
