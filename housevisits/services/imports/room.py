"""Whether a conversation fits the one size that all boxes have (P2). What does not is named at its row."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from housevisits.imports.forms import FormsCheck, FormsMapping, FormsRow, check
from housevisits.services.imports.held import Waiting
from housevisits.services.imports.questions import target_questions
from housevisits.services.imports.rows import registration_of
from msa.privacy import vault
from msa.tables import Problem, Table
from msa.tables.numbers import grouped
from projects.models import Project

# Characters that fit whatever they are: four bytes each, and room for the answers.
ALWAYS_FITS = 6_000
_ANY_KEY = UUID(int=0)


def check_export(project: Project, table: Table, mapping: FormsMapping) -> FormsCheck:
    """The check of an export against the question set in use, with a problem for what fits no box."""
    checked = check(table, mapping, target_questions(project))
    full = {row.row_number: row for row in checked.rows if not _fits(row)}
    if not full:
        return checked
    problems = [*checked.problems, *(_problem(table, row) for row in full.values())]
    return replace(
        checked,
        rows=tuple(row for row in checked.rows if row.row_number not in full),
        problems=tuple(sorted(problems, key=lambda problem: problem.row or 0)),
        skipped_rows=tuple(sorted({*checked.skipped_rows, *full})),
    )


def _fits(row: FormsRow) -> bool:
    if _length(row) <= ALWAYS_FITS:
        return True
    try:
        vault.pad(Waiting(row).to_bytes())
        vault.pad(registration_of(row, _ANY_KEY).to_bytes())
    except vault.TooLarge:
        return False
    return True


def _length(row: FormsRow) -> int:
    return sum(len(text.text) for text in row.texts)


def _problem(table: Table, row: FormsRow) -> Problem:
    column = max(row.texts, key=lambda text: len(text.text)).column
    message = _(
        "Deze rij heeft %(length)s tekens aan tekst; zoveel past er niet. Kort de langste in, in het bestand."
    ) % {"length": grouped(_length(row))}
    return Problem(message, row.row_number, column, table.letters[table.index(column)])
