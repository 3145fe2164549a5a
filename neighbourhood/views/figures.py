"""Figures of a stored snapshot: charts with their tables, exports, and asking for a new snapshot (B1)."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from msa.audit import record
from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.figures.types import Figures, QuestionFigures
from neighbourhood.models import Snapshot
from neighbourhood.publication.comparing import compared
from neighbourhood.publication.exports import figures_csv, figures_xlsx
from neighbourhood.publication.keeping import kept_text, kept_together, older_text
from neighbourhood.publication.tables import QuestionTable, tables_of
from neighbourhood.publication.telling import told_difference, told_whole
from neighbourhood.services.outlook import snapshot_outlook
from neighbourhood.services.snapshots import request_snapshot
from projects.decorators import project_view
from projects.models import Project, Role
from projects.overviews.context import context_of

# Public figures of the same kind as two of our questions; on this page only, and never in a snapshot.
BESIDE = ("age", "households")
# Who took part. Residents read first what was answered about the neighbourhood.
ABOUT_WHO = ("age", "household", "tenure")
EXPORTS = {
    "csv": (figures_csv, "text/csv; charset=utf-8"),
    "xlsx": (figures_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def asked_snapshot(request: HttpRequest, project: Project) -> tuple[Snapshot | None, list[Snapshot]]:
    """The snapshot that the address names (the newest by default) and all that may be seen, newest first.

    Raises Http404 for a number that is not there. One query for the list, one for the snapshot itself.
    """
    seen = Snapshot.objects.visible_to(request.user).filter(project=project)
    listed = list(seen.only("pk", "number", "made_on", "project_id", "audit"))
    number = request.GET.get("momentopname", "")
    wanted = [one for one in listed if str(one.number) == number] if number else listed[:1]
    if number and not wanted:
        raise Http404
    return (seen.defer("members").get(pk=wanted[0].pk) if wanted else None), listed


@project_view("neighbourhood.view_opened_concept")
def figure_page(request: HttpRequest, project: Project) -> HttpResponse:
    """Every question with its chart and table; for everybody together or by one background (P10)."""
    snapshot, listed = asked_snapshot(request, project)
    makes = request.user.has_perm("neighbourhood.make_snapshot", project)
    context: dict[str, Any] = {
        "snapshots": listed,
        "snapshot": snapshot,
        "newest": listed[0] if listed else None,
        "makes": makes,
        "outlook": snapshot_outlook(project, listed[0] if listed else None) if makes else None,
        "exports": request.user.has_perm("neighbourhood.export_figures", project),
        "context": context_of(project, themes=BESIDE),
    }
    if snapshot is not None:
        earlier = [one for one in listed if one.number < snapshot.number]
        context |= _shown(snapshot, request.GET.get("per", "")) | {"earlier": earlier}
        context |= _beside(context, _asked_earlier(earlier, request.GET.get("vergelijk", "")))
        if request.membership.role == Role.RESIDENT_GROUP:  # type: ignore[attr-defined]
            context |= {"folded": True, "questions": _most_asked_first(context["questions"])}
    return render(request, "neighbourhood/figures/page.html", context)


def _asked_earlier(earlier: Sequence[Snapshot], number: str) -> Snapshot | None:
    """The earlier snapshot to lay beside this one; None when nothing, or nothing earlier, was asked."""
    return next((one for one in earlier if str(one.number) == number), None)


def _beside(context: dict[str, Any], other: Snapshot | None) -> dict[str, Any]:
    """The comparison with `other`, for everybody together only. One query."""
    if other is None or context["background"]:
        return {"other": other}
    before = figures_from_json(Snapshot.objects.only("figures").get(pk=other.pk).figures)
    for question in context["questions"]:
        found = compared(question["figures"], before)
        if found is not None:
            rows = zip(question["table"].rows, found.shares, strict=True)
            question |= {"comparison": found, "rows": list(rows)}
    return {"other": other, "before": before}


def _shown(snapshot: Snapshot, asked: str) -> dict[str, Any]:
    figures = figures_from_json(snapshot.figures)
    backgrounds = {
        part.background: part.label for question in figures.questions for part in question.breakdowns
    }
    background = asked if asked in backgrounds else ""
    found = [
        (question, table)
        for question in figures.questions
        for table in tables_of(question)
        if table.background == background
    ]
    kept = kept_together([table for _question, table in found], figures.as_of)
    return {
        "figures": figures,
        "questions": _questions(snapshot, figures, found, kept.as_of if kept else figures.as_of),
        "kept": kept_text(kept, figures.n) if kept else "",
        "backgrounds": backgrounds,
        "background": background,
        "by": backgrounds.get(background, ""),
    }


def _questions(
    snapshot: Snapshot,
    figures: Figures,
    found: Sequence[tuple[QuestionFigures, QuestionTable]],
    usual: str,
) -> list[dict[str, Any]]:
    """One entry per question: its words, chart, table and what is said of them. One query.

    usual: the day of most of these tables; another day is said beside its chart.
    """
    background = found[0][1].background if found else ""
    charts = {chart.question: chart for chart in snapshot.charts.filter(background=background)}
    asked = snapshot.context.get("questions", {})
    return [
        {
            "key": question.key,
            "figures": question,
            "label": question.label,
            "asked": asked.get(question.key, ""),
            "told": _told(question, background, figures.as_of),
            "table": table,
            "rows": [(row, ()) for row in table.rows],
            "chart": charts.get(question.key),
            "older": older_text(table, usual),
        }
        for question, table in found
    ]


def _most_asked_first(questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was answered about the neighbourhood, then who took part."""
    return sorted(questions, key=lambda question: question["key"] in ABOUT_WHO)


def _told(question: QuestionFigures, background: str, as_of: str) -> str:
    """What the chart shows in words: of everybody, or the difference that stands out in a breakdown."""
    if not background:
        return told_whole(question)
    parts = (part for part in question.breakdowns if part.background == background)
    return "".join(told_difference(question, part, as_of) for part in parts)


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
