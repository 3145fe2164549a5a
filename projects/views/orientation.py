"""Does the approach fit? Filled in step by step, decided, and read back (V1)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from msa.ui.times import o_clock
from projects.decorators import project_view
from projects.forms.orientation import DecisionForm
from projects.models import Orientation, Project
from projects.orientation import steps
from projects.orientation.differences import changes
from projects.orientation.questions import QUESTIONS
from projects.orientation.weighing import ADVICE, weigh
from projects.services import Refused
from projects.services import orientation as services

READ, CHANGE = "projects.view_orientation", "projects.change_orientation"


@require_GET
@project_view(READ)
def orientation(request: HttpRequest, project: Project) -> HttpResponse:
    """The choice that holds, the version being filled in, and the older ones."""
    versions = list(project.orientations.all())
    decided = [one for one in versions if one.decided]
    busy = next((one for one in versions if not one.decided), None)
    context = {
        "current": decided[0] if decided else None,
        "older": decided[1:],
        "busy": busy,
        "answered": len(QUESTIONS) - len(weigh(busy.answers).missing) if busy else 0,
        "all": len(QUESTIONS),
        "may_change": request.user.has_perm(CHANGE, project),
    }
    return render(request, "projects/orientation/overview.html", context)


@require_POST
@project_view(CHANGE)
def orientation_start(request: HttpRequest, project: Project) -> HttpResponse:
    """Begin, or go on where it was left."""
    made = services.start(project=project, by=request.user)  # type: ignore[arg-type]
    return redirect(steps.page_url(made, steps.resume(made)))


@project_view(CHANGE)
def orientation_step(request: HttpRequest, project: Project, version: int, step: str) -> HttpResponse:
    """One page: show it, or keep it and go on."""
    found = _page(project, version, step)
    if found.decided:
        return _read(found)
    form = steps.build(step, request.POST or None, found)
    if request.method != "POST":
        return _show(request, found, step, form)
    deciding = request.POST.get("go") == "decide"
    try:
        if not deciding:
            form = steps.build(step, request.POST, found, half=True)
        found = steps.keep(form, found)
        if form.is_valid() and deciding and isinstance(form, DecisionForm):
            return _decide(request, found, form)
    except Refused as refused:
        return _refused(request, found, form, str(refused))
    if form.errors:
        return _show(request, found, step, form)
    return redirect(steps.page_url(found, steps.beside(step, -1 if request.POST.get("go") == "back" else 1)))


def _decide(request: HttpRequest, found: Orientation, form: DecisionForm) -> HttpResponse:
    services.decide(orientation=found, by=request.user, decision=form.decision())  # type: ignore[arg-type]
    messages.success(request, _("De keuze is vastgelegd. Iedereen in het team kan hem lezen."))
    return _read(found)


def _refused(request: HttpRequest, found: Orientation, form: steps.Form, said: str) -> HttpResponse:
    """Why it did not happen: on the page itself, or on the choice that was made meanwhile."""
    now = Orientation.objects.filter(pk=found.pk).select_related("project").first()
    if now is None or now.decided:
        messages.warning(request, said)
        return _read(now) if now else redirect("projects:orientation", found.project.slug)
    form.add_error(None, said)
    return _show(request, now, steps.DECISION, form)


@require_POST
@project_view(CHANGE)
def orientation_save(request: HttpRequest, project: Project, version: int, step: str) -> HttpResponse:
    """Keep what stands on a page while it is being filled in. Answers JSON: state, and a message."""
    found = _page(project, version, step)
    form = steps.build(step, request.POST, found, half=True)
    try:
        steps.keep(form, found)
    except Refused as refused:
        return JsonResponse({"state": "gone", "message": str(refused)}, status=409)
    if form.errors:
        wrong = next(iter(form.errors.values()))[0]
        said = _("Nog niet alles is bewaard: %(wrong)s") % {"wrong": wrong}
        return JsonResponse({"state": "partly", "message": said})
    return JsonResponse({"state": "saved", "at": o_clock(timezone.now())})


@project_view(CHANGE)
def orientation_discard(request: HttpRequest, project: Project, version: int) -> HttpResponse:
    """Say what throwing away an unfinished version destroys, and do it."""
    found = _version(project, version)
    if found.decided:
        return _read(found)
    if request.method == "POST":
        try:
            services.discard(orientation=found, by=request.user)  # type: ignore[arg-type]
        except Refused as refused:
            messages.warning(request, str(refused))
        return redirect("projects:orientation", project.slug)
    return render(request, "projects/orientation/discard.html", {"orientation": found})


@require_GET
@project_view(READ)
def orientation_read(request: HttpRequest, project: Project, version: int) -> HttpResponse:
    """A version as it was frozen, or as it stands while it is being filled in; readable and printable."""
    found = _version(project, version)
    before = project.orientations.filter(decided=True, version__lt=version).first()
    shown = services.document(found)
    context = {
        "orientation": found,
        "document": shown,
        "decided_on": _day(shown["choice"]),
        "before": before,
        "changes": changes(before.frozen, shown) if before else [],
        "newer": project.orientations.filter(decided=True, version__gt=version).first(),
        "may_change": request.user.has_perm(CHANGE, project),
    }
    return render(request, "projects/orientation/read.html", context)


def _show(request: HttpRequest, found: Orientation, page: str, form: steps.Form) -> HttpResponse:
    weighing = weigh(found.answers)
    title, text = ADVICE[weighing.advice]
    context: dict[str, Any] = {
        "orientation": found,
        "page": page,
        "bar": steps.bar(found, page),
        "form": form,
        "weighing": weighing,
        "advice": {"key": weighing.advice, "title": title, "text": text},
        "missing": steps.missing_links(found),
        "open_warnings": services.unanswered(found),
    }
    names = {steps.WEIGHING: "weighing", steps.DECISION: "decision"}
    return render(request, f"projects/orientation/{names.get(page, 'step')}.html", context)


def _read(found: Orientation) -> HttpResponse:
    return redirect("projects:orientation_read", found.project.slug, found.version)


def _version(project: Project, version: int) -> Orientation:
    """This project's version. Raises Http404."""
    return get_object_or_404(project.orientations.select_related("project", "recorded_by"), version=version)


def _page(project: Project, version: int, page: str) -> Orientation:
    """This project's version, for a page that exists. Raises Http404."""
    if page not in steps.KEYS:
        raise Http404
    return _version(project, version)


def _day(choice: Mapping[str, str]) -> date | None:
    return date.fromisoformat(choice["decided_on"]) if choice["decided_on"] else None
