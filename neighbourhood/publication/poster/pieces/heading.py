"""The title with its subtitle, and the ribbon that says concept."""

from dataclasses import replace

from django.utils.translation import gettext as _

from ..content import PosterContent
from ..drawings.papers import stamp
from ..geometry import Box, Piece, Words
from ..ink import Pen, at
from ..lettering import BRUSH, Style, fit, height, width
from ..palette import BRICK, PT, WIDTH

ROOM = Box(950, 46, 2300, 430)
TITLE = Style(BRUSH, 59 * PT, leading=0.92)
SUBTITLE = Style(size=15 * PT, leading=1.25)
STAMP_W, TURN = 330, -7
LARGEST, SMALLEST_TITLE, AIRY_W = 78 * PT, 30 * PT, 570


def underline(pen: Pen, y: float, w: float) -> str:
    """A stroke of the brush under the title."""
    x = WIDTH / 2
    points = [
        (x - w / 2, y + 6),
        (x - w / 4, y - 4),
        (x + w / 5, y + 7),
        (x + w / 2, y - 5),
        (x + w / 2 - 10, y + 9),
        (x + w / 6, y + 19),
        (x - w / 4, y + 9),
    ]
    return pen.smooth(points, BRICK, stroke="")


def largest(title: str, room: float, high: float) -> tuple[list[str], Style]:
    """The title in one or two lines, whichever can be larger within the room."""
    one = fit(title, replace(TITLE, size=min(high / TITLE.leading, LARGEST)), room, 1, SMALLEST_TITLE)
    two = fit(title, replace(TITLE, size=min(high / 2 / TITLE.leading, LARGEST)), room, 2, SMALLEST_TITLE)
    whole = not any(line.endswith("…") for line in one[0])
    return one if whole and one[1].size > 1.15 * two[1].size else two


def heading(content: PosterContent, airy: bool) -> Piece:
    """The title as large as it can be, the subtitle under it; airy when no island floats below."""
    pen = Pen("heading")
    room = ROOM.w - 2 * (STAMP_W + 90) if content.concept else ROOM.w
    lines, style = largest(content.title, room, 468 if airy else 386)
    title = Words("h1", ROOM.x, ROOM.y, ROOM.w, tuple(lines), style, middle=True)
    small, small_style = fit(content.subtitle, SUBTITLE, AIRY_W if airy else ROOM.w - 100, 3 if airy else 1)
    line_y = title.box.bottom + 4
    subtitle = Words(
        "p", ROOM.x, line_y + (40 if airy else 18), ROOM.w, tuple(small), small_style, middle=True
    )
    stroke = underline(
        pen, line_y, min(ROOM.w, 0.7 * max((width(line, style) for line in lines), default=600))
    )
    x = (WIDTH - room) / 2
    return Piece("title", Box(x, ROOM.y, room, title.box.h), stroke, (title, subtitle))


def concept(content: PosterContent) -> list[Piece]:
    """The stamp of a concept, as long as the poster has not been published."""
    if not content.concept:
        return []
    lines = (_("Concept"), _("klopt dit?"))
    x, y, h = ROOM.right - STAMP_W - 50, 86.0, 176.0
    pen, middle = Pen("concept"), (x + STAMP_W / 2, y + h / 2)
    frame = at(*middle, stamp(pen, STAMP_W - 40, h), turn=TURN)
    style = Style(BRUSH, 20 * PT, colour=BRICK, leading=0.95)
    words = Words("p", x, y + (h - height(lines, style)) / 2, STAMP_W, lines, style, middle=True, turn=TURN)
    return [Piece("concept", Box(x, y - 20, STAMP_W, h + 40), frame, (words,))]
