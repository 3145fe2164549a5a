"""The board as the page shows it: the drawings, with a link on every bar and what the script needs (V8)."""

from dataclasses import dataclass
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from msa.documents.lettering import one_line
from projects.drawings.timeline import Board, Measures, board_of, edges
from projects.drawings.timeline_svg import chart_parts, side_parts
from projects.overviews.timeline import Entry, Timeline

SCALES = {"klein": 0.0, "gewoon": 15.0, "ruim": 27.0}  # width of a week, in units; 0: all of it in view
USUAL = "gewoon"
IN_VIEW = 760.0  # what a page beside its menu has room for


@dataclass(frozen=True)
class Shown:
    """The two drawings beside each other, and the scale."""

    board: Board
    side: SafeString
    chart: SafeString
    scale: str

    @property
    def scales(self) -> list[tuple[str, str]]:
        """The scales to choose from, with their names."""
        return [("klein", _("alles in beeld")), ("gewoon", _("gewoon")), ("ruim", _("ruim"))]


def shown_board(timeline: Timeline, scale: str = "") -> Shown:
    """The board of `timeline` for the screen."""
    scale = scale if scale in SCALES else USUAL
    first, last = edges(timeline)
    week = SCALES[scale] or max(7 * IN_VIEW / ((last - first).days + 1), 3)
    board = board_of(timeline, Measures(week=week, follow=True))
    links = {entry.item.pk: _link(timeline, entry) for entry in timeline.entries}
    side = _svg(board.measures.side, board.height, side_parts(board), 'aria-hidden="true" focusable="false"')
    moves = (
        f'class="board__weeks" role="group" aria-labelledby="bord" data-first="{board.first.isoformat()}" '
        f'data-day="{board.measures.day:.4f}" data-today="{board.x(board.day):.0f}"'
    )
    chart = _svg(board.width, board.height, chart_parts(board, links), moves)
    return Shown(board, side, chart, scale)


def drawing(timeline: Timeline, week: float = 9.0) -> SafeString:
    """The board without links, to look at; what it shows stands beside it in words."""
    board = board_of(timeline, Measures(week=week))
    side = board.measures.side
    parts = [*side_parts(board), f'<g transform="translate({side:g} 0)">', *chart_parts(board), "</g>"]
    return _svg(side + board.width, board.height, parts, 'aria-hidden="true" focusable="false"')


def _svg(width: float, height: float, parts: list[str], more: str) -> SafeString:
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    # our own drawing, words escaped
    return mark_safe(f'<svg xmlns="http://www.w3.org/2000/svg" {size} {more}>{"".join(parts)}</svg>')


def _link(timeline: Timeline, entry: Entry) -> str:
    """The attributes of the link of a bar. Only what may be moved carries its days."""
    item, slug = entry.item, timeline.project.slug
    attributes = {
        "id": f"balk-{item.pk}",
        "class": "bar",
        "href": reverse("projects:timeline_item", args=[slug, item.pk]),
        "aria-label": aloud(entry),
    }
    if entry.may_edit:
        attributes |= {
            "class": "bar bar--moves",
            "aria-describedby": "bord-hulp",
            "data-move": reverse("projects:timeline_move", args=[slug, item.pk]),
            "data-title": item.title,
            "data-starts": item.starts_on.isoformat(),
            "data-ends": item.ends_on.isoformat(),
            "data-version": str(item.version),
        }
    return " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())


def aloud(entry: Entry) -> str:
    """An item in words: first what is read in and beside its bar, then where and when."""
    seen = " · ".join(part for part in (one_line(entry.item.title), entry.weight) if part)
    shorts = [one.collision.short for one in entry.open_warnings]
    return ", ".join([" ".join([seen, *shorts[:1]]), entry.place, entry.said, *shorts[1:]])
