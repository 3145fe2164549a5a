"""Taking in a table of the statistical office: hand in, wait while it is read, choose what is ours (V9)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from msa import jobs
from projects.context.indicators import year_in
from projects.context.reading import Regions, known_indicators
from projects.decorators import project_view
from projects.forms.context import ContextChoiceForm, ContextUploadForm
from projects.models import ContextUpload, Project
from projects.rules.surroundings import EDIT
from projects.services import context as services
from projects.services.refusing import Refused
from projects.tasks import read_context

PAGES = "projects/surroundings"


@project_view(EDIT)
def context_upload(request: HttpRequest, project: Project) -> HttpResponse:
    """Hand in the table as published."""
    person: Any = request.user
    form = ContextUploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _read(request, project, form.cleaned_data["file"])
    halfway = ContextUpload.objects.filter(project=project, person=person, rows__isnull=False)
    context = {"form": form, "halfway": halfway.defer("file", "rows").first()}
    return render(request, f"{PAGES}/upload.html", context)


def _read(request: HttpRequest, project: Project, file: Any) -> HttpResponse:
    person: Any = request.user
    upload = services.hand_in(project=project, by=person, file=file, name=file.name)
    job = jobs.start(
        read_context,
        kind="read context",
        project=project,
        person=request.membership.person,  # type: ignore[attr-defined]
        message=_("De tabel wordt zo gelezen."),
        result_url=reverse("projects:context_upload", args=[project.slug]),
        arguments=(str(upload.pk),),
    )
    return redirect("job", job.key)


@project_view(EDIT)
def context_choose(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """What was recognised, and which rows are ours. The button to search stores nothing."""
    upload = _upload(request, project, key)
    if upload.rows is None:
        messages.info(request, _("Dit bestand wordt nog gelezen. Wacht even en kijk dan opnieuw."))
        return redirect("projects:context_upload", project.slug)
    regions = services.regions_of(upload)
    initial = {"search": _first_search(project, regions), "year": year_in(upload.file_name)}
    form = ContextChoiceForm(regions, request.POST or None, initial=initial)
    searching = "find" in request.POST
    if request.method == "POST" and not searching and form.is_valid() and _store(request, upload, form):
        return redirect(reverse("projects:surroundings", args=[project.slug]) + "#cbs")
    context = {
        "form": form,
        "upload": upload,
        "known": known_indicators(regions),
        "count": len(regions.rows),
        "shows_errors": request.method == "POST" and not searching,
    }
    return render(request, f"{PAGES}/choose.html", context)


def _first_search(project: Project, regions: Regions) -> str:
    """The name of the neighbourhood, where the table knows it; else the place; else nothing."""
    for asked in (project.neighbourhood, project.place):
        word = asked.casefold()
        if any(word in f"{row.name} {row.municipality}".casefold() for row in regions.rows):
            return asked
    return ""


def _store(request: HttpRequest, upload: ContextUpload, form: ContextChoiceForm) -> bool:
    data, by = form.cleaned_data, request.user
    try:
        table = services.store_table(upload=upload, by=by, own=data["own"], year=data["year"])  # type: ignore[arg-type]
    except Refused as refused:
        form.add_error("own", str(refused))
        return False
    messages.success(request, _("%(table)s staat erin.") % {"table": table})
    return True


@require_POST
@project_view(EDIT)
def context_discard(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """Throw away a file that was handed in."""
    _upload(request, project, key).delete()
    messages.success(request, _("Het bestand is weg. Er is niets van bewaard."))
    return redirect("projects:surroundings", project.slug)


@require_POST
@project_view(EDIT)
def context_remove(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Take the figures of one year away."""
    table = get_object_or_404(project.context_tables.select_related("project"), pk=pk)
    services.remove_table(table=table, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("De cijfers van %(year)s zijn weg.") % {"year": table.year})
    return redirect("projects:surroundings", project.slug)


def _upload(request: HttpRequest, project: Project, key: UUID) -> ContextUpload:
    """One's own file; Http404 for any other."""
    person: Any = request.user
    found = ContextUpload.objects.select_related("project").filter(project=project, person=person)
    return get_object_or_404(found, pk=key)
