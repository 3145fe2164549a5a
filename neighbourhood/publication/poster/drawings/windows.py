"""Windows, doors and what stands in them. Origin of a window: its left upper corner; of a door: its left foot."""

from ..ink import Pen, at
from ..palette import BRICK, CREAM, DAY, INK, LEAF, LEAF_SOFT, LIT, OCHRE, WHITE
from .cast import CAST
from .heads import head


def curtains(pen: Pen, w: float, h: float) -> str:
    """Two curtains, drawn aside."""
    colour = pen.pick(("#f3e3cf", "#e9b8a4", "#b9cfd0", "#f0cf8a"))
    left = [(7, 7), (0.3 * w, 7), (0.16 * w, 0.5 * h), (0.22 * w, h - 7), (7, h - 7)]
    right = [(w - x, y) for x, y in left]
    return pen.shape(left, colour, stroke="") + pen.shape(right, colour, stroke="")


def plant(pen: Pen, x: float, y: float, size: float = 1) -> str:
    """A plant in a pot; the pot stands on x, y."""
    leaves = [
        pen.smooth(
            [
                (x - 7 * size, y - 18 * size),
                (x + (dx - 9) * size, y - (48 - abs(dx)) * size),
                (x + (dx + 9) * size, y - (52 - abs(dx)) * size),
                (x + 7 * size, y - 18 * size),
            ],
            LEAF_SOFT,
            width=3.5,
        )
        for dx in (-17, 17, 0)
    ]
    pot = [
        (x - 12 * size, y - 20 * size),
        (x + 12 * size, y - 20 * size),
        (x + 8 * size, y),
        (x - 8 * size, y),
    ]
    return "".join(leaves) + pen.shape(pot, BRICK, width=4)


def cat(pen: Pen, x: float, y: float, colour: str = "#3a2a24") -> str:
    """A cat that sits on x, y and looks outside."""
    body = pen.smooth(
        [(x - 15, y), (x - 13, y - 28), (x, y - 38), (x + 13, y - 28), (x + 15, y)], colour, stroke=""
    )
    ears = pen.shape(
        [(x - 11, y - 40), (x - 11, y - 58), (x, y - 48), (x + 11, y - 58), (x + 11, y - 40)],
        colour,
        stroke="",
        wobble=1,
    )
    return (
        body
        + ears
        + pen.oval(x, y - 40, 13, 11, colour, stroke="")
        + pen.dot(x - 5, y - 42, 2.2, LIT)
        + pen.dot(x + 5, y - 42, 2.2, LIT)
    )


def neighbour(pen: Pen, x: float, y: float) -> str:
    """Somebody who looks out of the window."""
    look = CAST[pen.pick(("auntie", "uncle", "woman", "student", "mother"))]
    shoulders = pen.smooth(
        [(x - 30, y), (x - 24, y - 28), (x, y - 38), (x + 24, y - 28), (x + 30, y)], look.coat, width=4.5
    )
    return shoulders + at(x, y - 54, head(pen, 20, look.skin, look.hair, look.hair_colour))


def inside(pen: Pen, w: float, h: float) -> tuple[str, str]:
    """What can be seen in a window, behind and before its bars: curtains, plants, a cat, a neighbour, a lamp."""
    what = pen.random.random()
    if what < 0.45:
        return curtains(pen, w, h), ""
    if what < 0.65:
        return plant(pen, w * 0.3, h - 4) + plant(pen, w * 0.72, h - 4, 0.8), ""
    if what < 0.74 and w > 70:
        return "", cat(pen, w * 0.5, h - 4)
    if what < 0.83 and w > 80:
        return "", neighbour(pen, w * 0.5, h - 4)
    if what < 0.90:
        shade = [(w * 0.38, h * 0.2), (w * 0.62, h * 0.2), (w * 0.74, h * 0.42), (w * 0.26, h * 0.42)]
        return pen.line((w / 2, 0), (w / 2, h * 0.2), width=3) + pen.shape(shade, OCHRE, width=4), ""
    return "", ""


def window(pen: Pen, w: float, h: float, lit: bool, panes: int = 2, frame: str = WHITE) -> str:
    """A sash window with a sill; lit in the evening."""
    behind, before = inside(pen, w, h)
    pane = pen.box(0, 0, w, h, LIT if lit else DAY, width=9, stroke=frame)
    shine = "" if lit else pen.line((w * 0.62, h * 0.62), (w * 0.8, h * 0.42), stroke=WHITE, width=5)
    bars = pen.line((3, h * 0.34), (w - 3, h * 0.34), stroke=frame, width=6)
    for i in range(1, panes):
        top = 3 if panes == 2 else h * 0.02
        bars += pen.line((w * i / panes, top), (w * i / panes, h - 3), stroke=frame, width=6)
    edge = pen.box(-5, -5, w + 10, h + 10, "", width=4)
    sill = pen.box(-11, h + 4, w + 22, 11, CREAM, width=4)
    return pane + shine + behind + bars + before + edge + sill


def arch(pen: Pen, w: float, colour: str = CREAM) -> str:
    """A shallow brick arch with a key stone above a window of width w."""
    top = [(-12, -6), (-6, -26), (w / 2, -36), (w + 6, -26), (w + 12, -6), (w / 2, -14)]
    key = [(w / 2 - 9, -39), (w / 2 + 9, -39), (w / 2 + 6, -10), (w / 2 - 6, -10)]
    return pen.shape(top, "#8f4436", width=4) + pen.shape(key, colour, width=4)


def door(pen: Pen, w: float, h: float, colour: str, lit: bool) -> str:
    """A front door with a fanlight, a letter box and a step. No number: nobody's house."""
    light = pen.box(0, -h - 38, w, 34, LIT if lit else DAY, width=5)
    leaf = pen.box(0, -h, w, h, colour)
    pane = pen.box(w * 0.22, -h + 16, w * 0.56, h * 0.34, LIT if lit else DAY, width=4)
    box = pen.box(w * 0.3, -h * 0.46, w * 0.4, 9, CREAM, width=3)
    panel = pen.box(w * 0.2, -h * 0.36, w * 0.6, h * 0.26, "", width=3)
    knob = pen.dot(w * 0.87, -h * 0.5, 5, INK)
    return light + leaf + pane + box + panel + knob + pen.box(-12, -4, w + 24, 12, "#cbb999", width=4)


def window_box(pen: Pen, w: float) -> str:
    """A box of flowers under a window; origin at the left end of the sill."""
    flowers = ""
    for i in range(int(w / 15)):
        x = 8 + i * 15 + pen.near(3)
        flowers += pen.oval(x, -7 + pen.near(4), 10, 10, LEAF, stroke="") + pen.dot(
            x, -12 + pen.near(5), 5.5, pen.pick(("#d9534a", "#f2c53d", "#e7a0b4", WHITE))
        )
    return flowers + pen.box(0, -2, w, 17, "#8a5a38", width=4)
