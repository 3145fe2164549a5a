"""Which column of an export is what, and which value is which answer."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from housevisits.imports.columns import ColumnProposal, first_examples
from housevisits.imports.forms.recognition import Guess, question_target, recognise
from housevisits.imports.forms.types import FormsMapping, FormsProposal, TargetQuestion, ValueProposal
from housevisits.imports.forms.values import propose_values
from msa.tables import Table
from msa.tables.dates import read_dates

# Columns whose cells are not shown again: they are dropped because of what is in them.
_HIDDEN = ("email", "name", "personal")


def propose_mapping(
    table: Table, questions: Sequence[TargetQuestion], columns: Mapping[str, str] | None = None
) -> FormsProposal:
    """Propose a target for every column and an option for every value of the closed ones.

    columns: targets that were already chosen by hand; they are kept, only values are proposed for them.
    Raises ValueError when a target in `columns` does not exist.
    """
    cells = {column: table.values(column) for column in table.columns}
    guesses = recognise(cells, questions)
    for column, target in (columns or {}).items():
        if column in guesses:
            guesses[column] = _chosen(guesses[column], target, questions)
    values = _propose_values(cells, guesses, questions)
    mapping = FormsMapping(
        {column: guess.target for column, guess in guesses.items()},
        {column: _known(proposals) for column, proposals in values.items()},
    )
    proposals = tuple(_column(table, column, guesses[column], cells[column]) for column in table.columns)
    return FormsProposal(mapping, proposals, values, _notes(cells, guesses))


def targets(questions: Sequence[TargetQuestion]) -> dict[str, str]:
    """All targets a column can have with these questions, with their Dutch labels, in order for a list."""
    from housevisits.imports.forms.types import TARGETS

    labels = {target: str(label) for target, label in TARGETS.items()}
    asked = {question_target(q): q.label for q in questions if question_target(q) not in labels}
    head = {target: labels.pop(target) for target in ("timestamp", "block", "held_by")}
    return {**head, **asked, **labels}


def _chosen(guess: Guess, target: str, questions: Sequence[TargetQuestion]) -> Guess:
    if target not in targets(questions):
        raise ValueError(target)
    return guess if guess.target == target else Guess(target, "sure", _("Zelf gekozen."))


def _propose_values(
    cells: Mapping[str, list[str]], guesses: Mapping[str, Guess], questions: Sequence[TargetQuestion]
) -> dict[str, tuple[ValueProposal, ...]]:
    by_target = {question_target(question): question for question in questions}
    return {
        column: propose_values(cells[column], by_target[guess.target])
        for column, guess in guesses.items()
        if guess.target in by_target
    }


def _known(proposals: Sequence[ValueProposal]) -> dict[str, str | None]:
    return {p.value: p.option for p in proposals if p.option is not None}


def _column(table: Table, column: str, guess: Guess, cells: list[str]) -> ColumnProposal:
    filled = [cell for cell in cells if cell]
    return ColumnProposal(
        column=column,
        letter=table.letters[table.index(column)],
        target=guess.target,
        confidence=guess.confidence,
        why=guess.why,
        filled=len(filled),
        distinct=len(set(filled)),
        examples=() if guess.target in _HIDDEN else first_examples(cells),
    )


def _notes(cells: Mapping[str, list[str]], guesses: Mapping[str, Guess]) -> tuple[str, ...]:
    notes = []
    for column, guess in guesses.items():
        if guess.target == "timestamp":
            notes += date_notes(column, cells[column])
    personal = [column for column, guess in guesses.items() if guess.target in _HIDDEN]
    if personal:
        names = ", ".join(f"'{column}'" for column in personal)
        notes.append(_("Over personen, dus niet bewaard: %(names)s.") % {"names": names})
    return tuple(notes)


def date_notes(column: str, cells: Sequence[str]) -> list[str]:
    """What must be said of the order of day and month."""
    read = read_dates(cells)
    notes = []
    if read.ambiguous:
        notes.append(
            _("Of '%(column)s' met de dag of de maand begint is niet te zien; gelezen is: eerst de dag.")
            % {"column": column}
        )
    elif read.order == "mdy":
        notes.append(_("In '%(column)s' staat de maand vóór de dag.") % {"column": column})
    if read.swapped:
        notes.append(
            _("In '%(column)s' lijken dag en maand in een deel van de rijen verwisseld.") % {"column": column}
        )
    return notes
