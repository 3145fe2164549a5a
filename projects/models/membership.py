"""Who holds which role in which project."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models.organisation import Organisation
from projects.models.project import Project


class Role(models.TextChoices):
    """The eight roles. What each may do stands in the `rules` of every app, nowhere else."""

    PROJECT_LEADER = "project_leader", _("projectleider")
    HOUSING_OFFICER = "housing_officer", _("woonconsulent")
    COMMUNITY_WORKER = "community_worker", _("opbouwwerker")
    CONTRACTOR_SOCIAL = "contractor_social", _("sociaal medewerker aannemer")
    CONTRACTOR_TECHNICAL = "contractor_technical", _("technisch uitvoerder")
    RESIDENT_GROUP = "resident_group", _("lid bewonersprojectgroep")
    PARTNER = "partner", _("meelezende partner")
    ADMINISTRATOR = "administrator", _("beheerder")


class Membership(models.Model):
    """A person in a project, in one role, on behalf of an organisation (residents have none)."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    project = models.ForeignKey(Project, models.CASCADE, related_name="memberships")
    role = models.CharField(_("rol"), max_length=30, choices=Role)
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="memberships"
    )
    active = models.BooleanField(_("doet mee"), default=True)

    class Meta:
        verbose_name = _("rol in een project")
        verbose_name_plural = _("rollen in projecten")
        ordering = ["project", "role"]
        constraints = [models.UniqueConstraint(fields=["person", "project"], name="one_role_per_project")]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"

    def may(self, permission: str) -> bool:
        """Whether this member has `permission` ('app.name', from the `rules`) in this project."""
        return self.person.has_perm(permission, self.project)
