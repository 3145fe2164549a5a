"""The phase board, and the step to another phase (V10)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from projects.decorators import project_view
from projects.forms.phaseboard import StepForm
from projects.models import Project, Role
from projects.overviews.evaluation import looking_back_of
from projects.overviews.phaseboard import Board, board_of
from projects.services.phaseboard import change_phase
from projects.services.refusing import Refused

VIEW, CHANGE = "projects.view_phase_board", "projects.change_phase"


@require_GET
@project_view(VIEW)
def phase_board(request: HttpRequest, project: Project) -> HttpResponse:
    """What stands, what lacks and who can help; for residents in short."""
    return _show(request, project, {})


@require_POST
@project_view(CHANGE)
def phase_step(request: HttpRequest, project: Project) -> HttpResponse:
    """To another phase; what is refused comes back on the board with what was typed."""
    way = "back" if request.POST.get("way") == "back" else "onward"
    form = StepForm(way, request.POST)
    if not form.is_valid() or not _step(request, project, form):
        project.refresh_from_db()
        return _show(request, project, {way: form})
    text = _("Het project staat nu in fase %(number)s: %(phase)s.")
    messages.success(request, text % {"number": project.phase, "phase": project.get_phase_display()})
    return redirect("projects:phase_board", project.slug)


def _step(request: HttpRequest, project: Project, form: StepForm) -> bool:
    """Whether the project moved; a refusal is shown in the form."""
    try:
        change_phase(project=project, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
    except Refused as refused:
        form.add_error("reason", str(refused))
        return False
    return True


def _show(request: HttpRequest, project: Project, forms: dict[str, StepForm]) -> HttpResponse:
    membership = request.membership  # type: ignore[attr-defined]
    board = board_of(project, membership)
    context = {
        "board": board,
        "looking_back": looking_back_of(project, board.changes),
        "today": timezone.localdate(),
        "may_plan": request.user.has_perm("projects.plan_evaluation", project),
        "polite": membership.role == Role.RESIDENT_GROUP,
        "may_people": request.user.has_perm("projects.manage_people", project),
        "may_change": request.user.has_perm(CHANGE, project),
        "may_override": request.user.has_perm("projects.override_requirement", project),
        "onward": forms.get("onward") or _form("onward", board, project),
        "back": forms.get("back") or _form("back", board, project),
    }
    return render(request, "projects/phaseboard/board.html", context)


def _form(way: str, board: Board, project: Project) -> StepForm | None:
    """An empty form for the step, or None where there is no phase to go to."""
    target: Any = board.onward if way == "onward" else board.back
    if target is None:
        return None
    return StepForm(way, initial={"seen": project.phase, "target": target.value})
