"""What may be read of phase 2, and by whom."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.db import models

from projects.access import roles_for

if TYPE_CHECKING:
    from housevisits.models import DirectAction, Household, Visit  # noqa: F401


def _members_with(permission: str, person: Any, path: str) -> models.Q:
    return models.Q(
        **{
            f"{path}memberships__person": person,
            f"{path}memberships__active": True,
            f"{path}memberships__role__in": roles_for(permission),
        }
    )


class HouseholdQuerySet(models.QuerySet["Household"]):
    """The address register, narrowed by who asks."""

    def visible_to(self, person: Any) -> "HouseholdQuerySet":
        """Addresses of the projects in which `person` may see addresses."""
        if isinstance(person, AnonymousUser):
            return self.none()
        return self.filter(_members_with("housevisits.view_addresses", person, "project__")).distinct()


class VisitQuerySet(models.QuerySet["Visit"]):
    """Visits, narrowed by who asks."""

    def visible_to(self, person: Any) -> "VisitQuerySet":
        """Visits of the projects in which `person` may see visits."""
        if isinstance(person, AnonymousUser):
            return self.none()
        return self.filter(
            _members_with("housevisits.view_visits", person, "household__project__")
        ).distinct()


class DirectActionQuerySet(models.QuerySet["DirectAction"]):
    """Direct actions, narrowed by who asks and by what is left to do."""

    def visible_to(self, person: Any) -> "DirectActionQuerySet":
        """All actions of a project for who keeps the list; only one's own for who is assigned one."""
        if isinstance(person, AnonymousUser):
            return self.none()
        keeps = _members_with("housevisits.keep_actions", person, "project__")
        assigned = models.Q(assigned_to__person=person, assigned_to__active=True)
        return self.filter(keeps | assigned).distinct()

    def unfinished(self) -> "DirectActionQuerySet":
        """Actions that still ask for something."""
        return self.exclude(state__in=["done", "declined"])
