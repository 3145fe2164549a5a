"""Paper things that carry words: labels under islands, balloons, doors that count, the ribbon."""

from ..ink import Pen, Point
from ..palette import BRICK, CREAM, INK, PAPER, WHITE


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


def label(pen: Pen, x: float, y: float, w: float, h: float, colour: str, fill: str) -> str:
    """The paper under an island, on a slipped sheet in the colour of opportunity or barrier."""
    under = cut_paper(pen, x + 12, y + 22, w, h, colour)
    return under + cut_paper(pen, x, y, w, h, fill)


def balloon(pen: Pen, x: float, y: float, w: float, h: float, tip: Point, fill: str = WHITE) -> str:
    """A speech balloon whose tail points to tip, from below or from the side that is nearest."""
    body = cut_paper(pen, x, y, w, h, fill)
    if tip[1] > y + h:
        root = min(max(tip[0], x + w * 0.2), x + w * 0.8)
        half, edge = 30.0, y + h
        sides = [(root - half, edge + 3), tip, (root + half, edge + 3)]
        inner = [(root + half, edge - 16), (root - half, edge - 16)]
    else:
        edge, inward = (x, 16) if tip[0] < x else (x + w, -16)
        root, half = min(max(tip[1] - 10, y + h * 0.35), y + h * 0.7), min(26.0, h * 0.16)
        sides = [(edge - inward * 0.3, root - half), tip, (edge - inward * 0.3, root + half)]
        inner = [(edge + inward, root + half), (edge + inward, root - half)]
    patch = pen.shape([*sides, *inner], fill, stroke="", wobble=0)
    return body + patch + pen.line(*sides, wobble=2)


def pencil(pen: Pen) -> str:
    """A pencil that lies ready; its point on the origin."""
    wood = pen.shape([(0, 0), (30, -14), (30, 14)], "#f0d7a6", width=4.5)
    shaft = pen.box(30, -14, 112, 28, "#e6ae4b", width=4.5) + pen.line((32, 2), (140, 2), width=3)
    return wood + shaft + pen.box(142, -14, 22, 28, "#e8a0a0", width=4.5) + pen.dot(5, 0, 6)


def writing_lines(pen: Pen, x: float, y: float, w: float, count: int, step: float) -> str:
    """Lines to write on with a pen."""
    return "".join(
        pen.line((x, y + i * step), (x + w, y + i * step), stroke="#b3a58c", width=4, wobble=3)
        for i in range(count)
    )


def ten_doors(
    pen: Pen, x: float, y: float, open_doors: int, w: float = 58, h: float = 104, gap: float = 8
) -> str:
    """Ten little doors of which some are coloured: '6 van de 10'; y is the doorstep."""
    parts = []
    for i in range(10):
        left, lit = x + i * (w + gap), i < open_doors
        colour = ("#e6ae4b", "#d98a5b", "#8fbb6c", "#6fb0b0", "#e7a0b4")[i % 5] if lit else ""
        edge = {"stroke": PAPER if lit else "#7f9a9c", "width": 4.5}
        top = [
            (left, y),
            (left, y - h * 0.78),
            (left + w * 0.2, y - h * 0.95),
            (left + w * 0.5, y - h),
            (left + w * 0.8, y - h * 0.95),
            (left + w, y - h * 0.78),
            (left + w, y),
        ]
        parts.append(pen.shape(top, colour, wobble=1.5, **edge))  # type: ignore[arg-type]
        if lit:
            parts.append(
                pen.box(
                    left + w * 0.24, y - h * 0.76, w * 0.52, h * 0.28, CREAM, stroke=INK, width=3.5, wobble=1
                )
                + pen.dot(left + w * 0.78, y - h * 0.36, 4.5)
            )
    return "".join(parts)


def stamp(pen: Pen, w: float, h: float) -> str:
    """The edge of a rubber stamp round the origin."""
    outer = pen.box(-w / 2, -h / 2, w, h, PAPER, stroke=BRICK, width=9)
    return outer + pen.box(-w / 2 + 14, -h / 2 + 14, w - 28, h - 28, "", stroke=BRICK, width=4)


def cloud(pen: Pen, x: float, y: float, w: float, h: float, fill: str, stroke: str | None = None) -> str:
    """A label that floats: a flat top to stand on, bulges at the sides and below."""
    d, steps = (
        f"M{x:.0f} {y + 34:.0f}Q{x + 4:.0f} {y - 2:.0f} {x + 60:.0f} {y:.0f}T{x + w - 60:.0f} {y:.0f}Q{x + w - 4:.0f} {y - 2:.0f} {x + w:.0f} {y + 34:.0f}",
        6,
    )
    d += f"Q{x + w + 44:.0f} {y + h * 0.3:.0f} {x + w + 4:.0f} {y + h * 0.55:.0f}Q{x + w + 34:.0f} {y + h * 0.92:.0f} {x + w - 40:.0f} {y + h - 4:.0f}"
    step = (w - 80) / steps
    for i in range(steps):
        end = x + w - 40 - (i + 1) * step
        d += f"Q{end + step * 0.5 + pen.near(8):.0f} {y + h + 44 + pen.near(9):.0f} {end:.0f} {y + h - 4:.0f}"
    d += f"Q{x - 34:.0f} {y + h * 0.92:.0f} {x - 4:.0f} {y + h * 0.55:.0f}Q{x - 44:.0f} {y + h * 0.3:.0f} {x:.0f} {y + 34:.0f}Z"
    return pen.path(d, fill, stroke)


def floating_label(pen: Pen, x: float, y: float, w: float, h: float, colour: str, fill: str) -> str:
    """The cloud under an island in the sky, on a slipped sheet in the colour of its kind."""
    return cloud(Pen("under"), x + 6, y + 22, w, h, colour) + cloud(pen, x, y, w, h, fill)
