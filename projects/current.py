"""Which project somebody looks at on pages that belong to no single project: the one that was used last."""

from django.http import HttpRequest
from django.utils import timezone

from projects.access import remember
from projects.models import Membership, Person

CHOSEN = "project"
SEVERAL = "several"  # in the session of who takes part in more than one project


def memberships_of(person: Person) -> list[Membership]:
    """The active memberships of `person` with project and organisation, by name of the project. One query."""
    found = Membership.objects.filter(person=person, active=True).select_related("project", "organisation")
    return remember(person, found.order_by("project__name"))


def choose(request: HttpRequest, slug: str) -> None:
    """Remember a choice for this session. A slug that is not one's own is dropped by `chosen`."""
    request.session[CHOSEN] = slug


def chosen(request: HttpRequest, memberships: list[Membership]) -> Membership | None:
    """The membership to show, None for who has none.

    The one chosen in this session, else the one used last, else the oldest in a project that goes on.
    """
    slug, last = request.session.get(CHOSEN), request.user.last_project_id  # type: ignore[union-attr]
    today = timezone.localdate()

    def rank(held: Membership) -> tuple[bool, bool, bool, int]:
        project = held.project
        return project.slug != slug, project.pk != last, project.finished_on(today), held.pk

    return min(memberships, key=rank, default=None)


def use(request: HttpRequest, membership: Membership, several: bool | None = None) -> None:
    """Remember that this project is the one in use, for who has more than one; the next sign-in opens it.

    several: whether there are more, None where nobody counted; then it is as Vandaag found it.
    """
    if several is not None and several != request.session.get(SEVERAL, False):
        request.session[SEVERAL] = several
    if not request.session.get(SEVERAL, False):
        return
    if request.session.get(CHOSEN) != membership.project.slug:
        request.session[CHOSEN] = membership.project.slug
    if request.user.last_project_id != membership.project_id:  # type: ignore[union-attr]
        Person.objects.filter(pk=membership.person_id).update(last_project=membership.project)


def show(request: HttpRequest, membership: Membership) -> None:
    """Let the frame of the page show this project, its phase path and its menu."""
    request.project = membership.project  # type: ignore[attr-defined]
    request.membership = membership  # type: ignore[attr-defined]
