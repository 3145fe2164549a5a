"""Trees and bushes. A tree stands on the origin; a crown that holds a list has its middle there."""

from itertools import pairwise
from math import atan2, copysign, cos, hypot, pi, sin

from ..ink import Pen, Point, at
from ..palette import LEAF, LEAF_SOFT, WOOD_DARK


def scallops(pen: Pen, rx: float, ry: float, count: int, bulge: float, square: float = 1.0) -> list[Point]:
    """Points of a leafy outline: bulges round an ellipse; square below 1 makes it boxier."""
    ring = even(round_box(rx, ry, square), count * 2)
    outs = (1 + pen.near(0.008) + (bulge if i % 2 == 0 else -bulge) for i in range(count * 2))
    return [(x * out, y * out) for (x, y), out in zip(ring, outs, strict=True)]


def round_box(rx: float, ry: float, square: float, steps: int = 360) -> list[Point]:
    """A superellipse as many points: an ellipse for square 1, more like a box below it."""
    points = []
    for i in range(steps):
        c, s = cos(2 * pi * i / steps), sin(2 * pi * i / steps)
        points.append((copysign(abs(c) ** square, c) * rx, copysign(abs(s) ** square, s) * ry))
    return points


def even(points: list[Point], count: int) -> list[Point]:
    """As many points at even distances along a closed line."""
    closed = [*points, points[0]]
    sizes = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(closed)]
    step, gone = sum(sizes) / count, 0.0
    picked: list[Point] = []
    for point, size in zip(points, sizes, strict=True):
        if gone >= step * len(picked) and len(picked) < count:
            picked.append(point)
        gone += size
    return picked


def leafy(pen: Pen, points: list[Point], fill: str, stroke: str | None = None) -> str:
    """A closed line of round bulges through every second point."""
    d, count = f"M{points[1][0]:.0f} {points[1][1]:.0f}", len(points)
    for i in range(2, count + 2, 2):
        top, end = points[i % count], points[(i + 1) % count]
        d += f"Q{top[0] * 1.09:.0f} {top[1] * 1.09:.0f} {end[0]:.0f} {end[1]:.0f}"
    return pen.path(d + "Z", fill, stroke)


def trunk(pen: Pen, height: float, thick: float, colour: str = WOOD_DARK) -> str:
    """A trunk that widens at the foot."""
    t = thick / 2
    points = [
        (-t * 1.9, 0),
        (-t * 1.05, -height * 0.2),
        (-t, -height),
        (t, -height),
        (t * 1.05, -height * 0.2),
        (t * 1.9, 0),
    ]
    return pen.smooth(points, colour)


def round_tree(pen: Pen, height: float = 330, colour: str = LEAF_SOFT) -> str:
    """A lime tree."""
    r = height * 0.32
    crown = [(x, y - height + r) for x, y in scallops(pen, r, r * 0.95, 9, 0.05)]
    shade = "".join(
        pen.line((x, y - height + r), (x + 16, y - height + r + 9), (x + 32, y - height + r), width=4)
        for x, y in ((-r * 0.5, -r * 0.2), (r * 0.1, r * 0.3), (r * 0.05, -r * 0.55), (-r * 0.45, r * 0.45))
    )
    return trunk(pen, height - r, height * 0.07) + leafy_at(pen, crown, colour, (0, -height + r)) + shade


def leafy_at(pen: Pen, points: list[Point], fill: str, middle: Point) -> str:
    """As leafy, round another middle."""
    local = [(x - middle[0], y - middle[1]) for x, y in points]
    return f'<g transform="translate({middle[0]:.0f} {middle[1]:.0f})">{leafy(pen, local, fill)}</g>'


def poplar(pen: Pen, height: float = 420, colour: str = LEAF) -> str:
    """A tall, narrow tree."""
    w = height * 0.13
    points = [
        (0, -height),
        (w * 0.7, -height * 0.8),
        (w, -height * 0.5),
        (w * 0.8, -height * 0.2),
        (0, -height * 0.13),
        (-w * 0.8, -height * 0.2),
        (-w, -height * 0.5),
        (-w * 0.7, -height * 0.8),
    ]
    return (
        trunk(pen, height * 0.25, 18)
        + pen.smooth(points, colour, wobble=6)
        + pen.line((0, -height * 0.2), (4, -height * 0.62), width=4)
    )


def apple_tree(pen: Pen, height: float = 250, fruit: str = "#d9534a") -> str:
    """A small tree with fruit."""
    tree = round_tree(pen, height, LEAF_SOFT)
    r = height * 0.32
    spots = ((-0.5, -0.3), (0.4, -0.5), (0.55, 0.2), (-0.2, 0.35), (0.0, -0.05), (-0.65, 0.2))
    return tree + "".join(pen.oval(x * r, y * r - height + r, 10, 10, fruit, width=3.5) for x, y in spots)


def stump(pen: Pen) -> str:
    """What is left of a felled tree."""
    return (
        pen.smooth([(-52, 0), (-36, -18), (-34, -48), (34, -48), (36, -18), (52, 0)], WOOD_DARK)
        + pen.oval(0, -48, 35, 12, "#e2bd8b")
        + pen.oval(0, -48, 18, 6, "", width=3)
    )


def tuft(pen: Pen, x: float, y: float, colour: str = LEAF) -> str:
    """Some grass."""
    blades = "".join(
        f"M{x + dx:.0f} {y:.0f}l{dx * 0.6:.0f} {-16 - pen.random.uniform(0, 10):.0f}" for dx in (-9, -2, 6)
    )
    return pen.path(blades, "", colour, 4.5)


def frame_tree(
    pen: Pen, rx: float, ry: float, foot: float, colours: tuple[str, str, str], lean: float
) -> str:
    """A great tree whose crown, round the origin, has room for a list; foot: how far down it stands."""
    deep, soft, pale = colours
    t = 62
    stem = pen.smooth(
        [
            (lean - t * 1.9, foot),
            (lean - t * 0.75, foot - 140),
            (-t * 0.62, ry * 0.6),
            (t * 0.62, ry * 0.6),
            (lean + t * 0.75, foot - 140),
            (lean + t * 1.9, foot),
        ],
        WOOD_DARK,
    )
    bark = "".join(
        pen.line(
            (lean * k + dx, ry + (foot - ry) * k),
            (lean * k + dx + 4, ry + (foot - ry) * k + 60),
            stroke="#5f3b26",
            width=5,
        )
        for k, dx in ((0.15, -14), (0.4, 16), (0.65, -8))
    )
    back = leafy(pen, scallops(pen, rx * 1.0, ry * 1.0, 21, 0.02, 0.74), deep)
    middle = leafy(pen, scallops(pen, rx * 0.95, ry * 0.965, 19, 0.014, 0.7), soft, "")
    heart = leafy(pen, scallops(pen, rx * 0.9, ry * 0.925, 17, 0.012, 0.66), pale, "")
    spots = even(round_box(rx * 0.965, ry * 0.97, 0.74), 38)
    rim = "".join(
        sprig(pen, px, py, atan2(py, px), deep if i % 2 else soft) for i, (px, py) in enumerate(spots)
    )
    return branches(pen, rx, ry) + stem + bark + back + middle + rim + heart


def sprig(pen: Pen, x: float, y: float, angle: float, colour: str) -> str:
    """A single leaf on the rim of a crown, pointing outwards."""
    turn = angle * 180 / pi + pen.near(40)
    leaf = pen.path("M-24 0Q0 -24 30 0Q0 24 -24 0Z", colour, None, 4) + pen.path("M-20 0H18", "", None, 3)
    return at(x * (1 + pen.near(0.02)), y * (1 + pen.near(0.02)), leaf, turn=turn)


def branches(pen: Pen, rx: float, ry: float) -> str:
    """Two branches that carry the crown."""
    left = pen.limb([(-10, ry + 120), (-60, ry * 0.98), (-rx * 0.36, ry * 0.86)], WOOD_DARK, 30)
    return left + pen.limb([(12, ry + 150), (70, ry * 1.0), (rx * 0.38, ry * 0.84)], WOOD_DARK, 26)


def falling(pen: Pen, x: float, y: float, colour: str) -> str:
    """A leaf that comes down."""
    return at(
        x,
        y,
        pen.path("M-24 0Q0 -22 30 0Q0 22 -24 0Z", colour, None, 4) + pen.path("M-30 4L16 0", "", None, 3),
        turn=pen.random.uniform(0, 180),
    )
