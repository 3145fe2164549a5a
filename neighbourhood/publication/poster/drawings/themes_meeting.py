"""Drawings for islands about meeting, help and what is near. Each stands on the origin, like the others."""

from dataclasses import replace

from ..ink import Pen, at
from ..palette import BRICK, CREAM, DAY, LEAF, LIT, OCHRE, STEEL, WHITE, WOOD
from .cast import CAST
from .people import in_wheelchair, person
from .windows import door


def strangers(pen: Pen) -> str:
    """Two people pass without a greeting, both looking away."""
    left = at(-84, 0, person(pen, replace(CAST["student"], mood=-0.3), "back", "swing", 12), mirror=True)
    right = at(84, 0, person(pen, replace(CAST["uncle"], mood=-0.4), "back", "down", 12))
    gap = "".join(pen.line((0, y), (0, y - 20), stroke=STEEL, width=5) for y in (-20, -64, -108, -152, -196))
    return left + right + gap


def shops(pen: Pen) -> str:
    """A shop round the corner and somebody with a full bag."""
    wall = pen.box(-60, -236, 216, 236, "#d7a678") + pen.box(-40, -140, 112, 104, DAY)
    goods = "".join(
        pen.oval(x, -52, 13, 13, colour, width=4)
        for x, colour in ((-20, BRICK), (8, OCHRE), (36, LEAF), (58, BRICK))
    )
    entrance = at(86, 0, door(pen, 54, 140, "#1f6b6b", True))
    stripes = "".join(
        pen.smooth(
            [(x, -178), (x + 2, -150), (x + 17, -138), (x + 32, -150), (x + 34, -178)], colour, width=4
        )
        for x, colour in zip(range(-72, 134, 34), (BRICK, CREAM) * 4, strict=False)
    )
    sign = pen.box(-52, -226, 200, 40, "#2f6f8f") + "".join(
        pen.line((x, -206), (x + 22, -206), stroke=CREAM, width=8) for x in (-20, 20, 60, 96)
    )
    bag = pen.box(-96, -74, 44, 50, WOOD) + pen.smooth([(-90, -74), (-84, -96), (-78, -74)], LEAF, width=4)
    return (
        wall
        + goods
        + entrance
        + stripes
        + sign
        + at(-110, 0, person(pen, CAST["mother"], "down", "swing", 10))
        + bag
    )


def known_face(pen: Pen) -> str:
    """A familiar face at the front door: somebody with a badge and a folder greets a resident."""
    frame = pen.box(34, -252, 126, 252, "#b85f45") + at(55, 0, door(pen, 84, 172, "#d19a3a", True))
    visitor = at(-76, 0, person(pen, CAST["runner"], "wave", "hold"))
    folder = pen.box(-62, -124, 42, 54, LIT, width=4.5) + pen.box(-92, -132, 16, 20, WHITE, width=3.5)
    return frame + at(98, 0, person(pen, CAST["gran"], "cup", "down"), mirror=True) + visitor + folder


def caring(pen: Pen) -> str:
    """Somebody who cares for another, day after day."""
    carer = at(-104, 0, person(pen, replace(CAST["woman"], mood=-0.4), "push", "push", 8))
    drops = "".join(
        pen.smooth([(x, y), (x + 7, y + 12), (x, y + 18), (x - 7, y + 12)], "#6fa3bd", width=3.5)
        for x, y in ((-140, -214), (-66, -222))
    )
    return carer + drops + at(24, 0, in_wheelchair(pen, replace(CAST["grandad"], mood=0.2)))


def thin_walls(pen: Pen) -> str:
    """Noise that comes through the wall."""
    rooms = pen.box(-152, -236, 304, 236, "#f0e2c6") + pen.box(-8, -236, 16, 236, "#b85f45")
    waves = "".join(
        pen.smooth([(x, -150 - s), (x + 12, -130), (x, -110 + s)], "", closed=False, stroke=BRICK, width=6)
        for x, s in ((20, 10), (42, 22), (64, 34))
    )
    loud = (
        pen.box(-132, -96, 62, 96, STEEL)
        + pen.oval(-101, -34, 22, 22, CREAM)
        + pen.oval(-101, -74, 11, 11, CREAM)
    )
    child = at(-44, 0, person(pen, CAST["boy"], "cheer", "wave", 8), mirror=True)
    return (
        rooms
        + loud
        + child
        + waves
        + at(108, 0, person(pen, replace(CAST["captain"], mood=-0.8), "phone", "hip"), mirror=True)
    )


THEMES = {
    "strangers": strangers,
    "shops": shops,
    "known_face": known_face,
    "caring": caring,
    "thin_walls": thin_walls,
}
