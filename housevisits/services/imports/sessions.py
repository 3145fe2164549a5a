"""An import on its way in: the file and all decisions stay in locked boxes between two screens (P3)."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, BinaryIO, NamedTuple

from django.db import transaction
from django.utils import timezone

from housevisits.imports import addresses, forms
from housevisits.models import ImportKind, ImportSession, ImportState
from housevisits.services.imports import known
from housevisits.services.imports.addresses import store_addresses
from housevisits.services.imports.forms import prepare_forms, write_forms
from housevisits.services.imports.progress import Report, silent
from housevisits.services.imports.questions import target_questions
from housevisits.services.imports.room import check_export
from housevisits.services.imports.texts import Decision, Decisions, PointingText, pointing_texts
from msa.privacy import vault
from msa.tables import Table, read_table
from projects.models import Person, Project

ANSWERS_ASK = "?"  # a value of which nobody has said yet what it means


@dataclass
class Plan:
    """Everything somebody decided about a file.

    columns, values: the mapping. pointing: the texts that point at a person, as {place, row, column, text}.
    decisions: by place. leave_out: go on without rows that have a problem.
    """

    columns: dict[str, str]
    values: dict[str, dict[str, str | None]] = field(default_factory=dict)
    pointing: list[dict[str, Any]] = field(default_factory=list)
    decisions: dict[str, dict[str, str]] = field(default_factory=dict)
    leave_out: bool = False

    def undecided(self) -> list[dict[str, Any]]:
        """The texts nobody decided about yet, in the order of the file."""
        return [text for text in self.pointing if text["place"] not in self.decisions]

    def settled(self) -> Decisions:
        """The decisions as the services take them."""
        return {place: Decision.from_dict(data) for place, data in self.decisions.items()}


class HandedIn(NamedTuple):
    """What became of a file. again: the same file lay there already, half done; `session` is that import."""

    session: ImportSession
    again: bool


def start_import(*, project: Project, person: Person, kind: str, file: BinaryIO, name: str) -> ImportSession:
    """As `hand_in`, for who does not care whether the file lay there already."""
    return hand_in(project=project, person=person, kind=kind, file=file, name=name).session


def hand_in(*, project: Project, person: Person, kind: str, file: BinaryIO, name: str) -> HandedIn:
    """Read a file and keep it locked, with a proposal for its columns. Raises TableError.

    A file that this person left halfway is not taken a second time; handed in as another kind it goes on
    as that.
    """
    table = read_table(file, name=name)
    digest = known.file_digest(project, table)
    with transaction.atomic():
        Project.objects.select_for_update().get(pk=project.pk)  # a double click waits for the first
        session = known.unfinished(project, person, digest)
        if session is not None and session.kind == kind:
            return HandedIn(session, again=True)
        if session is None:
            session = ImportSession(project=project, person=person, file_name=name[:200], digest=digest)
            session.box = vault.lock_file(json.dumps(table.to_dict(), ensure_ascii=False).encode())
        _begin(session, kind, table)
    return HandedIn(session, again=False)


def change_kind(*, session: ImportSession, kind: str) -> None:
    """Go on with the same file as the other kind, from the first step."""
    if session.kind != kind:
        _begin(session, kind, table_of(session))


def _begin(session: ImportSession, kind: str, table: Table) -> None:
    session.kind = kind
    save_plan(session=session, plan=_proposed(session.project, kind, table), state=ImportState.COLUMNS)


def _proposed(project: Project, kind: str, table: Table) -> Plan:
    if kind == ImportKind.ADDRESSES:
        return Plan(columns=addresses.propose_mapping(table).mapping.columns)
    mapping = forms.propose_mapping(table, target_questions(project)).mapping
    return Plan(columns=mapping.columns, values=mapping.values)


def table_of(session: ImportSession) -> Table:
    """The table that was handed in. Raises `vault.Unreadable`."""
    return Table.from_dict(json.loads(vault.unlock_file(bytes(session.box or b""))))


def plan_of(session: ImportSession) -> Plan:
    """What was decided so far."""
    return Plan(**json.loads(vault.unlock_file(bytes(session.settled or b""))))


def save_plan(*, session: ImportSession, plan: Plan, state: str | None = None) -> None:
    """Keep the decisions, and optionally go to another step."""
    session.settled = vault.lock_file(json.dumps(plan.__dict__, ensure_ascii=False).encode())
    session.state = state or session.state
    session.save()


def choose_columns(*, session: ImportSession, columns: dict[str, str]) -> Plan:
    """Take over corrected columns; for a forms export the values of a column that has another meaning now
    are proposed anew. Decisions about texts stay while no column changed: their places count texts."""
    table, plan = table_of(session), plan_of(session)
    same = {column for column, target in columns.items() if plan.columns.get(column) == target}
    changed = columns != plan.columns
    plan.columns = columns
    if session.kind == ImportKind.FORMS:
        questions = target_questions(session.project)
        proposal = forms.propose_mapping(table, questions, columns=columns)
        plan.values = {
            column: values | (plan.values.get(column, {}) if column in same else {})
            for column, values in proposal.mapping.values.items()
        }
        plan.pointing = []
        plan.decisions = {} if changed else plan.decisions
    save_plan(
        session=session,
        plan=plan,
        state=ImportState.CHECK if session.kind == ImportKind.ADDRESSES else ImportState.ANSWERS,
    )
    return plan


def find_pointing(*, session: ImportSession, report: Report = silent) -> Plan:
    """Read the texts of new rows along and keep those that point at a person; decisions of before stay."""
    plan, project = plan_of(session), session.project
    rows = new_rows(session, check_forms(session, plan))
    plan.pointing = [_as_dict(found) for found in pointing_texts(project=project, rows=rows, report=report)]
    save_plan(session=session, plan=plan, state=ImportState.TEXTS if plan.undecided() else ImportState.CHECK)
    return plan


def _as_dict(found: PointingText) -> dict[str, Any]:
    return {
        "place": found.place,
        "row": found.row_number,
        "column": found.column,
        "text": found.text,
        "certain": found.certain,
    }


def decide_text(*, session: ImportSession, place: str, decision: Decision) -> Plan:
    """Keep one decision; after the last one the check follows."""
    plan = plan_of(session)
    if place in {text["place"] for text in plan.pointing}:
        plan.decisions[place] = decision.to_dict()
    save_plan(session=session, plan=plan, state=ImportState.TEXTS if plan.undecided() else ImportState.CHECK)
    return plan


def check_forms(session: ImportSession, plan: Plan) -> forms.FormsCheck:
    """The check of a forms export with the mapping so far."""
    mapping = forms.FormsMapping(plan.columns, plan.values)
    return check_export(session.project, table_of(session), mapping)


def new_rows(session: ImportSession, checked: forms.FormsCheck) -> tuple[forms.FormsRow, ...]:
    """Those of the checked rows that were not handed in before."""
    prints = known.row_fingerprints(session.project, table_of(session))
    return known.unknown_rows(session.project, prints, checked.rows)


def check_addresses(session: ImportSession, plan: Plan) -> addresses.AddressCheck:
    """The check of an address list with the mapping so far."""
    return addresses.check(table_of(session), addresses.AddressMapping(plan.columns))


def store(*, session: ImportSession, person: Person, report: Report = silent) -> dict[str, Any]:
    """Store what was checked, and throw the file away; all or nothing.

    What takes long comes first and writes nothing, so that `report` is seen by others; the writing itself is
    one transaction. Once only: a second call gives the outcome of the first.
    Raises ValidationError, `vault.TooLarge`.
    """
    session = ImportSession.objects.get(pk=session.pk)
    if session.state == ImportState.DONE:
        return dict(session.outcome)
    write = _prepared(session, person, report)
    with transaction.atomic():
        session = ImportSession.objects.select_for_update().get(pk=session.pk)
        if session.state != ImportState.DONE:
            session.outcome = write()
            session.box = session.settled = None
            session.state, session.stored_on = ImportState.DONE, timezone.localdate()
            session.save()
    return dict(session.outcome)


def _prepared(session: ImportSession, person: Person, report: Report) -> Callable[[], dict[str, Any]]:
    """Everything but the writing; what comes back writes."""
    plan, project = plan_of(session), session.project
    if session.kind == ImportKind.ADDRESSES:
        checked = check_addresses(session, plan)
        return lambda: store_addresses(
            project=project, person=person, checked=checked, leave_out=plan.leave_out
        ).to_dict()
    prepared = prepare_forms(
        project=project,
        table=table_of(session),
        mapping=forms.FormsMapping(plan.columns, plan.values),
        decisions=plan.settled(),
        leave_out=plan.leave_out,
        report=report,
    )
    return lambda: write_forms(prepared=prepared, person=person).to_dict()


def open_imports(project: Project, person: Person) -> Iterable[ImportSession]:
    """Imports that somebody left halfway, without the boxes."""
    sessions = ImportSession.objects.filter(project=project, person=person)
    return sessions.exclude(state=ImportState.DONE).select_related("project").defer("box", "settled")
