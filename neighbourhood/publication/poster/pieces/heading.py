"""The title with its subtitle, and the ribbon that says concept."""

from django.utils.translation import gettext as _

from ..content import PosterContent
from ..drawings.papers import swallowtail
from ..geometry import Box, Piece, Words
from ..ink import Pen
from ..lettering import BRUSH, Style, fit, height, width
from ..palette import BRICK, CREAM, PT, WIDTH

ROOM = Box(950, 62, 2300, 430)
TITLE = Style(BRUSH, 66 * PT, leading=0.92)
SUBTITLE = Style(size=15 * PT, leading=1.25)
RIBBON = Style(size=13 * PT, weight=700, colour=CREAM)


def underline(pen: Pen, y: float, w: float) -> str:
    """A stroke of the brush under the title."""
    x = WIDTH / 2
    points = [(x - w / 2, y + 6), (x - w / 4, y - 4), (x + w / 5, y + 7), (x + w / 2, y - 5), (x + w / 2 - 10, y + 9), (x + w / 6, y + 19), (x - w / 4, y + 9)]
    return pen.smooth(points, BRICK, stroke="")


def heading(content: PosterContent) -> Piece:
    """The title as large as it can be in two lines, the subtitle under it."""
    pen = Pen("heading")
    lines, style = fit(content.title, TITLE, ROOM.w, 2, 30 * PT)
    small, small_style = fit(content.subtitle, SUBTITLE, ROOM.w - 100, 2)
    title = Words("h1", ROOM.x, ROOM.y, ROOM.w, tuple(lines), style, middle=True)
    line_y = title.box.bottom + 8
    subtitle = Words("p", ROOM.x, line_y + 22, ROOM.w, tuple(small), small_style, middle=True)
    stroke = underline(pen, line_y, min(ROOM.w, 0.7 * max((width(line, style) for line in lines), default=600)))
    return Piece("title", Box(ROOM.x, ROOM.y, ROOM.w, subtitle.box.bottom - ROOM.y), stroke, (title, subtitle))


def concept(content: PosterContent, below: float) -> list[Piece]:
    """The ribbon of a concept, as long as the poster has not been published."""
    if not content.concept:
        return []
    text = _("Concept: klopt dit beeld?")
    w = width(text, RIBBON) + 90
    h = height([text], RIBBON) + 22
    x = (WIDTH - w) / 2
    words = Words("p", x, below + 11, w, (text,), RIBBON, middle=True)
    return [Piece("concept", Box(x - 60, below, w + 120, h + 16), swallowtail(Pen("concept"), x, below, w, h), (words,))]
