"""A board as SVG: attributes only, no style, so that it stands under the policy of the pages and in a PDF.

On the screen each bar is a link to its item, with what the script needs to move it. What is for the eyes
only is hidden from screen readers; the links carry the same in words.
"""

from collections.abc import Iterator
from datetime import date
from html import escape

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from msa.documents.lettering import FAMILY, text_width
from msa.ui.palette import BRICK, INK, INK_SOFT, LINE, PAPER, SAND, WHITE
from projects.drawings.timeline import Bar, Board, Section, section_height
from projects.models.timeline import Heaviness, Kind
from projects.timeline.weeks import DAY, WEEK, month_after, months_between

PALE_BRICK, DEEP_BRICK = "#f8e3d8", "#8a3624"
TEAL, PALE_TEAL = "#137a78", "#dfeae6"
OCHRE, SUN = "#87570a", "#fbd772"
PHASES, YEARS, MONTHS, WEEKS = 0.0, 28.0, 50.0, 74.0  # upper sides of the four lines of the head


def text(
    words: str, x: float, y: float, size: float, colour: str = INK, weight: int = 400, more: str = ""
) -> str:
    """One line of words; y is its baseline."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FAMILY}" font-size="{size:g}" font-weight="{weight}" '
        f'fill="{colour}"{more}>{escape(words)}</text>'
    )


def rect(x: float, y: float, w: float, h: float, fill: str, more: str = "") -> str:
    """One surface; more: further attributes."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" fill="{fill}" {more}/>'


def line(d: str, colour: str, width: float, more: str = "") -> str:
    """One line, without a surface."""
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width:g}" {more}/>'


def chart_parts(board: Board, links: dict[int, str] | None = None) -> list[str]:
    """Everything right of the names. links: by item the attributes of its link; None on paper."""
    parts = ['<g aria-hidden="true">', *_ground(board), *_head(board), *_today(board), "</g>"]
    y = board.measures.head
    for section in board.sections:
        parts += _bars(board, section, y, links)
        y += section_height(section, board.measures)
    return parts


def side_parts(board: Board) -> list[str]:
    """The names of the blocks, for left of the weeks."""
    measures, y = board.measures, board.measures.head
    parts = [rect(0, 0, measures.side, board.height, PAPER)]
    for number, section in enumerate(board.sections):
        height = section_height(section, measures)
        fill = SAND if number % 2 == 0 else PAPER
        parts.append(rect(0, y, measures.side, height, fill))
        parts += _names(board, section, y)
        y += height
    return parts


def _names(board: Board, section: Section, y: float) -> Iterator[str]:
    measures = board.measures
    name, size = section.name, measures.size * 1.15
    while text_width(name, size, 700) > measures.side - 18 and len(name) > 4:
        name = name[:-2].rstrip() + "…"
    yield text(name, 10, y + 8 + measures.row * 0.6, size, weight=700)
    below = [(_("met bewoners"), 1)] if len(section.social) > 1 else []
    if section.works and section.rows > 1:
        below.append((_("werk"), max(len(section.social), 1)))
    for words, row in below:
        yield text(words, 10, y + 8 + measures.row * (row + 0.6), measures.size * 0.92, INK_SOFT)


def _ground(board: Board) -> Iterator[str]:
    """Bands of the blocks, holiday weeks, and a line for each month."""
    measures, y = board.measures, board.measures.head
    for number, section in enumerate(board.sections):
        height = section_height(section, measures)
        if number % 2 == 0:
            yield rect(0, y, board.width, height, SAND, 'fill-opacity="0.55"')
        y += height
    for span in board.free_weeks:
        x, w = board.x(span.starts_on), board.x(span.ends_on + DAY) - board.x(span.starts_on)
        yield rect(x, WEEKS, w, board.height - WEEKS, SUN, 'fill-opacity="0.3"')
    for month in months_between(board.first, board.last):
        if month > board.first:
            x = board.x(month)
            top = YEARS if month.month == 1 else MONTHS
            yield line(f"M{x:.1f} {top}V{board.height:.0f}", LINE, 1)


def _head(board: Board) -> Iterator[str]:
    yield from _phases(board)
    yield from _years(board)
    size = board.measures.size
    for month in months_between(board.first, board.last):
        x = max(board.x(month), 0)
        room = min(board.x(month_after(month)), board.width) - x - 6
        words = next((w for w in _month_words(month) if text_width(w, size, 700) <= room), "")
        yield text(words, x + 5, MONTHS + 18, size, weight=700, more=_until(room + x + 6))
    yield from _weeks(board)


def _until(x: float) -> str:
    """For the script, which keeps a name in view while its part of the board is: where that part ends."""
    return f' class="board__name" data-to="{x:.0f}"'


def _years(board: Board) -> Iterator[str]:
    """Each year above its months; a first or last year of a few days has no room for its number."""
    size = board.measures.size
    for year in range(board.first.year, board.last.year + 1):
        x = max(board.x(date(year, 1, 1)), 0)
        end = min(board.x(date(year + 1, 1, 1)), board.width)
        if text_width(str(year), size, 700) <= end - x - 6:
            yield text(str(year), x + 5, YEARS + 16, size, weight=700, more=_until(end))


def _month_words(month: date) -> Iterator[str]:
    yield date_format(month, "F")
    yield date_format(month, "b")


def _phases(board: Board) -> Iterator[str]:
    size = board.measures.size * 0.95
    for span in board.phases:
        x, end = board.x(span.starts_on), board.x(span.ends_on + DAY)
        here = span.label.startswith(f"{board.phase} ")
        fill, colour = (INK, WHITE) if here else (PALE_TEAL, INK)
        yield rect(x + 1, PHASES + 1, max(end - x - 2, 2), 24, fill, 'rx="4"')
        number, _space, name = span.label.partition(" ")
        words = next(
            (one for one in (span.label, name, number) if text_width(one, size, 700) <= end - x - 14), ""
        )
        yield text(words, x + 8, PHASES + 18, size, colour, 700 if here else 400, _until(end - 4))


def _weeks(board: Board) -> Iterator[str]:
    """Numbers of weeks, as many as fit; in holiday weeks their name."""
    size = board.measures.size * 0.83
    step = next((n for n in (1, 2, 4) if board.measures.week * n >= text_width("00", size) + 5), 8)
    free = board.free_weeks
    for span in free:
        middle = (board.x(span.starts_on) + board.x(span.ends_on + DAY)) / 2
        yield text(span.label, middle, WEEKS + 17, size, INK, 700, ' text-anchor="middle"')
    for number in range(0, board.weeks, step):
        day = board.first + number * WEEK
        near = 1.2 * WEEK if step == 1 else 3 * WEEK
        if any(span.meets(day - near + WEEK, day + near) for span in free) or _under_today(board, day):
            continue
        yield text(f"{day.isocalendar().week}", board.x(day) + 3, WEEKS + 17, size, INK_SOFT)


def _under_today(board: Board, day: date) -> bool:
    """Whether the number of the week of `day` would stand under the word for today."""
    half = text_width(_("vandaag"), board.measures.size * 0.92, 700) / 2 + 8
    middle = board.x(board.day) + board.measures.day / 2
    return middle - half - text_width("00", board.measures.size) < board.x(day) < middle + half


def _today(board: Board) -> Iterator[str]:
    if not board.first <= board.day <= board.last:
        return
    x = board.x(board.day) + board.measures.day / 2
    size = board.measures.size * 0.92
    words = _("vandaag")
    wide = text_width(words, size, 700) + 12
    left = min(max(x - wide / 2, 0), board.width - wide)
    yield line(_today_path(board, x), BRICK, 2.5, 'stroke-dasharray="7 4"')
    yield rect(left, WEEKS + 4, wide, 20, BRICK, 'rx="10"')
    yield text(words, left + 6, WEEKS + 18.5, size, WHITE, 700)


def _today_path(board: Board, x: float) -> str:
    """The line of today, interrupted where words stand beside their bar; bars are drawn over it anyway."""
    path, y = f"M{x:.1f} {WEEKS + 2}", board.measures.head
    for section in board.sections:
        for number, row in enumerate((*section.social, *section.works)):
            top = y + 8 + number * board.measures.row
            if any(one < x < other for bar in row.bars for one, other in bar.outside):
                path += f"V{top:.1f}M{x:.1f} {top + board.measures.bar:.1f}"
        y += section_height(section, board.measures)
    return f"{path}V{board.height:.0f}"


def _bars(board: Board, section: Section, y: float, links: dict[int, str] | None) -> Iterator[str]:
    for number, row in enumerate((*section.social, *section.works)):
        top = y + 8 + number * board.measures.row
        for bar in row.bars:
            drawn = "".join(_bar(board, bar, top))
            if links is None:
                yield f"<g>{drawn}</g>"
            else:
                yield f'<a {links[bar.entry.item.pk]}><g aria-hidden="true">{drawn}</g></a>'


def _bar(board: Board, bar: Bar, top: float) -> Iterator[str]:
    measures, item = board.measures, bar.entry.item
    fill, edge, words = colours(bar)
    h, w = measures.bar, bar.w - 1.5
    wide = max(bar.w, 24)
    hit = 'class="bar__hit" pointer-events="all"'
    yield rect(bar.x - (wide - bar.w) / 2, top - 1, wide, h + 3, "none", hit)
    rounded = min(h / 2 if item.social else 3, w / 2)
    border = (
        f'stroke="{OCHRE}" stroke-width="2.5" stroke-dasharray="5 3"'
        if bar.alarm
        else f'stroke="{edge}" stroke-width="1.5"'
    )
    yield rect(bar.x + 0.75, top, w, h, fill, f'class="bar__body" rx="{rounded:.1f}" {border}')
    if item.heavy and not item.social:
        yield _bricks(bar, top, h)
    base = top + h / 2 + measures.size * 0.35
    colour, weight = (words, 700) if bar.inside else (INK, 700 if item.heavy else 400)
    yield text(bar.label, bar.label_x, base, measures.size, colour, weight, ' class="bar__label"')
    if bar.alarm:
        yield " "  # between two words, for who hears the drawing
        yield _sign(bar.alarm_x, top + h / 2)
        yield text(bar.alarm, bar.alarm_x + 19, base, measures.size, OCHRE, 700)


def colours(bar: Bar) -> tuple[str, str, str]:
    """Surface, edge and words of a bar: works are brick, people are blue-green, the heavier the darker."""
    item = bar.entry.item
    if item.social:
        return (TEAL, TEAL, WHITE) if item.kind == Kind.VISITS else (PALE_TEAL, TEAL, INK)
    if item.heaviness == Heaviness.AWAY:
        return DEEP_BRICK, DEEP_BRICK, WHITE
    return (BRICK, BRICK, WHITE) if item.heavy else (PALE_BRICK, BRICK, INK)


def _bricks(bar: Bar, top: float, h: float) -> str:
    """Joints, so that heavy works are seen without their colour too."""
    half, end = top + h / 2, bar.x + bar.w - 3
    lines = [f"M{bar.x + 2:.1f} {half:.1f}H{end:.1f}"]
    for course, start in ((0, 22.0), (1, 11.0)):
        x = bar.x + start
        while x < end:
            lines.append(f"M{x:.1f} {top + course * h / 2:.1f}v{h / 2:.1f}")
            x += 22
    return line("".join(lines), WHITE, 1.5, 'stroke-opacity="0.16"')


def _sign(x: float, middle: float) -> str:
    """The sign of a warning: a triangle with a mark in it."""
    triangle = f'd="M{x + 7:.1f} {middle - 8:.1f}l8 14.5h-16z" fill="{SUN}" stroke="{OCHRE}"'
    mark = line(f"M{x + 7:.1f} {middle - 3:.1f}v4.5m0 2.2v.4", OCHRE, 1.8, 'stroke-linecap="round"')
    return f'<path {triangle} stroke-width="1.6" stroke-linejoin="round"/>{mark}'
