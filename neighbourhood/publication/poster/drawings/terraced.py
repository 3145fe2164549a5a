"""Terraced brick houses of a hundred years old: eaves and gables in turn, chimneys, front gardens.

A house stands with the left foot of its wall on the origin; sizes in units of a tenth of a millimetre.
"""

from ..ink import Pen, at
from ..palette import BRICKS, CREAM, DOORS, INK, LEAF, ROOFS, WHITE
from .windows import arch, door, window, window_box

EAVES = 420
GROUND_WINDOW = 150


def bricks(pen: Pen, w: float, bottom: float, top: float, count: int) -> str:
    """A few bricks of another shade, enough to say brick."""
    marks = []
    for _ in range(count):
        x, y = pen.random.uniform(14, w - 44), -pen.random.uniform(bottom, top)
        colour = pen.pick(("#00000022", "#ffffff2e"))
        marks.append(
            f'<rect x="{x:.0f}" y="{y:.0f}" width="{pen.pick((20, 26, 32))}" height="8" rx="2" fill="{colour[:7]}" fill-opacity="{"0.15" if colour[1] == "0" else "0.2"}" stroke="none"/>'
        )
    return "".join(marks)


def bands(pen: Pen, w: float, *heights: float) -> str:
    """Bands of yellow brick across the wall."""
    return "".join(pen.box(0, -h, w, 13, "#e6c793", width=3) for h in heights)


def tiles(pen: Pen, left: float, right: float, low: float, high: float, count: int) -> str:
    """Some roof tiles, as little hollows."""
    marks = ""
    for _ in range(count):
        x, y = pen.random.uniform(left, right - 30), -pen.random.uniform(low, high)
        marks += f"M{x:.0f} {y:.0f}q9 12 18 0q9 12 18 0"
    return pen.path(marks, "", "#3b2a28", 3) if marks else ""


def chimney(pen: Pen, x: float, foot: float, colour: str, smoke: bool = False) -> str:
    """A chimney with pots; foot: the height where it stands on the roof."""
    stack = pen.box(x, -foot - 78, 52, 84, colour) + pen.box(x - 6, -foot - 88, 64, 16, CREAM)
    pots = "".join(pen.box(x + dx, -foot - 112, 14, 26, "#c9825a", width=4) for dx in (7, 31))
    if not smoke:
        return stack + pots
    plume = [(x + 14, -foot - 124), (x + 4, -foot - 150), (x + 26, -foot - 168), (x + 16, -foot - 196)]
    return stack + pots + pen.smooth(plume, "", closed=False, stroke="#b9b4a8", width=9)


def dormer(pen: Pen, x: float, foot: float, lit: bool) -> str:
    """A dormer with a small hipped roof."""
    wall = pen.box(x, -foot - 92, 108, 96, WHITE)
    glass = at(x + 20, -foot - 78, window(pen, 68, 62, lit, frame="#e8dcc6"))
    roof = pen.shape(
        [(x - 16, -foot - 90), (x + 22, -foot - 142), (x + 86, -foot - 142), (x + 124, -foot - 90)], "#5d5f66"
    )
    return wall + glass + roof


def eaves_roof(pen: Pen, w: float, lit: bool, with_dormer: bool, smoke: bool) -> str:
    """A roof along the street, with its gutter."""
    colour, high = pen.pick(ROOFS), EAVES + 215
    slope = pen.shape([(-6, -EAVES), (w + 6, -EAVES), (w + 6, -high), (-6, -high)], colour)
    top = pen.box(-10, -high - 10, w + 20, 18, "#5a3a34", width=4)
    extra = dormer(pen, w / 2 - 54, EAVES + 34, lit) if with_dormer else ""
    stack = chimney(pen, w - 70 if with_dormer else w / 2 - 90, high - 10, "#8f4436", smoke)
    gutter = pen.box(-8, -EAVES - 12, w + 16, 22, WHITE)
    return stack + slope + tiles(pen, 10, w - 10, EAVES + 40, high - 30, 11) + top + extra + gutter


def pointed_gable(pen: Pen, w: float, colour: str, lit: bool) -> str:
    """A front gable that comes to a point, with coping stones and an attic window."""
    middle, peak = w / 2, EAVES + 262
    wall = pen.shape([(0, -EAVES + 30), (0, -EAVES), (middle, -peak), (w, -EAVES), (w, -EAVES + 30)], colour)
    cover = pen.box(4, -EAVES - 4, w - 8, 40, colour, stroke="")
    coping = pen.limb(
        [(-12, -EAVES + 4), (middle, -peak - 8), (w + 12, -EAVES + 4)][:2], CREAM, 13
    ) + pen.limb([(w + 12, -EAVES + 4), (middle, -peak - 8)], CREAM, 13)
    knob = pen.oval(middle, -peak - 20, 14, 14, CREAM)
    attic = at(middle - 36, -EAVES - 122, arch(pen, 72), window(pen, 72, 86, lit))
    return wall + cover + bands(pen, w, EAVES + 4) + coping + knob + attic


def stepped_gable(pen: Pen, w: float, colour: str, lit: bool) -> str:
    """A front gable with steps, each under a stone."""
    steps = [(0.0, 0), (0.0, 62), (0.15, 62), (0.15, 130), (0.30, 130), (0.30, 196), (0.42, 196), (0.42, 240)]
    left = [(x * w, -EAVES - up) for x, up in steps]
    right = [(w - x, y) for x, y in reversed(left)]
    wall = pen.shape([(0, -EAVES + 30), *left, *right, (w, -EAVES + 30)], colour)
    cover = pen.box(4, -EAVES - 4, w - 8, 40, colour, stroke="")
    stones = "".join(
        pen.box(x * w - 5, -EAVES - up - 10, (n - x) * w + 9, 13, CREAM, width=4)
        + pen.box(w - n * w - 4, -EAVES - up - 10, (n - x) * w + 9, 13, CREAM, width=4)
        for x, up, n in ((0.0, 62, 0.15), (0.15, 130, 0.30), (0.30, 196, 0.42))
    )
    top = pen.box(0.42 * w - 6, -EAVES - 252, 0.16 * w + 12, 14, CREAM, width=4)
    attic = at(w / 2 - 34, -EAVES - 118, arch(pen, 68), window(pen, 68, 84, lit))
    return wall + cover + stones + top + bands(pen, w, EAVES + 4) + attic


def front(pen: Pen, w: float, colour: str, lit: bool, mirror: bool) -> str:
    """Wall, door, ground floor window and the two windows above."""
    wall = pen.box(0, -EAVES, w, EAVES, colour) + bricks(pen, w, 30, EAVES, 26)
    plinth = pen.box(0, -34, w, 34, "#6d4740", width=4)
    door_x, wide_x = (w - 122, 46) if mirror else (38, w - 46 - GROUND_WINDOW)
    entrance = at(door_x, 0, at(0, -208, arch(pen, 84)), door(pen, 84, 165, pen.pick(DOORS), lit))
    low = at(
        wide_x,
        -205,
        arch(pen, GROUND_WINDOW),
        window(pen, GROUND_WINDOW, 128, lit and pen.random.random() < 0.8, 3),
    )
    if pen.random.random() < 0.4:
        low += at(wide_x, -72, window_box(pen, GROUND_WINDOW))
    high = "".join(
        at(x, -382, arch(pen, 84), window(pen, 84, 112, lit and pen.random.random() < 0.55))
        for x in (40, w - 124)
    )
    return wall + plinth + bands(pen, w, 236) + entrance + low + high


def house(pen: Pen, w: float, kind: str, lit: bool, mirror: bool = False) -> str:
    """One house; kind: eaves, dormer, point or step."""
    colour = pen.pick(BRICKS)
    walls = front(pen, w, colour, lit, mirror)
    if kind == "point":
        return walls + pointed_gable(pen, w, colour, lit)
    if kind == "step":
        return walls + stepped_gable(pen, w, colour, lit)
    return walls + eaves_roof(pen, w, lit, kind == "dormer", pen.random.random() < 0.4)


RHYTHM = (
    "eaves",
    "point",
    "dormer",
    "eaves",
    "step",
    "dormer",
    "eaves",
    "point",
    "dormer",
    "step",
    "eaves",
    "dormer",
)


def row(pen: Pen, width: float) -> str:
    """A whole street of houses, day at the left end and evening at the right."""
    parts, x, number = [], -40.0, 0
    while x < width:
        kind = RHYTHM[number % len(RHYTHM)]
        w = 380 if kind in ("point", "step") else 400
        home = house(pen, w, kind, x > width * 0.52, number % 2 == 1)
        parts.append((kind, at(x, 0, home, front_garden(pen, w, number))))
        x, number = x + w, number + 1
    return "".join(part for kind, part in parts if kind in ("eaves", "dormer")) + "".join(
        part for kind, part in parts if kind in ("point", "step")
    )


def front_garden(pen: Pen, w: float, number: int) -> str:
    """A strip of green before the window, beside the path to the door."""
    kind = ("hedge", "flowers", "fence", "flowers")[number % 4]
    wide = w - 160
    bush = garden(pen, wide, kind) if kind != "fence" else flowers(pen, wide) + garden(pen, wide, "fence")
    return at(12 if number % 2 else 148, 16, bush)


def garden(pen: Pen, w: float, kind: str) -> str:
    """A front garden before one house: a hedge, a fence or flowers; 0 to w along the pavement."""
    if kind == "hedge":
        top = [(x, -58 - (12 if i % 2 else 0)) for i, x in enumerate(range(0, int(w) + 1, 26))]
        return pen.smooth([(0, 0), *top, (w, 0)], LEAF, wobble=3) + "".join(
            pen.dot(pen.random.uniform(10, w - 10), -pen.random.uniform(12, 48), 4, "#a9c786")
            for _ in range(9)
        )
    if kind == "fence":
        pickets = "".join(
            pen.shape([(x, 0), (x, -52), (x + 8, -62), (x + 16, -52), (x + 16, 0)], WHITE, width=4)
            for x in range(0, int(w) - 10, 27)
        )
        return pen.box(0, -40, w, 10, WHITE, width=4) + pickets
    return flowers(pen, w)


def flowers(pen: Pen, w: float) -> str:
    """Hollyhocks and what else grows against a front wall."""
    parts = []
    for _ in range(int(w / 26)):
        x, tall = pen.random.uniform(6, w - 6), pen.random.uniform(30, 92)
        parts.append(pen.line((x, 0), (x + pen.near(8), -tall), stroke=LEAF, width=6))
        colour = pen.pick(("#d9534a", "#f2c53d", "#e7a0b4", "#fffdf8", "#8f6bb0"))
        parts.append(
            "".join(
                pen.oval(x + pen.near(7), -tall + step, 11, 10, colour, width=3.5)
                for step in range(0, int(tall * 0.5), 22)
            )
        )
        parts.append(pen.oval(x + pen.near(8), -8, 16, 12, LEAF, stroke=INK, width=3.5))
    return "".join(parts)
