"""In which projects somebody may do something (P20); one project is found by `access.membership_at`."""

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import models

from projects.access import roles_for

if TYPE_CHECKING:
    from projects.models import Person, Project, ReferralRoute, Task  # noqa: F401


class ProjectQuerySet(models.QuerySet["Project"]):
    """Projects, narrowed by who asks."""

    def where(self, person: "Person | AnonymousUser", permission: str) -> "ProjectQuerySet":
        """Projects in which `person` holds `permission`. Raises KeyError for an unknown permission."""
        roles = roles_for(permission)
        if not person.is_authenticated:
            return self.none()
        held = models.Q(memberships__person=person, memberships__active=True, memberships__role__in=roles)
        return self.filter(held).distinct()


class ReferralRouteQuerySet(models.QuerySet["ReferralRoute"]):
    """Routes of projects, narrowed by who asks."""

    def visible_to(self, person: "Person | AnonymousUser") -> "ReferralRouteQuerySet":
        """Routes of the projects in which `person` is in the team."""
        from projects.models import Project

        return self.filter(project__in=Project.objects.where(person, "projects.view_referral_routes"))


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks of projects, narrowed by who asks and by what is still to be done."""

    def visible_to(self, person: "Person | AnonymousUser") -> "TaskQuerySet":
        """Tasks of the projects in which `person` may read them."""
        from projects.models import Project

        return self.filter(project__in=Project.objects.where(person, "projects.view_tasks"))

    def kept(self) -> "TaskQuerySet":
        """What was not taken off the list."""
        return self.filter(removed_at=None)

    def open(self) -> "TaskQuerySet":
        """What is on the list and nobody finished yet."""
        return self.kept().filter(done_on=None)
