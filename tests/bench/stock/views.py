"""The same rows by the shortest way: no sealing, no reading along, no receipt code, no queue."""

import json
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template import Context, Engine
from django.urls import path

from housevisits.models import Draft, SealedRegistration
from msa.privacy.vault import BOX_BYTES
from neighbourhood.models import Snapshot
from projects.models import Project
from tests.bench.stock.forms import StockForm

PAGE = Engine().from_string(
    """<!doctype html><html lang="nl"><head><title>Grafieken</title></head><body>
{% for chart in charts %}<section><h2>{{ chart.question }}</h2>
{{ chart.svg|safe }}{{ chart.narrow|safe }}</section>{% endfor %}</body></html>"""
)


@login_required
def submit(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """Write one row of 32 KiB and remove the draft."""
    project = get_object_or_404(Project, slug=slug)
    draft = get_object_or_404(Draft, pk=key, person=request.user)
    form = StockForm(request.POST)
    if not form.is_valid():
        return HttpResponse(form.errors.as_json(), status=400)
    row = json.dumps(form.cleaned_data, ensure_ascii=False).encode().ljust(BOX_BYTES)
    with transaction.atomic():
        SealedRegistration.objects.create(project_key=project.key, box=row)
        draft.delete()
    return redirect("stock_done")


@login_required
def charts(request: HttpRequest, slug: str) -> HttpResponse:
    """The same drawings, as they are stored, on a bare page."""
    project = get_object_or_404(Project, slug=slug)
    snapshot = Snapshot.objects.filter(project=project).defer("members", "figures").latest("number")
    return HttpResponse(PAGE.render(Context({"charts": snapshot.charts.filter(background="")})))


urlpatterns = [
    path("gereed/", lambda request: HttpResponse(), name="stock_done"),
    path("<slug:slug>/grafieken/", charts),
    path("<slug:slug>/<uuid:key>/", submit),
]
