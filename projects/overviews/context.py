"""The context figures of a project as its pages show them: the own neighbourhood beside its surroundings.

Shares are worked out from counts of the same table only; means and published shares are never added up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from projects.context.frequency import of_ten
from projects.context.indicators import BY_KEY, COUNT, INDICATORS, MEAN, PERCENT, THEMES, THOUSANDS, Indicator
from projects.models import ContextFigure, ContextTable, Project, Scope

TOGETHER = "together"  # the code of the sum of several own neighbourhoods
Values = dict[tuple[str, str], Decimal | None]


@dataclass(frozen=True)
class Place:
    """A region as a column of the page."""

    code: str
    name: str
    scope: str

    @property
    def own(self) -> bool:
        """Whether it is the neighbourhood itself."""
        return self.scope == Scope.OWN


@dataclass(frozen=True)
class Cell:
    """One figure of one place. shown: as text, '' where unknown. bar: 0 to 100. count: the number behind.

    often: a share as people say it, 'so many of ten'; '' for what is no share.
    """

    place: Place
    shown: str
    bar: float
    count: str = ""
    often: str = ""


@dataclass(frozen=True)
class Line:
    """One figure for all places. computed: whether we worked the share out; unit: what stands behind it."""

    label: str
    column: str
    unit: str
    cells: tuple[Cell, ...]
    computed: bool = False

    @property
    def drawn(self) -> bool:
        """Whether bars say anything: numbers of people in a street and in a country do not."""
        return self.unit != COUNT

    @property
    def bars(self) -> list[Cell]:
        """What is drawn: the parts of the neighbourhood together where that is known, else each of them."""
        added = any(cell.place.code == TOGETHER and cell.shown for cell in self.cells)
        return [cell for cell in self.cells if not cell.place.own or (cell.place.code == TOGETHER) == added]


@dataclass(frozen=True)
class Theme:
    """Figures that belong together."""

    key: str
    title: str | Promise
    lines: tuple[Line, ...]

    @property
    def computed(self) -> bool:
        """Whether some share in it is ours."""
        return any(line.computed for line in self.lines)


@dataclass(frozen=True)
class Context:
    """One table, by theme. unknown: how many cells the office leaves open."""

    table: ContextTable
    places: tuple[Place, ...]
    themes: tuple[Theme, ...]
    unknown: int

    @property
    def own(self) -> list[Place]:
        """The neighbourhoods that were chosen, without their sum."""
        return [place for place in self.places if place.own and place.code != TOGETHER]


def context_of(
    project: Project, *, number: int | None = None, themes: Iterable[str] = THEMES
) -> Context | None:
    """The newest table of a project, or table `number` (pk); None without one. Two queries."""
    tables = project.context_tables.all()
    table = (tables.filter(pk=number) if number else tables).first()
    if table is None:
        return None
    figures = list(table.figures.all())
    places = _places(figures)
    values: Values = {(one.code, one.region_code): one.value for one in figures}
    _add_up(values, places)
    columns = {one.code: one.column for one in figures}
    shown = [Theme(key, THEMES[key], _lines(key, columns, values, places)) for key in themes]
    unknown = sum(one.value is None for one in figures)
    return Context(table, tuple(places), tuple(theme for theme in shown if theme.lines), unknown)


def _places(figures: Sequence[ContextFigure]) -> list[Place]:
    """Own, their sum, municipality, country."""
    found = dict.fromkeys(Place(one.region_code, one.region_name, one.scope) for one in figures)
    order = list(Scope.values)
    places = sorted(found, key=lambda place: order.index(place.scope))
    own = [place for place in places if place.own]
    if len(own) < 2:
        return places
    return [*own, Place(TOGETHER, _("De buurt samen"), Scope.OWN), *places[len(own) :]]


def _add_up(values: Values, places: Sequence[Place]) -> None:
    """Counts of several own neighbourhoods, added up where all of them are known."""
    if not any(place.code == TOGETHER for place in places):
        return
    own = [place.code for place in places if place.own and place.code != TOGETHER]
    for one in INDICATORS:
        parts = [values.get((one.key, code)) for code in own]
        if one.unit == COUNT and None not in parts:
            values[one.key, TOGETHER] = sum((part for part in parts if part is not None), Decimal(0))


def _lines(theme: str, columns: dict[str, str], values: Values, places: Sequence[Place]) -> tuple[Line, ...]:
    here = [one for one in INDICATORS if one.theme == theme and one.key in columns]
    return tuple(_line(one, columns, values, places) for one in here)


def _line(one: Indicator, columns: dict[str, str], values: Values, places: Sequence[Place]) -> Line:
    if one.of in columns:
        shares = [_share(values, one, place) for place in places]
        counts = [_text(values.get((one.key, place.code)), COUNT) for place in places]
        cells = tuple(
            Cell(place, _text(share, PERCENT), float(share or 0), n, of_ten(share, str(one.among)))
            for place, share, n in zip(places, shares, counts, strict=True)
        )
        return Line(str(one.label), columns[one.key], PERCENT, cells, computed=True)
    shown = [values.get((one.key, place.code)) for place in places]
    most = max((value for value in shown if value is not None), default=Decimal(0))
    scale = Decimal(100) if one.unit == PERCENT else most or Decimal(1)
    cells = tuple(
        Cell(place, _text(value, one.unit), float(100 * (value or 0) / scale), often=_often(value, one))
        for place, value in zip(places, shown, strict=True)
    )
    return Line(str(one.label), columns[one.key], one.unit, cells)


def _often(value: Decimal | None, one: Indicator) -> str:
    """A published share in words; empty for what is no share."""
    return of_ten(value, str(one.among)) if one.unit == PERCENT else ""


def _share(values: Values, one: Indicator, place: Place) -> Decimal | None:
    """Of every hundred, in whole numbers; both counts come from the same table. None where one is unknown."""
    part, whole = values.get((one.key, place.code)), values.get((BY_KEY[one.of].key, place.code))
    if part is None or not whole:
        return None
    return (100 * part / whole).quantize(Decimal(1), ROUND_HALF_UP)


def _text(value: Decimal | None, unit: str) -> str:
    """A figure as people write it; empty where it is unknown."""
    if value is None:
        return ""
    if unit == THOUSANDS:
        return f"€\N{NO-BREAK SPACE}{value * 1000:,.0f}".replace(",", ".")
    if unit == MEAN:
        return f"{value.normalize():f}".replace(".", ",")
    if unit == PERCENT:
        return f"{value.normalize():f}%".replace(".", ",")
    return f"{value.quantize(Decimal(1), ROUND_HALF_UP):,}".replace(",", ".")
