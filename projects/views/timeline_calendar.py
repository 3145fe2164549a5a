"""The calendar of one's role: how to follow it, a new address, stopping, and the calendar itself (V8)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_POST

from msa.throttle import Limit, caller
from projects.decorators import project_view
from projects.documents.calendar import calendar_ics
from projects.models import CalendarFeed, Project, Role
from projects.services import calendar as services
from projects.timeline.plan import plan_of

# A calendar asks a few times a day; somebody who guesses needs 2**160 tries.
WRONG_BY_ADDRESS = Limit("calendar by address", most=30, seconds=3600)
BY_FEED = Limit("calendar by feed", most=60, seconds=3600)


@require_GET
@project_view(services.PERMISSION)
def calendar(request: HttpRequest, project: Project) -> HttpResponse:
    """How to follow the time line in one's own calendar, with the secret address when there is one."""
    membership = request.membership  # type: ignore[attr-defined]
    feed = CalendarFeed.objects.filter(membership=membership).first()
    address = ""
    if feed is not None:
        path = reverse("projects:timeline_feed", args=[project.slug, services.token_of(feed)])
        address = request.build_absolute_uri(path)
    polite = membership.role == Role.RESIDENT_GROUP
    webcal = address.replace("https://", "webcal://").replace("http://", "webcal://")
    context = {"feed": feed, "address": address, "webcal": webcal, "polite": polite, "held": membership}
    return render(request, "projects/timeline/calendar.html", context)


@require_POST
@project_view(services.PERMISSION)
def calendar_renew(request: HttpRequest, project: Project) -> HttpResponse:
    """A new address; the one before stops."""
    membership = request.membership  # type: ignore[attr-defined]
    replaced = CalendarFeed.objects.filter(membership=membership).exists()
    services.renew(membership=membership)
    text = _("Het adres van de agenda staat klaar.")
    messages.success(request, text + (" " + _("Het vorige adres werkt niet meer.") if replaced else ""))
    return redirect("projects:timeline_calendar", project.slug)


@require_POST
@project_view(services.PERMISSION)
def calendar_stop(request: HttpRequest, project: Project) -> HttpResponse:
    """No address any more."""
    services.stop(membership=request.membership)  # type: ignore[attr-defined]
    messages.success(request, _("Gestopt. Het adres van de agenda werkt niet meer."))
    return redirect("projects:timeline_calendar", project.slug)


@require_GET
def calendar_feed(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """The calendar behind a secret address, without signing in: calendar programs cannot.

    A guess is 404, many of them 429. What it gives is read anew each time, so that who takes part no longer
    gets nothing from that moment.
    """
    if WRONG_BY_ADDRESS.reached(caller(request)):
        return _too_often()
    membership = services.membership_behind(slug, token)
    if membership is None:
        WRONG_BY_ADDRESS.hit(caller(request))
        raise Http404
    if BY_FEED.hit(token):
        return _too_often()
    with override("nl"):
        body = calendar_ics(membership, plan_of(membership.project, timezone.localdate()))
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="tijdspad-{slug}.ics"'
    answer["Cache-Control"] = "no-store, private"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _too_often() -> HttpResponse:
    answer = HttpResponse(status=429, content_type="text/plain; charset=utf-8")
    answer["Retry-After"] = "3600"
    answer["Cache-Control"] = "no-store, private"
    return answer
