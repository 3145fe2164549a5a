"""The four agreements: the list, reading one, beginning and ending a concept, comparing versions (V4)."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from msa.richtext import compare, to_html
from projects.agreements.calendar import calendar_rows
from projects.agreements.changes import changes_of
from projects.agreements.gaps import by_heading, gaps_of
from projects.decorators import project_view
from projects.forms.agreements import AnswerForm
from projects.models import AgreementKind, AgreementVersion, Project
from projects.overviews.agreements import Standing, counting, own_answer, standing_of, standings
from projects.services import agreements as services
from projects.services.agreeing import everybody_agreed
from projects.services.refusing import Refused

VIEW, CONCEPTS, EDIT, ANSWER, SENT = (
    f"projects.{name}"
    for name in (
        "view_agreements",
        "view_agreement_concepts",
        "edit_agreements",
        "answer_agreements",
        "view_sent_agreements",
    )
)


@require_GET
@project_view(VIEW)
def agreements(request: HttpRequest, project: Project) -> HttpResponse:
    """Where the four stand."""
    found = standings(request.membership)  # type: ignore[attr-defined]
    rows = [(one, one.asked_of(request.membership)) for one in found]  # type: ignore[attr-defined]
    context = {"rows": rows, "begun": any(one.versions for one in found)} | rights(request, project)
    return render(request, "projects/agreements/list.html", context)


@require_GET
@project_view(VIEW)
def agreement(request: HttpRequest, project: Project, kind: str) -> HttpResponse:
    """The version that counts most: what holds, else what is out, else what is being written."""
    standing = standing_of(request.membership, kind_of(kind))  # type: ignore[attr-defined]
    return _show(request, project, standing, standing.shown)


@require_GET
@project_view(VIEW)
def agreement_version(request: HttpRequest, project: Project, kind: str, number: int) -> HttpResponse:
    """One version with who agreed, and what the reader can do with it."""
    standing = standing_of(request.membership, kind_of(kind))  # type: ignore[attr-defined]
    found = next((one for one in standing.versions if one.number == number), None)
    if found is None:
        raise Http404
    return _show(request, project, standing, found)


def _show(
    request: HttpRequest, project: Project, standing: Standing, version: AgreementVersion | None
) -> HttpResponse:
    context: dict[str, Any] = {"standing": standing, "kind": standing.kind, "version": version}
    if version is not None:
        answers, gaps = counting(version), gaps_of(version.text) if version.is_concept else []
        older = [one for one in standing.versions if one.number < version.number]
        own = own_answer(answers, request.membership)  # type: ignore[attr-defined]
        context |= {
            "text": to_html(version.text),
            "calendar": calendar_rows(version.calendar),
            "gaps": gaps,
            "gap_lines": by_heading(gaps),
            "fact_changes": changes_of(version),
            "answers": answers,
            "older": older[0] if older else None,
            "own": own if version.is_sent else None,
            "all_agreed": version.is_sent and everybody_agreed(version),
            "answer_form": AnswerForm(initial=_said(own)) if own else None,
        }
    return render(request, "projects/agreements/read.html", context | rights(request, project))


def _said(own: Any) -> dict[str, str]:
    said = {} if own.waiting else {"state": own.state, "text": own.text}
    return said | {"seen": own.stamp}


@require_POST
@project_view(EDIT)
def agreement_start(request: HttpRequest, project: Project, kind: str) -> HttpResponse:
    """Begin a concept, or go on with the one there is."""
    wanted = kind_of(kind)
    services.start_version(project=project, by=request.user, kind=wanted)  # type: ignore[arg-type]
    return redirect("projects:agreement_edit", project.slug, wanted.slug)


@project_view(EDIT)
def agreement_discard(request: HttpRequest, project: Project, kind: str) -> HttpResponse:
    """Throw the concept away, after asking."""
    version = concept_of(request, project, kind)
    if version is None:
        return gone(request, project, kind)
    if request.method != "POST":
        context = {"version": version, "kind": version.kind}
        return render(request, "projects/agreements/discard.html", context)
    try:
        services.discard_version(version=version, by=request.user)  # type: ignore[arg-type]
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Het concept is weg."))
    return redirect("projects:agreements", project.slug)


@require_GET
@project_view(SENT)
def agreement_difference(request: HttpRequest, project: Project, kind: str, number: int) -> HttpResponse:
    """What changed since an older version: `?met=` its number, else the one before."""
    standing = standing_of(request.membership, kind_of(kind))  # type: ignore[attr-defined]
    version = next((one for one in standing.versions if one.number == number), None)
    older = [one for one in standing.versions if one.number < number]
    if version is None or not older:
        raise Http404
    asked = request.GET.get("met", "")
    base = next((one for one in older if str(one.number) == asked), older[0])
    context = {
        "kind": standing.kind,
        "version": version,
        "base": base,
        "older": older,
        "difference": compare(base.text, version.text),
    }
    return render(request, "projects/agreements/difference.html", context)


def kind_of(slug: str) -> AgreementKind:
    """The kind in an address. Raises Http404 for what does not exist."""
    found = next((kind for kind in AgreementKind if kind.slug == slug), None)
    if found is None:
        raise Http404
    return found


def concept_of(request: HttpRequest, project: Project, kind: str) -> AgreementVersion | None:
    """The concept of this project, as far as the reader may know it."""
    return standing_of(request.membership, kind_of(kind)).concept  # type: ignore[attr-defined]


def gone(request: HttpRequest, project: Project, kind: str) -> HttpResponse:
    """There is no concept: perhaps a colleague sent it, or threw it away."""
    messages.info(request, _("Er is geen concept. Begin een nieuwe versie als er iets moet veranderen."))
    return redirect("projects:agreement", project.slug, kind)


def version_at(request: HttpRequest, kind: str, number: int) -> AgreementVersion:
    """A version that the reader may read. Raises Http404."""
    found = AgreementVersion.objects.readable_by(request.membership)  # type: ignore[attr-defined]
    return get_object_or_404(
        found.select_related("agreement__project"), agreement__kind=kind_of(kind), number=number
    )


def rights(request: HttpRequest, project: Project) -> dict[str, bool]:
    """What the pages may offer."""
    may = request.user.has_perm
    return {
        "may_edit": may(EDIT, project),
        "may_answer": may(ANSWER, project),
        "may_compare": may(SENT, project),
        "may_see_calendar": may("projects.view_communication", project),
    }
