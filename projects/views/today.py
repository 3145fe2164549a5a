"""Vandaag: three things to do now, then the state of the project."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from msa import registry
from msa.sharing import Shared
from projects import current
from projects.models import Membership, Project, Role
from projects.overviews.organisations import by_state

LARGE = 3


@login_required
@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Vandaag for the project that was chosen or used last. `?project=slug` chooses."""
    memberships = current.memberships_of(request.user)  # type: ignore[arg-type]
    if "project" in request.GET:
        current.choose(request, request.GET["project"])
    held = current.chosen(request, memberships)
    if held is None:
        return render(request, "projects/choose.html", _choice(request, memberships))
    current.show(request, held)
    current.use(request, held, several=len(memberships) > 1)
    greeted = {"greeting": greeting(timezone.localtime().hour), "several": len(memberships) > 1}
    context = day_of(held) | greeted
    return render(request, "projects/today.html", context)


@login_required
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """All one's projects."""
    memberships = current.memberships_of(request.user)  # type: ignore[arg-type]
    return render(request, "projects/choose.html", _choice(request, memberships))


def day_of(membership: Membership) -> dict[str, Any]:
    """What Vandaag shows for one membership: things to do, heaviest first, and lines about the state."""
    shared = Shared()
    items = [item for part in registry.today for item in part.call(membership, shared)]
    items.sort(key=lambda item: -item.weight)
    lines = [line for part in registry.state for line in part.call(membership, shared)]
    return {
        "first": items[:LARGE],
        "more": items[LARGE:],
        "lines": lines,
        "polite": membership.role == Role.RESIDENT_GROUP,
    }


# Until which hour each greeting holds.
GREETINGS = (
    (6, gettext_lazy("Welkom")),
    (12, gettext_lazy("Goedemorgen")),
    (18, gettext_lazy("Goedemiddag")),
    (23, gettext_lazy("Goedenavond")),
    (24, gettext_lazy("Welkom")),
)


def greeting(hour: int) -> str:
    """How people greet at this hour (0 to 23); at night nobody is told that it is late."""
    return str(next(words for until, words in GREETINGS if hour < until))


def _choice(request: HttpRequest, memberships: list[Membership]) -> dict[str, Any]:
    may_create = Project.objects.where(request.user, "projects.create_project").exists()
    running, finished = by_state(memberships, timezone.localdate())
    return {
        "memberships": memberships,
        "running": running,
        "finished": finished,
        "has_organisation": any(held.organisation_id for held in memberships),
        "may_create": may_create,
    }
