"""Writing the concept of an agreement, which is kept while somebody writes (V4)."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from msa import windows
from msa.richtext import compare, to_html
from msa.ui.times import o_clock
from projects.agreements.changes import changes_of
from projects.agreements.gaps import by_heading, gaps_of
from projects.agreements.meanwhile import Other, other_of
from projects.decorators import project_view
from projects.forms.agreements import TextForm
from projects.models import AgreementVersion, Project
from projects.services import agreements as services
from projects.services.refusing import Refused
from projects.views.agreements import EDIT, concept_of, gone


@project_view(EDIT)
def agreement_edit(request: HttpRequest, project: Project, kind: str) -> HttpResponse:
    """Write the concept."""
    version = concept_of(request, project, kind)
    if version is None:
        return gone(request, project, kind)
    form = TextForm(version, request.POST or None)
    if request.method == "POST":
        try:
            if request.POST.get("go") == "take":
                return _taken(request, version, form)
            version, form = _keep(request, version, _choice(request))
        except Refused as refused:
            form.add_error(None, str(refused))
        if not form.errors:
            return _kept(request, version)
    return render(request, "projects/agreements/edit.html", _editing(request, version, form))


@require_POST
@project_view(EDIT)
def agreement_save(request: HttpRequest, project: Project, kind: str) -> HttpResponse:
    """Keep the concept while it is written. Answers JSON: state, message, window of the next time."""
    version = concept_of(request, project, kind)
    try:
        if version is None:
            raise Refused(_("Dit concept is er niet meer: het is verstuurd of weggegooid."))
        version, form = _keep(request, version, request.POST, half=True)
    except Refused as refused:
        said = _("%(why)s Je tekst staat hier nog; kopieer wat je wilt houden.") % {"why": refused}
        return JsonResponse({"state": "gone", "message": said}, status=409)
    if form.overtaken:
        return JsonResponse({"state": "conflict", "message": _meanwhile(request, version, form)})
    answer = {"state": "saved", "at": o_clock(timezone.now()), "window": str(form.window)}
    if form.errors:
        wrong = next(iter(form.errors.values()))[0]
        said = _("Nog niet alles is bewaard. %(wrong)s") % {"wrong": wrong}
        answer |= {"state": "partly", "message": said}
    return JsonResponse(answer)


def _choice(request: HttpRequest) -> Any:
    """What a button sent. Only that reads `compared`: a page never writes over a colleague by itself."""
    sent: Any = request.POST.copy()
    if sent.get("compared"):
        sent[windows.FIELD] = sent["compared"]
    return sent


def _other(request: HttpRequest, version: AgreementVersion, form: TextForm) -> Other:
    return other_of(version, form.overtaken[0], request.user)  # type: ignore[arg-type]


def _meanwhile(request: HttpRequest, version: AgreementVersion, form: TextForm) -> str:
    told = _other(request, version, form).told
    if request.POST.get("compared"):
        now = _("Wacht tot je kiest: er wordt nu niets vanzelf bewaard.")
    else:
        now = _("Jouw woorden staan hier nog. Kies Bewaar om te zien wat er anders is.")
    return f"{told} {now}"


@transaction.atomic
def _keep(
    request: HttpRequest, version: AgreementVersion, sent: Any, *, half: bool = False
) -> tuple[AgreementVersion, TextForm]:
    """Store what came in, if all of it is right; half: what is right of it, unless a colleague was first.

    Locked from reading to writing, so that nobody writes in between. Raises Refused.
    """
    held = services.held_concept(version)
    form = TextForm(held, sent)
    if form.is_valid() or (half and not form.overtaken):
        services.save_text(version=held, by=request.user, **form.written())  # type: ignore[arg-type]
    return held, form


def _kept(request: HttpRequest, version: AgreementVersion) -> HttpResponse:
    messages.success(request, _("Bewaard."))
    where = [version.agreement.project.slug, version.kind.slug]
    if request.POST.get("go") == "send":
        return redirect("projects:agreement_send", *where)
    return redirect("projects:agreement_version", *where, version.number)


def _taken(request: HttpRequest, version: AgreementVersion, typed: TextForm) -> HttpResponse:
    """The text of the other in the editor, with what was typed here below it. Writes nothing."""
    form = TextForm(version)
    mine = to_html(str(typed["text"].value() or ""), gaps=False)
    summary = typed["summary"].value() if "summary" in typed.fields else ""
    context = _editing(request, version, form) | {"mine": mine, "my_summary": summary}
    return render(request, "projects/agreements/edit.html", context)


def _editing(request: HttpRequest, version: AgreementVersion, form: TextForm) -> dict[str, Any]:
    typed = str(form["text"].value() or "")
    gaps = gaps_of(typed)
    return {
        "form": form,
        "version": version,
        "kind": version.kind,
        "html": to_html(typed, gaps=False),
        "gaps": gaps,
        "gap_lines": by_heading(gaps),
        "fact_changes": changes_of(version),
        "other": compare(typed, version.text) if "text" in form.overtaken else None,
        "other_summary": version.summary if "summary" in form.overtaken else "",
        "writer": _other(request, version, form) if form.overtaken else None,
    }
