"""Pages that belong to no phase."""

from datetime import UTC, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from msa.models import Job, JobState
from msa.ui.typed import came_from_us, can_be_sent_again, typed_fields

SECURITY_TXT_HOLDS = timedelta(days=180)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is too old: say what happened, and offer to send it again as it was typed."""
    ours = came_from_us(request)
    context = {
        "fields": typed_fields(request) if ours else [],
        "files": bool(request.FILES),
        "again": ours and can_be_sent_again(request),
    }
    page = render(request, "403_csrf.html", context, status=403)
    page["Cache-Control"] = "no-store, private"
    return page


# Shorter words are choices and names of buttons, not something that somebody would miss.
WORTH_KEEPING = 15


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page. Who sent a form there, since a project or a right ended meanwhile, gets the text back."""
    signed_in = request.user.is_authenticated and came_from_us(request)
    typed = (
        [value for _name, value in typed_fields(request) if len(value) >= WORTH_KEEPING] if signed_in else []
    )
    page = render(request, "404.html", {"typed": typed}, status=404)
    page["Cache-Control"] = "no-store, private"
    return page


@require_GET
@never_cache
def alive(request: HttpRequest) -> HttpResponse:
    """For who watches the server: it answers."""
    return HttpResponse("ok", content_type="text/plain")


@login_required
@require_GET
def job(request: HttpRequest, key: str) -> HttpResponse:
    """Progress of one's own long work, as a page, as a fragment (htmx) or as JSON.

    Who watches goes on to the result by itself; without JavaScript there is a link.
    """
    found = get_object_or_404(Job, pk=key, person=request.user)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"state": found.state, "percent": found.percent, "message": found.message})
    if not getattr(request, "htmx", False):
        return render(request, "msa/job.html", {"job": found})
    page = render(request, "msa/_job.html", {"job": found})
    if found.state == JobState.DONE and found.result_url:
        # A whole new page, and not a piece of this one: then a screen reader says its title.
        page["HX-Redirect"] = found.result_url
    return page


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    """What this is, privacy in plain words, licences and accessibility."""
    months = settings.RETENTION["address_months_after_end"]
    context = {"licences_url": static("build/LICENSES.txt"), "address_months": months}
    return render(request, "msa/about.html", context)


@require_GET
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116). The text says until when it holds, and that moves along."""
    expires = timezone.now().replace(microsecond=0) + SECURITY_TXT_HOLDS
    context = {
        "contact": settings.SECURITY_CONTACT,
        "expires": expires.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "canonical": settings.SITE_URL + reverse("security_txt"),
    }
    return render(request, "msa/security.txt", context, content_type="text/plain; charset=utf-8")


__all__ = ["about", "alive", "csrf_failure", "job", "not_found", "security_txt"]
