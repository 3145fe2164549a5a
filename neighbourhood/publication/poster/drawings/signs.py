"""Signs beside colours: opportunity and barrier, and the four conditions with their patterns.

All are round marks of radius 1 times r about the origin.
"""

from ..ink import Pen, at
from ..palette import CONDITION, INK, LEAF, OCHRE, WHITE


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
    feet = pen.path(f"M{-0.42 * r:.1f} {0.1 * r:.1f}L{-0.5 * r:.1f} {0.6 * r:.1f}M{0.42 * r:.1f} {0.1 * r:.1f}L{0.5 * r:.1f} {0.6 * r:.1f}", "", INK, r * 0.13)
    board = pen.path(f"M{-0.68 * r:.1f} {-0.34 * r:.1f}h{1.36 * r:.1f}v{0.46 * r:.1f}h{-1.36 * r:.1f}Z", WHITE, INK, r * 0.11)
    stripes = "".join(f"M{x * r:.1f} {0.12 * r:.1f}l{0.2 * r:.1f} {-0.46 * r:.1f}h{0.19 * r:.1f}l{-0.2 * r:.1f} {0.46 * r:.1f}Z" for x in (-0.58, -0.14, 0.3))
    return disc + feet + board + pen.path(stripes, INK, "")


def valence(pen: Pen, kind: str, r: float) -> str:
    """The sign of an opportunity or a barrier."""
    return sprout(pen, r) if kind == "opportunity" else trestle(pen, r)


def pattern(kind: str, r: float) -> str:
    """The condition's pattern inside its disc: lines, dots, slanted lines or waves."""
    if kind == "security":
        lines = "".join(f"M{-w * r:.1f} {y * r:.1f}H{w * r:.1f}" for y, w in ((-0.62, 0.66), (-0.2, 0.9), (0.22, 0.9), (0.64, 0.64)))
        return f'<path d="{lines}" fill="none" stroke="{WHITE}" stroke-opacity=".38" stroke-width="{r * 0.1:.1f}"/>'
    if kind == "cohesion":
        spots = ((-0.66, -0.3), (-0.66, 0.3), (0.66, -0.3), (0.66, 0.3), (0, -0.74), (0, 0.74), (-0.36, -0.62), (0.36, 0.62), (-0.36, 0.62), (0.36, -0.62))
        return "".join(f'<circle cx="{x * r:.1f}" cy="{y * r:.1f}" r="{r * 0.08:.1f}" fill="{WHITE}" fill-opacity=".55" stroke="none"/>' for x, y in spots)
    if kind == "inclusion":
        lines = "".join(f"M{a * r:.1f} {b * r:.1f}L{b * r:.1f} {a * r:.1f}" for a, b in ((-0.9, 0.2), (-0.62, 0.62), (-0.2, 0.9), (-0.85, -0.2), (0.2, 0.85)))
        return f'<path d="{lines}" fill="none" stroke="{WHITE}" stroke-opacity=".34" stroke-width="{r * 0.1:.1f}"/>'
    waves = "".join(f"M{-0.72 * r:.1f} {y * r:.1f}q{0.18 * r:.1f} {-0.2 * r:.1f} {0.36 * r:.1f} 0t{0.36 * r:.1f} 0t{0.36 * r:.1f} 0t{0.36 * r:.1f} 0" for y in (-0.45, 0.0, 0.5))
    return f'<path d="{waves}" fill="none" stroke="{WHITE}" stroke-opacity=".36" stroke-width="{r * 0.1:.1f}"/>'


SIGNS = {
    # a roof over your head; two rings that hold; an open door; steps up
    "security": "M-.52 .02L0 -.5L.52 .02M-.36 -.06V.46H.36V-.06",
    "cohesion": "M.1 0A.34 .34 0 1 1 -.58 0A.34 .34 0 1 1 .1 0ZM.58 0A.34 .34 0 1 1 -.1 0A.34 .34 0 1 1 .58 0Z",
    "inclusion": "M-.34 .48V-.5H.34V.48M-.34 -.5L.08 -.3V.6L-.34 .48M-.06 .08V.16",
    "empowerment": "M-.52 .44H-.2V.12H.12V-.2H.44V-.5M.2 -.36L.44 -.58L.66 -.36",
}


def scaled(d: str, r: float) -> str:
    """A sign's path, drawn for radius 1, at radius r; flags of arcs are left alone."""
    out, token, arc = [], "", 0
    for char in d + " ":
        if char in "-0123456789.":
            if char == "-" and token:
                out.append(value(token, r, arc))
                arc, token = arc + 1 if arc else 0, ""
            token += char
            continue
        if token:
            out.append(value(token, r, arc))
            arc, token = (arc + 1 if arc else 0), ""
        if char.isalpha():
            arc = 1 if char == "A" else 0
        out.append(char)
    return "".join(out).strip()


def value(token: str, r: float, arc: int) -> str:
    """One number of a path; the third to fifth of an arc are angle and flags."""
    return token if arc in (3, 4, 5) else f"{float(token) * r:.1f}"


def condition(pen: Pen, kind: str, r: float) -> str:
    """The mark of one of the four conditions: its colour, its pattern and its sign."""
    disc = pen.oval(0, 0, r, r, CONDITION[kind])
    clear = pen.oval(0, 0, r * 0.72, r * 0.7, CONDITION[kind], stroke="")
    sign = pen.path(scaled(SIGNS[kind], r), "", WHITE, r * 0.15)
    return disc + pattern(kind, r) + clear + sign


def heart(pen: Pen, x: float, y: float, r: float, colour: str) -> str:
    """A heart."""
    points = f"M0 {r:.1f}C{-1.6 * r:.1f} {-0.1 * r:.1f} {-0.9 * r:.1f} {-1.3 * r:.1f} 0 {-0.4 * r:.1f}C{0.9 * r:.1f} {-1.3 * r:.1f} {1.6 * r:.1f} {-0.1 * r:.1f} 0 {r:.1f}Z"
    return at(x, y, pen.path(points, colour))
