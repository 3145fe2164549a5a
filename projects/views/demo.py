"""The mail of the demo, shown on screen because none leaves the machine."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from msa.models import DemoMail

SHOWN = 20


@login_required
@require_GET
def demo_mail(request: HttpRequest) -> HttpResponse:
    """The latest mails. Raises Http404 outside the demo."""
    if not settings.DEMO:
        raise Http404
    return render(request, "projects/demo_mail.html", {"mails": DemoMail.objects.all()[:SHOWN]})
