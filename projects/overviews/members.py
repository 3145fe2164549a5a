"""Who takes part in a project now; many pages and rules begin here."""

from projects.models import Membership, Project


def active_members(project: Project) -> list[Membership]:
    """Everybody who takes part in `project` now, by name, with person and organisation. One query."""
    found = project.memberships.filter(active=True).select_related("person", "organisation")
    return list(found.order_by("person__name"))
