"""Pages that belong to no phase."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from msa.models import Job


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose session ended: say what happened and that nothing typed is lost where it was saved."""
    return render(request, "403_csrf.html", status=403)


@require_GET
@never_cache
def alive(request: HttpRequest) -> HttpResponse:
    """For who watches the server: it answers."""
    return HttpResponse("ok", content_type="text/plain")


@login_required
@require_GET
def job(request: HttpRequest, key: str) -> HttpResponse:
    """Progress of one's own long work, as a page, as a fragment (htmx) or as JSON."""
    found = get_object_or_404(Job, pk=key, person=request.user)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"state": found.state, "percent": found.percent, "message": found.message})
    template = "msa/_job.html" if getattr(request, "htmx", False) else "msa/job.html"
    return render(request, template, {"job": found})


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    """What this is, privacy in plain words, licences and accessibility."""
    return render(request, "msa/about.html")


@require_GET
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116)."""
    return render(request, "msa/security.txt", content_type="text/plain; charset=utf-8")


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


__all__ = ["about", "alive", "csrf_failure", "job", "page_not_found", "security_txt"]
