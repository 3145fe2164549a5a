"""Which projects somebody may see. Every page of a project starts here (P20)."""

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import models

from projects.access import roles_for

if TYPE_CHECKING:
    from projects.models import Person, Project, ReferralRoute  # noqa: F401


class ProjectQuerySet(models.QuerySet["Project"]):
    """Projects, narrowed by who asks."""

    def visible_to(self, person: "Person | AnonymousUser") -> "ProjectQuerySet":
        """Projects in which `person` holds an active role; nothing for who is not signed in."""
        return self._with_roles(person, None)

    def where(self, person: "Person | AnonymousUser", permission: str) -> "ProjectQuerySet":
        """Projects in which `person` holds `permission`. Raises KeyError for an unknown permission."""
        return self._with_roles(person, roles_for(permission))

    def _with_roles(
        self, person: "Person | AnonymousUser", roles: frozenset[str] | None
    ) -> "ProjectQuerySet":
        if not person.is_authenticated:
            return self.none()
        found = models.Q(memberships__person=person, memberships__active=True)
        if roles is not None:
            found &= models.Q(memberships__role__in=roles)
        return self.filter(found).distinct()


class ReferralRouteQuerySet(models.QuerySet["ReferralRoute"]):
    """Routes of projects, narrowed by who asks."""

    def visible_to(self, person: "Person | AnonymousUser") -> "ReferralRouteQuerySet":
        """Routes of the projects in which `person` is in the team."""
        from projects.models import Project

        return self.filter(project__in=Project.objects.where(person, "projects.view_referral_routes"))
