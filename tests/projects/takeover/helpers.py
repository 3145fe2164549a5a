"""Taking a set-up over, by the service and by the page."""

from django.urls import reverse

from msa import registry
from projects.models import Person, Project, Role
from projects.services.takeover import take_over
from tests.cast import Cast

EVERYTHING = [item.name for item in registry.setup]


def take(cast: Cast, target: Project, *parts: str) -> list[str]:
    leader = Person.objects.get(pk=cast.person(Role.PROJECT_LEADER).pk)
    return take_over(source=cast.project, target=target, by=leader, parts=parts or EVERYTHING)


def address(target: Project) -> str:
    return reverse("projects:takeover", args=[target.slug])
