"""Whether an address list can be stored as it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from housevisits.imports.addresses.parsing import is_issued
from housevisits.imports.addresses.rows import RowReader
from housevisits.imports.addresses.types import (
    ADDRESS_PARTS,
    JOINED,
    TARGETS,
    AddressCheck,
    AddressMapping,
    AddressRow,
)
from housevisits.imports.personal import personal_kind, reason
from msa.tables import Problem, Table
from msa.tables.words import normalise


def check(table: Table, mapping: AddressMapping) -> AddressCheck:
    """Check every row. Nothing is stored; a row with a problem is not among the `rows` that come back.

    Of homes that stand in the file twice the first is kept and the later ones are a problem.
    """
    problems = column_problems(table, mapping)
    if problems:
        return AddressCheck((), tuple(problems), len(table.rows))
    reader = RowReader(table, mapping)
    rows = [row for position in range(len(table.rows)) if (row := reader.read(position))]
    problems = reader.problems
    rows = _without_duplicates(rows, problems)
    rows, notes = _same_spelling(rows)
    notes += _odd_postcodes(rows)
    return AddressCheck(
        rows=tuple(rows),
        problems=tuple(sorted(problems, key=lambda problem: problem.row or 0)),
        total=len(table.rows),
        skipped_rows=tuple(sorted({problem.row for problem in problems if problem.row})),
        blocks=_counts(row.block for row in rows),
        streets=_counts(row.street for row in rows),
        dwelling_types=_counts(row.dwelling_type for row in rows),
        dropped=_dropped(table, mapping),
        notes=notes,
    )


def column_problems(table: Table, mapping: AddressMapping) -> list[Problem]:
    """What is wrong with the choice of columns itself, whatever stands in the rows."""
    chosen: dict[str, list[str]] = defaultdict(list)
    for column in table.columns:
        chosen[mapping.columns.get(column, "ignore")].append(column)
    return [*_doubles(chosen), *_parts_beside_whole(chosen), *_missing_columns(table, mapping)]


def _doubles(chosen: dict[str, list[str]]) -> list[Problem]:
    message = _("Voor '%(target)s' zijn meer kolommen gekozen: %(names)s. Kies er een.")
    return [
        Problem(message % {"target": TARGETS[target], "names": _quoted(columns)})
        for target, columns in chosen.items()
        if len(columns) > 1 and target not in ("personal", "ignore", *JOINED)
    ]


def _parts_beside_whole(chosen: dict[str, list[str]]) -> list[Problem]:
    """Of two columns with the same street or number nobody knows which one is right."""
    parts = [column for target in ADDRESS_PARTS for column in chosen.get(target, [])]
    if not parts or "full_address" not in chosen:
        return []
    message = _(
        "In %(whole)s staat het hele adres, en %(parts)s zou daar een deel van zijn. Kies een van de twee: "
        "het hele adres, of straat en huisnummer apart. Zet de rest op 'Niet meenemen' of op iets anders, "
        "zoals 'Blok of deelbuurt'."
    )
    return [Problem(message % {"whole": _quoted(chosen["full_address"]), "parts": _quoted(parts)})]


def _quoted(columns: Iterable[str]) -> str:
    return ", ".join(f"'{column}'" for column in columns)


def _missing_columns(table: Table, mapping: AddressMapping) -> list[Problem]:
    targets = {mapping.columns.get(column, "ignore") for column in table.columns}
    if "full_address" in targets:
        return []
    problems = []
    if "street" not in targets and not mapping.defaults.get("street"):
        problems.append(Problem(_("Er is geen kolom aangewezen voor de straat.")))
    if not targets & {"house_number", "number_and_addition"}:
        problems.append(Problem(_("Er is geen kolom aangewezen voor het huisnummer.")))
    return problems


def _without_duplicates(rows: list[AddressRow], problems: list[Problem]) -> list[AddressRow]:
    first: dict[tuple[str, int, str, str], int] = {}
    kept = []
    for row in rows:
        earlier = first.setdefault(row.key, row.row_number)
        if earlier == row.row_number:
            kept.append(row)
            continue
        home = f"{row.street} {row.house_number} {row.addition}".strip()
        message = _("%(home)s staat ook in rij %(row)d.") % {"home": home, "row": earlier}
        problems.append(Problem(message, row.row_number))
    return kept


def _same_spelling(rows: list[AddressRow]) -> tuple[list[AddressRow], tuple[str, ...]]:
    """'Noord' and 'noord ' are one block: the spelling that occurs most is used for all."""
    notes = []
    for name in ("street", "city", "block", "dwelling_type"):
        spellings = _usual_spelling([getattr(row, name) for row in rows])
        changed = {old: new for old, new in spellings.items() if old != new}
        notes += [_("'%(old)s' is gelezen als '%(new)s'.") % {"old": o, "new": n} for o, n in changed.items()]
        if changed:
            rows = [_respelled(row, name, spellings) for row in rows]
    return rows, tuple(notes)


def _respelled(row: AddressRow, name: str, spellings: dict[str, str]) -> AddressRow:
    changes: dict[str, Any] = {name: spellings[getattr(row, name)]}
    return replace(row, **changes)


def _usual_spelling(values: list[str]) -> dict[str, str]:
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for value in values:
        groups[normalise(value)][value] += 1
    return {value: group.most_common(1)[0][0] for group in groups.values() for value in group}


def _odd_postcodes(rows: list[AddressRow]) -> tuple[str, ...]:
    """Postcodes of the right form that were never given out: worth a look, no reason to refuse a home."""
    odd = [row for row in rows if row.postcode and not is_issued(row.postcode)]
    if not odd:
        return ()
    places = ", ".join(f"{row.postcode} (rij {row.row_number})" for row in odd[:10])
    return (_("Deze postcodes bestaan in Nederland niet, wel bewaard: %(places)s.") % {"places": places},)


def _counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _dropped(table: Table, mapping: AddressMapping) -> tuple[tuple[str, str], ...]:
    dropped = []
    for column in table.columns:
        target = mapping.columns.get(column, "ignore")
        if target == "personal":
            dropped.append((column, reason(personal_kind(column, table.values(column)))))
        elif target == "ignore":
            dropped.append((column, _("Niet meegenomen.")))
    return tuple(dropped)
