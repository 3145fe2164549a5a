"""The two lists, each in the crown of a great tree at one side of the street."""

from django.utils.translation import gettext as _

from ..content import PosterContent
from ..drawings.signs import valence
from ..drawings.trees import falling, frame_tree
from ..geometry import Box, Piece, Words
from ..ink import Pen, at
from ..lettering import BRUSH, Style, fit, height, width
from ..palette import PT, VALENCE, WIDTH

RX, RY, MIDDLE_Y, FOOT = 432, 600, 672, 2020
HEAD = Style(BRUSH, 33 * PT, leading=0.92)
ITEM = Style(size=14 * PT, leading=1.14)
ROOM = 660
MOST = 5


def sized(items: tuple[str, ...], room: float) -> list[tuple[list[str], Style]]:
    """All items at one size that lets them fit in the crown."""
    for size in (17, 16.5, 16, 15.5, 15, 14.5, 14, 13.5, 13, 12.5, 12):
        style = Style(size=size * PT, leading=1.14)
        fitted = [fit(item, style, ROOM - 46, 3, style.size) for item in items[:MOST]]
        if sum(height(lines, found) + 24 for lines, found in fitted) <= room:
            return fitted
    return [fit(item, Style(size=12 * PT, leading=1.12), ROOM - 46, 2) for item in items[:MOST]]


def crown(name: str, title: str, items: tuple[str, ...], kind: str, x: float) -> Piece:
    """One tree with its list; x is the middle of the crown."""
    pen, (deep, soft, pale) = Pen(name), VALENCE[kind]
    lean = 95 if x < WIDTH / 2 else -95
    tree = at(x, MIDDLE_Y, frame_tree(pen, RX, RY, FOOT - MIDDLE_Y, (deep, soft, pale), -lean))
    top = MIDDLE_Y - RY + 92
    head, head_style = fit(title, HEAD, ROOM, 2, 22 * PT)
    words = [Words("h2", x - ROOM / 2, top + 92, ROOM, tuple(head), head_style, middle=True)]
    sign = at(x, top + 42, valence(pen, kind, 50))
    y = words[0].box.bottom + 30
    fitted = sized(items, MIDDLE_Y + RY - 130 - y)
    spare = MIDDLE_Y + RY - 130 - y - sum(height(lines, style) + 24 for lines, style in fitted)
    gap = 24 + min(40, max(0, spare) / (len(fitted) + 1))
    widest = max((width(line, style) for lines, style in fitted for line in lines), default=0)
    left, marks = x - (widest + 46) / 2, ""
    for lines, style in fitted:
        words.append(Words("li", left + 46, y, ROOM - 46, tuple(lines), style))
        marks += pen.oval(left + 14, y + style.size * 0.58, 12, 12, deep, width=4)
        y += height(lines, style) + gap
    if kind == "barrier":
        tree += "".join(falling(pen, x + dx, dy, (deep, soft)[i % 2]) for i, (dx, dy) in enumerate(((-330, 1330), (-250, 1490), (270, 1400), (330, 1640), (-360, 1740), (-190, 1880), (230, 1830), (-60, 2060), (150, 2090), (360, 2060))))
    return Piece(name, Box(x - RX, MIDDLE_Y - RY, 2 * RX, 2 * RY), tree + sign + marks, tuple(words))


def lists(content: PosterContent) -> list[Piece]:
    """What people are proud of at the left, what worries them at the right."""
    return [
        crown("proud", _("Hier zijn we trots op"), content.proud, "opportunity", 452),
        crown("worries", _("Hier maken we ons zorgen over"), content.worries, "barrier", WIDTH - 452),
    ]
