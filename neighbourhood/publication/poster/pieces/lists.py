"""The two lists, each in the crown of a great tree at one side of the street."""

from django.utils.translation import gettext as _

from ..content import PosterContent
from ..drawings.papers import writing_lines
from ..drawings.signs import valence
from ..drawings.trees import falling, frame_tree
from ..geometry import Box, Piece, Words
from ..ink import Pen, at
from ..lettering import BRUSH, Style, fit, height, width
from ..palette import PT, VALENCE, WIDTH

RX, RY, MIDDLE_Y, FOOT = 432, 600, 672, 2020
HEAD = Style(BRUSH, 33 * PT, leading=0.92)
SIZES = (17, 16.5, 16, 15.5, 15, 14.5, 14, 13.5, 13, 12.5, 12)
LARGE = (22, 20.5, 19, 18)  # when there are few
ROOM, INDENT, GAP = 660, 46, 24
LOWEST = MIDDLE_Y + RY - 130
MOST = 5
LEAVES = (
    (-330, 1330), (-250, 1490), (270, 1400), (330, 1640), (-360, 1740),
    (-190, 1880), (230, 1830), (-60, 2060), (150, 2090), (360, 2060),
)  # fmt: skip

Fitted = list[tuple[list[str], Style]]


def total(fitted: Fitted, gap: float = GAP) -> float:
    """The height of all items with the gaps between them."""
    return sum(height(lines, style) + gap for lines, style in fitted)


def sized(items: tuple[str, ...], room: float) -> Fitted:
    """All items at one size that lets them fit in the crown."""
    for size in (*LARGE, *SIZES) if len(items) < 4 else SIZES:
        style = Style(size=size * PT, leading=1.14)
        fitted = [fit(item, style, ROOM - INDENT, 3, style.size) for item in items]
        if total(fitted) <= room:
            return fitted
    return [fit(item, Style(size=12 * PT, leading=1.12), ROOM - INDENT, 2) for item in items]


def written(pen: Pen, items: tuple[str, ...], x: float, top: float, colour: str) -> tuple[str, list[Words]]:
    """The items below each other, as a block in the middle of the crown, with a mark before each."""
    fitted = sized(items[:MOST], LOWEST - top)
    spare = max(0.0, LOWEST - top - total(fitted))
    gap = GAP + min(40, spare / (len(fitted) + 1))
    widest = max((width(line, style) for lines, style in fitted for line in lines), default=0)
    left, y, marks, words = x - (widest + INDENT) / 2, top, "", []
    for lines, style in fitted:
        words.append(Words("li", left + INDENT, y, ROOM - INDENT, tuple(lines), style))
        marks += pen.oval(left + 14, y + style.size * 0.58, 12, 12, colour, width=4)
        y += height(lines, style) + gap
    return marks, words


def crown(name: str, title: str, items: tuple[str, ...], kind: str, x: float) -> Piece:
    """One tree with its list; x is the middle of the crown. Without items there are lines to write on."""
    pen, (deep, soft, pale) = Pen(name), VALENCE[kind]
    lean = -95 if x < WIDTH / 2 else 95
    tree = at(x, MIDDLE_Y, frame_tree(pen, RX, RY, FOOT - MIDDLE_Y, (deep, soft, pale), lean))
    if kind == "barrier":
        tree += "".join(falling(pen, x + dx, y, (deep, soft)[i % 2]) for i, (dx, y) in enumerate(LEAVES))
    top = MIDDLE_Y - RY + 92
    lines, style = fit(title, HEAD, ROOM, 2, 22 * PT)
    head = Words("h2", x - ROOM / 2, top + 92, ROOM, tuple(lines), style, middle=True)
    marks, words = written(pen, items, x, head.box.bottom + 30, deep)
    if not items:
        marks = writing_lines(pen, x - ROOM / 2 + 20, head.box.bottom + 130, ROOM - 40, 6, 96)
    sign = at(x, top + 42, valence(pen, kind, 50))
    return Piece(name, Box(x - RX, MIDDLE_Y - RY, 2 * RX, 2 * RY), tree + sign + marks, (head, *words))


def lists(content: PosterContent) -> list[Piece]:
    """What people are proud of at the left, what worries them at the right."""
    proud = tuple(item for item in content.proud if item.strip())
    worries = tuple(item for item in content.worries if item.strip())
    return [
        crown("proud", _("Hier zijn we trots op"), proud, "opportunity", 452),
        crown("worries", _("Hier maken we ons zorgen over"), worries, "barrier", WIDTH - 452),
    ]
