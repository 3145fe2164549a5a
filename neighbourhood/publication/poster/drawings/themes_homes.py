"""Drawings for islands about homes, letters and money. Each stands on the origin, like the others."""

from dataclasses import replace

from ..ink import Pen, at
from ..palette import BRICK, CREAM, DAY, INK, LIT, OCHRE, STEEL, WHITE, WOOD
from .cast import CAST
from .heads import head
from .people import Look, person, with_stick
from .windows import plant, window


def envelope(pen: Pen, x: float, y: float, w: float, colour: str = WHITE) -> str:
    """A closed envelope."""
    h = w * 0.62
    return pen.box(x, y - h, w, h, colour, width=4.5) + pen.line(
        (x + 2, y - h + 2), (x + w / 2, y - h * 0.42), (x + w - 2, y - h + 2), width=4.5
    )


def letters(pen: Pen) -> str:
    """A pile of letters and somebody who cannot make head or tail of them."""
    reader = at(-62, 0, person(pen, replace(CAST["uncle"], mood=-0.8), "phone", "hold"))
    pile = "".join(
        at(0, -26 * i, envelope(pen, 20 + (i % 3) * 9, 0, 112, (WHITE, "#f0d7a6", DAY)[i % 3]))
        for i in range(4)
    )
    letter = pen.shape([(-20, -150), (42, -158), (48, -82), (-12, -76)], WHITE, width=4.5) + "".join(
        pen.line((-6, y), (34, y - 5), width=3.5) for y in (-134, -120, -106, -92)
    )
    return pile + reader + letter + mark(pen, 66, -212, 46) + mark(pen, 122, -192, 34)


def mark(pen: Pen, x: float, y: float, size: float) -> str:
    """A question mark."""
    curve = [
        (x - 0.3 * size, y - 0.4 * size),
        (x - 0.1 * size, y - 0.75 * size),
        (x + 0.3 * size, y - 0.6 * size),
        (x + 0.2 * size, y - 0.2 * size),
        (x, y + 0.1 * size),
    ]
    return pen.smooth(curve, "", closed=False, stroke=BRICK, width=11) + pen.dot(
        x, y + 0.42 * size, 7.5, BRICK
    )


def talents(pen: Pen) -> str:
    """Somebody mends a cupboard for a neighbour."""
    cupboard = (
        pen.box(10, -176, 124, 176, WOOD)
        + pen.box(22, -164, 46, 150, "#c99564", width=4)
        + pen.dot(60, -90, 5)
    )
    leaf = pen.shape([(84, -166), (128, -150), (128, -6), (84, -14)], "#c99564") + pen.dot(92, -90, 5)
    pot = plant(pen, 44, -178, 1.3)
    box = pen.box(-160, -46, 74, 46, BRICK) + pen.limb([(-146, -46), (-123, -76), (-100, -46)], STEEL, 6)
    hammer = pen.limb([(10, -112), (30, -168)], WOOD, 6) + pen.box(10, -186, 46, 20, STEEL)
    return cupboard + leaf + pot + box + at(-44, 0, person(pen, CAST["man"], "reach", "push")) + hammer


def damp_home(pen: Pen) -> str:
    """A room with mould in the corner and a cold radiator."""
    wall = pen.box(-150, -250, 300, 250, "#e9d9bd") + pen.box(-150, -24, 300, 24, WOOD)
    spots = "".join(
        pen.oval(x, y, r, r * 0.9, "#7f8f78", stroke="")
        for x, y, r in (
            (-138, -236, 26),
            (-104, -240, 17),
            (-140, -196, 16),
            (-116, -214, 12),
            (-74, -244, 10),
            (-140, -162, 9),
            (-92, -214, 7),
        )
    )
    glass = at(40, -216, window(pen, 84, 90, False))
    drops = "".join(
        pen.smooth([(x, y), (x + 8, y + 14), (x, y + 21), (x - 8, y + 14)], "#6fa3bd", width=3.5)
        for x, y in ((-96, -180), (-64, -212), (-122, -138))
    )
    radiator = "".join(pen.box(x, -92, 20, 62, WHITE, width=4) for x in range(38, 128, 20))
    return (
        wall
        + spots
        + glass
        + drops
        + radiator
        + at(-40, -6, person(pen, replace(CAST["mother"], mood=-0.7), "hip", "hold"))
    )


def alone(pen: Pen) -> str:
    """Somebody alone behind a window, with a silent phone."""
    wall = (
        pen.box(-140, -256, 280, 256, BRICK)
        + pen.box(-96, -222, 192, 176, WHITE)
        + pen.box(-84, -210, 168, 152, LIT)
    )
    bust = replace(CAST["gran"], mood=-0.8, coat="#46566e")
    clip = at(-22, -62, bust_of(pen, bust))
    curtain = pen.shape(
        [(-84, -210), (-44, -210), (-62, -120), (-52, -58), (-84, -58)], "#e9b8a4", width=4
    ) + pen.shape([(84, -210), (44, -210), (62, -120), (52, -58), (84, -58)], "#e9b8a4", width=4)
    phone = pen.box(30, -78, 34, 20, INK) + pen.limb([(26, -84), (47, -94), (68, -84)], INK, 6)
    low = pen.box(-140, -46, 280, 46, BRICK) + pen.box(-112, -60, 224, 18, CREAM)
    return wall + clip + curtain + phone + low + plant(pen, -76, -60)


def bust_of(pen: Pen, look: Look) -> str:
    """Head and shoulders, for who sits behind a window; the origin is the sill."""
    shoulders = pen.smooth([(-38, 0), (-30, -44), (-12, -56), (16, -56), (34, -44), (42, 0)], look.coat)
    return shoulders + at(3, -76, head(pen, 27, look.skin, look.hair, look.hair_colour, look.mood))


def stairs(pen: Pen) -> str:
    """A steep flight of stairs and somebody who walks badly."""
    steps = [(-10, 0)]
    for i in range(6):
        steps += [(-10 + i * 28, -(i + 1) * 38), (-10 + (i + 1) * 28, -(i + 1) * 38)]
    flight = pen.shape([*steps, (158, 0)], "#cdbb9b")
    rail = pen.limb([(4, -118), (148, -318 + 30)], STEEL, 7)
    posts = "".join(
        pen.line((4 + i * 48, -118 - i * 57), (4 + i * 48, -46 - i * 57), width=6) for i in range(3)
    )
    return flight + posts + rail + at(-86, 0, with_stick(pen, replace(CAST["grandad"], mood=-0.7)))


def money(pen: Pen) -> str:
    """Bills on the table and a purse that is nearly empty."""
    counter = at(-40, 0, person(pen, replace(CAST["student"], mood=-0.7), "phone", "hold"))
    board = (
        pen.box(-10, -96, 166, 16, WOOD)
        + pen.limb([(6, -82), (2, 0)], WOOD, 8)
        + pen.limb([(142, -82), (146, 0)], WOOD, 8)
    )
    purse = (
        pen.smooth([(22, -96), (14, -134), (60, -150), (104, -134), (98, -96)], BRICK)
        + pen.line((18, -128), (60, -136), (102, -128), width=5)
        + pen.dot(60, -136, 7, LIT)
    )
    coins = pen.oval(120, -104, 14, 7, LIT, width=4) + pen.oval(122, -113, 14, 7, LIT, width=4)
    bill = pen.shape([(36, -206), (96, -214), (102, -150), (46, -146)], WHITE, width=4.5) + "".join(
        pen.line((50, y), (88, y - 5), width=3.5) for y in (-192, -178, -164)
    )
    return bill + counter + board + purse + coins


def new_windows(pen: Pen) -> str:
    """A house with new windows and somebody who is pleased with it."""
    wall = pen.box(-40, -256, 196, 256, "#b85f45") + "".join(
        pen.box(x, y, 28, 9, "#98483a", stroke="")
        for x, y in ((-26, -30), (110, -28), (-28, -240), (120, -246), (-30, -120), (124, -140))
    )
    glass = at(2, -216, window(pen, 112, 132, True))
    sun = at(
        -118,
        -226,
        "".join(
            pen.line((34 * c, 34 * s), (50 * c, 50 * s), stroke=OCHRE, width=7)
            for c, s in ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, -0.7), (0.7, -0.7), (-0.7, 0.7))
        ),
        pen.oval(0, 0, 25, 25, LIT),
    )
    return (
        sun
        + wall
        + glass
        + at(-92, 0, person(pen, CAST["father"], "cheer", "hip"))
        + at(-24, 0, person(pen, CAST["toddler"], "wave", "down"))
    )


THEMES = {
    "letters": letters, "talents": talents, "damp_home": damp_home, "alone": alone, "stairs": stairs, "money": money,
    "new_windows": new_windows,
}  # fmt: skip
