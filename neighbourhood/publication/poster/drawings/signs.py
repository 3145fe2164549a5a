"""Signs beside colours: opportunity and barrier, and the four conditions with their patterns.

All are round marks of radius 1 times r about the origin.
"""

from msa.ui.conditions import CONDITIONS
from msa.ui.icons import shapes

from ..ink import Pen
from ..palette import INK, LEAF, OCHRE, WHITE


def sprout(pen: Pen, r: float) -> str:
    """Opportunity: a sprout that comes up."""
    disc = pen.oval(0, 0, r, r, LEAF)
    stem = pen.path(f"M0 {0.62 * r:.1f}Q{0.04 * r:.1f} 0 0 {-0.15 * r:.1f}", "", WHITE, r * 0.17)
    left = f"M0 {0.12 * r:.1f}C{-0.1 * r:.1f} {-0.5 * r:.1f} {-0.5 * r:.1f} {-0.5 * r:.1f} {-0.68 * r:.1f} {-0.42 * r:.1f}C{-0.66 * r:.1f} {0.02 * r:.1f} {-0.3 * r:.1f} {0.16 * r:.1f} 0 {0.12 * r:.1f}Z"
    right = f"M0 {-0.08 * r:.1f}C{0.02 * r:.1f} {-0.55 * r:.1f} {0.4 * r:.1f} {-0.68 * r:.1f} {0.66 * r:.1f} {-0.62 * r:.1f}C{0.68 * r:.1f} {-0.2 * r:.1f} {0.36 * r:.1f} {0.0:.1f} 0 {-0.08 * r:.1f}Z"
    return disc + stem + pen.path(left, WHITE, "") + pen.path(right, WHITE, "")


def trestle(pen: Pen, r: float) -> str:
    """Barrier: a striped trestle on the road."""
    disc = pen.oval(0, 0, r, r, OCHRE)
    feet = pen.path(
        f"M{-0.42 * r:.1f} {0.1 * r:.1f}L{-0.5 * r:.1f} {0.6 * r:.1f}M{0.42 * r:.1f} {0.1 * r:.1f}L{0.5 * r:.1f} {0.6 * r:.1f}",
        "",
        INK,
        r * 0.13,
    )
    board = pen.path(
        f"M{-0.68 * r:.1f} {-0.34 * r:.1f}h{1.36 * r:.1f}v{0.46 * r:.1f}h{-1.36 * r:.1f}Z",
        WHITE,
        INK,
        r * 0.11,
    )
    stripes = "".join(
        f"M{x * r:.1f} {0.12 * r:.1f}l{0.2 * r:.1f} {-0.46 * r:.1f}h{0.19 * r:.1f}l{-0.2 * r:.1f} {0.46 * r:.1f}Z"
        for x in (-0.58, -0.14, 0.3)
    )
    return disc + feet + board + pen.path(stripes, INK, "")


def valence(pen: Pen, kind: str, r: float) -> str:
    """The sign of an opportunity or a barrier."""
    return sprout(pen, r) if kind == "opportunity" else trestle(pen, r)


def pattern(kind: str, r: float) -> str:
    """The condition's pattern inside its disc: stripes, dots, rows or checks, as everywhere in the product."""
    reach = [i / 100 for i in range(-78, 79, 26)]
    if kind == "dots":
        spots = [(x, y) for x in reach for y in reach if x * x + y * y < 0.72]
        return "".join(
            f'<circle cx="{x * r:.1f}" cy="{y * r:.1f}" r="{r * 0.06:.1f}" fill="{WHITE}" fill-opacity=".6" stroke="none"/>'
            for x, y in spots
        )
    rows = "".join(f"M{-half(y) * r:.1f} {y * r:.1f}H{half(y) * r:.1f}" for y in reach)
    columns = "".join(f"M{x * r:.1f} {-half(x) * r:.1f}V{half(x) * r:.1f}" for x in reach)
    lines = {"rows": rows, "checks": rows + columns, "stripes": rows}[kind]
    turn = ' transform="rotate(-45)"' if kind == "stripes" else ""
    return f'<path d="{lines}" fill="none" stroke="{WHITE}" stroke-opacity=".42" stroke-width="{r * 0.07:.1f}"{turn}/>'


def half(y: float) -> float:
    """Half the chord of a disc of radius 0.94 at height y."""
    return float((0.94**2 - y * y) ** 0.5)


def condition(pen: Pen, kind: str, r: float) -> str:
    """The mark of one of the four conditions: its colour, its pattern and its sign."""
    look = CONDITIONS[kind]
    disc = pen.oval(0, 0, r, r, look.colour)
    clear = pen.oval(0, 0, r * 0.66, r * 0.64, look.colour, stroke="")
    scale = r * 1.16 / 24
    sign = f'<g fill="none" stroke="{WHITE}" stroke-width="2.3" transform="translate({-12 * scale:.1f} {-12 * scale:.1f}) scale({scale:.2f})">{shapes()[look.icon]}</g>'
    return disc + pattern(look.pattern, r) + clear + sign
