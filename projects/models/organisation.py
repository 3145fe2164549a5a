"""Organisations that work together in projects."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """The triangle (housing, welfare, contractor) and the circle around it (V2)."""

    HOUSING = "housing", _("woningcorporatie")
    WELFARE = "welfare", _("welzijnsorganisatie")
    CONTRACTOR = "contractor", _("aannemer")
    MUNICIPALITY = "municipality", _("gemeente")
    NEIGHBOURHOOD_TEAM = "neighbourhood_team", _("wijkteam")
    POLICE = "police", _("politie")
    CARE = "care", _("zorg")
    FORMS_HELP = "forms_help", _("formulierenbrigade")
    TENANTS = "tenants", _("huurdersorganisatie")
    KEY_FIGURES = "key_figures", _("sleutelfiguren")
    OTHER = "other", _("anders")


class Organisation(models.Model):
    """A partner, whatever the projects it takes part in."""

    name = models.CharField(_("naam"), max_length=120, unique=True)
    kind = models.CharField(
        _("soort"), max_length=30, choices=OrganisationKind, default=OrganisationKind.OTHER
    )

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
