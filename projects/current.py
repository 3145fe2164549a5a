"""Which project somebody looks at on pages that belong to no single project."""

from django.http import HttpRequest

from projects.models import Membership, Person

CHOSEN = "project"


def memberships_of(person: Person) -> list[Membership]:
    """The active memberships of `person` with project and organisation, by name of the project. One query."""
    found = Membership.objects.filter(person=person, active=True)
    return list(found.select_related("project", "organisation", "person").order_by("project__name"))


def choose(request: HttpRequest, slug: str) -> None:
    """Remember a choice for this session. A slug that is not one's own is dropped by `chosen`."""
    request.session[CHOSEN] = slug


def chosen(request: HttpRequest, memberships: list[Membership]) -> Membership | None:
    """The membership to show: the only one, or the one that was chosen in this session; else None."""
    if len(memberships) == 1:
        return memberships[0]
    slug = request.session.get(CHOSEN)
    return next((held for held in memberships if held.project.slug == slug), None)


def show(request: HttpRequest, membership: Membership) -> None:
    """Let the frame of the page show this project, its phase path and its menu."""
    request.project = membership.project  # type: ignore[attr-defined]
    request.membership = membership  # type: ignore[attr-defined]
