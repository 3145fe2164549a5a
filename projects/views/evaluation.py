"""Looking back: planning a day, writing down what came of it, dropping and restoring (E1)."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from msa.ui.days import meant_day
from msa.ui.undoing import undo_tag
from projects.decorators import project_view
from projects.forms.evaluation import MomentForm
from projects.models import EvaluationMoment, EvaluationState, Phase, Project
from projects.services import evaluation as services
from projects.services.refusing import Refused

PLAN, NOTE = "projects.plan_evaluation", "projects.note_evaluation"


@project_view(PLAN)
def evaluation_new(request: HttpRequest, project: Project) -> HttpResponse:
    """Plan a day. `?na=` and `?dag=` fill in what the board proposes."""
    form = MomentForm(project, request.POST or None, initial=_proposed(request))
    if request.method == "POST" and form.is_valid() and _plan(request, project, form):
        return _board(project)
    return render(request, "projects/phaseboard/moment.html", {"form": form, "plans": True})


def _proposed(request: HttpRequest) -> dict[str, Any]:
    after, day = request.GET.get("na", ""), meant_day(request.GET.get("dag", ""))
    known = after in {str(phase.value) for phase in Phase}
    return {"after_phase": after if known else "", "planned_on": day}


def _plan(request: HttpRequest, project: Project, form: MomentForm) -> bool:
    """Whether it went well; a refusal is shown in the form."""
    try:
        made = services.plan_moment(project=project, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
    except Refused as refused:
        form.add_error("leads", str(refused))
        return False
    messages.success(request, _("Gepland: %(moment)s.") % {"moment": made})
    return True


@project_view(NOTE)
def evaluation(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Another day, for who plans them; what came of it, also for who leads this one."""
    moment, plans = _moment(project, pk), request.user.has_perm(PLAN, project)
    if not plans and moment.leads_id != request.membership.pk:  # type: ignore[attr-defined]
        raise PermissionDenied
    form = MomentForm(project, request.POST or None, instance=moment, plans=plans)
    if request.method == "POST" and form.is_valid() and _change(request, _moment(project, pk), form):
        return _board(project)
    return render(
        request, "projects/phaseboard/moment.html", {"form": form, "moment": moment, "plans": plans}
    )


def _change(request: HttpRequest, moment: EvaluationMoment, form: MomentForm) -> bool:
    try:
        services.change_moment(moment=moment, by=request.user, changes=form.changes())  # type: ignore[arg-type]
    except Refused as refused:
        form.add_error("leads" if "leads" in form.changes() else "held_on", str(refused))
        return False
    messages.success(request, _("Bewaard: %(moment)s.") % {"moment": moment})
    return True


@require_POST
@project_view(PLAN)
def evaluation_drop(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Off the list; the message offers to undo it."""
    moment = _moment(project, pk)
    services.drop_moment(moment=moment, by=request.user)  # type: ignore[arg-type]
    undo = reverse("projects:evaluation_restore", args=[project.slug, pk])
    messages.success(request, _("Van de lijst: %(moment)s.") % {"moment": moment}, extra_tags=undo_tag(undo))
    return _board(project)


@require_POST
@project_view(PLAN)
def evaluation_restore(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Undo `evaluation_drop`."""
    moment = get_object_or_404(project.evaluation_moments, pk=pk)
    services.restore_moment(moment=moment, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Terug op de lijst: %(moment)s.") % {"moment": moment})
    return _board(project)


def _moment(project: Project, pk: int) -> EvaluationMoment:
    found = project.evaluation_moments.exclude(state=EvaluationState.DROPPED)
    return get_object_or_404(found.select_related("leads__person", "project"), pk=pk)


def _board(project: Project) -> Any:
    return redirect(reverse("projects:phase_board", args=[project.slug]) + "#terugkijken")
