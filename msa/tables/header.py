"""Where the header of a table is and what the columns are called."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from msa.tables.places import column_letter
from msa.tables.types import TableError

Row = tuple[int, list[str]]

_TITLE_ROWS = 15
_LOOK_AHEAD = 60
_DATA_LIKE = re.compile(
    r"\d{4}\s?[A-Z]{2}"  # a postcode
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(\s.*)?"  # a date
    r"|[^\s@]+@[^\s@]+\.\w+"  # an e-mail address
)
_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?")
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True)
class Header:
    """names: up to the last that is filled, "" where there is none. width: with empty cells behind it.

    first_data: position of the row after the header.
    """

    names: list[str]
    width: int
    first_data: int
    notes: list[str]


def find_header(rows: Sequence[Row]) -> Header:
    """Find the header below any title rows. Raises TableError when the first row is data already."""
    position = _position(rows)
    number, cells = rows[position]
    _refuse_data(number, cells)
    notes = []
    if position:
        notes.append(_("De kop staat in rij %(row)d; wat daarboven staat is overgeslagen.") % {"row": number})
    names = [" ".join(cell.split()) for cell in cells]
    if position:
        names = _filled_from_above(names, rows[position - 1][1], rows[position + 1 :])
    if position + 1 < len(rows) and _is_second_header(names, rows, position):
        notes.append(_("De kop beslaat twee rijen vanaf rij %(row)d, samengenomen.") % {"row": number})
        names = _filled_from_below(names, rows[position + 1][1])
        return Header(_trimmed(names), len(names), position + 2, notes)
    return Header(_trimmed(names), len(names), position + 1, notes)


def _trimmed(names: list[str]) -> list[str]:
    """Without the empty cells behind the last name."""
    filled = [index for index, name in enumerate(names) if name]
    return names[: filled[-1] + 1] if filled else []


def unique_names(names: Sequence[str], notes: list[str]) -> list[str]:
    """Names for all columns: without a name 'Kolom F', a name that returns gets a number behind it."""
    result: list[str] = []
    for index, name in enumerate(names):
        name = name or _("Kolom %(letter)s") % {"letter": column_letter(index)}
        again = sum(known == name or known.startswith(f"{name} (") for known in result)
        if name in result:
            notes.append(_("De kolomnaam '%(name)s' komt vaker voor.") % {"name": name})
            name = f"{name} ({again + 1})"
        result.append(name)
    return result


def _position(rows: Sequence[Row]) -> int:
    """The first row that is filled about as wide as the table is."""
    counts = [_count(cells) for _number, cells in rows[:_LOOK_AHEAD]]
    enough = max(2, math.ceil(0.6 * max(counts))) if max(counts) > 1 else 1
    return next((index for index, count in enumerate(counts[:_TITLE_ROWS]) if count >= enough), 0)


def _count(cells: Sequence[str]) -> int:
    return sum(bool(cell) for cell in cells)


def _refuse_data(number: int, cells: Sequence[str]) -> None:
    filled = [cell for cell in cells if cell]
    numbers = sum(bool(_NUMBER.fullmatch(cell)) and not _YEAR.fullmatch(cell) for cell in filled)
    if numbers > len(filled) / 2 or any(_DATA_LIKE.fullmatch(cell) for cell in filled):
        message = _("Hier hoort de kop met kolomnamen, maar er staan al gegevens. Zet er een kop boven.")
        raise TableError(message, row=number)


def _filled_from_above(names: list[str], above: Sequence[str], below: Sequence[Row]) -> list[str]:
    """A cell merged over two rows has its text in the upper one; it counts where data stand below it."""
    used = {index for _number, cells in below[:_LOOK_AHEAD] for index, cell in enumerate(cells) if cell}
    missing = max([-1, *used]) + 1 - len(names)
    names = names + [""] * max(0, missing)
    return [
        name or (above[index] if index in used and index < len(above) else "")
        for index, name in enumerate(names)
    ]


def _is_second_header(names: Sequence[str], rows: Sequence[Row], position: int) -> bool:
    """Whether the next row names the columns that have no name yet, and holds no data."""
    below = rows[position + 1][1]
    unnamed = [i for i, cell in enumerate(below) if cell and not (names[i] if i < len(names) else "")]
    if not unnamed or any(re.search(r"\d", cell) or len(cell) > 40 for cell in below):
        return False
    later = rows[position + 2 : position + 2 + _LOOK_AHEAD]
    fuller = sum(_count(cells) > _count(below) for _number, cells in later)
    return bool(later) and fuller > len(later) / 2


def _filled_from_below(names: list[str], below: Sequence[str]) -> list[str]:
    width = max(len(names), len(below))
    lower = [below[i] if i < len(below) else "" for i in range(width)]
    upper = [names[i] if i < len(names) else "" for i in range(width)]
    return [" ".join((low or up).split()) for low, up in zip(lower, upper, strict=True)]
