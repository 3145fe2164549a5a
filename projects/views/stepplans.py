"""Step plans: reading and comparing them, choosing steps, and making tasks of them (S11)."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from msa.ui.days import meant_day
from msa.ui.undoing import undo_tag
from projects.decorators import project_view
from projects.forms.stepplans import StepPlanForm
from projects.models import Phase, Project, Role
from projects.services import stepplans as services
from projects.services.refusing import Refused
from projects.stepplans import PLANS, StepPlan

VIEW, EDIT = "projects.view_tasks", "projects.edit_tasks"


@require_GET
@project_view(VIEW)
def stepplans(request: HttpRequest, project: Project) -> HttpResponse:
    """All plans side by side, with how many tasks of this project came from each."""
    kept = project.tasks.kept().filter(origin__in=[plan.origin for plan in PLANS.values()])
    counts = (
        kept.order_by().values("origin").annotate(n=Count("pk"), done=Count("pk", Q(done_on__isnull=False)))
    )
    used = {row["origin"]: row for row in counts}
    plans = [(plan, used.get(plan.origin)) for plan in PLANS.values()]
    return render(request, "projects/stepplans/list.html", {"plans": plans})


@project_view(VIEW)
def stepplan(request: HttpRequest, project: Project, plan: str) -> HttpResponse:
    """Read a plan; for who divides tasks also choose steps, look at them once more, and make them."""
    found = _plan(plan)
    may_edit = request.user.has_perm(EDIT, project)
    if request.method == "POST" and may_edit:
        return _choose(request, project, found)
    form = _form(project, found, _start(project)) if may_edit else None
    return _show(request, project, found, form)


def _choose(request: HttpRequest, project: Project, plan: StepPlan) -> HttpResponse:
    """What the buttons do: reckon the days again, show the list, go back to it, or make the tasks."""
    act = request.POST.get("act", "")
    asked = meant_day(request.POST.get("start", ""))
    start = asked or _start(project)
    if act == "days" and asked:
        return _show(request, project, plan, _form(project, plan, start))
    form = _form(project, plan, start, request.POST)
    if not form.is_valid() or act not in {"preview", "make"}:
        return _show(request, project, plan, form)
    if act == "make" and _make(request, project, plan, form):
        return redirect("projects:tasks", project.slug)
    if form.errors:
        return _show(request, project, plan, form)
    context = {"plan": plan, "form": form, "chosen": form.chosen()}
    return render(request, "projects/stepplans/preview.html", context)


def _make(request: HttpRequest, project: Project, plan: StepPlan, form: StepPlanForm) -> bool:
    """Whether it went well; a refusal is shown in the form."""
    by: Any = request.user
    try:
        made = services.apply_plan(project=project, by=by, plan=plan, chosen=form.chosen())
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    text = ngettext("%(n)s taak staat op de lijst.", "%(n)s taken staan op de lijst.", len(made))
    undo = reverse("projects:stepplan_remove", args=[project.slug, plan.key])
    messages.success(request, text % {"n": len(made)}, extra_tags=undo_tag(undo))
    return True


@require_POST
@project_view(EDIT)
def stepplan_remove(request: HttpRequest, project: Project, plan: str) -> HttpResponse:
    """Take off the list what nobody touched; the message offers to undo it."""
    found, by = _plan(plan), request.user
    removed = services.remove_untouched(project=project, by=by, plan=found)  # type: ignore[arg-type]
    if removed:
        text = ngettext("%(n)s taak is van de lijst.", "%(n)s taken zijn van de lijst.", removed)
        undo = reverse("projects:stepplan_restore", args=[project.slug, plan])
        messages.success(request, text % {"n": removed}, extra_tags=undo_tag(undo))
    else:
        messages.info(request, _("Er is niets weggehaald: aan elke taak is al iets gedaan."))
    return redirect("projects:stepplan", project.slug, plan)


@require_POST
@project_view(EDIT)
def stepplan_restore(request: HttpRequest, project: Project, plan: str) -> HttpResponse:
    """Undo `stepplan_remove`."""
    restored = services.restore_removed(project=project, by=request.user, plan=_plan(plan))  # type: ignore[arg-type]
    text = ngettext("%(n)s taak staat weer op de lijst.", "%(n)s taken staan weer op de lijst.", restored)
    messages.success(request, text % {"n": restored})
    return redirect("projects:stepplan", project.slug, plan)


def _plan(key: str) -> StepPlan:
    if key not in PLANS:
        raise Http404
    return PLANS[key]


def _start(project: Project) -> date:
    """When the work of a plan begins, as a proposal: when the project does, unless that is over."""
    return max(project.starts_on or timezone.localdate(), timezone.localdate())


def _form(project: Project, plan: StepPlan, start: date, data: Any = None) -> StepPlanForm:
    there = set(project.tasks.kept().filter(origin=plan.origin).values_list("title", flat=True))
    steps = [step for step in plan.steps if step.title not in there]
    return StepPlanForm(plan, project, steps, start, data)


def _show(request: HttpRequest, project: Project, plan: StepPlan, form: StepPlanForm | None) -> HttpResponse:
    context = {
        "plan": plan,
        "form": form,
        "steps": [(step, Phase(step.phase).label, Role(step.role).label) for step in plan.steps],
        "tasks": list(project.tasks.kept().filter(origin=plan.origin).select_related("owner__person")),
    }
    return render(request, "projects/stepplans/plan.html", context)
