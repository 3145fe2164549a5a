"""The hand that draws: shapes with a gentle, repeatable irregularity, written as SVG.

Every method gives a piece of SVG. Outline colour, width and round joins come from the group around
the whole drawing (see `sheet`), so a piece carries only its path and its fill.
"""

from collections.abc import Iterable, Sequence
from random import Random
from typing import TypeVar

from .palette import INK, STROKE

Point = tuple[float, float]
Choice = TypeVar("Choice")


def number(value: float) -> str:
    """A coordinate as short as can be: a hundredth of a millimetre in what is small, a tenth elsewhere."""
    text = f"{value:.1f}" if abs(value) < 20 else f"{value:.0f}"
    return text[:-2] if text.endswith(".0") else text


def pair(point: Point) -> str:
    """A point as SVG writes it."""
    return f"{number(point[0])} {number(point[1])}"


def at(x: float, y: float, *parts: str, turn: float = 0, mirror: bool = False, scale: float = 1) -> str:
    """Put parts that were drawn round the origin at x, y; turn in degrees, clockwise."""
    moves = f"translate({number(x)} {number(y)})"
    if turn:
        moves += f" rotate({number(turn)})"
    if mirror or scale != 1:
        moves += f" scale({-scale if mirror else scale:g} {scale:g})"
    return f'<g transform="{moves}">{"".join(parts)}</g>'


def sheet(*parts: str) -> str:
    """A group that gives all parts the poster's one outline."""
    return (
        f'<g stroke="{INK}" stroke-width="{STROKE}" stroke-linejoin="round" '
        f'stroke-linecap="round">{"".join(parts)}</g>'
    )


def attributes(fill: str, stroke: str | None, width: float | None) -> str:
    """Attributes that differ from the group around: '' for stroke means no outline."""
    text = f' fill="{fill or "none"}"'
    if stroke is not None:
        text += f' stroke="{stroke or "none"}"'
    if width is not None:
        text += f' stroke-width="{number(width)}"'
    return text


class Pen:
    """Draws with a hand of its own: the same seed gives the same lines."""

    def __init__(self, seed: str, wobble: float = 3) -> None:
        self.random = Random(seed)
        self.wobble = wobble

    def near(self, spread: float) -> float:
        """A small deviation between -spread and spread."""
        return self.random.uniform(-spread, spread)

    def pick(self, choices: Sequence[Choice]) -> Choice:
        """One of the choices."""
        return self.random.choice(choices)

    def path(self, d: str, fill: str = "", stroke: str | None = None, width: float | None = None) -> str:
        """A path as given, without wobble."""
        return f'<path d="{d}"{attributes(fill, stroke, width)}/>'

    def shape(
        self,
        points: Iterable[Point],
        fill: str = "",
        *,
        closed: bool = True,
        stroke: str | None = None,
        width: float | None = None,
        wobble: float | None = None,
    ) -> str:
        """Straight edges, each a little bowed."""
        spread = self.wobble if wobble is None else wobble
        corners = [(x + self.near(spread / 2), y + self.near(spread / 2)) for x, y in points]
        d = "M" + pair(corners[0])
        ends = corners[1:] + ([corners[0]] if closed else [])
        for start, end in zip(corners, ends, strict=False):
            middle = (
                (start[0] + end[0]) / 2 + self.near(spread),
                (start[1] + end[1]) / 2 + self.near(spread),
            )
            d += f"Q{pair(middle)} {pair(end)}"
        return self.path(d + ("Z" if closed else ""), fill, stroke, width)

    def box(self, x: float, y: float, w: float, h: float, fill: str = "", **how: object) -> str:
        """A rectangle by hand, from its left upper corner."""
        return self.shape([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], fill, **how)  # type: ignore[arg-type]

    def line(
        self,
        *points: Point,
        stroke: str | None = None,
        width: float | None = None,
        wobble: float | None = None,
    ) -> str:
        """An open line through the points."""
        return self.shape(points, "", closed=False, stroke=stroke, width=width, wobble=wobble)

    def smooth(
        self,
        points: Sequence[Point],
        fill: str = "",
        *,
        closed: bool = True,
        stroke: str | None = None,
        width: float | None = None,
        wobble: float = 0,
    ) -> str:
        """A flowing line through all points (Catmull-Rom, written as cubic curves)."""
        knots = [(x + self.near(wobble), y + self.near(wobble)) for x, y in points]
        count = len(knots)
        d = "M" + pair(knots[0])
        for i in range(count if closed else count - 1):
            before, start, end, after = (self._knot(knots, i + step, closed) for step in (-1, 0, 1, 2))
            first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
            second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
            d += f"C{pair(first)} {pair(second)} {pair(end)}"
        return self.path(d + ("Z" if closed else ""), fill, stroke, width)

    @staticmethod
    def _knot(knots: Sequence[Point], index: int, closed: bool) -> Point:
        if closed:
            return knots[index % len(knots)]
        return knots[min(max(index, 0), len(knots) - 1)]

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str = "", **how: object) -> str:
        """An ellipse that is not quite one."""
        k = 0.71
        slack = min(rx, ry) * 0.04
        points = [
            (x + rx, y), (x + rx * k, y + ry * k), (x, y + ry), (x - rx * k, y + ry * k),
            (x - rx, y), (x - rx * k, y - ry * k), (x, y - ry), (x + rx * k, y - ry * k),
        ]  # fmt: skip
        return self.smooth(points, fill, wobble=slack, **how)  # type: ignore[arg-type]

    def dot(self, x: float, y: float, r: float, fill: str = INK) -> str:
        """A small filled circle without outline."""
        return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{fill}" stroke="none"/>'

    def limb(self, points: Sequence[Point], colour: str, thick: float) -> str:
        """An arm, leg, pole or branch: a thick line with an outline on both sides."""
        d = "M" + pair(points[0])
        if len(points) == 3:
            d += f"Q{pair(points[1])} {pair(points[2])}"
        else:
            d += "".join("L" + pair(point) for point in points[1:])
        return self.path(d, "", INK, thick + 2 * STROKE) + self.path(d, "", colour, thick)
