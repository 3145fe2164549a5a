"""Whether an export can go in as it is."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.imports.forms.mapping import date_notes, targets
from housevisits.imports.forms.rows import RowReader
from housevisits.imports.forms.types import FormsCheck, FormsMapping, FormsRow, TargetQuestion
from housevisits.imports.personal import personal_kind, reason
from msa.tables import Problem, Table

# Of these targets there may be several columns.
_SEVERAL = ("text:", "signal:", "email", "name", "personal", "ignore")


def check(
    table: Table, mapping: FormsMapping, questions: Sequence[TargetQuestion], *, today: date | None = None
) -> FormsCheck:
    """Check every row. Nothing is stored; a row with a problem is not among the `rows` that come back.

    today: when given, dates more than a year after it are a problem.
    """
    problems = column_problems(table, mapping, questions)
    if problems:
        return FormsCheck((), tuple(problems), len(table.rows))
    reader = RowReader(table, mapping, questions, today)
    repeated = _repeated_rows(table, mapping)
    rows = [row for position in range(len(table.rows)) if (row := reader.read(position))]
    problems = reader.problems + [
        Problem(_("Deze rij is precies gelijk aan rij %(row)d.") % {"row": first}, number)
        for number, first in repeated.items()
    ]
    rows = [row for row in rows if row.row_number not in repeated]
    return FormsCheck(
        rows=tuple(rows),
        problems=tuple(sorted(problems, key=lambda problem: problem.row or 0)),
        total=len(table.rows),
        skipped_rows=tuple(sorted({problem.row for problem in problems if problem.row})),
        dropped_columns=_dropped(table, mapping),
        signal_counts=dict(sorted(Counter(kind for row in rows for kind in row.signals).items())),
        notes=_notes(table, mapping, reader, rows),
    )


def column_problems(
    table: Table, mapping: FormsMapping, questions: Sequence[TargetQuestion]
) -> list[Problem]:
    """What is wrong with the mapping itself, whatever stands in the rows."""
    labels = targets(questions)
    chosen = {column: mapping.columns.get(column, "ignore") for column in table.columns}
    problems = [
        table.problem(_("Wat voor deze kolom gekozen was, bestaat niet meer. Kies opnieuw."), None, column)
        for column, target in chosen.items()
        if target not in labels
    ]
    counts = Counter(target for target in chosen.values() if not target.startswith(_SEVERAL))
    for target, count in counts.items():
        if count > 1 and target in labels:
            names = ", ".join(f"'{column}'" for column in chosen if chosen[column] == target)
            message = _("Voor '%(target)s' zijn meer kolommen gekozen: %(names)s. Kies er een.")
            problems.append(Problem(message % {"target": labels[target], "names": names}))
    if not any(_holds_content(target) for target in chosen.values()):
        problems.append(Problem(_("Er is geen kolom met antwoorden, kaarten of verhalen gekozen.")))
    return problems


def _holds_content(target: str) -> bool:
    return target == "cards" or target.startswith(("question:", "text:"))


def _repeated_rows(table: Table, mapping: FormsMapping) -> dict[int, int]:
    """Row number -> number of an earlier row that is the same, time stamp included.

    Without a time stamp two residents may well have given the same answers: then nothing is repeated.
    """
    stamps = [column for column in table.columns if mapping.columns.get(column) == "timestamp"]
    if not stamps:
        return {}
    position = table.index(stamps[0])
    first: dict[tuple[str, ...], int] = {}
    repeated = {}
    for number, row in zip(table.row_numbers, table.rows, strict=True):
        if first.setdefault(row, number) != number and ":" in row[position]:
            repeated[number] = first[row]
    return repeated


def _dropped(table: Table, mapping: FormsMapping) -> tuple[tuple[str, str], ...]:
    dropped = []
    for column in table.columns:
        why = _why_dropped(mapping.columns.get(column, "ignore"), column, table)
        if why:
            dropped.append((column, why))
    return tuple(dropped)


def _why_dropped(target: str, column: str, table: Table) -> str:
    if target == "timestamp":
        return _("Alleen de maand is overgenomen; dag en tijd zijn weggelaten.")
    if target.startswith("signal:"):
        return _("Alleen geteld; wat er staat wordt niet bewaard.")
    if target in ("email", "name"):
        return reason(target)
    if target == "personal":
        return reason(personal_kind(column, table.values(column)) or "person")
    return _("Niet meegenomen.") if target == "ignore" else ""


def _notes(
    table: Table, mapping: FormsMapping, reader: RowReader, rows: Sequence[FormsRow]
) -> tuple[str, ...]:
    notes = []
    for column in table.columns:
        if mapping.columns.get(column) == "timestamp":
            notes += date_notes(column, table.values(column))
    notes += _months([row.month for row in rows if row.month])
    notes += _counted(reader)
    return tuple(notes)


def _months(months: Sequence[str]) -> list[str]:
    """'Maanden: maart tot en met juli 2026.', with the year twice where it differs."""
    if not months:
        return []
    first, last = (date.fromisoformat(f"{month}-01") for month in (min(months), max(months)))
    end = date_format(last, "F Y")
    if first == last:
        return [_("Maand: %(month)s.") % {"month": end}]
    start = date_format(first, "F" if first.year == last.year else "F Y")
    return [_("Maanden: %(first)s tot en met %(last)s.") % {"first": start, "last": end}]


def _counted(reader: RowReader) -> list[str]:
    counts = (
        (
            reader.without_month,
            ngettext("%(n)d rij heeft geen datum.", "%(n)d rijen hebben geen datum.", reader.without_month),
        ),
        (
            reader.without_content,
            ngettext(
                "%(n)d rij is leeg en telt niet mee.",
                "%(n)d rijen zijn leeg en tellen niet mee.",
                reader.without_content,
            ),
        ),
        (reader.hollow, _("Teksten zonder inhoud (zoals '-' of 'n.v.t.'), weggelaten: %(n)d.")),
        (reader.explanations, _("Toelichtingen achter 'anders', niet bewaard: %(n)d.")),
    )
    return [text % {"n": count} for count, text in counts if count]
