"""Settling one text at a time, of an import under way or of a row that was left for later (P17)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from housevisits.forms.imports import TextForm
from housevisits.models import HeldRow, ImportKind, ImportState
from housevisits.reading import reader_for
from housevisits.services.imports import sessions
from housevisits.services.imports.held import next_text, settle_held
from housevisits.services.imports.texts import Choice, Decision, blocking, length_problem
from housevisits.views.importsteps import own_session, step_page, to_step
from msa.privacy import vault
from msa.privacy.reading import Severity, suggest_rewrite
from msa.privacy.text import clean_text
from projects.decorators import project_view
from projects.models import Project


def decision_from(request: HttpRequest, project: Project, text: str) -> tuple[TextForm, Decision | None]:
    """The decision somebody sent about `text`, or None with the form saying why it cannot stand.

    A rewritten text is read again: what still points at a person is said and kept on screen.
    """
    form = TextForm(request.POST, suggested=False)
    if not form.is_valid():
        return form, None
    choice = Choice(form.cleaned_data["choice"])
    written = clean_text(form.cleaned_data["text"]) if choice == Choice.REWRITE else ""
    complaint = _complaint(project, choice, written, text)
    if complaint:
        form.add_error("text", complaint)
        return form, None
    return form, Decision(choice, written)


def _complaint(project: Project, choice: Choice, written: str, text: str) -> str:
    reader = reader_for(project)
    if choice == Choice.REWRITE:
        found = blocking(reader, written)
        return f"{found[0].message} ({found[0].text})" if found else ""
    if choice == Choice.KEEP:
        if too_long := length_problem(text):
            return too_long
        certain = [one for one in blocking(reader, text) if one.severity == Severity.CERTAIN]
        return certain[0].message if certain else ""
    return ""


def shown_text(project: Project, text: str) -> dict[str, Any]:
    """What the screen shows of a text: its parts with marks, the reasons, and a start for rewriting."""
    findings = blocking(reader_for(project), text)
    return {
        "parts": _parts(text, findings),
        "findings": findings,
        "suggestion": suggest_rewrite(text, list(findings)),
        "certain": bool(length_problem(text)) or any(one.severity == Severity.CERTAIN for one in findings),
        "too_long": length_problem(text),
    }


def start_form(place: str, text: str, suggestion: str) -> TextForm:
    """The form as it is first shown, with what the app proposes in it."""
    initial = {"place": place, "text": suggestion}
    return TextForm(initial=initial, suggested=suggestion.strip() != text.strip())


def _parts(text: str, findings: tuple[Any, ...]) -> list[tuple[str, bool]]:
    """The text cut into (piece, whether it is marked)."""
    parts, at = [], 0
    for one in findings:
        parts += [(text[at : one.start], False), (text[one.start : one.end], True)]
        at = one.end
    return [part for part in [*parts, (text[at:], False)] if part[0]]


@project_view("housevisits.import_forms")
def import_texts(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """One text that points at a person: rewrite it, take it out, or leave its row for later."""
    session = own_session(request, project, key)
    if session.state == ImportState.DONE or session.kind == ImportKind.ADDRESSES:
        return to_step(session)
    plan = sessions.plan_of(session)
    open_texts = plan.undecided()
    if not open_texts:
        return redirect("housevisits:import_check", project.slug, session.pk)
    found, form = open_texts[0], None
    if request.method == "POST":
        sent = next((text for text in open_texts if text["place"] == request.POST.get("place")), None)
        if sent is None:  # a second click, or the back button: this text was settled already
            return redirect("housevisits:import_texts", project.slug, session.pk)
        found = sent
        form, decision = decision_from(request, project, found["text"])
        if decision is not None:
            sessions.decide_text(session=session, place=found["place"], decision=decision)
            return redirect("housevisits:import_texts", project.slug, session.pk)
    shown = shown_text(project, found["text"])
    context = {
        "found": found,
        "form": form or start_form(found["place"], found["text"], shown["suggestion"]),
        "number": len(plan.pointing) - len(open_texts) + 1,
        "total": len(plan.pointing),
        "last": bool(plan.decisions),
    }
    return step_page(request, session, ImportState.TEXTS, shown | context)


@require_POST
@project_view("housevisits.import_forms")
def import_text_back(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """Take the last decision about a text back."""
    session = own_session(request, project, key)
    if session.state != ImportState.DONE:
        plan = sessions.plan_of(session)
        if plan.decisions:
            plan.decisions.popitem()
            sessions.save_plan(session=session, plan=plan, state=ImportState.TEXTS)
    return to_step(session)


@project_view("housevisits.import_forms")
def held_rows(request: HttpRequest, project: Project) -> HttpResponse:
    """The rows that wait for a person, one text at a time; leaving one for later shows the next row."""
    held = list(HeldRow.objects.filter(project=project).order_by("pk").values_list("pk", flat=True))
    if not held:
        return render(request, "housevisits/imports/held.html", {"waiting": 0})
    place = int(number) if (number := request.GET.get("rij", "")).isdigit() else 0
    row = HeldRow.objects.select_related("project").get(pk=held[place % len(held)])
    found = next_text(row)
    if found is None:  # the address list or the words of the project changed, so that nothing points any more
        settle_held(held=row, decisions={})
        return redirect("housevisits:held_rows", project.slug)
    form = None
    if request.method == "POST":
        form, decision = decision_from(request, project, found.text)
        try:
            if decision is not None:
                return _settled(request, project, row, {found.place: decision}, place)
        except vault.TooLarge:
            form.add_error("text", _("De rij heeft zo te veel tekst. Kort de tekst verder in."))
    shown = shown_text(project, found.text)
    start = start_form(found.place, found.text, shown["suggestion"])
    context = {"waiting": len(held), "found": found, "form": form or start, "place": place}
    return render(request, "housevisits/imports/held.html", shown | context)


def _settled(
    request: HttpRequest, project: Project, row: HeldRow, decisions: Any, place: int
) -> HttpResponse:
    later = all(one.choice == Choice.LATER for one in decisions.values())
    if settle_held(held=row, decisions=decisions):
        messages.success(
            request,
            _("Alle teksten van deze rij zijn verwerkt. Het gesprek wacht nu tot er vijf op elkaar lijken."),
        )
    page = reverse("housevisits:held_rows", args=[project.slug])
    return redirect(f"{page}?rij={place + 1}" if later else page)
