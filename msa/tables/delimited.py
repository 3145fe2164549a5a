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
_NO_SEPARATOR = "\x1f"
_SUSPICIOUS = 20_000  # characters; a cell this long in a file with an odd number of quotes was never closed
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
        is_open = self.text.count('"') % 2 == 1
        try:
            for cells in reader:
                number += 1
                if is_open and max(map(len, cells), default=0) > _SUSPICIOUS:
                    raise TableError(_unclosed_quote(_SUSPICIOUS), row=number)
                yield number, cells
        except csv.Error as error:
            raise TableError(_unclosed_quote(limits.max_cell), row=number + 1) from error

    def notes(self) -> list[str]:
        """What was recognised, in Dutch."""
        return [
            _("Scheidingsteken: %(name)s.") % {"name": _separator_name(self.separator)},
            _("Tekenset: %(name)s.") % {"name": self.encoding},
        ]


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _unclosed_quote(limit: int) -> str:
    return _(
        "Hier begint een cel van meer dan %(limit)d tekens. "
        "Waarschijnlijk staat er een aanhalingsteken te veel of te weinig."
    ) % {"limit": limit}


def _refuse_nul(text: str) -> None:
    position = text.find("\x00")
    if position >= 0:
        row = text.count("\n", 0, position) + 1
        raise TableError(_("Hier staat een nulteken: het bestand is beschadigd."), row=row)


def _find_separator(text: str) -> str:
    """The separator that cuts most of the first rows into the same number of cells."""
    scores = {separator: _regularity(_first_widths(text, separator)) for separator in _SEPARATORS}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best][0] else _NO_SEPARATOR


def _regularity(widths: list[int]) -> tuple[float, int]:
    """(share of the rows with the usual width, that width); zero when commas just stand in sentences."""
    cut = Counter(width for width in widths if width > 1)
    if not cut:
        return 0.0, 0
    width, often = cut.most_common(1)[0]
    start = next(index for index, found in enumerate(widths) if found > 1)
    below = len(widths) - start
    enough = often >= 0.4 * below if start == 0 else often >= max(2, 0.8 * below)
    return (often / len(widths), width) if enough else (0.0, 0)


def _first_widths(text: str, separator: str) -> list[int]:
    """How many cells each of the first rows has, empty rows left out."""
    widths: list[int] = []
    try:
        rows = islice(_reader(text, separator), 60)
        widths.extend(len(row) for row in rows if any(cell.strip() for cell in row))
    except csv.Error:
        return widths  # a cell without an end: what stands before it tells enough, reading names its row
    return widths


def _width(text: str, separator: str) -> int:
    return _regularity(_first_widths(text, separator))[1] or 1


def _unwrap(text: str) -> str:
    """Some programs put quotes round whole lines: '"a,b,c"'. Take them off when that gives columns."""
    try:
        rows = [row[0] if row else "" for row in _reader(text, _NO_SEPARATOR)]
    except csv.Error:
        return text
    inner = "\n".join(rows)
    quoted = text.lstrip().startswith('"')
    return inner if quoted and _width(inner, _find_separator(inner)) > 1 else text


def _separator_name(separator: str) -> str:
    names = {
        ",": _("komma"),
        ";": _("puntkomma"),
        "\t": _("tab"),
        "|": _("verticale streep"),
        _NO_SEPARATOR: _("geen"),
    }
    return names.get(separator, separator)
