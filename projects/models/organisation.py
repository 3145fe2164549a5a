"""Organisations that work together in projects."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from projects.querysets import OrganisationQuerySet


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

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("projects:organisation", args=[self.pk])


class OrganisationKeeper(models.Model):
    """Somebody of whom the organisation itself knows that they manage projects for it.

    Which organisation a member works for is written down by whoever manages that project, so it proves
    nothing to other projects. Only a keeper who still manages a project on behalf of the organisation sees
    the names of all its projects (`Organisation.objects.kept_by`).
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="keepers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="keeps")

    class Meta:
        verbose_name = _("beheerder van een organisatie")
        verbose_name_plural = _("beheerders van organisaties")
        ordering = ["organisation", "person"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "person"], name="one_keeper_per_organisation")
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.person}"
