"""What may be read of phase 3, and by whom."""

from typing import TYPE_CHECKING, Any

from django.db import models

from projects.access import roles_for

if TYPE_CHECKING:
    from neighbourhood.models import Picture, Snapshot, Theme  # noqa: F401


def _in_projects_where(permission: str, person: Any) -> models.Q:
    return models.Q(
        project__memberships__person=person,
        project__memberships__active=True,
        project__memberships__role__in=roles_for(permission),
    )


class SnapshotQuerySet(models.QuerySet["Snapshot"]):
    """Stored figures, narrowed by who asks."""

    def visible_to(self, person: Any) -> "SnapshotQuerySet":
        """Snapshots for the project team; for residents those of an opened concept and of what is public."""
        if not person.is_authenticated:
            return self.none()
        team = _in_projects_where("neighbourhood.view_figures", person)
        residents = _in_projects_where("neighbourhood.view_opened_concept", person) & models.Q(
            models.Q(pictures__open_to_residents=True, pictures__state="concept")
            | models.Q(pictures__state="published")
        )
        return self.filter(team | residents).distinct()


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Themes, narrowed by who asks."""

    def visible_to(self, person: Any) -> "ThemeQuerySet":
        """Themes as they are now; what was published of them is `services.reporting.published_themes`."""
        if not person.is_authenticated:
            return self.none()
        team = _in_projects_where("neighbourhood.view_figures", person)
        residents = _in_projects_where("neighbourhood.view_opened_concept", person) & models.Q(
            project__pictures__open_to_residents=True, project__pictures__state="concept"
        )
        return self.filter(team | residents).distinct()


class PictureQuerySet(models.QuerySet["Picture"]):
    """Versions of the picture, narrowed by who asks."""

    def visible_to(self, person: Any) -> "PictureQuerySet":
        """Everything for the team, opened concepts for residents too, what is public for every member.

        What was replaced or taken down stays with the team.
        """
        if not person.is_authenticated:
            return self.none()
        team = _in_projects_where("neighbourhood.view_figures", person)
        residents = _in_projects_where("neighbourhood.view_opened_concept", person) & models.Q(
            open_to_residents=True, state="concept"
        )
        member = _in_projects_where("projects.view_project", person) & models.Q(state="published")
        return self.filter(team | residents | member).distinct()

    def published(self) -> "PictureQuerySet":
        """What everybody may see, without an account."""
        return self.filter(state="published")

    def once_published(self) -> "PictureQuerySet":
        """What is public or was, also when it has been replaced or taken down since."""
        return self.exclude(state="concept")
