"""Two other kinds of street: portico flats with balconies, maisonettes with a gallery.

A block stands with the left foot of its wall on the origin, as a terraced house does.
"""

from ..ink import Pen, at
from ..palette import BRICK, CREAM, DAY, DOORS, GREY, INK, LEAF, LIT, OCHRE, STEEL, WHITE
from .terraced import bricks, front_garden
from .things import laundry
from .windows import door, neighbour, plant, window

WALLS = ("#d7a678", "#cf9a6c", "#c98a63", "#dcb48a")
PANELS = ("#2f6f8f", "#d19a3a", "#3f7f6b", "#b5533c")
FLOOR = 162
STORAGE = 118


def flat_roof(pen: Pen, w: float, high: float) -> str:
    """A flat roof with its edge, a few pipes and an aerial."""
    pipes = "".join(
        pen.box(x, -high - 64, 40, 46, "#a55a44") + pen.box(x - 5, -high - 72, 50, 12, CREAM, width=4)
        for x in (w * 0.2, w * 0.72)
    )
    aerial = (
        pen.line((w * 0.45, -high - 20), (w * 0.45, -high - 110), width=5)
        + pen.line((w * 0.42, -high - 92), (w * 0.48, -high - 100), width=4)
        + pen.line((w * 0.425, -high - 74), (w * 0.475, -high - 80), width=4)
    )
    return pipes + aerial + pen.box(-14, -high - 22, w + 28, 30, WHITE)


def slab(pen: Pen, w: float, high: float) -> str:
    """The edge of a concrete floor."""
    return pen.box(-3, -high - 7, w + 6, 15, "#e9e0cf", width=4)


def stairwell(pen: Pen, w: float, lit: bool) -> str:
    """The portico: a front door under a canopy and a tall window with the stairs behind it; middle at 0."""
    glass = pen.box(-w / 2, -STORAGE - 3 * FLOOR + 24, w, 3 * FLOOR - 62, LIT if lit else DAY)
    stairs = "".join(
        pen.line(
            (side * w * 0.36, -STORAGE - n * FLOOR - 40),
            (-side * w * 0.36, -STORAGE - n * FLOOR - 112),
            stroke=GREY,
            width=8,
        )
        for n in range(3)
        for side in ((1,) if n % 2 else (-1,))
    )
    bars = "".join(
        pen.line((-w / 2, -STORAGE - y), (w / 2, -STORAGE - y), width=4)
        for y in range(96, 3 * FLOOR - 30, 58)
    ) + pen.line((0, -STORAGE - 42), (0, -STORAGE - 3 * FLOOR + 24), width=4)
    entrance = pen.box(-w * 0.48, -150, w * 0.96, 150, DAY) + at(
        -w * 0.2,
        0,
        pen.box(0, -142, w * 0.42, 142, pen.pick(PANELS)),
        pen.box(12, -128, w * 0.42 - 24, 70, LIT if lit else DAY, width=4),
        pen.dot(w * 0.36, -66, 5),
    )
    bells = "".join(pen.dot(-w * 0.36, -96 + n * 11, 3.2) for n in range(6))
    return glass + stairs + bars + entrance + bells + pen.box(-w * 0.72, -176, w * 1.44, 22, WHITE)


def balcony(pen: Pen, w: float, lit: bool) -> str:
    """A balcony with a door, its railing and what people keep there; left lower corner on the origin."""
    glass = (
        pen.box(10, -118, 62, 112, LIT if lit else DAY, stroke=WHITE, width=8)
        + pen.box(5, -123, 72, 119, "", width=4)
        + at(96, -112, window(pen, w - 116, 62, lit))
    )
    what = pen.random.random()
    if what < 0.3:
        life = (
            at(30, -92, laundry(pen, "shirt", "#2f6f8f"))
            + at(104, -92, laundry(pen, "towel", "#f2c53d"))
            + pen.line((14, -94), (w - 12, -94), width=3)
        )
    elif what < 0.6:
        life = neighbour(pen, w * 0.6, -34)
    else:
        life = plant(pen, w * 0.3, -48) + plant(pen, w * 0.62, -48, 1.2) + plant(pen, w * 0.82, -48, 0.9)
    rail = pen.box(0, -54, w, 50, pen.pick(PANELS)) + pen.line((-4, -58), (w + 4, -58), width=9)
    return glass + life + rail + pen.box(-6, -8, w + 12, 14, "#e9e0cf", width=4)


def storage_door(pen: Pen) -> str:
    """The door of a storage room on the ground floor."""
    planks = pen.line((10, -62), (62, -62), width=3) + pen.line((10, -34), (62, -34), width=3)
    return pen.box(0, -92, 72, 92, "#6f8f86") + planks


def portico_block(pen: Pen, w: float, lit: bool) -> str:
    """Three floors of homes above the storage rooms, round one portico."""
    high, middle = STORAGE + 3 * FLOOR, w / 2
    parts = [
        pen.box(0, -high, w, high, pen.pick(WALLS)),
        bricks(pen, w, 20, high, 60),
        pen.box(0, -STORAGE, w, STORAGE, "#a9694d"),
    ]
    for n in range(3):
        foot = -STORAGE - n * FLOOR
        parts.append(slab(pen, w, -foot))
        for side in (0, 1):
            burning = lit and pen.random.random() < 0.7
            parts.append(at(40 if side == 0 else w - 246, foot - 12, balcony(pen, 206, burning)))
            parts.append(
                at(
                    middle - 240 if side == 0 else middle + 110,
                    foot - 128,
                    window(pen, 130, 92, lit and pen.random.random() < 0.7, 3),
                )
            )
    parts.extend(at(x, 0, storage_door(pen)) for x in (60, 190, w - 270, w - 140))
    return "".join([*parts, at(middle, 0, stairwell(pen, 150, lit)), flat_roof(pen, w, high)])


def gallery(pen: Pen, w: float) -> str:
    """A railing along the whole block, with flowers here and there."""
    bars = "".join(f"M{x} -52V-6" for x in range(10, int(w), 22))
    pots = "".join(plant(pen, pen.random.uniform(20, w - 20), -60, 0.9) for _ in range(int(w / 260)))
    return (
        pots
        + pen.path(bars, "", STEEL, 5)
        + pen.line((-4, -56), (w + 4, -56), stroke=INK, width=10)
        + pen.box(-8, -8, w + 16, 16, "#e9e0cf", width=4)
    )


def maisonette_home(pen: Pen, w: float, lit: bool, mirror: bool) -> str:
    """Two homes on top of each other, each of two floors: the upper one has its door on the gallery."""
    x_door, x_window = (w - 124, 44) if mirror else (40, w - 186)
    parts = []
    for floor in (0, 2):
        up = -floor * 158
        parts.append(at(x_door, up, door(pen, 78, 112, pen.pick(DOORS), lit and pen.random.random() < 0.6)))
        parts.append(at(x_window, up - 128, window(pen, 142, 96, lit and pen.random.random() < 0.75, 3)))
        panel = pen.pick(PANELS)
        parts.append(
            pen.box(28, up - 288, w - 56, 112, panel, width=4)
            + at(40, up - 278, window(pen, 92, 84, lit and pen.random.random() < 0.6))
            + at(w - 132, up - 278, window(pen, 92, 84, lit and pen.random.random() < 0.6))
        )
    return "".join(parts)


def maisonette_block(pen: Pen, homes: int, lit_from: int) -> str:
    """A block of maisonettes with its stair tower; homes from lit_from on burn light."""
    w, step = homes * 370.0, 370
    wall = pen.box(0, -634, w, 634, pen.pick(WALLS)) + bricks(pen, w, 20, 620, homes * 14)
    fronts = "".join(
        at(
            i * step,
            0,
            maisonette_home(pen, step, i >= lit_from, i % 2 == 1),
            pen.line((0, 0), (0, -630), width=4),
        )
        for i in range(homes)
    )
    rail = at(0, -316, gallery(pen, w)) + slab(pen, w, 158) + slab(pen, w, 474)
    gardens = "".join(at(i * step, 0, front_garden(pen, step, i)) for i in range(homes))
    return wall + fronts + rail + flat_roof(pen, w, 634) + gardens


def stair_tower(pen: Pen, lit: bool) -> str:
    """The stairs beside a block of maisonettes."""
    glass = pen.box(26, -640, 98, 560, LIT if lit else DAY) + "".join(
        pen.line((26, -y), (124, -y - 60), stroke=GREY, width=8) + pen.line((26, -y), (124, -y), width=4)
        for y in range(150, 600, 110)
    )
    return (
        pen.box(0, -700, 150, 700, BRICK)
        + glass
        + pen.box(30, -150, 90, 150, LEAF)
        + pen.box(44, -134, 62, 60, DAY, width=4)
        + pen.box(-8, -716, 166, 22, WHITE)
        + pen.box(20, -172, 110, 18, OCHRE, width=4)
    )


def portico_row(pen: Pen, width: float) -> str:
    """Portico flats along the whole street; evening at the right end."""
    return "".join(at(x, 0, portico_block(pen, 1060, x > width * 0.45)) for x in range(-20, int(width), 1072))


def maisonette_row(pen: Pen, width: float) -> str:
    """Two long blocks with a stair tower between them."""
    left, right = maisonette_block(pen, 5, 9), maisonette_block(pen, 6, 1)
    return at(-20, 0, left) + at(1980, 0, right) + at(1830, 0, stair_tower(pen, False))
