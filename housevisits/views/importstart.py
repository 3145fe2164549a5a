"""Handing in a file, what lies there half done, going on as another kind, throwing away (H1, H11)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from housevisits.forms.imports import UploadForm
from housevisits.models import HeldRow, ImportKind, ImportSession, ImportState
from housevisits.services.imports import sessions
from housevisits.views.importsteps import own_session, step_url, to_step
from msa.tables import TableError
from projects.decorators import project_view
from projects.models import Project

NEEDS = {ImportKind.ADDRESSES: "housevisits.import_addresses", ImportKind.FORMS: "housevisits.import_forms"}


@project_view("housevisits.import_forms")
def import_home(request: HttpRequest, project: Project) -> HttpResponse:
    """Where a file is handed in; imports that were left halfway; rows that wait for a person."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _home(request, project, form)
    kind, file = form.cleaned_data["kind"], form.cleaned_data["file"]
    try:
        session, again = _hand_in(request, project, kind, file)
    except TableError as error:
        return _home(request, project, form, problems=error.problems)
    return _home(request, project, form, again=session) if again else to_step(session)


def _hand_in(request: HttpRequest, project: Project, kind: str, file: Any) -> sessions.HandedIn:
    _refuse_others(request, project, kind)
    person = request.membership.person  # type: ignore[attr-defined]
    return sessions.hand_in(project=project, person=person, kind=kind, file=file, name=file.name)


def _refuse_others(request: HttpRequest, project: Project, kind: str) -> None:
    if not request.user.has_perm(NEEDS[ImportKind(kind)], project):
        raise PermissionDenied


def _home(request: HttpRequest, project: Project, form: UploadForm, **shown: Any) -> HttpResponse:
    person = request.membership.person  # type: ignore[attr-defined]
    context: dict[str, Any] = {
        "form": form,
        "sent": request.POST.get("kind", ""),
        "halfway": [(session, step_url(session)) for session in sessions.open_imports(project, person)],
        "held": HeldRow.objects.filter(project=project).count(),
    }
    if again := shown.get("again"):
        context["again_url"] = step_url(again)
    return render(request, "housevisits/imports/home.html", context | shown)


@require_POST
@project_view("housevisits.import_forms")
def import_kind(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """Go on with a file as the other kind; the file stays."""
    session = own_session(request, project, key)
    kind = request.POST.get("kind", "")
    if kind not in ImportKind.values:
        raise BadRequest
    _refuse_others(request, project, kind)
    if session.state != ImportState.DONE:
        sessions.change_kind(session=session, kind=kind)
    return to_step(session)


@require_POST
@project_view("housevisits.import_forms")
def import_discard(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """Throw an import away that was not stored; the file goes with it."""
    session: ImportSession = own_session(request, project, key)
    if session.state != ImportState.DONE:
        session.delete()
        messages.success(request, _("De import is weggegooid. Er is niets van bewaard."))
    return redirect("housevisits:imports", project.slug)
