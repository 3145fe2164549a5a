"""A time line to begin with: what it would look like, and making it (V8)."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.decorators import project_view
from projects.forms.timeline import BeginForm
from projects.models import Project
from projects.overviews.timeline import EDIT
from projects.overviews.timeline_board import drawing
from projects.overviews.timeline_template import preview
from projects.services.refusing import Refused
from projects.services.timeline import apply_drafts
from projects.timeline.templates import TEMPLATES, Template, laid_out


@project_view(EDIT)
def timeline_template(request: HttpRequest, project: Project, name: str) -> HttpResponse:
    """Show a template from the day that is asked for (`?begin=`); a POST makes what is not there yet."""
    template = TEMPLATES.get(name)
    if template is None:
        raise Http404
    form = BeginForm(
        project, request.POST if request.method == "POST" else {"begin": _asked(request, project)}
    )
    valid = form.is_valid()
    if request.method == "POST" and valid and _made(request, project, template, form.cleaned_data["begin"]):
        return redirect("projects:timeline", project.slug)
    context: dict[str, Any] = {"form": form, "template": template}
    if valid and not form.errors:
        found = preview(project, template, form.cleaned_data["begin"], timezone.localdate())
        context |= {"preview": found, "drawing": drawing(found.timeline)}
    return render(request, "projects/timeline/template.html", context)


def _asked(request: HttpRequest, project: Project) -> str:
    """The day in the address, else the beginning of the project, else today."""
    usual: date = project.starts_on or timezone.localdate()
    return request.GET.get("begin", usual.isoformat())


def _made(request: HttpRequest, project: Project, template: Template, begin: date) -> bool:
    """Whether it went well; a refusal is told."""
    try:
        drafts = laid_out(template, begin, project.blocks.all())
        made = apply_drafts(membership=request.membership, drafts=drafts)  # type: ignore[attr-defined]
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    if made:
        text = ngettext(
            "%(n)s onderdeel staat op het tijdspad. Schuif het nu op zijn plek.",
            "%(n)s onderdelen staan op het tijdspad. Schuif ze nu op hun plek.",
            made,
        )
        messages.success(request, text % {"n": made})
    else:
        messages.info(request, _("Alles uit dit voorbeeld stond al op het tijdspad."))
    return True
