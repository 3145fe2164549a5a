"""Where something stands, in the words of whoever looks at the spreadsheet."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from msa.tables.types import Problem


def column_letter(index: int) -> str:
    """The letter of the column at a 0-based position: 0 is 'A', 26 is 'AA'."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def where(problem: "Problem") -> str:
    """'Rij 7, kolom C (Postcode)', as far as it is known."""
    column = _named_column(problem.column, problem.letter)
    if problem.row is None:
        return column[:1].upper() + column[1:]
    row = _("Rij %(row)d") % {"row": problem.row}
    return f"{row}, {column}" if column else row


def _named_column(name: str, letter: str) -> str:
    if letter and name:
        return _("kolom %(letter)s (%(name)s)") % {"letter": letter, "name": name}
    return _("kolom %(name)s") % {"name": letter or name} if letter or name else ""
