"""Following a file, step by step, until it is stored (H1, H11)."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from housevisits.forms.imports import ColumnsForm, ValuesForm, column_choices
from housevisits.imports import addresses, forms
from housevisits.imports.forms import TARGETS
from housevisits.imports.kinds import likely_kind
from housevisits.models import ImportKind, ImportSession, ImportState
from housevisits.services.imports import sessions
from housevisits.services.imports.addresses import compare
from housevisits.services.imports.known import handed_in_before
from housevisits.services.imports.questions import has_blocks, target_questions
from housevisits.tasks import read_import, store_import
from housevisits.views.importsteps import own_session, step_page, to_step
from msa import jobs
from msa.tables import Problem, Table
from projects.decorators import project_view
from projects.models import Project


@project_view("housevisits.import_forms")
def import_columns(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """What each column is: proposed, with examples, to be corrected."""
    session = own_session(request, project, key)
    if session.state == ImportState.DONE:
        return to_step(session)
    table, plan = sessions.table_of(session), sessions.plan_of(session)
    form = ColumnsForm(
        request.POST or None,
        columns=plan.columns,
        choices=column_choices(project, session.kind),
        problems=partial(_problems, session, table),
    )
    if request.method == "POST" and form.is_valid():
        sessions.choose_columns(session=session, columns=form.chosen())
        return to_step(session)
    if session.kind == ImportKind.ADDRESSES:
        proposal: Any = addresses.propose_mapping(table)
    else:
        proposal = forms.propose_mapping(table, target_questions(project), columns=plan.columns)
    columns = [(form[f"k{place}"], column) for place, column in enumerate(proposal.columns)]
    notes = [*table.notes, *proposal.notes]
    other = _other_kind(session, table)
    context = {
        "form": form,
        "columns": columns,
        "notes": notes,
        "missing": [] if other else _missing(session.kind, plan.columns),
        "other": other,
        "before": handed_in_before(session),
    }
    return step_page(request, session, ImportState.COLUMNS, context)


def _problems(session: ImportSession, table: Table, columns: dict[str, str]) -> list[Problem]:
    """What is wrong with these columns themselves, so that no row could go in."""
    if session.kind == ImportKind.ADDRESSES:
        return addresses.column_problems(table, addresses.AddressMapping(columns))
    return forms.column_problems(table, forms.FormsMapping(columns), target_questions(session.project))


def _other_kind(session: ImportSession, table: Table) -> ImportKind | None:
    """What the file seems to be when it was handed in as something else."""
    likely = likely_kind(table, target_questions(session.project))
    return ImportKind(likely) if likely and likely != session.kind else None


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
    session = own_session(request, project, key)
    if session.state == ImportState.DONE or session.kind == ImportKind.ADDRESSES:
        return to_step(session)
    plan, questions = sessions.plan_of(session), target_questions(project)
    proposal = forms.propose_mapping(sessions.table_of(session), questions, columns=plan.columns)
    matched = proposal.mapping.values  # blocks that came after the file was handed in are known here too
    form = ValuesForm(
        request.POST or None,
        proposals=proposal.values,
        options=_options(questions, plan.columns),
        known={column: values | plan.values.get(column, {}) for column, values in matched.items()},
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
    context = {
        "form": form,
        "groups": form.groups(),
        "blockless": [] if has_blocks(project) else [c for c, to in plan.columns.items() if to == "block"],
    }
    return step_page(request, session, ImportState.ANSWERS, context)


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
def import_check(request: HttpRequest, project: Project, key: UUID) -> HttpResponse:
    """What will happen, what is wrong at which row and column, and then: store."""
    session = own_session(request, project, key)
    if session.state == ImportState.DONE:
        return to_step(session)
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
        "known": len(checked.rows) - len(sessions.new_rows(session, checked)) if is_forms else 0,
        "changes": None if is_forms else compare(project, checked.rows),
        "problems": checked.problems[:100],
        "counted": {name: choices.count(name) for name in ("rewrite", "keep", "remove", "later")},
        "pointing": len(plan.pointing),
        "dropped": checked.dropped_columns if is_forms else checked.dropped,
    }
    return step_page(request, session, ImportState.CHECK, context)


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
    session = own_session(request, project, key)
    if session.state != ImportState.DONE:
        return to_step(session)
    return render(request, "housevisits/imports/done.html", {"session": session, "outcome": session.outcome})
