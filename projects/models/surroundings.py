"""Context figures of the neighbourhood, from a table that the statistical office publishes (V9).

Public figures about all residents. They never enter the conversation register or a snapshot.
"""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.project import Project

SOURCE = "CBS, Kerncijfers wijken en buurten"


class Scope(models.TextChoices):
    """What a row of the table stands for in this project."""

    OWN = "own", _("onze buurt")
    MUNICIPALITY = "municipality", _("gemeente")
    COUNTRY = "country", _("Nederland")


class ContextTable(models.Model):
    """One published table, of which the rows of this project were kept."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="context_tables")
    source = models.CharField(_("bron"), max_length=120, default=SOURCE)
    year = models.PositiveSmallIntegerField(_("jaar"))
    file_name = models.CharField(_("bestand"), max_length=200)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    uploaded_on = models.DateField(_("ingelezen op"), auto_now_add=True)
    is_invented = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("tabel met buurtcijfers")
        verbose_name_plural = _("tabellen met buurtcijfers")
        ordering = ["-year", "-pk"]

    def __str__(self) -> str:
        return f"{self.source} {self.year}"


class ContextFigure(models.Model):
    """One cell of that table. value: None where the office does not say it (unknown or secret).

    code: our name for what is counted; column: the heading in the file. unit: 'n', '%' or 'k€'.
    """

    table = models.ForeignKey(ContextTable, models.CASCADE, related_name="figures")
    code = models.CharField(max_length=40)
    column = models.CharField(max_length=120)
    label = models.CharField(max_length=120)
    unit = models.CharField(max_length=10)
    scope = models.CharField(max_length=20, choices=Scope)
    region_code = models.CharField(max_length=12)
    region_name = models.CharField(max_length=120)
    value = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)

    class Meta:
        verbose_name = _("buurtcijfer")
        verbose_name_plural = _("buurtcijfers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["table", "code", "region_code"], name="context_figure_once")
        ]

    def __str__(self) -> str:
        return f"{self.label}, {self.region_name}"


class ContextUpload(models.Model):
    """A table on its way in, locked: first the file itself, once it was read the rows of all regions."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="context_uploads")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    started_on = models.DateField(auto_now_add=True)
    file = models.BinaryField(null=True)
    rows = models.BinaryField(null=True)

    class Meta:
        ordering = ["-started_on", "id"]
