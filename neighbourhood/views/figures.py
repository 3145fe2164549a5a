"""Figures of a stored snapshot: charts with their tables, exports, and asking for a new snapshot (B1)."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from msa.audit import record
from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Snapshot
from neighbourhood.publication.exports import figures_csv, figures_xlsx
from neighbourhood.publication.tables import tables_of
from neighbourhood.services.snapshots import request_snapshot
from projects.decorators import project_view
from projects.models import Project

EXPORTS = {
    "csv": (figures_csv, "text/csv; charset=utf-8"),
    "xlsx": (figures_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def asked_snapshot(request: HttpRequest, project: Project) -> tuple[Snapshot | None, list[Snapshot]]:
    """The snapshot that the address names (the newest by default) and all that may be seen, newest first.

    Raises Http404 for a number that is not there. One query for the list, one for the snapshot itself.
    """
    seen = Snapshot.objects.visible_to(request.user).filter(project=project)
    listed = list(seen.only("pk", "number", "made_on", "project_id"))
    number = request.GET.get("momentopname", "")
    wanted = [one for one in listed if str(one.number) == number] if number else listed[:1]
    if number and not wanted:
        raise Http404
    return (seen.defer("members").get(pk=wanted[0].pk) if wanted else None), listed


@project_view("neighbourhood.view_opened_concept")
def figure_page(request: HttpRequest, project: Project) -> HttpResponse:
    """Every question with its chart and table; for everybody together or by one background (P10)."""
    snapshot, listed = asked_snapshot(request, project)
    context: dict[str, Any] = {
        "snapshots": listed,
        "snapshot": snapshot,
        "newest": snapshot is None or snapshot.pk == listed[0].pk,
        "makes": request.user.has_perm("neighbourhood.make_snapshot", project),
        "exports": request.user.has_perm("neighbourhood.export_figures", project),
    }
    if snapshot is not None:
        context |= _shown(snapshot, request.GET.get("per", ""))
    return render(request, "neighbourhood/figures/page.html", context)


def _shown(snapshot: Snapshot, asked: str) -> dict[str, Any]:
    figures = figures_from_json(snapshot.figures)
    backgrounds = {
        part.background: part.label for question in figures.questions for part in question.breakdowns
    }
    background = asked if asked in backgrounds else ""
    charts = {chart.question: chart for chart in snapshot.charts.filter(background=background)}
    questions = [
        {
            "key": question.key,
            "label": question.label,
            "table": table,
            "chart": charts.get(question.key),
            "older": _older(table.as_of, figures.as_of),
        }
        for question in figures.questions
        for table in tables_of(question)
        if table.background == background
    ]
    return {
        "figures": figures,
        "questions": questions,
        "backgrounds": backgrounds,
        "background": background,
        "by": backgrounds.get(background, ""),
    }


def _older(as_of: str, today: str) -> date | None:
    """The day of figures that were kept from an earlier snapshot (P9), or None."""
    return date.fromisoformat(as_of) if as_of and as_of < today else None


@project_view("neighbourhood.export_figures")
def figure_export(request: HttpRequest, project: Project, form: str) -> HttpResponse:
    """The figures of a snapshot as a file; the numbers are those on screen (P14)."""
    snapshot, _listed = asked_snapshot(request, project)
    if snapshot is None:
        raise Http404
    write, content_type = EXPORTS[form]
    record(
        person=request.user, act=f"figures exported ({form})", subject=str(snapshot.number), project=project
    )
    answer = HttpResponse(write(figures_from_json(snapshot.figures)), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="cijfers-{project.slug}-{snapshot.number}.{form}"'
    return answer


@require_POST
@project_view("neighbourhood.make_snapshot")
def snapshot_new(request: HttpRequest, project: Project) -> HttpResponse:
    """Ask for a new snapshot and watch it being made."""
    person = request.membership.person  # type: ignore[attr-defined]
    page = reverse("neighbourhood:figures", args=[project.slug])
    job = request_snapshot(project=project, person=person, result_url=page)
    return redirect("job", job.key)
