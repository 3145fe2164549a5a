"""The agenda of a meeting: points, decisions, and the paper for on the table."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from projects.decorators import project_view
from projects.documents.residentgroup import agenda_pdf
from projects.forms.residentgroup.meetings import DecisionForm, PointForm
from projects.models import AgendaPoint, Project, ResidentMeeting
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from projects.views.residentgroup.meetings import meeting_at, meeting_url
from projects.views.residentgroup.writing import EDIT, VIEW, FormPage, write_page


@require_GET
@project_view(VIEW)
def agenda_paper(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """The agenda on A4, in large letters."""
    kept = meeting_at(project, pk)
    answer = HttpResponse(agenda_pdf(project, kept), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="agenda-{kept.on:%Y-%m-%d}.pdf"'
    return answer


@project_view(EDIT)
def point_add(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Put a point on the agenda."""
    return _point_page(request, project, meeting_at(project, pk), None)


@project_view(EDIT)
def point(request: HttpRequest, project: Project, pk: int, number: int) -> HttpResponse:
    """Change a point."""
    kept = _point(project, pk, number)
    return _point_page(request, project, kept.meeting, kept)


def _point_page(
    request: HttpRequest, project: Project, meeting: ResidentMeeting, kept: AgendaPoint | None
) -> HttpResponse:
    form = PointForm(project, kept, request.POST or None)
    title = _("Agendapunt wijzigen") if kept else _("Agendapunt toevoegen")
    page = FormPage(title, meeting_url(meeting, project), _("Bijeenkomst"))
    by: Any = request.user
    more: dict[str, Any] = {}
    if kept and not kept.decision:
        more["remove"] = {
            "url": reverse("projects:resident_point_remove", args=[project.slug, meeting.pk, kept.pk]),
            "title": _("Dit punt weghalen"),
            "text": _("Het punt en de toelichting verdwijnen van de agenda. Dat kun je niet terugdraaien."),
            "label": _("Haal het punt weg"),
        }
    return write_page(
        request,
        form,
        page,
        lambda: services.write_point(meeting=meeting, by=by, fields=form.fields_typed(), point=kept),
        more,
    )


@require_POST
@project_view(EDIT)
def point_remove(request: HttpRequest, project: Project, pk: int, number: int) -> HttpResponse:
    """Take a point off the agenda."""
    kept = _point(project, pk, number)
    back = meeting_url(kept.meeting, project)
    try:
        services.remove_point(point=kept, by=request.user)  # type: ignore[arg-type]
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Het punt is van de agenda."))
    return redirect(back)


@project_view(EDIT)
def decision(request: HttpRequest, project: Project, pk: int, number: int) -> HttpResponse:
    """Write down what was decided, and who takes it up."""
    kept = _point(project, pk, number)
    form = DecisionForm(project, kept, request.POST or None)
    back = meeting_url(kept.meeting, project) + f"#punt-{kept.pk}"
    page = FormPage(_("Besluit over: %(point)s") % {"point": kept}, back, _("Bijeenkomst"))
    by: Any = request.user
    return write_page(
        request,
        form,
        page,
        lambda: services.decide(
            point=kept, by=by, decision=form.cleaned_data["decision"], errand=form.errand()
        ),
    )


def _point(project: Project, pk: int, number: int) -> AgendaPoint:
    """A point of a meeting of this project; Http404 for any other."""
    found = AgendaPoint.objects.select_related("meeting__group__project", "subject")
    return get_object_or_404(found, pk=number, meeting=pk, meeting__group__project=project)
