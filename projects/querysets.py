"""In which projects somebody may do something (P20); one project is found by `access.membership_at`."""

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import models

from projects.access import roles_for

if TYPE_CHECKING:
    from projects.models import Person, Project  # noqa: F401


class ProjectQuerySet(models.QuerySet["Project"]):
    """Projects, narrowed by who asks."""

    def where(self, person: "Person | AnonymousUser", permission: str) -> "ProjectQuerySet":
        """Projects in which `person` holds `permission`. Raises KeyError for an unknown permission."""
        roles = roles_for(permission)
        if not person.is_authenticated:
            return self.none()
        held = models.Q(memberships__person=person, memberships__active=True, memberships__role__in=roles)
        return self.filter(held).distinct()
