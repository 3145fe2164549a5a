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


@dataclass(frozen=True)
class Scene:
    """What is drawn. corners: three cards, the first one on top. middle: whom it is all about."""

    title: str
    description: str
    middle: str
    corners: tuple[Card, Card, Card]
    wider: tuple[Card, ...]
    wider_label: str
    wider_empty: str


@dataclass(frozen=True)
class Layout:
    """Where everything stands: the size of the sheet and the cards, the first three of which are corners."""

    width: float
    height: float
    cards: tuple[Placed, ...]
    ring: str
    label: tuple[float, float]
    middle: tuple[float, float, float]

    @property
    def corners(self) -> tuple[Placed, ...]:
        """The three cards of the triangle."""
        return self.cards[:3]


def wide(scene: Scene, key: str) -> str:
    """The drawing for where there is room. `key` keeps ids in the page apart."""
    return _svg(scene, wide_layout(scene), key)


def narrow(scene: Scene, key: str) -> str:
    """The drawing for a phone."""
    return _svg(scene, narrow_layout(scene), key)


# Wide: sheet 1000 units; the wider circle in two columns along a soft ring, the triangle in the middle.
WIDE = 1000.0
COLUMN = 200.0
BEND = 44.0  # how far the ends of a column lean inward
CORNER = 208.0
EDGE = 14.0


def wide_layout(scene: Scene) -> Layout:
    """Places of the wide drawing."""
    wider = [measured(card, COLUMN) for card in _wider_cards(scene)]
    half = (len(wider) + 1) // 2
    sides = wider[:half], wider[half:]
    corners = [measured(card, CORNER) for card in scene.corners]
    triangle = _triangle_height(corners, 190.0)
    height = max(triangle + 112, *(_column_height(side) + 56 for side in sides))
    placed = _wide_corners(corners, height, triangle)
    placed += _bent(sides[0], height, EDGE, 1) + _bent(sides[1], height, WIDE - EDGE - COLUMN, -1)
    ring = _ring(EDGE + COLUMN / 2, 10, WIDE - 2 * EDGE - COLUMN, height - 20)
    middle_y = (placed[0].y + placed[0].h + min(placed[1].y, placed[2].y)) / 2
    return Layout(WIDE, height, tuple(placed), ring, (WIDE / 2, 40), (WIDE / 2, middle_y, 170))


def _triangle_height(corners: Sequence[Placed], between: float) -> float:
    return corners[0].h + between + max(corners[1].h, corners[2].h)


def _wide_corners(corners: Sequence[Placed], height: float, triangle: float) -> list[Placed]:
    top = (height - triangle) / 2 + 16
    low = top + triangle
    left, right = WIDE / 2 - 20 - CORNER, WIDE / 2 + 20
    return [
        corners[0].at((WIDE - CORNER) / 2, top),
        corners[1].at(left, low - corners[1].h),
        corners[2].at(right, low - corners[2].h),
    ]


def _column_height(side: Sequence[Placed]) -> float:
    return sum(card.h for card in side) + GAP * max(len(side) - 1, 0)


def _bent(side: Sequence[Placed], height: float, x: float, inward: int) -> list[Placed]:
    """A column of cards with even white between them; its ends lean towards the triangle."""
    spare = height - 56 - _column_height(side)
    gap = min(GAP + spare / (len(side) + 1), 64.0) if side else 0.0
    y = (height - sum(card.h for card in side) - gap * (len(side) - 1)) / 2
    placed = []
    for card in side:
        away = abs((y + card.h / 2) / height - 0.5) * 2  # 0 in the middle, 1 at the edge of the sheet
        placed.append(card.at(x + inward * BEND * away**2, y))
        y += card.h + gap
    return placed


# Narrow: sheet 340 units; the triangle on top, the wider circle in two columns below it.
NARROW = 340.0
PAIR = 150.0


def narrow_layout(scene: Scene) -> Layout:
    """Places of the narrow drawing."""
    corners = [measured(card, PAIR) for card in scene.corners]
    corners[0] = measured(scene.corners[0], 190)
    top, inner = 16.0, NARROW - 2 * EDGE - 2 * PAIR
    low = top + corners[0].h + 128
    left, right = EDGE, EDGE + PAIR + inner
    placed = [corners[0].at((NARROW - 190) / 2, top), corners[1].at(left, low), corners[2].at(right, low)]
    bottom = low + max(corners[1].h, corners[2].h)
    label = bottom + 58
    ring_top, y = bottom + 24, label + 18
    rows, y = _in_pairs([measured(card, PAIR) for card in _wider_cards(scene)], left, right, y)
    height = y + 16
    ring = _ring(5, ring_top, NARROW - 10, height - ring_top - 5, 34)
    middle = (NARROW / 2, (top + corners[0].h + low) / 2 + 8, 118)
    return Layout(NARROW, height, tuple(placed + rows), ring, (NARROW / 2, label), middle)


def _in_pairs(cards: Sequence[Placed], left: float, right: float, y: float) -> tuple[list[Placed], float]:
    """Cards two by two, and where they end."""
    placed = []
    for start in range(0, len(cards), 2):
        pair = cards[start : start + 2]
        placed += [card.at(x, y) for card, x in zip(pair, (left, right), strict=False)]
        y += max(card.h for card in pair) + 12
    return placed, y


def _wider_cards(scene: Scene) -> tuple[Card, ...]:
    return scene.wider or (Card(scene.wider_label, empty=scene.wider_empty),)


def _ring(x: float, y: float, w: float, h: float, radius: float = 90) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{radius:g}" fill="{SAND}" '
        f'stroke="{LINE}" stroke-width="3"/>'
    )


def _svg(scene: Scene, layout: Layout, key: str) -> str:
    parts = [layout.ring, *_edges(layout), _label(scene, layout), _middle(scene, layout)]
    parts += [card_svg(placed) for placed in layout.cards]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {layout.width:g} {layout.height:.0f}" '
        f'role="img" aria-labelledby="{key}-title {key}-desc" focusable="false">'
        f'<title id="{key}-title">{escape(scene.title)}</title>'
        f'<desc id="{key}-desc">{escape(scene.description)}</desc>{"".join(parts)}</svg>'
    )


def _edges(layout: Layout) -> list[str]:
    """The triangle itself: a surface, and a side between each two corners, broken where one is not sure."""
    points = [placed.middle for placed in layout.corners]
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
    return _centred(scene.wider_label, x, y, SMALL, INK_SOFT)


def _middle(scene: Scene, layout: Layout) -> str:
    """Whom it is about, within the triangle."""
    x, y, room = layout.middle
    lines = wrap(scene.middle, room, NAME, 700)
    first = y - (len(lines) - 1) * NAME * LEADING / 2 + NAME * 0.35
    return "".join(
        _centred(text, x, first + number * NAME * LEADING, NAME, INK, 700)
        for number, text in enumerate(lines)
    )


def _centred(text: str, x: float, y: float, size: float, colour: str, weight: int = 400) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" font-family="{FAMILY}" font-size="{size:g}" '
        f'font-weight="{weight}" fill="{colour}">{escape(text)}</text>'
    )
