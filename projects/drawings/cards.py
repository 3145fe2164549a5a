"""Cards of the drawing of partners: who stands in a place, measured so that every word is within its card."""

from dataclasses import dataclass
from html import escape

from msa.documents.lettering import FAMILY, one_line, text_width, wrap
from msa.ui.palette import BRICK, INK, INK_SOFT, PAPER, WHITE

NAME, SMALL = 18.0, 15.5  # sizes of the words, in units
LEADING = 1.24
PAD = 11.0
SMALLEST = 0.8  # a long word is written smaller, down to this share, before it is cut


@dataclass(frozen=True)
class Entry:
    """One organisation on a card.

    under: lines below the name, such as the contact person. alarm: what needs doing, empty when nothing does.
    firm: whether it takes part; who was only asked, or has nothing agreed yet, gets a broken border.
    """

    name: str
    under: tuple[str, ...] = ()
    alarm: str = ""
    firm: bool = True


@dataclass(frozen=True)
class Card:
    """What stands in one place: a heading and its organisations. `empty`: what to do where there is none."""

    heading: str
    entries: tuple[Entry, ...] = ()
    empty: str = ""

    @property
    def firm(self) -> bool:
        """Whether at least one organisation takes part here."""
        return any(entry.firm for entry in self.entries)


@dataclass(frozen=True)
class Line:
    """One line of words. top: its distance from the upper side of the card, in units."""

    text: str
    top: float
    size: float
    weight: int
    colour: str


@dataclass(frozen=True)
class Placed:
    """A card with its words and its place: the upper left corner, in units."""

    card: Card
    lines: tuple[Line, ...]
    x: float
    y: float
    w: float
    h: float

    @property
    def middle(self) -> tuple[float, float]:
        """The centre."""
        return self.x + self.w / 2, self.y + self.h / 2

    def at(self, x: float, y: float) -> "Placed":
        """The same card with its upper left corner somewhere else."""
        return Placed(self.card, self.lines, x, y, self.w, self.h)


def measured(card: Card, width: float, scale: float = 1.0) -> Placed:
    """The card with its words broken into lines, as high as they need, in the upper left corner.

    scale: of the words, for a smaller sheet.
    """
    lines: list[Line] = []
    top, room = PAD * scale, width - 2 * PAD * scale
    for text, size, weight, colour, gap in _words(card):
        top += gap
        fitting = _fitting(text, room, size * scale, weight)
        for part in wrap(text, room, fitting, weight):
            lines.append(Line(part, top, fitting, weight, colour))
            top += fitting * LEADING
    return Placed(card, tuple(lines), 0, 0, width, top + PAD * scale - 2)


def _fitting(text: str, room: float, size: float, weight: int) -> float:
    """The size at which the longest word fits, but not below SMALLEST of `size`."""
    longest = max((text_width(word, size, weight) for word in one_line(text).split(" ")), default=0)
    return size if longest <= room else max(size * room / longest * 0.995, size * SMALLEST)


def _words(card: Card) -> list[tuple[str, float, int, str, float]]:
    """All texts of a card in order: text, size, weight, colour, and the white above it."""
    words = [(card.heading, SMALL, 400, INK_SOFT, 0.0)]
    for number, entry in enumerate(card.entries):
        words.append((entry.name, NAME, 700, INK, 9.0 if number else 1.0))
        words += [(text, SMALL, 400, INK, 0.0) for text in entry.under]
        if entry.alarm:
            words.append((entry.alarm, SMALL, 700, BRICK, 0.0))
    if not card.entries:
        words.append((card.empty, NAME, 700, BRICK, 1.0))
    return words


def card_svg(placed: Placed) -> str:
    """The card with its words as SVG text, a line each. Attributes only: no style that a policy refuses."""
    border = f'stroke="{INK}" stroke-width="2"' if placed.card.firm else _broken(placed.card)
    box = (
        f'<rect x="{placed.x:.1f}" y="{placed.y:.1f}" width="{placed.w:.1f}" height="{placed.h:.1f}" rx="10" '
        f'fill="{WHITE if placed.card.entries else PAPER}" {border}/>'
    )
    return box + "".join(_line_svg(line, placed) for line in placed.lines)


def _broken(card: Card) -> str:
    colour = INK_SOFT if card.entries else BRICK
    return f'stroke="{colour}" stroke-width="2" stroke-dasharray="7 5"'


def _line_svg(line: Line, placed: Placed) -> str:
    x, y = placed.middle[0], placed.y + line.top + line.size * 0.93
    weight = ' font-weight="700"' if line.weight == 700 else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" font-family="{FAMILY}" '
        f'font-size="{line.size:.2f}" fill="{line.colour}"{weight}>{escape(line.text)}</text>'
    )
