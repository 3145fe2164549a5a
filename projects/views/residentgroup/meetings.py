"""Meetings: the list, one of them, planning, calling off and writing the report."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from projects.decorators import project_view
from projects.forms.residentgroup.meetings import MeetingForm, ReportForm
from projects.models import MeetingState, Project, ResidentMeeting
from projects.models.residentgroup.meeting import MEETING_MOVES
from projects.overviews import residentgroup as overview
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from projects.views.residentgroup.writing import EDIT, VIEW, FormPage, shared, write_page


@require_GET
@project_view(VIEW)
def meetings(request: HttpRequest, project: Project) -> HttpResponse:
    """What is planned and what was held."""
    today = timezone.localdate()
    found = list(overview.meetings_of(project).prefetch_related("points"))
    coming = [one for one in found if one.state == MeetingState.PLANNED and one.on >= today]
    context = {
        "coming": sorted(coming, key=lambda one: one.on),
        "earlier": [one for one in found if one not in coming],
        "today": today,
    }
    return render(request, "projects/residentgroup/meetings.html", context | shared(request, project))


@require_GET
@project_view(VIEW)
def meeting(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """The agenda, what was decided, and the report."""
    kept = meeting_at(project, pk)
    moves = MEETING_MOVES[kept.state]
    context = {
        "meeting": kept,
        "points": overview.points_of(kept, project),
        "advices": overview.standing(kept.advices.all()),
        "may_hold": MeetingState.HELD in moves and kept.on <= timezone.localdate(),
        "may_cancel": MeetingState.CANCELLED in moves,
        "may_replan": MeetingState.PLANNED in moves,
        "waiting": kept.waiting(timezone.localdate()),
    }
    return render(request, "projects/residentgroup/meeting.html", context | shared(request, project))


@project_view(EDIT)
def meeting_add(request: HttpRequest, project: Project) -> HttpResponse:
    """Plan a meeting."""
    form = MeetingForm(project, None, request.POST or None)
    back = reverse("projects:resident_meetings", args=[project.slug])
    lead = _("Daarna zet je de punten op de agenda.")
    page = FormPage(_("Bijeenkomst plannen"), back, _("Bijeenkomsten"), lead=lead)
    by: Any = request.user
    return write_page(
        request,
        form,
        page,
        lambda: services.write_meeting(project=project, by=by, fields=form.fields_typed()),
    )


@project_view(EDIT)
def meeting_change(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Another day, place or request."""
    kept = meeting_at(project, pk)
    form = MeetingForm(project, kept, request.POST or None)
    page = FormPage(_("Bijeenkomst wijzigen"), meeting_url(kept, project), _("Bijeenkomst"))
    by: Any = request.user
    return write_page(
        request,
        form,
        page,
        lambda: services.write_meeting(project=project, by=by, fields=form.fields_typed(), meeting=kept),
    )


@project_view(EDIT)
def meeting_report(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """What was said."""
    kept = meeting_at(project, pk)
    form = ReportForm(project, kept, request.POST or None)
    page = FormPage(_("Verslag schrijven"), meeting_url(kept, project), _("Bijeenkomst"))
    by: Any = request.user
    return write_page(
        request,
        form,
        page,
        lambda: services.write_report(meeting=kept, by=by, text=form.cleaned_data["report"]),
    )


@require_POST
@project_view(EDIT)
def meeting_move(request: HttpRequest, project: Project, pk: int, to: str) -> HttpResponse:
    """It was held, does not take place, or is planned again."""
    kept = meeting_at(project, pk)
    if to not in MeetingState.values:
        raise Http404
    try:
        services.move_meeting(meeting=kept, by=request.user, to=to)  # type: ignore[arg-type]
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("De bijeenkomst staat op ‘%s’.") % kept.get_state_display())
    return redirect(meeting_url(kept, project))


def meeting_at(project: Project, pk: int) -> ResidentMeeting:
    """A meeting of this project; Http404 for any other."""
    found = ResidentMeeting.objects.select_related("group__project")
    return get_object_or_404(found, pk=pk, group__project=project)


def meeting_url(meeting: ResidentMeeting, project: Project) -> str:
    """The page of a meeting."""
    return reverse("projects:resident_meeting", args=[project.slug, meeting.pk])
