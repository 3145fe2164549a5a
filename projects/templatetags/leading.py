"""Who leads a project and where to find them, for who is asked to tell them something."""

from typing import Any

from django import template

from projects.models import Project, Role

register = template.Library()


@register.inclusion_tag("projects/_leading.html")
def who_leads(project: Project) -> dict[str, Any]:
    """The project leaders by name and organisation, and the contact for residents; never an e-mail address.

    One query. The words are in u, for the bewonersprojectgroep.
    """
    leaders = project.memberships.filter(role=Role.PROJECT_LEADER, active=True)
    return {
        "leaders": leaders.select_related("person", "organisation").order_by("person__name"),
        "contact": project.contact,
    }
