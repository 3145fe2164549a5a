"""From loose rows to a table: cleaned cells, broken rows named, empty rows and columns left out."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa.tables.header import Header, Row, find_header, unique_names
from msa.tables.numbers import grouped
from msa.tables.places import column_letter
from msa.tables.text import clean_cell, repair
from msa.tables.types import Kind, Limits, Problem, Table, TableError

_TITLE_ROOM = 20


class Layout:
    """Collects rows and makes a table of them. `finish` raises TableError with all problems at once."""

    def __init__(self, kind: Kind, limits: Limits) -> None:
        self.kind = kind
        self.limits = limits
        self.notes: list[str] = []
        self._problems: list[Problem] = []
        self._mended = 0

    def collect(self, rows: Iterable[Row]) -> list[Row]:
        """Clean all cells and leave out empty rows. Stops as soon as there are too many rows."""
        kept: list[Row] = []
        for number, cells in rows:
            cleaned = [self._clean(cell) for cell in cells]
            if any(cleaned):
                kept.append((number, cleaned))
            if len(kept) > self.limits.max_rows + _TITLE_ROOM:
                raise self._too_many_rows()
        if not kept:
            raise TableError(_("Er staat niets in dit bestand."))
        return kept

    def finish(self, rows: list[Row], sheet: str = "", sheets: Sequence[str] = ()) -> Table:
        """The table that these rows form."""
        header = find_header(rows)
        self.notes += header.notes
        data = self._without_repeats(rows, header)
        self._check_size(data, header)
        if self.kind == "csv":
            self._check_raggedness(data, header)
        self._stop_at_problems()
        table = self._table(data, header, sheet, sheets)
        self._check_lengths(table)
        self._stop_at_problems()
        return table

    def _clean(self, cell: str) -> str:
        cell = clean_cell(cell)
        if cell.isascii():
            return cell
        mended = repair(cell)
        self._mended += mended != cell
        return mended

    def _without_repeats(self, rows: list[Row], header: Header) -> list[Row]:
        """Exports that were pasted together have the header again halfway: that is not a row."""
        first = [" ".join(cell.split()) for cell in rows[header.first_data - 1][1]]
        data = []
        for number, cells in rows[header.first_data :]:
            if [" ".join(cell.split()) for cell in cells] == first:
                self.notes.append(_("Rij %(row)d herhaalt de kop en is overgeslagen.") % {"row": number})
            else:
                data.append((number, cells))
        return data

    def _check_size(self, data: list[Row], header: Header) -> None:
        if not data:
            raise TableError(_("Het bestand heeft wel een kop, maar geen rijen met gegevens."))
        if len(data) > self.limits.max_rows:
            raise self._too_many_rows()
        if max(len(header.names), *(_width(cells) for _number, cells in data), 0) > self.limits.max_columns:
            raise TableError(
                _("Het bestand heeft meer dan %(limit)d kolommen. Bewaar alleen de kolommen die nodig zijn.")
                % {"limit": self.limits.max_columns}
            )

    def _too_many_rows(self) -> TableError:
        return TableError(
            _("Het bestand heeft meer dan %(limit)s rijen. Is dit het goede bestand? Anders: splits het.")
            % {"limit": grouped(self.limits.max_rows)}
        )

    def _check_raggedness(self, data: list[Row], header: Header) -> None:
        """In a text file a row of another length than the header is a row that was cut wrongly."""
        for number, cells in data:
            if len(cells) < len(header.names) or _width(cells) > header.width:
                self._problems.append(Problem(_ragged(len(cells), header.width), number))

    def _table(self, data: list[Row], header: Header, sheet: str, sheets: Sequence[str]) -> Table:
        width = max(len(header.names), *(_width(cells) for _number, cells in data), 0)
        names = header.names + [""] * (width - len(header.names))
        used = {index for _number, cells in data for index, cell in enumerate(cells) if cell}
        kept = [index for index in range(width) if names[index] or index in used]
        unique = unique_names(names, self.notes)
        if self._mended:
            self.notes.append(_mended(self._mended))
        return Table(
            columns=tuple(unique[index] for index in kept),
            rows=tuple(tuple(cells[i] if i < len(cells) else "" for i in kept) for _number, cells in data),
            row_numbers=tuple(number for number, _cells in data),
            letters=tuple(column_letter(index) for index in kept),
            notes=tuple(self.notes),
            kind=self.kind,
            sheet=sheet,
            sheets=tuple(sheets),
        )

    def _check_lengths(self, table: Table) -> None:
        limit = self.limits.max_cell
        for position, row in enumerate(table.rows):
            if max(map(len, row), default=0) <= limit:
                continue
            for column, cell in zip(table.columns, row, strict=True):
                if len(cell) > limit:
                    self._problems.append(table.problem(_too_long(len(cell), limit), position, column))

    def _stop_at_problems(self) -> None:
        if not self._problems:
            return
        shown = self._problems[: self.limits.max_problems]
        if more := len(self._problems) - len(shown):
            shown.append(Problem(_("En nog %(count)d andere.") % {"count": more}))
        raise TableError(problems=shown)


def _width(cells: Sequence[str]) -> int:
    """The number of cells up to the last one that has something in it."""
    return max((index + 1 for index, cell in enumerate(cells) if cell), default=0)


def _ragged(found: int, expected: int) -> str:
    return ngettext(
        "Deze rij heeft %(found)d cel en de kop %(expected)d. "
        "Staat er een scheidingsteken of een nieuwe regel in een tekst zonder aanhalingstekens?",
        "Deze rij heeft %(found)d cellen en de kop %(expected)d. "
        "Staat er een scheidingsteken of een nieuwe regel in een tekst zonder aanhalingstekens?",
        found,
    ) % {"found": found, "expected": expected}


def _too_long(length: int, limit: int) -> str:
    return _("Deze tekst heeft %(length)s tekens; er passen er %(limit)s. Kort hem in of verdeel hem.") % {
        "length": grouped(length),
        "limit": grouped(limit),
    }


def _mended(count: int) -> str:
    return ngettext(
        "In %(count)d cel waren letters verminkt (zoals Ã©); die is hersteld.",
        "In %(count)d cellen waren letters verminkt (zoals Ã©); die zijn hersteld.",
        count,
    ) % {"count": count}
