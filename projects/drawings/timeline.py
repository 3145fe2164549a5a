"""Where everything of a time line stands: bars in rows, rows in sections, weeks from left to right (V8).

The screen and the paper draw the same board, in other measures. Labels stand in the bar where they fit and
beside it where they do not; rows are packed with their labels, so that no two words overlap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from msa.documents.lettering import one_line, text_width
from projects.models import Phase
from projects.models.timeline import Kind
from projects.overviews.timeline import Entry, Timeline
from projects.timeline.kinds import FACTS
from projects.timeline.weeks import DAY, WEEK, Span, holidays, monday_of, month_after, month_of

PAD = 7.0  # white left and right of a label in a bar
GAP = 12.0  # the least white between what stands in one row
SIGN = 19.0  # room for the sign of a warning
MOST_YEARS = 10  # a project that is mistyped further away does not stretch the board


@dataclass(frozen=True)
class Measures:
    """Sizes in units of the drawing. week: width of one. row and bar: heights. size: of the letters.

    follow: whether words in a bar that goes on today stand right of today, where a screen begins.
    """

    week: float
    size: float = 14.5
    row: float = 30.0
    bar: float = 23.0
    side: float = 136.0
    head: float = 102.0
    least: float = 9.0  # the narrowest bar
    follow: bool = False

    @property
    def day(self) -> float:
        """Width of one day."""
        return self.week / 7


@dataclass(frozen=True)
class Bar:
    """One item, placed. x, w: the bar. label: its words, at label_x; inside: whether they are in the bar.

    alarm: words of the first warning, at alarm_x; empty without. anchor: where the words beside it begin.
    """

    entry: Entry
    x: float
    w: float
    label: str
    label_x: float
    inside: bool
    alarm: str
    alarm_x: float
    left: float
    right: float

    @property
    def outside(self) -> list[tuple[float, float]]:
        """Where its words stand beside it, from left to right."""
        spans = ((self.left, self.x), (self.x + self.w, self.right))
        return [(start - PAD, end + PAD) for start, end in spans if end > start]


@dataclass
class Row:
    """Bars beside each other."""

    bars: list[Bar] = field(default_factory=list)

    def takes(self, bar: Bar) -> bool:
        """Whether `bar` with its words fits between what stands here."""
        return all(bar.left >= one.right + GAP or bar.right + GAP <= one.left for one in self.bars)


@dataclass(frozen=True)
class Section:
    """The rows of one block, or of the whole neighbourhood: with people first, then works."""

    name: str
    social: tuple[Row, ...]
    works: tuple[Row, ...]

    @property
    def rows(self) -> int:
        """How many rows it takes; an empty one still shows."""
        return max(len(self.social) + len(self.works), 1)


@dataclass(frozen=True)
class Board:
    """A whole time line, placed. first: the Monday at x = 0; last: the Sunday at the other end."""

    first: date
    last: date
    day: date
    measures: Measures
    sections: tuple[Section, ...]
    phases: tuple[Span, ...]
    phase: int

    @property
    def weeks(self) -> int:
        """How many weeks it shows."""
        return ((self.last - self.first).days + 1) // 7

    @property
    def width(self) -> float:
        """Width of the weeks together."""
        return self.weeks * self.measures.week

    @property
    def height(self) -> float:
        """Height of the head and all rows."""
        return self.measures.head + sum(section_height(one, self.measures) for one in self.sections) + 6

    @property
    def free_weeks(self) -> list[Span]:
        """The holiday weeks in it."""
        return holidays(self.first, self.last)

    def x(self, day: date) -> float:
        """Where a day begins."""
        return (day - self.first).days * self.measures.day


def section_height(section: Section, measures: Measures) -> float:
    """How high a section is, with some air at its foot."""
    return section.rows * measures.row + 16


def edges(timeline: Timeline) -> tuple[date, date]:
    """The Monday and the Sunday between which all of it lies, whole months."""
    project, items = timeline.project, [entry.item for entry in timeline.entries]
    year = timeline.plan.day.year
    own = [day for day in (project.starts_on, project.ends_on) if day and abs(day.year - year) <= MOST_YEARS]
    begins = [item.starts_on for item in items] + own
    ends = [item.ends_on for item in items] + own
    first = month_of(min(begins, default=timeline.plan.day))
    last = month_after(max([*ends, first + 12 * WEEK])) - DAY
    return monday_of(first), monday_of(last) + 6 * DAY


def board_of(timeline: Timeline, measures: Measures) -> Board:
    """The board of `timeline` in these measures."""
    first, last = edges(timeline)
    empty = Board(first, last, timeline.plan.day, measures, (), (), timeline.project.phase)
    sections = [_section(empty, _("Hele buurt"), [one for one in timeline.entries if not one.item.block_id])]
    for block in timeline.plan.blocks:
        here = [one for one in timeline.entries if one.item.block_id == block.pk]
        sections.append(_section(empty, block.name, here))
    bands = tuple(phase_bands(timeline, first, last))
    return Board(first, last, timeline.plan.day, measures, tuple(sections), bands, timeline.project.phase)


def _section(board: Board, name: str, entries: Sequence[Entry]) -> Section:
    social = _packed(board, (one for one in entries if one.item.social))
    works = _packed(board, (one for one in entries if not one.item.social))
    return Section(name, tuple(social), tuple(works))


def _packed(board: Board, entries: Iterable[Entry]) -> list[Row]:
    """The entries in as few rows as keep their words apart."""
    rows: list[Row] = []
    for entry in entries:
        bar = placed(board, entry)
        row = next((one for one in rows if one.takes(bar)), None)
        if row is None:
            row = Row()
            rows.append(row)
        row.bars.append(bar)
    return rows


def placed(board: Board, entry: Entry) -> Bar:
    """One bar with its words: in it, right of it, or left of it near the end of the board."""
    item, size = entry.item, board.measures.size
    x = board.x(item.starts_on)
    w = max(board.x(item.ends_on + DAY) - x, board.measures.least)
    label = _label(entry)
    wide = text_width(label, size, 700)
    inside = wide + 2 * PAD <= w
    alarm = entry.open_warnings[0].collision.short if entry.open_warnings else ""
    beside = (0 if inside else wide + PAD) + (SIGN + text_width(alarm, size, 700) + PAD if alarm else 0)
    start = x + w + PAD
    if beside and start + beside > board.width and x - PAD - beside >= 0:
        start = x - PAD - beside
    label_x = _inside_x(board, x, w, wide) if inside else start
    alarm_x = start if inside else start + wide + PAD
    right = max(x + w, start + beside if beside else 0)
    return Bar(entry, x, w, label, label_x, inside, alarm, alarm_x, min(x, start), right)


def _inside_x(board: Board, x: float, w: float, wide: float) -> float:
    """Where words in a bar begin: at its left end, or right of today when they fit there."""
    today = board.x(board.day + DAY) + PAD
    fits = x < today and today + wide + PAD <= x + w
    return today if board.measures.follow and fits else x + PAD


def _label(entry: Entry) -> str:
    """The title with how heavy it is."""
    text = one_line(entry.item.title)
    return f"{text} · {entry.weight}" if entry.weight else text


def phase_bands(timeline: Timeline, first: date, last: date) -> Iterable[Span]:
    """When each phase begins and ends on this time line: with the first step that belongs to it."""
    begins = {Phase.PREPARATION.value: first}
    for item in timeline.plan.items:
        phase = FACTS[item.kind].phase
        if phase and item.kind != Kind.FEEDBACK:
            begins[phase] = min(begins.get(phase, item.starts_on), item.starts_on)
    order = sorted(begins)
    starts = [max(begins[phase], first) for phase in order]
    for number, phase in enumerate(order):
        until = starts[number + 1] - timedelta(days=1) if number + 1 < len(order) else last
        if starts[number] <= until:
            yield Span(starts[number], until, f"{phase} {Phase(phase).label}")
