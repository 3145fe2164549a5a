"""Stored figures. Every chart, table, export, poster and report reads these and nothing else (P8, P14)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from neighbourhood.querysets import SnapshotQuerySet
from projects.models import Project


class Snapshot(models.Model):
    """The figures of one day, rounded, merged and audited before they were stored.

    figures: JSON as `neighbourhood.figures` writes it. members: who was in which published set, for the
    next snapshot only (P9, P12); it is read by the worker and never shown.
    context: rounded facts beside the answers (homes, reach by block, signals), as shown.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="snapshots")
    number = models.PositiveIntegerField()
    made_on = models.DateField()
    figures = models.JSONField()
    context = models.JSONField(default=dict)
    audit = models.JSONField(default=dict)
    members = models.BinaryField()

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        verbose_name = _("momentopname")
        verbose_name_plural = _("momentopnamen")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["project", "number"], name="snapshot_number_per_project")
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.number}"


class SnapshotChart(models.Model):
    """A chart of one question, whole (`background` empty) or by one background, drawn when it was made.

    svg: for pages and paper, 680 units wide. narrow: the same figures for a phone, 340 units wide. Both are
    plain SVG without styles, safe to put in a page as they are.
    """

    snapshot = models.ForeignKey(Snapshot, models.CASCADE, related_name="charts")
    question = models.CharField(max_length=40)
    background = models.CharField(max_length=40, blank=True)
    svg = models.TextField()
    narrow = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "question", "background"], name="chart_once_per_snapshot"
            )
        ]
