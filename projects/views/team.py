"""The team on the road: when who can, and who does what on a visit (V3)."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from projects.decorators import project_view
from projects.documents.team import duties_pdf
from projects.forms.availability import AvailabilityForm
from projects.forms.team import DutiesForm
from projects.models import Membership, Project
from projects.overviews.duties import division_of
from projects.overviews.team import PART_LABELS, availability_of, week_of
from projects.services import team as services
from projects.team.week import WEEK, monday_of

EDIT_DUTIES = "projects.edit_visit_duties"
FARTHEST_WEEKS = 60


@project_view("projects.set_availability")
def availability(request: HttpRequest, project: Project) -> HttpResponse:
    """When I can go on visits. Only ever one's own."""
    membership: Membership = request.membership  # type: ignore[attr-defined]
    data = request.POST if request.method == "POST" else None
    form = AvailabilityForm(membership, data, rows=request.POST.get("rows", ""))
    if form.is_bound and form.is_valid():
        elsewhere = form.elsewhere()
        services.set_availability(membership=membership, **form.outcome())
        messages.success(request, _saved(elsewhere))
        return redirect("projects:availability", project.slug)
    context = {"form": form, "said": availability_of(membership), "parts": PART_LABELS}
    return render(
        request, "projects/team/availability.html", context | {"unsaved": data and not form.is_bound}
    )


def _saved(elsewhere: bool) -> str:
    text = _("Bewaard. Je projectleider ziet wanneer je kunt.")
    also = _("Wat je intussen in een ander venster bewaarde, is gebleven. Kijk na of alles klopt.")
    return f"{text} {also}" if elsewhere else text


@require_GET
@project_view("projects.view_availability")
def team_week(request: HttpRequest, project: Project) -> HttpResponse:
    """Who can come when, in one week. `?week=2026-11-23` chooses the week of that day."""
    day = _chosen_day(request.GET.get("week", ""))
    context = {
        "week": week_of(project, day),
        "parts": PART_LABELS,
        "previous": monday_of(day) - WEEK,
        "next": monday_of(day) + WEEK,
        "is_now": monday_of(day) == monday_of(timezone.localdate()),
    }
    return render(request, "projects/team/week.html", context)


def _chosen_day(asked: str) -> date:
    """The day that was asked for; today for what is no day, or too far away to mean anything."""
    today = timezone.localdate()
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return today
    return day if abs(day - today) < timedelta(weeks=FARTHEST_WEEKS) else today


@require_GET
@project_view("projects.view_visit_duties")
def visit_duties(request: HttpRequest, project: Project) -> HttpResponse:
    """Who does what on a visit; one's own role first."""
    membership: Membership = request.membership  # type: ignore[attr-defined]
    division = division_of(project)
    context = {
        "division": division,
        "mine": division.of(membership.role),
        "may_edit": request.user.has_perm(EDIT_DUTIES, project),
    }
    return render(request, "projects/team/duties.html", context)


@project_view(EDIT_DUTIES)
def visit_duties_edit(request: HttpRequest, project: Project) -> HttpResponse:
    """Agree on who does what; it starts from the proposal."""
    division = division_of(project)
    form = DutiesForm(division, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        services.agree_on_duties(project=project, by=request.user, duties=form.duties())  # type: ignore[arg-type]
        messages.success(request, _("Het staat: wie doet wat op bezoek. Het hele team kan die lezen."))
        return redirect("projects:visit_duties", project.slug)
    return render(request, "projects/team/duties_form.html", {"form": form, "division": division})


@require_GET
@project_view("projects.view_visit_duties")
def visit_duties_paper(request: HttpRequest, project: Project) -> HttpResponse:
    """The same on paper: one A4."""
    answer = HttpResponse(duties_pdf(project), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="wie-doet-wat-op-bezoek-{project.slug}.pdf"'
    return answer
