"""The time line on paper, A3: the drawing on as many sheets as the blocks need, then all of it in words."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from msa.documents.lettering import wrap
from msa.documents.pdf import write_pdf
from projects.drawings.timeline import Board, Measures, Section, board_of, edges, section_height
from projects.drawings.timeline_svg import chart_parts, side_parts
from projects.overviews.timeline import Timeline

TEMPLATE = "documents/timeline/timeline.html"
# One unit is 0.27 mm, so that letters of 15 units are 11.5 points: legible at arm's length.
# HIGH leaves room above the drawing for a title of two lines; under a longer one the drawing is made smaller.
WIDE, HIGH = 1466.0, 873.0
SIDE = 150.0
# In millimetres: what the margins of css/documents/timeline.css leave of the sheet, with some air; and the
# letters above a drawing, as they stand there.
SHEET_WIDE, SHEET_HIGH = 396.0, 269.0
POINT = 25.4 / 72
TITLE, NEXT_TITLE = 32 * POINT, 20 * POINT
NEXT_LINE, UNDER_TITLE, BESIDE_TITLE = 1.4, 4.0, 70.0
# Height of a row, of a bar, and the letters: the first with which all blocks stand on one sheet.
ROWS = ((33.0, 25.0, 15.5), (29.0, 22.5, 15.0), (25.5, 20.5, 14.2))


def timeline_context(timeline: Timeline) -> dict[str, Any]:
    """What the document shows. sheets: the drawings, each with its name and the blocks on it."""
    board, title = _board(timeline), _title(timeline)
    sheets = []
    for number, sections in enumerate(_sheets(board), start=1):
        blocks = [section.name for section in sections]
        room = _under_title(title) if number == 1 else _under_blocks(blocks)
        svg = _sheet_svg(replace(board, sections=tuple(sections)), room)
        sheets.append({"name": f"made/tijdspad-{number}.svg", "svg": svg, "blocks": blocks})
    return {
        "title": title,
        "timeline": timeline,
        "project": timeline.project,
        "sheets": sheets,
        "said_day": _day(timeline),
    }


def _title(timeline: Timeline) -> str:
    """What stands above the first sheet."""
    about = _("Wat gebeurt er wanneer in %(project)s") if timeline.polite else _("Tijdspad van %(project)s")
    return about % {"project": timeline.project.name}


def _day(timeline: Timeline) -> str:
    return _("Stand van %(day)s") % {"day": date_format(timeline.plan.day, "j F Y")}


def _under_title(title: str) -> float:
    """Height that is left for the drawing under the title, which stands beside the day; millimetres."""
    lines = len(wrap(title, SHEET_WIDE - BESIDE_TITLE, TITLE, 700))
    return SHEET_HIGH - lines * TITLE - UNDER_TITLE


def _under_blocks(blocks: list[str]) -> float:
    """The same on the next sheets, under the names of their blocks."""
    lines = len(wrap(", ".join(blocks), SHEET_WIDE, NEXT_TITLE, 700))
    return SHEET_HIGH - lines * NEXT_TITLE * NEXT_LINE - UNDER_TITLE


def timeline_html(context: dict[str, Any]) -> str:
    """The document as one HTML page, Dutch."""
    return render_to_string(TEMPLATE, context)


def timeline_pdf(timeline: Timeline) -> bytes:
    """The document as a tagged PDF (PDF/UA-1)."""
    with override("nl"):
        context = timeline_context(timeline)
        made = {sheet["name"]: sheet["svg"].encode() for sheet in context["sheets"]}
        return write_pdf(timeline_html(context), made)


def _board(timeline: Timeline) -> Board:
    """The board as wide as the sheet, in the largest measures with which one holds it; else the first."""
    first, last = edges(timeline)
    weeks = ((last - first).days + 1) / 7
    boards = []
    for row, bar, size in ROWS:
        measures = Measures(week=(WIDE - SIDE) / weeks, size=size, row=row, bar=bar, side=SIDE)
        boards.append(board_of(timeline, measures))
        if boards[-1].height <= HIGH:
            return boards[-1]
    return boards[0]


def _sheets(board: Board) -> Iterable[list[Section]]:
    """The sections by sheet: as many as fit below each other."""
    sheet: list[Section] = []
    room = HIGH - board.measures.head
    for section in board.sections:
        height = section_height(section, board.measures)
        if sheet and height > room:
            yield sheet
            sheet, room = [], HIGH - board.measures.head
        sheet.append(section)
        room -= height
    yield sheet


def _sheet_svg(board: Board, room: float) -> str:
    """The drawing, as large as the width of the sheet and `room` below the title (millimetres) let it be."""
    side = board.measures.side
    parts = [*side_parts(board), f'<g transform="translate({side:g} 0)">', *chart_parts(board), "</g>"]
    wide, high = side + board.width, board.height
    scale = min(SHEET_WIDE / wide, room / high)
    size = f'viewBox="0 0 {wide:.0f} {high:.0f}" width="{wide * scale:.1f}mm" height="{high * scale:.1f}mm"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'
