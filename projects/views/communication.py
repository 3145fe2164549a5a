"""The communication calendar: by month, adding, changing, ticking off, taking away and proposals (V4)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from msa.ui.undoing import undo_tag
from projects.agreements.calendar import by_month
from projects.agreements.proposal_days import proposed
from projects.decorators import project_view
from projects.forms.communication import FilterForm, MomentForm, ProposalsForm
from projects.models import CommunicationMoment, Project
from projects.services import communication as services
from projects.services.refusing import Refused

VIEW, FINISH, EDIT = (f"projects.{verb}_communication" for verb in ("view", "finish", "edit"))


@require_GET
@project_view(VIEW)
def communication(request: HttpRequest, project: Project) -> HttpResponse:
    """What has to be told, by month."""
    everything = project.communication.present().select_related("member__person")
    form = FilterForm(project, request.GET)
    may_edit = request.user.has_perm(EDIT, project)
    context = {
        "months": by_month(form.narrowed(everything)),
        "filter": form,
        "any": everything.exists(),
        "today": timezone.localdate(),
        "may_edit": may_edit,
        "proposals": len(proposed(project).offered) if may_edit else 0,
        "own": request.membership.pk,  # type: ignore[attr-defined]
    }
    return render(request, "projects/agreements/calendar.html", context)


@project_view(EDIT)
def moment_add(request: HttpRequest, project: Project) -> HttpResponse:
    """Write a moment down."""
    form = MomentForm(project, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.add_moment(
                project=project,
                by=request.user,  # type: ignore[arg-type]
                fields=form.moment_fields(),
            )
        except Refused as refused:
            form.add_error("member", str(refused))
        else:
            messages.success(request, _("Staat in de kalender: %(what)s") % {"what": made})
            return _calendar(project)
    return render(request, "projects/agreements/moment.html", {"form": form})


@project_view(EDIT)
def moment(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Change a moment."""
    found = _moment(project, pk)
    form = MomentForm(project, request.POST or None, found)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_moment(
                moment=found,
                by=request.user,  # type: ignore[arg-type]
                fields=form.moment_fields(),
            )
        except Refused as refused:
            form.add_error("member", str(refused))
        else:
            messages.success(request, _("Bewaard: %(what)s") % {"what": found})
            return _calendar(project)
    return render(request, "projects/agreements/moment.html", {"form": form, "moment": found})


@require_POST
@project_view(FINISH)
def moment_done(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """One tap: it was done."""
    found = _own(request, project, pk)
    services.finish_moment(moment=found, by=request.user)  # type: ignore[arg-type]
    _say(request, _("Gedaan: %(what)s"), found, "communication_open")
    return _calendar(project)


@require_POST
@project_view(FINISH)
def moment_open(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Undo `moment_done`."""
    found = _own(request, project, pk)
    services.reopen_moment(moment=found, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Staat weer open: %(what)s") % {"what": found})
    return _calendar(project)


@require_POST
@project_view(EDIT)
def moment_remove(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Take a moment away; the message offers to undo it."""
    found = _moment(project, pk)
    services.remove_moment(moment=found, by=request.user)  # type: ignore[arg-type]
    _say(request, _("Weggehaald: %(what)s"), found, "communication_restore")
    return _calendar(project)


@require_POST
@project_view(EDIT)
def moment_restore(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Undo `moment_remove`."""
    found = get_object_or_404(project.communication.select_related("project"), pk=pk)
    services.restore_moment(moment=found, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Staat weer in de kalender: %(what)s") % {"what": found})
    return _calendar(project)


@project_view(EDIT)
def proposals(request: HttpRequest, project: Project) -> HttpResponse:
    """What a calendar usually holds; what is ticked goes into this one."""
    form = ProposalsForm(project, request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = services.take_proposals(
            project=project,
            by=request.user,  # type: ignore[arg-type]
            keys=form.cleaned_data["keys"],
        )
        text = ngettext("%d moment staat in de kalender.", "%d momenten staan in de kalender.", made) % made
        messages.success(request, text + " " + _("Kies nu wie wat doet."))
        return _calendar(project)
    return render(request, "projects/agreements/proposals.html", {"form": form, "chosen": _ticked(form)})


def _ticked(form: ProposalsForm) -> Any:
    return form["keys"].value() or []


def _moment(project: Project, pk: int) -> CommunicationMoment:
    """A moment of this project that was not taken away. Raises Http404."""
    found = project.communication.present().select_related("member__person", "project")
    return get_object_or_404(found, pk=pk)


def _own(request: HttpRequest, project: Project, pk: int) -> CommunicationMoment:
    """The same, for who does it or may change it. Raises PermissionDenied for others."""
    found = _moment(project, pk)
    own = found.member_id == request.membership.pk  # type: ignore[attr-defined]
    if not own and not request.user.has_perm(EDIT, project):
        raise PermissionDenied
    return found


def _say(request: HttpRequest, text: str, found: CommunicationMoment, undo: str) -> None:
    url = reverse(f"projects:{undo}", args=[found.project.slug, found.pk])
    messages.success(request, text % {"what": found}, extra_tags=undo_tag(url))


def _calendar(project: Project) -> HttpResponse:
    return redirect("projects:communication", project.slug)
