"""CSV and its relatives: which character separates, and the rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from msa.tables.text import decode
from msa.tables.types import Limits, TableError

_SEPARATORS = ",;\t|^"
_EXCEL_HINT = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)


class DelimitedText:
    """A text file that was recognised: its encoding, its separator, and its rows on request."""

    def __init__(self, data: bytes) -> None:
        text, self.encoding = decode(data.rstrip(b"\x1a"))
        text = text.removeprefix("\ufeff").removeprefix("ï»¿")
        _refuse_nul(text)
        hint = _EXCEL_HINT.match(text)
        self.skipped_lines = 1 if hint else 0
        text = text[hint.end() :] if hint else text
        self.separator = hint[1] if hint else _find_separator(text)
        self.text = _unwrap(text) if not hint and _width(text, self.separator) == 1 else text
        if self.text is not text:
            self.separator = _find_separator(self.text)

    def rows(self, limits: Limits) -> Iterator[tuple[int, list[str]]]:
        """(row number, cells) of every row, empty ones too. Raises TableError at a cell without an end."""
        number = self.skipped_lines
        reader = _reader(self.text, self.separator)
        try:
            for cells in reader:
                number += 1
                yield number, cells
        except csv.Error as error:
            raise TableError(_unclosed_quote(limits), row=number + 1) from error

    def notes(self) -> list[str]:
        """What was recognised, in Dutch."""
        return [
            _("Scheidingsteken: %(name)s.") % {"name": _separator_name(self.separator)},
            _("Tekenset: %(name)s.") % {"name": self.encoding},
        ]


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _unclosed_quote(limits: Limits) -> str:
    return _(
        "Hier begint een cel van meer dan %(limit)d tekens. "
        "Waarschijnlijk staat er een aanhalingsteken te veel of te weinig."
    ) % {"limit": limits.max_cell}


def _refuse_nul(text: str) -> None:
    position = text.find("\x00")
    if position >= 0:
        row = text.count("\n", 0, position) + 1
        raise TableError(_("Hier staat een nulteken: het bestand is beschadigd."), row=row)


def _find_separator(text: str) -> str:
    """The separator that cuts most of the first rows into the same number of cells."""
    return max(_SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> tuple[float, int]:
    widths = _widths(text, separator)
    if not widths:
        return 0.0, 0
    width, often = widths.most_common(1)[0]
    if width == 1:
        # Nothing is cut: only better than nothing, unless a few wide rows stand below a title.
        return 0.0, 0
    return round(often / widths.total(), 1), width


def _widths(text: str, separator: str) -> Counter[int]:
    try:
        first = list(islice(_reader(text, separator), 60))
    except csv.Error:
        return Counter()
    return Counter(len(row) for row in first if any(cell.strip() for cell in row))


def _width(text: str, separator: str) -> int:
    widths = _widths(text, separator)
    return widths.most_common(1)[0][0] if widths else 0


def _unwrap(text: str) -> str:
    """Some programs put quotes round whole lines: '"a,b,c"'. Take them off when that gives columns."""
    try:
        rows = [row[0] if row else "" for row in _reader(text, "\x1f")]
    except csv.Error:
        return text
    inner = "\n".join(rows)
    quoted = text.lstrip().startswith('"')
    return inner if quoted and _width(inner, _find_separator(inner)) > 1 else text


def _separator_name(separator: str) -> str:
    names = {",": _("komma"), ";": _("puntkomma"), "\t": _("tab"), "|": _("verticale streep")}
    return names.get(separator, separator)
