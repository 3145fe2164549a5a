"""From the office's file to the regions in it. Only columns that are shown are kept; nothing is written."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa.tables import Limits, TableError, read_columns
from msa.tables.narrow import Report
from projects.context.indicators import CODE, INDICATORS, MUNICIPALITY, NAME, Indicator, find

MAX_BYTES = 24 * 1024 * 1024
# The whole country: some 18,500 rows of 124 columns. As CSV with padding (21 MB) it was read in 0.7 seconds,
# as a workbook (12 MB) in 24, with some 100 MB beside what the process has; hence a job with progress.
LIMITS = Limits(
    max_bytes=MAX_BYTES,
    max_rows=40_000,
    max_columns=250,
    max_unpacked=200 * 1024 * 1024,
    max_cells=4_000_000,
    max_tags=20_000_000,
)
FEWEST = 3  # so many of our figures have to be in it, or it is another table
_REGION = re.compile(r"(BU|WK|GM|NL)\d{2,8}")
_VALUE = re.compile(r"-?\d{1,10}(?:[.,]\d{1,17})?")
_EXACT = Decimal("0.001")  # finer than the office publishes; a workbook may hold more digits


@dataclass(frozen=True)
class Region:
    """One row. code: 'BU02680101', 'WK026801', 'GM0268', 'NL00'. values: as published, by indicator."""

    code: str
    name: str
    municipality: str
    values: tuple[str, ...]

    @property
    def title(self) -> str:
        """How to call it: its name, or what the code says where the table holds no names."""
        if self.name:
            return self.name
        if self.code.startswith("NL"):
            return _("Nederland")
        return self.municipality if self.code.startswith("GM") and self.municipality else self.code


@dataclass(frozen=True)
class Regions:
    """What was read. columns: per indicator found its key and its heading in the file."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[Region, ...]

    def packed(self) -> bytes:
        """As bytes, to lie in the database until somebody has chosen."""
        rows = [[one.code, one.name, one.municipality, *one.values] for one in self.rows]
        data = json.dumps({"columns": self.columns, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
        return data.encode()

    @classmethod
    def unpacked(cls, data: bytes) -> "Regions":
        """The reverse of `packed`."""
        found = json.loads(data)
        rows = (Region(code, name, place, tuple(rest)) for code, name, place, *rest in found["rows"])
        return cls(tuple((key, heading) for key, heading in found["columns"]), tuple(rows))


def read_regions(file: BinaryIO, *, report: Report = lambda rows: None) -> Regions:
    """Read a published table. Raises TableError when it cannot be read or is another table."""
    chosen: list[tuple[str, int]] = []

    def choose(headings: Sequence[str]) -> list[int]:
        chosen.extend(_columns(list(headings)))
        return [position for _key, position in chosen]

    table = read_columns(file, choose, limits=LIMITS, report=report)
    keys = [key for key, _position in chosen]
    places = {key: place for place, key in enumerate(keys)}
    figures = [key for key in keys if not key.startswith("_")]
    rows = {region.code: region for row in table.rows if (region := _region(row, places, figures))}
    if not rows:
        raise TableError(
            _("In dit bestand staat geen enkele buurt, wijk of gemeente met een code, zoals BU02680101.")
        )
    return Regions(tuple((key, table.columns[places[key]]) for key in figures), tuple(rows.values()))


def value_of(text: str) -> Decimal | None:
    """A published figure. None for what the office leaves open: a point, nothing at all, or words."""
    return Decimal(text.replace(",", ".")).quantize(_EXACT) if _VALUE.fullmatch(text) else None


def _columns(headings: list[str]) -> list[tuple[str, int]]:
    """The columns to keep: who it is about ('_code', '_name', '_municipality') and our figures."""
    about = {"_code": CODE, "_name": NAME, "_municipality": MUNICIPALITY}
    found = [(key, find(headings, names)) for key, names in about.items()]
    found += [(one.key, find(headings, one.names)) for one in INDICATORS]
    known = [(key, position) for key, position in found if position is not None]
    figures = [key for key, _position in known if not key.startswith("_")]
    if not any(key == "_code" for key, _position in known) or len(figures) < FEWEST:
        raise TableError(_not_the_table(len(figures)))
    return known


def _not_the_table(known: int) -> str:
    """Why a table is refused; known: how many of its columns are figures that are used here."""
    if not known:
        found = _("Geen enkele kolom is herkend.")
    else:
        found = ngettext("Er is maar %(n)d kolom herkend.", "Er zijn maar %(n)d kolommen herkend.", known)
    text = _(
        "Dit lijkt niet op de tabel ‘Kerncijfers wijken en buurten’ van het CBS. %(found)s "
        "Bewaar het bestand zoals het CBS het geeft, met de codes van de buurten erin."
    )
    return text % {"found": found % {"n": known}}


def _region(row: tuple[str, ...], places: dict[str, int], figures: list[str]) -> Region | None:
    """The region of a row; None for a row without a code, such as a note below the table."""
    cells = {key: row[place] for key, place in places.items()}
    code = cells["_code"].upper()
    if not _REGION.fullmatch(code):
        return None
    name = "" if _REGION.fullmatch(cells.get("_name", "")) else cells.get("_name", "")
    values = tuple(cells[key][:20] for key in figures)
    return Region(code, name[:120], cells.get("_municipality", "")[:120], values)


def known_indicators(regions: Regions) -> list[tuple[Indicator, str]]:
    """The figures that were recognised, in our order, with their heading in the file."""
    headings = dict(regions.columns)
    return [(one, headings[one.key]) for one in INDICATORS if one.key in headings]
