"""How much residents have to say about what."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from projects.decorators import project_view
from projects.forms.residentgroup.group import SubjectForm
from projects.models import InfluenceSubject, Project
from projects.overviews.residentgroup import influence_of
from projects.services import residentgroup as services
from projects.views.residentgroup.writing import EDIT, VIEW, FormPage, shared, write_page


@require_GET
@project_view(VIEW)
def influence(request: HttpRequest, project: Project) -> HttpResponse:
    """All subjects by level, and openly where there is nothing to say."""
    levels = influence_of(project)
    context = {"levels": levels, "any_subject": any(level.subjects for level in levels)}
    return render(request, "projects/residentgroup/influence.html", context | shared(request, project))


@project_view(EDIT)
def subject_add(request: HttpRequest, project: Project) -> HttpResponse:
    """A new subject."""
    return _page(request, project, None)


@project_view(EDIT)
def subject(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Change a subject, or take it away."""
    return _page(request, project, _subject(project, pk))


def _page(request: HttpRequest, project: Project, kept: InfluenceSubject | None) -> HttpResponse:
    form = SubjectForm(project, kept, request.POST or None)
    title = _("Onderwerp wijzigen") if kept else _("Onderwerp toevoegen")
    page = FormPage(title, _list(project), _("Invloed"))
    by: Any = request.user
    more: dict[str, Any] = {}
    if kept:
        more["remove"] = {
            "url": reverse("projects:resident_subject_remove", args=[project.slug, kept.pk]),
            "title": _("Dit onderwerp weghalen"),
            "text": _(
                "Het onderwerp en de uitleg verdwijnen uit de tabel. Agenda’s en adviezen blijven staan."
            ),
            "label": _("Haal het onderwerp weg"),
        }
    return write_page(
        request,
        form,
        page,
        lambda: services.write_subject(project=project, by=by, fields=form.fields_typed(), subject=kept),
        more,
    )


@require_POST
@project_view(EDIT)
def subject_remove(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Take a subject out of the table."""
    kept = _subject(project, pk)
    services.remove_subject(subject=kept, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("‘%(name)s’ staat niet meer in de tabel.") % {"name": kept})
    return redirect(_list(project))


@require_POST
@project_view(EDIT)
def subject_examples(request: HttpRequest, project: Project) -> HttpResponse:
    """Put the example subjects in the table."""
    services.add_examples(project=project, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("De voorbeelden staan in de tabel. Pas aan wat bij jullie anders is."))
    return redirect(_list(project))


def _subject(project: Project, pk: int) -> InfluenceSubject:
    """A subject of this project; Http404 for any other."""
    found = InfluenceSubject.objects.select_related("group__project")
    return get_object_or_404(found, pk=pk, group__project=project)


def _list(project: Project) -> str:
    return reverse("projects:resident_influence", args=[project.slug])
