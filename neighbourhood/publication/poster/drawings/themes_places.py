"""Drawings for islands about places and traffic. Each stands on the origin, like the others."""

from dataclasses import replace

from ..ink import Pen, at
from ..palette import BRICK, DAY, GREY, INK, LEAF, LIT, OCHRE, STEEL, WHITE, WOOD, WOOD_DARK
from .cast import CAST
from .people import person, with_rollator
from .things import lamp

NIGHT = "#3f5a66"


def dark_path(pen: Pen) -> str:
    """A dark path behind the sheds; the lamp is out."""
    night = pen.smooth(
        [(-158, 0), (-162, -150), (-130, -232), (0, -258), (130, -232), (162, -150), (158, 0), (0, 3)], NIGHT
    )
    moon = pen.smooth([(86, -222), (108, -198), (90, -172), (116, -182), (122, -208)], LIT, width=4)
    path = pen.shape([(-66, 2), (-16, -128), (16, -128), (70, 2)], "#6d7f83", width=4)
    left = pen.shape([(-157, 1), (-160, -140), (-22, -128), (-70, 2)], WOOD_DARK) + "".join(
        pen.line((x, 0), (x * 0.72 - 42, -134), stroke="#5f3b26", width=4) for x in (-148, -126, -104, -84)
    )
    right = pen.shape([(157, 1), (160, -140), (22, -128), (74, 2)], "#7d4a36") + "".join(
        pen.line((x, 0), (x * 0.72 + 42, -134), stroke="#5f3b26", width=4) for x in (148, 126, 104, 84)
    )
    walker = at(0, -2, person(pen, replace(CAST["student"], tall=150, mood=-0.6), "down", "hold"))
    return night + moon + path + left + right + at(-52, -20, lamp(pen, False, 170)) + walker


def bus_stop(pen: Pen) -> str:
    """Somebody waits for the bus."""
    shelter = (
        pen.limb([(-130, 0), (-130, -210)], STEEL, 8)
        + pen.limb([(20, 0), (20, -210)], STEEL, 8)
        + pen.box(-124, -190, 140, 130, DAY, width=4)
        + pen.box(-150, -228, 196, 22, STEEL)
    )
    pole = pen.limb([(104, 0), (104, -190)], STEEL, 8) + pen.box(66, -254, 78, 74, OCHRE)
    bus = (
        pen.box(80, -240, 50, 34, WHITE, width=4)
        + pen.line((82, -222), (128, -222), width=4)
        + pen.dot(92, -202, 6)
        + pen.dot(118, -202, 6)
    )
    clock = pen.oval(-54, -128, 34, 34, WHITE, width=4.5) + pen.line(
        (-54, -150), (-54, -128), (-38, -120), width=4.5
    )
    return (
        shelter
        + clock
        + pole
        + bus
        + at(40, 0, person(pen, replace(CAST["woman"], mood=-0.5), "hip", "down"), mirror=True)
        + at(-96, 0, person(pen, replace(CAST["boy"], mood=-0.3), "down", "hold"))
    )


def containers(pen: Pen) -> str:
    """Full containers with bags beside them."""
    bins = "".join(
        at(
            x,
            0,
            pen.shape([(-46, 0), (-52, -140), (52, -140), (46, 0)], colour),
            pen.shape([(-56, -140), (-50, -166), (50, -180), (56, -142)], colour),
            pen.line((-24, -100), (24, -100), stroke=WHITE, width=6),
        )
        for x, colour in ((-92, STEEL), (24, "#3f7f6b"))
    )
    bags = "".join(
        at(
            x,
            y,
            pen.smooth(
                [(0, -s * 0.2), (s, 0), (s * 1.1, s * 0.9), (0, s), (-s * 1.1, s * 0.9), (-s, 0)], colour
            ),
            pen.line((-8, -s * 0.3), (0, -s * 0.14), (9, -s * 0.34), width=5),
        )
        for x, y, s, colour in ((108, -52, 46, "#4c5a5e"), (-36, -40, 34, GREY), (76, -34, 32, "#4c5a5e"))
    )
    top = at(
        -92, -188, pen.smooth([(-26, 12), (0, -22), (30, 10)], GREY), pen.line((-4, -22), (4, -30), width=5)
    )
    return top + bins + bags + pen.box(118, -40, 40, 36, WOOD, width=4)


def scooter(pen: Pen) -> str:
    """A scooter races over the pavement, somebody with a rollator stops."""
    wheels = "".join(
        pen.oval(x, -22, 22, 22, GREY) + pen.oval(x, -22, 7, 7, WHITE, width=4) for x in (60, 148)
    )
    body = pen.smooth(
        [
            (34, -40),
            (52, -82),
            (90, -74),
            (112, -40),
            (132, -46),
            (136, -104),
            (152, -100),
            (156, -34),
            (60, -28),
        ],
        BRICK,
    )
    rider = replace(CAST["man"], hair="cap", hair_colour=OCHRE, coat="#46566e", tall=150, mood=0)
    bar = pen.line((126, -124), (150, -112), width=7)
    wind = "".join(
        pen.line((x, y), (x - w, y), stroke=STEEL, width=5)
        for x, y, w in ((34, -110, 42), (26, -78, 52), (30, -46, 36))
    )
    return (
        at(-128, 0, with_rollator(pen, replace(CAST["gran"], mood=-0.9, tall=190)))
        + wind
        + at(82, -22, person(pen, rider, "hold", "hold"))
        + body
        + bar
        + wheels
    )


def speeding(pen: Pen) -> str:
    """A car drives too fast; a child wants to cross."""
    body = pen.smooth(
        [(-164, -34), (-160, -78), (-118, -88), (-84, -132), (10, -134), (44, -92), (76, -82), (80, -34)],
        BRICK,
    )
    glass = pen.shape([(-96, -92), (-74, -120), (-42, -122), (-42, -92)], DAY, width=4) + pen.shape(
        [(-30, -92), (-30, -122), (2, -122), (26, -92)], DAY, width=4
    )
    wheels = "".join(
        pen.oval(x, -28, 29, 29, "#33424a") + pen.oval(x, -28, 11, 11, WHITE, width=4) for x in (-108, 28)
    )
    wind = "".join(
        pen.line((-150 - y / 2, y - 40), (-150 - y / 2 - w + 30, y - 42), stroke=STEEL, width=5)
        for y, w in ((-60, 60), (-100, 70))
    )
    light = pen.oval(72, -66, 9, 12, LIT, width=4)
    sign = (
        pen.limb([(150, 0), (150, -190)], STEEL, 6)
        + pen.shape([(150, -262), (196, -182), (104, -182)], WHITE, stroke=BRICK, width=13)
        + pen.path("M150 -236V-212", "", INK, 9)
        + pen.dot(150, -197, 5.5)
    )
    return (
        sign
        + at(-18, 0, wind, body, glass, light, wheels, scale=0.84)
        + at(112, 2, person(pen, replace(CAST["boy"], mood=-0.9), "down", "hold"), mirror=True)
    )


def parking(pen: Pen) -> str:
    """A parking place in the evening where nobody likes to walk."""
    night = pen.smooth(
        [(-158, 0), (-162, -150), (-130, -232), (0, -258), (130, -232), (162, -150), (158, 0), (0, 3)], NIGHT
    )
    sign = (
        pen.box(-132, -232, 62, 62, "#2d6390")
        + pen.path("M-112 -180V-220H-98a11 11 0 0 1 0 23H-110", "", WHITE, 8)
        + pen.limb([(-101, -168), (-101, -60)], STEEL, 6)
    )
    cars = at(-50, 0, car_front(pen, "#5d7075")) + at(86, 0, car_front(pen, "#46566e"))
    moon = pen.smooth([(86, -222), (108, -198), (90, -172), (116, -182), (122, -208)], LIT, width=4)
    return night + moon + sign + at(8, -60, lamp(pen, False, 150)) + cars


def car_front(pen: Pen, colour: str) -> str:
    """A parked car seen from the front."""
    tyres = pen.box(-52, -26, 24, 26, INK, stroke="") + pen.box(28, -26, 24, 26, INK, stroke="")
    top = pen.smooth([(-42, -70), (-32, -118), (32, -118), (42, -70)], colour) + pen.shape(
        [(-30, -76), (-24, -108), (24, -108), (30, -76)], "#9fb4ba", width=4
    )
    nose = pen.smooth([(-58, -20), (-60, -66), (-40, -80), (40, -80), (60, -66), (58, -20)], colour)
    return (
        tyres
        + top
        + nose
        + pen.oval(-38, -52, 11, 10, LIT, width=4)
        + pen.oval(38, -52, 11, 10, LIT, width=4)
        + pen.box(-18, -44, 36, 14, WHITE, width=3.5)
    )


def door_key(pen: Pen) -> str:
    """Neighbours who hold each other's key."""
    left, right = (
        at(-86, 0, person(pen, CAST["mother"], "reach", "down")),
        at(86, 0, person(pen, CAST["gran"], "reach", "down"), mirror=True),
    )
    key = at(
        0,
        -146,
        pen.oval(-24, 0, 19, 19, LIT),
        pen.oval(-24, 0, 7, 7, WHITE, width=4),
        pen.limb([(-4, 0), (40, 0)], LIT, 6),
        pen.limb([(28, 2), (28, 15)], LIT, 5),
        pen.limb([(40, 2), (40, 13)], LIT, 5),
    )
    rays = "".join(
        pen.line((x, -182 - d), (x * 1.5, -206 - d), stroke=OCHRE, width=6)
        for x, d in ((-30, 0), (0, 8), (30, 0))
    )
    return (
        left
        + right
        + key
        + rays
        + pen.smooth([(-150, 2), (0, 8), (150, 2)], "", closed=False, stroke=LEAF, width=6)
    )


THEMES = {
    "dark_path": dark_path, "bus_stop": bus_stop, "containers": containers, "scooter": scooter, "speeding": speeding,
    "parking": parking, "door_key": door_key,
}  # fmt: skip
