"""Handing in a file and following it, step by step, until it is stored (H1, H11)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from housevisits.forms.imports import ColumnsForm, TextForm, UploadForm, ValuesForm, column_choices
from housevisits.imports import addresses, forms
from housevisits.imports.forms import TARGETS
from housevisits.models import HeldRow, ImportKind, ImportSession, ImportState
from housevisits.services.imports import sessions
from housevisits.services.imports.held import next_text, settle_held
from housevisits.services.imports.questions import target_questions
from housevisits.services.imports.texts import Choice
from housevisits.tasks import read_import, store_import
from housevisits.views.importtexts import decision_from, shown_text
from msa import jobs
from msa.tables import TableError
from projects.decorators import project_view
from projects.models import Project

NEEDS = {ImportKind.ADDRESSES: "housevisits.import_addresses", ImportKind.FORMS: "housevisits.import_forms"}
STEPS = {
    ImportKind.ADDRESSES: (ImportState.COLUMNS, ImportState.CHECK),
    ImportKind.FORMS: (ImportState.COLUMNS, ImportState.ANSWERS, ImportState.TEXTS, ImportState.CHECK),
}


@project_view("housevisits.import_forms")
def import_home(request: HttpRequest, project: Project) -> HttpResponse:
    """Where a file is handed in; imports that were left halfway; rows that wait for a person."""
    form = UploadForm(request.POST or None, request.FILES or None)
    problems: tuple[Any, ...] = ()
    if request.method == "POST" and form.is_valid():
        kind = form.cleaned_data["kind"]
        if not request.user.has_perm(NEEDS[kind], project):
            raise PermissionDenied
        file = form.cleaned_data["file"]
        person = request.membership.person  # type: ignore[attr-defined]
        try:
            session = sessions.start_import(
                project=project, person=person, kind=kind, file=file, name=file.name
            )
        except TableError as error:
            problems = error.problems
        else:
            return redirect("housevisits:import_columns", project.slug, session.pk)
    return render(
        request,
        "housevisits/imports/home.html",
        {
            "form": form,
            "sent": request.POST.get("kind", ""),
            "problems": problems,
            "halfway": [
                (session, _step_url(session))
                for session in sessions.open_imports(project, request.membership.person)  # type: ignore[attr-defined]
            ],
            "held": HeldRow.objects.filter(project=project).count(),
        },
    )


def _session(request: HttpRequest, project: Project, key: UUID) -> ImportSession:
    """One's own import that is not finished yet."""
    return get_object_or_404(ImportSession, pk=key, project=project, person=request.user)


def _step_url(session: ImportSession) -> str:
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


def _to_step(session: ImportSession) -> HttpResponse:
    return redirect(_step_url(session))


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


def _page(
    request: HttpRequest, session: ImportSession, here: ImportState, context: dict[str, Any]
) -> HttpResponse:
    shown = {"session": session, "steps": _steps(session, here)} | context
    return render(request, f"housevisits/imports/{here.value}.html", shown)


@project_view("housevisits.import_forms")
def import_columns(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """What each column is: proposed, with examples, to be corrected."""
    session = _session(request, project, key)
    if session.state == ImportState.DONE:
        return _to_step(session)
    table, plan = sessions.table_of(session), sessions.plan_of(session)
    form = ColumnsForm(
        request.POST or None, columns=plan.columns, choices=column_choices(project, session.kind)
    )
    if request.method == "POST" and form.is_valid():
        sessions.choose_columns(session=session, columns=form.chosen())
        return _to_step(session)
    if session.kind == ImportKind.ADDRESSES:
        proposal: Any = addresses.propose_mapping(table)
    else:
        proposal = forms.propose_mapping(table, target_questions(project), columns=plan.columns)
    columns = [(form[f"k{place}"], column) for place, column in enumerate(proposal.columns)]
    notes = [*table.notes, *proposal.notes]
    missing = _missing(session.kind, plan.columns)
    return _page(
        request,
        session,
        ImportState.COLUMNS,
        {"form": form, "columns": columns, "notes": notes, "missing": missing},
    )


def _missing(kind: str, columns: dict[str, str]) -> list[str]:
    """What the file of a forms export seems not to hold; its story would be lost without a word."""
    if kind == ImportKind.ADDRESSES:
        return []
    found = set(columns.values())
    wanted = [key for key in TARGETS if key.startswith("text:")]
    return [
        str(TARGETS[key]) for key in ("timestamp", "block", *wanted) if key not in found | _by_question(found)
    ]


def _by_question(found: set[str]) -> set[str]:
    """Targets that are known under the name of a question too."""
    return {target.removeprefix("question:") for target in found}


@project_view("housevisits.import_forms")
def import_answers(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """What each value of the closed columns means."""
    session = _session(request, project, key)
    if session.state == ImportState.DONE or session.kind == ImportKind.ADDRESSES:
        return _to_step(session)
    plan, questions = sessions.plan_of(session), target_questions(project)
    proposal = forms.propose_mapping(sessions.table_of(session), questions, columns=plan.columns)
    form = ValuesForm(
        request.POST or None,
        proposals=proposal.values,
        options=_options(questions, plan.columns),
        known=plan.values,
    )
    if request.method == "POST" and form.is_valid():
        plan.values = form.chosen()
        sessions.save_plan(session=session, plan=plan)
        page = reverse("housevisits:import_texts", args=[project.slug, session.pk])
        job = jobs.start(
            read_import,
            kind="read import",
            project=project,
            person=request.membership.person,  # type: ignore[attr-defined]
            message=_("De teksten worden zo nagelezen."),
            result_url=page,
            arguments=(str(session.pk),),
        )
        return redirect("job", job.key)
    return _page(request, session, ImportState.ANSWERS, {"form": form, "groups": form.groups()})


def _options(questions: Any, columns: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Per closed column the answers that can be chosen."""
    by_target = {f"question:{question.key}": question for question in questions}
    by_target |= {question.key: question for question in questions}
    return {
        column: [(option.key, option.label) for option in by_target[target].options]
        for column, target in columns.items()
        if target in by_target
    }


@project_view("housevisits.import_forms")
def import_texts(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """One text that points at a person: rewrite it, take it out, or leave its row for later."""
    session = _session(request, project, key)
    if session.state == ImportState.DONE or session.kind == ImportKind.ADDRESSES:
        return _to_step(session)
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
        "form": form or TextForm(initial={"place": found["place"], "text": shown["suggestion"]}),
        "number": len(plan.pointing) - len(open_texts) + 1,
        "total": len(plan.pointing),
        "last": bool(plan.decisions),
    }
    return _page(request, session, ImportState.TEXTS, shown | context)


@require_POST
@project_view("housevisits.import_forms")
def import_text_back(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """Take the last decision about a text back."""
    session = _session(request, project, key)
    if session.state != ImportState.DONE:
        plan = sessions.plan_of(session)
        if plan.decisions:
            plan.decisions.popitem()
            sessions.save_plan(session=session, plan=plan, state=ImportState.TEXTS)
    return _to_step(session)


@project_view("housevisits.import_forms")
def import_check(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """What will happen, what is wrong at which row and column, and then: store."""
    session = _session(request, project, key)
    if session.state == ImportState.DONE:
        return _to_step(session)
    plan = sessions.plan_of(session)
    if plan.undecided():
        return redirect("housevisits:import_texts", project.slug, session.pk)
    is_forms = session.kind == ImportKind.FORMS
    checked: Any = (
        sessions.check_forms(session, plan) if is_forms else sessions.check_addresses(session, plan)
    )
    if request.method == "POST" and not checked.blocking:
        plan.leave_out = bool(request.POST.get("leave_out"))
        if plan.leave_out or not checked.problems:
            sessions.save_plan(session=session, plan=plan)
            return _store(request, project, session)
        messages.error(
            request, _("Er zijn nog rijen met een probleem. Laat ze weg, of verbeter het bestand.")
        )
    choices = [decision["choice"] for decision in plan.decisions.values()]
    context = {
        "checked": checked,
        "problems": checked.problems[:100],
        "counted": {name: choices.count(name) for name in ("rewrite", "keep", "remove", "later")},
        "pointing": len(plan.pointing),
        "dropped": checked.dropped_columns if is_forms else checked.dropped,
    }
    return _page(request, session, ImportState.CHECK, context)


def _store(request: HttpRequest, project: Project, session: ImportSession) -> HttpResponse:
    job = jobs.start(
        store_import,
        kind="store import",
        project=project,
        person=request.membership.person,  # type: ignore[attr-defined]
        message=_("De rijen worden zo opgeslagen."),
        result_url=reverse("housevisits:import_done", args=[project.slug, session.pk]),
        arguments=(str(session.pk),),
    )
    return redirect("job", job.key)


@project_view("housevisits.import_forms")
def import_done(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """What the import did, in counts."""
    session = _session(request, project, key)
    if session.state != ImportState.DONE:
        return _to_step(session)
    return render(request, "housevisits/imports/done.html", {"session": session, "outcome": session.outcome})


@require_POST
@project_view("housevisits.import_forms")
def import_discard(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """Throw an import away that was not stored; the file goes with it."""
    session = _session(request, project, key)
    if session.state != ImportState.DONE:
        session.delete()
        messages.success(request, _("De import is weggegooid. Er is niets van bewaard."))
    return redirect("housevisits:imports", project.slug)


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
        if decision is not None:
            return _settled(request, project, row, {found.place: decision}, place)
    shown = shown_text(project, found.text)
    start = TextForm(initial={"place": found.place, "text": shown["suggestion"]})
    context = {"waiting": len(held), "found": found, "form": form or start, "place": place}
    return render(request, "housevisits/imports/held.html", shown | context)


def _settled(
    request: HttpRequest, project: Project, row: HeldRow, decisions: Any, place: int
) -> HttpResponse:
    later = all(one.choice == Choice.LATER for one in decisions.values())
    if settle_held(held=row, decisions=decisions):
        messages.success(
            request, _("Alle teksten van deze rij zijn verwerkt. Het gesprek wacht nu tot er vijf zijn.")
        )
    page = reverse("housevisits:held_rows", args=[project.slug])
    return redirect(f"{page}?rij={place + 1}" if later else page)
