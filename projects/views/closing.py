"""Closing a project that is over, with what that means; and opening it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from msa import registry
from projects.decorators import project_view
from projects.models import Project
from projects.services.closing import close_project, reopen_project
from projects.services.refusing import Refused

CLOSE = "projects.close_project"


@project_view(CLOSE)
def close(request: HttpRequest, project: Project) -> HttpResponse:
    """Say what closing means and what is kept how long; close it on POST."""
    if request.method == "POST":
        try:
            close_project(project=project, by=request.user)  # type: ignore[arg-type]
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("%(project)s is afgesloten.") % {"project": project})
        return redirect("projects:close", project.slug)
    kept = [line for part in registry.kept for line in part.call(project)]
    return render(request, "projects/organisations/close.html", {"kept": kept})


@require_POST
@project_view(CLOSE)
def reopen(request: HttpRequest, project: Project) -> HttpResponse:
    """Undo `close`."""
    reopen_project(project=project, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("%(project)s is weer open.") % {"project": project})
    return redirect("projects:close", project.slug)
