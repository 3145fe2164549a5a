"""Paper things that carry words: labels under islands, balloons, doors that count, the ribbon."""

from ..ink import Pen, Point
from ..palette import BRICK, CREAM, INK, PAPER, STROKE, WHITE

Size = tuple[float, float]


def cut_paper(pen: Pen, x: float, y: float, w: float, h: float, fill: str, stroke: str | None = None) -> str:
    """A piece of paper cut by hand, with round corners and sides that bulge a little."""
    r, b = min(46.0, h / 3), 5 + pen.random.random() * 5
    points = [
        (x + r, y + 2), (x + w / 2, y - b), (x + w - r, y + 2), (x + w - r * 0.28, y + r * 0.3), (x + w - 2, y + r),
        (x + w + b, y + h / 2), (x + w - 2, y + h - r), (x + w - r * 0.28, y + h - r * 0.3), (x + w - r, y + h - 2),
        (x + w / 2, y + h + b), (x + r, y + h - 2), (x + r * 0.28, y + h - r * 0.3), (x + 2, y + h - r),
        (x - b, y + h / 2), (x + 2, y + r), (x + r * 0.28, y + r * 0.3),
    ]  # fmt: skip
    return pen.smooth(points, fill, wobble=1.5, stroke=stroke)


def label(pen: Pen, x: float, y: float, w: float, h: float, colour: str) -> str:
    """The paper under an island, on a slipped sheet in the colour of opportunity or barrier."""
    under = cut_paper(pen, x + 10, y + 15, w, h, colour)
    return under + cut_paper(pen, x, y, w, h, WHITE)


def balloon(pen: Pen, x: float, y: float, w: float, h: float, tip: Point, fill: str = WHITE, dashed: bool = False) -> str:
    """A speech balloon whose tail points to tip, from whichever side is nearest."""
    root_x = min(max(tip[0], x + w * 0.16), x + w * 0.84)
    half = min(30.0, w * 0.08)
    if tip[1] > y + h:
        base = [(root_x - half, y + h - 12), (root_x + half, y + h - 12)]
        seam = (root_x - half + 3, y + h - 26, 2 * half - 6, 24)
    else:
        side = x if tip[0] < x else x + w
        inward = 12 if side == x else -12
        root_y = min(max(tip[1], y + h * 0.35), y + h * 0.75)
        base = [(side + inward, root_y - half), (side + inward, root_y + half)]
        seam = (min(side, side + 2 * inward), root_y - half + 3, 24, 2 * half - 6)
    tail = pen.shape([base[0], tip, base[1]], fill, wobble=4)
    body = cut_paper(pen, x, y, w, h, fill)
    cover = f'<rect x="{seam[0]:.1f}" y="{seam[1]:.1f}" width="{seam[2]:.1f}" height="{seam[3]:.1f}" fill="{fill}" stroke="none"/>'
    if not dashed:
        return tail + body + cover
    inner = cut_paper(pen, x + 15, y + 15, w - 30, h - 30, "")
    return tail + body + cover + f'<g stroke="{BRICK}" stroke-width="{STROKE - 1.6}" stroke-dasharray="2 15">{without_outline(inner)}</g>'


def without_outline(part: str) -> str:
    """The part itself: its outline comes from the group that is put round it."""
    return part


def writing_lines(pen: Pen, x: float, y: float, w: float, count: int, step: float) -> str:
    """Lines to write on with a pen."""
    return "".join(pen.line((x, y + i * step), (x + w, y + i * step), stroke="#b3a58c", width=4, wobble=3) for i in range(count))


def ten_doors(pen: Pen, x: float, y: float, open_doors: int, w: float = 58, h: float = 104, gap: float = 8) -> str:
    """Ten little doors of which some are coloured: '6 van de 10'; y is the doorstep."""
    parts = []
    for i in range(10):
        left, lit = x + i * (w + gap), i < open_doors
        colour = ("#e6ae4b", "#d98a5b", "#8fbb6c", "#6fb0b0", "#e7a0b4")[i % 5] if lit else ""
        edge = {"stroke": PAPER if lit else "#7f9a9c", "width": 4.5}
        top = [(left, y), (left, y - h * 0.78), (left + w * 0.2, y - h * 0.95), (left + w * 0.5, y - h), (left + w * 0.8, y - h * 0.95), (left + w, y - h * 0.78), (left + w, y)]
        parts.append(pen.shape(top, colour, wobble=1.5, **edge))  # type: ignore[arg-type]
        if lit:
            parts.append(pen.box(left + w * 0.24, y - h * 0.76, w * 0.52, h * 0.28, CREAM, stroke=INK, width=3.5, wobble=1) + pen.dot(left + w * 0.78, y - h * 0.36, 4.5))
    return "".join(parts)


def corner_ribbon(pen: Pen, right: float) -> str:
    """A ribbon across the upper right corner."""
    return pen.shape([(right - 330, -20), (right - 215, -20), (right + 20, 215), (right + 20, 330)], BRICK)


def swallowtail(pen: Pen, x: float, y: float, w: float, h: float, colour: str = BRICK) -> str:
    """A straight ribbon with two tails."""
    fold = 34
    left = [(x + 8, y + 14), (x - fold * 1.7, y + 14), (x - fold, y + 14 + h / 2), (x - fold * 1.7, y + 14 + h), (x + 8, y + 14 + h)]
    tails = pen.shape(left, "#8f3f2f") + pen.shape([(2 * x + w - px, py) for px, py in left], "#8f3f2f")
    return tails + pen.shape([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], colour)
