"""Settling one text at a time, of an import under way or of a row that was left for later (P17)."""

from typing import Any

from django.http import HttpRequest

from housevisits.forms.imports import TextForm
from housevisits.reading import reader_for
from housevisits.services.imports.texts import Choice, Decision, blocking
from msa.privacy.reading import Severity, suggest_rewrite
from msa.privacy.text import clean_text
from projects.models import Project


def decision_from(request: HttpRequest, project: Project, text: str) -> tuple[TextForm, Decision | None]:
    """The decision somebody sent about `text`, or None with the form saying why it cannot stand.

    A rewritten text is read again: what still points at a person is said and kept on screen.
    """
    form = TextForm(request.POST)
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
        "certain": any(one.severity == Severity.CERTAIN for one in findings),
    }


def _parts(text: str, findings: tuple[Any, ...]) -> list[tuple[str, bool]]:
    """The text cut into (piece, whether it is marked)."""
    parts, at = [], 0
    for one in findings:
        parts += [(text[at : one.start], False), (text[one.start : one.end], True)]
        at = one.end
    return [part for part in [*parts, (text[at:], False)] if part[0]]
