"""What all pages of an import share: one's own import, where it is, and the frame with its steps."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from housevisits.models import ImportKind, ImportSession, ImportState
from projects.models import Project

STEPS = {
    ImportKind.ADDRESSES: (ImportState.COLUMNS, ImportState.CHECK),
    ImportKind.FORMS: (ImportState.COLUMNS, ImportState.ANSWERS, ImportState.TEXTS, ImportState.CHECK),
}


def own_session(request: HttpRequest, project: Project, key: UUID) -> ImportSession:
    """One's own import that is not finished yet."""
    return get_object_or_404(ImportSession, pk=key, project=project, person=request.user)


def step_url(session: ImportSession) -> str:
    """The page where this import is."""
    names = {
        ImportState.COLUMNS: "import_columns",
        ImportState.ANSWERS: "import_answers",
        ImportState.TEXTS: "import_texts",
        ImportState.CHECK: "import_check",
        ImportState.DONE: "import_done",
    }
    return reverse(
        f"housevisits:{names[ImportState(session.state)]}", args=[session.project.slug, session.pk]
    )


def to_step(session: ImportSession) -> HttpResponse:
    """Lead to the page where this import is."""
    return redirect(step_url(session))


def _steps(session: ImportSession, here: ImportState) -> list[dict[str, str]]:
    order = STEPS[ImportKind(session.kind)]
    reached = order.index(here)
    return [
        {
            "label": str(step.label).capitalize(),
            "state": "here" if step == here else "done" if place < reached else "todo",
            "url": "",
        }
        for place, step in enumerate(order)
    ]


def step_page(
    request: HttpRequest, session: ImportSession, here: ImportState, context: dict[str, Any]
) -> HttpResponse:
    """The page of one step, with the steps around it."""
    shown = {"session": session, "steps": _steps(session, here)} | context
    return render(request, f"housevisits/imports/{here.value}.html", shown)
