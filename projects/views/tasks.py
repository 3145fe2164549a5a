"""Taken: the list, and adding, changing, taking up, finishing and removing."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from msa.ui.undoing import undo_tag
from projects.decorators import project_view
from projects.filters import TaskFilter
from projects.forms.tasks import TaskForm
from projects.models import Project, Task
from projects.services import tasks as services
from projects.services.refusing import Refused

VIEW, WORK, EDIT = "projects.view_tasks", "projects.finish_tasks", "projects.edit_tasks"
LIST = "lijst"  # in a form: how the list was narrowed from which a button was tapped


@require_GET
@project_view(VIEW)
def task_list(request: HttpRequest, project: Project) -> HttpResponse:
    """The tasks by phase, soonest first."""
    membership = request.membership  # type: ignore[attr-defined]
    found = project.tasks.kept().select_related("owner__person", "done_by")
    narrowed = TaskFilter(
        {"show": "open"} | request.GET.dict(), queryset=found, request=request, reader=membership
    )
    in_order = narrowed.qs.order_by("phase", F("due_on").asc(nulls_last=True), "order", "pk")
    context = {
        "filter": narrowed,
        "page": Paginator(in_order, 50).get_page(request.GET.get("bladzijde")),
        "today": timezone.localdate(),
        "may_edit": request.user.has_perm(EDIT, project),
    }
    return render(request, "projects/tasks/list.html", context)


@project_view(WORK)
def task_new(request: HttpRequest, project: Project) -> HttpResponse:
    """Write down a task."""
    membership = request.membership  # type: ignore[attr-defined]
    form = TaskForm(project, membership, request.POST or None, initial={"phase": project.phase})
    if request.method == "POST" and form.is_valid() and _add(request, project, form):
        return redirect("projects:tasks", project.slug)
    return render(request, "projects/tasks/form.html", {"form": form})


def _add(request: HttpRequest, project: Project, form: TaskForm) -> bool:
    """Whether it went well; a refusal is shown in the form."""
    new = services.NewTask(**form.cleaned_data)
    try:
        services.add_tasks(project=project, by=request.user, tasks=[new])  # type: ignore[arg-type]
    except Refused as refused:
        form.add_error("owner", str(refused))
        return False
    messages.success(request, _("Op de lijst: %(task)s.") % {"task": new.title})
    return True


@project_view(WORK)
def task(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Change a task that one may work on."""
    found = _task(request, project, pk)
    form = TaskForm(project, request.membership, request.POST or None, instance=found)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid() and _change(request, project, pk, form):
        return redirect("projects:tasks", project.slug)
    may_edit = request.user.has_perm(EDIT, project)
    return render(request, "projects/tasks/form.html", {"form": form, "task": found, "may_edit": may_edit})


def _change(request: HttpRequest, project: Project, pk: int, form: TaskForm) -> bool:
    stored = _task(request, project, pk)  # the one of the form carries what was typed already
    try:
        services.change_task(task=stored, by=request.user, changes=form.changes())  # type: ignore[arg-type]
    except Refused as refused:
        form.add_error("owner", str(refused))
        return False
    messages.success(request, _("Bewaard: %(task)s.") % {"task": stored})
    return True


@require_POST
@project_view(WORK)
def task_take(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Take up a task that nobody has."""
    found = get_object_or_404(project.tasks.kept(), pk=pk)
    try:
        services.take_task(task=found, taker=request.membership)  # type: ignore[attr-defined]
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        undo = reverse("projects:task_release", args=[project.slug, pk])
        messages.success(request, _("Van jou: %(task)s.") % {"task": found}, extra_tags=undo_tag(undo))
    return _back(request, project, to=f"#taak-{pk}")


@require_POST
@project_view(WORK)
def task_release(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Undo `task_take`: give back what one took up."""
    found = _task(request, project, pk)
    services.release_task(task=found, giver=request.membership)  # type: ignore[attr-defined]
    messages.success(request, _("Weer van niemand: %(task)s.") % {"task": found})
    return _back(request, project, to=f"#taak-{pk}")


@require_POST
@project_view(WORK)
def task_finish(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """In one tap; the message offers to undo it."""
    found = _task(request, project, pk)
    services.finish_task(task=found, by=request.user)  # type: ignore[arg-type]
    undo = reverse("projects:task_reopen", args=[project.slug, pk])
    messages.success(request, _("Klaar: %(task)s.") % {"task": found}, extra_tags=undo_tag(undo))
    return _back(request, project)


@require_POST
@project_view(WORK)
def task_reopen(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Undo `task_finish`."""
    found = _task(request, project, pk)
    services.reopen_task(task=found, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Weer open: %(task)s.") % {"task": found})
    return _back(request, project)


@require_POST
@project_view(EDIT)
def task_remove(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Off the list; the message offers to undo it."""
    found = get_object_or_404(project.tasks, pk=pk)
    services.remove_task(task=found, by=request.user)  # type: ignore[arg-type]
    undo = reverse("projects:task_restore", args=[project.slug, pk])
    messages.success(request, _("Van de lijst: %(task)s.") % {"task": found}, extra_tags=undo_tag(undo))
    return redirect("projects:tasks", project.slug)


@require_POST
@project_view(EDIT)
def task_restore(request: HttpRequest, project: Project, pk: int) -> HttpResponse:
    """Undo `task_remove`."""
    found = get_object_or_404(project.tasks, pk=pk)
    services.restore_task(task=found, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Terug op de lijst: %(task)s.") % {"task": found})
    return redirect("projects:tasks", project.slug)


def _task(request: HttpRequest, project: Project, pk: int) -> Task:
    """A task of this project that one may work on: one's own, one of nobody, or any for who divides them.

    Raises Http404 for a task of elsewhere, PermissionDenied for that of a colleague.
    """
    found = get_object_or_404(project.tasks.kept().select_related("owner__person", "project"), pk=pk)
    mine = found.owner_id in (None, request.membership.pk)  # type: ignore[attr-defined]
    if not mine and not request.user.has_perm(EDIT, project):
        raise PermissionDenied
    return found


def _back(request: HttpRequest, project: Project, to: str = "") -> Any:
    """The list, narrowed as it was. to: a place in it ('#taak-3')."""
    narrowed = QueryDict(request.POST.get(LIST, "")[:200]).urlencode()
    address = reverse("projects:tasks", args=[project.slug])
    return redirect((f"{address}?{narrowed}" if narrowed else address) + to)
