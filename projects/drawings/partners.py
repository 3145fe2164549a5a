"""The triangle of corporatie, welzijn and aannemer with the wider circle round it, as one SVG.

Two layouts of the same drawing: `wide` for a screen with room and for paper, with the wider circle left and
right of the triangle; `narrow` for a phone, with the wider circle below it. Cards grow with their words and
places are computed from the cards, so that nothing overlaps whatever the names are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from msa.documents.lettering import FAMILY, wrap
from msa.ui.palette import BRICK, INK, INK_SOFT, LINE, SAND, WHITE
from projects.drawings.cards import LEADING, NAME, SMALL, Card, Placed, card_svg, measured

GAP = 22.0  # the least white between two cards
MIDDLE_ROOM = 14.0  # between the words in the middle and a side of the triangle
Point = tuple[float, float]


@dataclass(frozen=True)
class Scene:
    """What is drawn.

    corners: three cards, the first one on top. middle: whom it is all about; the first of these that fits.
    """

    title: str
    description: str
    middle: tuple[str, ...]
    corners: tuple[Card, Card, Card]
    wider: tuple[Card, ...]
    wider_label: str
    wider_empty: str


@dataclass(frozen=True)
class Layout:
    """Where everything stands: the size of the sheet and the cards, the first three of which are corners.

    ring: x, y, width, height and radius. label: the middle of its baseline. scale: of the words.
    """

    width: float
    height: float
    cards: tuple[Placed, ...]
    ring: tuple[float, float, float, float, float]
    label: Point
    scale: float = 1.0

    @property
    def corners(self) -> tuple[Placed, ...]:
        """The three cards of the triangle."""
        return self.cards[:3]

    @property
    def points(self) -> tuple[Point, Point, Point]:
        """The corners of the triangle itself: within the cards, and level at the bottom."""
        top, left, right = self.corners
        base = max(left.y, right.y) + min(left.h, right.h) / 2
        return top.middle, (left.middle[0], base), (right.middle[0], base)


def wide(scene: Scene, key: str) -> str:
    """The drawing for where there is room. `key` keeps ids in the page apart."""
    return _svg(scene, wide_layout(scene), key)


def narrow(scene: Scene, key: str) -> str:
    """The drawing for a phone."""
    return _svg(scene, narrow_layout(scene), key)


# Wide: the wider circle in two columns along a soft ring, the triangle in the middle.
WIDE = 1080.0
COLUMN, CORNER = 192.0, 204.0
BEND = 22.0  # how far the ends of a column lean inward
EDGE = 30.0  # of the ring beside a column, so that every card lies within it


def wide_layout(scene: Scene) -> Layout:
    """Places of the wide drawing."""
    wider = [measured(card, COLUMN) for card in _wider_cards(scene)]
    half = (len(wider) + 1) // 2
    sides = wider[:half], wider[half:]
    corners = [measured(card, CORNER) for card in scene.corners]
    triangle = corners[0].h + 200.0 + max(corners[1].h, corners[2].h)
    height = max(triangle + 110, *(_column_height(side) + 56 for side in sides))
    placed = _wide_corners(corners, height, triangle)
    placed += _bent(sides[0], height, EDGE, 1) + _bent(sides[1], height, WIDE - EDGE - COLUMN, -1)
    ring = (3.0, 3.0, WIDE - 6, height - 6, 90.0)
    return Layout(WIDE, height, tuple(placed), ring, (WIDE / 2, 40))


def _wide_corners(corners: Sequence[Placed], height: float, triangle: float) -> list[Placed]:
    top = (height - triangle) / 2 + 14
    low, aside = top + triangle, EDGE + COLUMN + BEND + GAP
    return [
        corners[0].at((WIDE - CORNER) / 2, top),
        corners[1].at(aside, low - corners[1].h),
        corners[2].at(WIDE - aside - CORNER, low - corners[2].h),
    ]


def _column_height(side: Sequence[Placed]) -> float:
    return sum(card.h for card in side) + GAP * max(len(side) - 1, 0)


def _bent(side: Sequence[Placed], height: float, x: float, inward: int) -> list[Placed]:
    """A column of cards with even white between them; its ends lean towards the triangle."""
    if not side:
        return []
    spare = height - 56 - _column_height(side)
    gap = min(GAP + spare / (len(side) + 1), 64.0)
    y = (height - sum(card.h for card in side) - gap * (len(side) - 1)) / 2
    placed = []
    for card in side:
        away = abs((y + card.h / 2) / height - 0.5) * 2  # 0 in the middle, 1 at the edge of the sheet
        placed.append(card.at(x + inward * BEND * away**2, y))
        y += card.h + gap
    return placed


# Narrow: the triangle on top, the wider circle in two columns below it, one ring round all.
NARROW = 340.0
TOP, FOOT, PAIR = 176.0, 134.0, 151.0
SMALLER = 0.9
SIDE = 14.0


def narrow_layout(scene: Scene) -> Layout:
    """Places of the narrow drawing."""
    corners = [
        measured(card, width, SMALLER) for card, width in zip(scene.corners, (TOP, FOOT, FOOT), strict=True)
    ]
    top, right = 24.0, NARROW - SIDE
    low = top + corners[0].h + 140
    placed = [
        corners[0].at((NARROW - TOP) / 2, top),
        corners[1].at(SIDE, low),
        corners[2].at(right - FOOT, low),
    ]
    label = low + max(corners[1].h, corners[2].h) + 42
    wider = [measured(card, PAIR, SMALLER) for card in _wider_cards(scene)]
    rows, end = _in_pairs(wider, SIDE, right - PAIR, label + 16)
    ring = (3.0, 3.0, NARROW - 6, end + 2, 40.0)
    return Layout(NARROW, end + 8, tuple(placed + rows), ring, (NARROW / 2, label), SMALLER)


def _in_pairs(cards: Sequence[Placed], left: float, right: float, y: float) -> tuple[list[Placed], float]:
    """Cards two by two, a last one alone in the middle, and where they end."""
    placed = []
    for start in range(0, len(cards), 2):
        pair = cards[start : start + 2]
        places = (left, right) if len(pair) == 2 else ((left + right) / 2,)
        placed += [card.at(x, y) for card, x in zip(pair, places, strict=True)]
        y += max(card.h for card in pair) + 11
    return placed, y


def _wider_cards(scene: Scene) -> tuple[Card, ...]:
    return scene.wider or (Card(scene.wider_label, empty=scene.wider_empty),)


def middle_words(scene: Scene, layout: Layout) -> tuple[list[str], float]:
    """Lines within the triangle and the height of their upper side; no lines where nothing fits."""
    (_apex_x, apex_y), (left, base), (right, _base) = layout.points
    size = NAME * layout.scale
    bottom = min(layout.corners[1].y, layout.corners[2].y) - 10
    ceiling = layout.corners[0].y + layout.corners[0].h + 10
    for text in scene.middle:
        for count in (1, 2, 3):
            top = bottom - count * size * LEADING
            room = (right - left) * (top - apex_y) / (base - apex_y) - 2 * MIDDLE_ROOM
            lines = wrap(text, max(room, 1), size, 700)
            if top >= ceiling and len(lines) <= count and not any(line.endswith("-") for line in lines):
                return lines, bottom - len(lines) * size * LEADING
    return [], bottom


def _svg(scene: Scene, layout: Layout, key: str) -> str:
    parts = [_ring(layout), *_edges(layout), _label(scene, layout), *_middle(scene, layout)]
    parts += [card_svg(placed) for placed in layout.cards]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {layout.width:g} {layout.height:.0f}" '
        f'role="img" aria-labelledby="{key}-title {key}-desc" focusable="false">'
        f'<title id="{key}-title">{escape(scene.title)}</title>'
        f'<desc id="{key}-desc">{escape(scene.description)}</desc>{"".join(parts)}</svg>'
    )


def _ring(layout: Layout) -> str:
    x, y, w, h, radius = layout.ring
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{radius:g}" fill="{SAND}" '
        f'stroke="{LINE}" stroke-width="3"/>'
    )


def _edges(layout: Layout) -> list[str]:
    """The triangle itself: a surface, and a side between each two corners, broken where one is not sure."""
    points = layout.points
    outline = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    drawn = [f'<polygon points="{outline}" fill="{WHITE}"/>']
    for one, other in ((0, 1), (1, 2), (2, 0)):
        (x1, y1), (x2, y2) = points[one], points[other]
        sure = layout.corners[one].card.firm and layout.corners[other].card.firm
        dash = "" if sure else ' stroke-dasharray="12 9"'
        drawn.append(
            f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{BRICK}" stroke-width="5" '
            f'stroke-linecap="round"{dash}/>'
        )
    return drawn


def _label(scene: Scene, layout: Layout) -> str:
    x, y = layout.label
    return _centred(scene.wider_label, x, y, SMALL * layout.scale, INK_SOFT)


def _middle(scene: Scene, layout: Layout) -> list[str]:
    """Whom it is about, within the triangle."""
    lines, top = middle_words(scene, layout)
    x, size = layout.points[0][0], NAME * layout.scale
    return [
        _centred(text, x, top + size * (0.93 + number * LEADING), size, INK, 700)
        for number, text in enumerate(lines)
    ]


def _centred(text: str, x: float, y: float, size: float, colour: str, weight: int = 400) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" font-family="{FAMILY}" font-size="{size:.2f}" '
        f'font-weight="{weight}" fill="{colour}">{escape(text)}</text>'
    )
