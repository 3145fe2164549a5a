"""What stands in a street: benches, bicycles, lamps, the caravan. Everything stands on the origin."""

from ..ink import Pen, at
from ..palette import BRICK, CREAM, DAY, GREY, INK, LEAF, LIT, OCHRE, STEEL, WHITE, WOOD, WOOD_DARK
from .cast import CAST
from .heads import head


def bench(pen: Pen, w: float = 190) -> str:
    """A bench of rough planks, as sawn from a tree; the seat is 52 high."""
    legs = pen.box(18, -50, 22, 50, WOOD_DARK) + pen.box(w - 40, -50, 22, 50, WOOD_DARK)
    posts = pen.box(22, -112, 14, 66, WOOD_DARK) + pen.box(w - 36, -112, 14, 66, WOOD_DARK)
    back = pen.smooth([(0, -118), (w * 0.5, -124), (w, -118), (w - 2, -88), (w * 0.5, -84), (2, -88)], WOOD)
    seat = pen.smooth(
        [(-6, -60), (w * 0.5, -64), (w + 6, -60), (w + 4, -42), (w * 0.5, -40), (-4, -42)], WOOD
    )
    grain = pen.line((20, -104), (w * 0.6, -106), stroke=WOOD_DARK, width=3.5) + pen.line(
        (w * 0.4, -52), (w - 16, -52), stroke=WOOD_DARK, width=3.5
    )
    return posts + back + legs + seat + grain


def lamp(pen: Pen, on: bool, height: float = 380) -> str:
    """A lamp post; when it burns it has a flat halo."""
    glow = pen.oval(0, -height - 6, 92, 92, LIT, stroke="") if on else ""
    glow = f'<g opacity="0.45">{glow}</g>' if on else ""
    post = pen.limb([(0, 0), (0, -height + 34)], STEEL, 9) + pen.box(-15, -34, 30, 36, STEEL)
    hood = pen.shape(
        [(-32, -height + 36), (-22, -height - 20), (22, -height - 20), (32, -height + 36)],
        LIT if on else GREY,
    )
    return glow + post + hood + pen.shape([(-36, -height - 18), (0, -height - 54), (36, -height - 18)], STEEL)


def bicycle(pen: Pen, colour: str = BRICK, basket: bool = True) -> str:
    """A bicycle, 150 long, its rear wheel on the origin."""
    wheels = "".join(pen.oval(x, -40, 39, 39, "", width=7) + pen.dot(x, -40, 5) for x in (0, 118))
    spokes = "".join(pen.path(f"M{x} -78V-2M{x - 38} -40H{x + 38}", "", INK, 2) for x in (0, 118))
    frame = "".join(
        pen.limb(list(line), colour, 4)
        for line in (
            ((0, -40), (52, -38)),
            ((52, -38), (34, -88)),
            ((0, -40), (36, -84)),
            ((52, -38), (98, -86)),
            ((96, -104), (118, -40)),
        )
    )
    top = pen.line((22, -94), (50, -94), width=10) + pen.line((82, -112), (100, -108), (96, -98), width=7)
    carrier = pen.box(104, -112, 40, 32, WOOD, width=4) if basket else ""
    return wheels + spokes + frame + top + carrier


def cyclist(pen: Pen) -> str:
    """Somebody on a bicycle, riding to the right."""
    rider = CAST["student"]
    far = pen.limb([(32, -96), (70, -66), (56, -22)], rider.legs, 16)
    near = pen.limb([(32, -96), (78, -78), (50, -14)], rider.legs, 16) + pen.oval(
        58, -10, 16, 8, INK, stroke=""
    )
    body = pen.smooth([(14, -92), (22, -160), (50, -172), (66, -150), (52, -92)], rider.coat)
    top = at(52, -194, head(pen, 25, rider.skin, rider.hair, rider.hair_colour))
    arm = pen.limb([(44, -152), (66, -120), (94, -116)], rider.coat, 14) + pen.oval(
        96, -116, 9, 9, rider.skin, width=5
    )
    return far + bicycle(pen, "#2f6f8f") + body + top + near + arm


def cup(pen: Pen, x: float, y: float, colour: str = WHITE) -> str:
    """A cup; its foot on x, y."""
    handle = pen.oval(x + 13, y - 13, 8, 7, "", width=4)
    return handle + pen.shape(
        [(x - 13, y - 24), (x + 13, y - 24), (x + 9, y), (x - 9, y)], colour, width=4.5, wobble=1.5
    )


def coffee_pot(pen: Pen, x: float, y: float, colour: str = "#d9534a") -> str:
    """An enamel coffee pot."""
    spout = pen.limb([(x + 16, y - 22), (x + 30, y - 36), (x + 38, y - 46)], colour, 5)
    handle = pen.smooth([(x - 18, y - 46), (x - 40, y - 38), (x - 20, y - 12)], "", closed=False, width=6)
    return (
        spout
        + handle
        + pen.shape([(x - 16, y - 52), (x + 16, y - 52), (x + 23, y), (x - 23, y)], colour)
        + pen.line((x - 12, y - 58), (x + 12, y - 58), width=8)
        + pen.dot(x, y - 65, 6)
    )


def steam(pen: Pen, x: float, y: float) -> str:
    """Steam above a cup."""
    return "".join(
        pen.smooth(
            [(x + dx, y), (x + dx + 6, y - 12), (x + dx - 5, y - 24), (x + dx + 3, y - 36)],
            "",
            closed=False,
            stroke=GREY,
            width=4,
        )
        for dx in (-6, 9)
    )


def table(pen: Pen, w: float = 190, cloth: str = "") -> str:
    """A table, 96 high, with a cloth when a colour is given."""
    legs = pen.limb([(18, -90), (10, 0)], WOOD, 9) + pen.limb([(w - 18, -90), (w - 10, 0)], WOOD, 9)
    if not cloth:
        return legs + pen.box(-8, -100, w + 16, 16, WOOD)
    edge = [(x, -58 - (12 if i % 2 else 0)) for i, x in enumerate(range(int(w) + 10, -11, -25))]
    squares = "".join(pen.box(x, -92, 12, 12, BRICK, stroke="") for x in range(8, int(w) - 8, 34))
    return legs + pen.smooth([(-10, -100), (w + 10, -100), *edge], cloth) + squares


def washing_line(pen: Pen, w: float) -> str:
    """A washing line between two posts."""
    posts = pen.limb([(0, 0), (0, -170)], WOOD, 8) + pen.limb([(w, 0), (w, -170)], WOOD, 8)
    rope = pen.smooth([(0, -164), (w * 0.5, -146), (w, -164)], "", closed=False, width=3.5)
    clothes, x = "", 24.0
    for kind, colour in (
        ("shirt", "#2f6f8f"),
        ("sock", "#d9534a"),
        ("sock", "#d9534a"),
        ("towel", "#f2c53d"),
        ("shirt", "#e7a0b4"),
        ("towel", DAY),
    ):
        wide = {"shirt": 66, "sock": 28, "towel": 54}[kind]
        if x + wide > w - 8:
            break
        clothes += at(x, -154 + abs(w / 2 - x) * -0.03, laundry(pen, kind, colour))
        x += wide + 8
    return posts + rope + clothes


def laundry(pen: Pen, kind: str, colour: str) -> str:
    """One piece of washing; it hangs from the origin."""
    if kind == "sock":
        return pen.smooth([(0, 0), (18, 0), (18, 30), (28, 40), (22, 50), (4, 44)], colour, width=4)
    if kind == "towel":
        return pen.box(0, 0, 54, 62, colour, width=4) + pen.line((2, 46), (52, 46), stroke=WHITE, width=6)
    return pen.shape(
        [(18, 0), (48, 0), (66, 18), (56, 32), (48, 24), (50, 70), (16, 70), (18, 24), (10, 32), (0, 18)],
        colour,
        width=4,
    )


def bunting(pen: Pen, points: list[tuple[float, float]]) -> str:
    """A string of flags through the points."""
    colours, flags = (BRICK, OCHRE, "#2f6f8f", LEAF, CREAM), ""
    for i in range(len(points) - 1):
        (x, y), (x2, y2) = points[i], points[i + 1]
        mx, my = (x + x2) / 2, (y + y2) / 2
        flags += pen.shape(
            [
                (x + (x2 - x) * 0.12, y + (y2 - y) * 0.12),
                (x2 - (x2 - x) * 0.12, y2 - (y2 - y) * 0.12),
                (mx - (y2 - y) * 0.7, my + 56),
            ],
            colours[i % 5],
            width=4.5,
        )
    return pen.smooth(points, "", closed=False, width=4) + flags


def bird(pen: Pen, x: float, y: float, size: float = 1) -> str:
    """A bird far away."""
    return pen.path(
        f"M{x - 26 * size:.0f} {y - 10 * size:.0f}Q{x - 10 * size:.0f} {y - 20 * size:.0f} {x:.0f} {y:.0f}Q{x + 10 * size:.0f} {y - 20 * size:.0f} {x + 26 * size:.0f} {y - 10 * size:.0f}",
        "",
        INK,
        5,
    )


def ball(pen: Pen, x: float, y: float, r: float = 20) -> str:
    """A ball on the ground at x, y."""
    return pen.oval(x, y - r, r, r, "#f2c53d") + pen.smooth(
        [(x - r, y - r), (x, y - r * 1.4), (x + r, y - r)], "", closed=False, stroke=BRICK, width=6
    )


def dog(pen: Pen, colour: str = "#b97d52") -> str:
    """A small dog, looking right."""
    legs = "".join(pen.limb([(x, -30), (x, -4)], colour, 8) for x in (-26, -14, 20, 32))
    tail = pen.limb([(-34, -44), (-50, -58), (-48, -74)], colour, 6)
    body = pen.smooth(
        [(-40, -40), (-30, -58), (10, -58), (38, -52), (42, -36), (30, -24), (-30, -24)], colour
    )
    skull = pen.smooth(
        [(28, -60), (40, -80), (58, -80), (80, -64), (74, -52), (48, -46)], colour
    ) + pen.smooth([(40, -80), (30, -70), (34, -52), (44, -62)], "#6b4226", width=4)
    return legs + tail + body + skull + pen.dot(57, -67, 3.4) + pen.dot(78, -63, 5)
