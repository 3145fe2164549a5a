"""Drawings for islands about places, homes, letters and traffic. Each stands on the origin, like the others."""

from dataclasses import replace

from ..ink import Pen, at
from ..palette import BRICK, CREAM, DAY, GREY, INK, LEAF, LIT, OCHRE, STEEL, WHITE, WOOD, WOOD_DARK
from .cast import CAST
from .heads import head
from .people import Look, person, with_rollator, with_stick
from .things import lamp
from .windows import plant, window


NIGHT = "#3f5a66"


def dark_path(pen: Pen) -> str:
    """A dark path behind the sheds; the lamp is out."""
    night = pen.smooth([(-158, 0), (-162, -150), (-130, -232), (0, -258), (130, -232), (162, -150), (158, 0), (0, 3)], NIGHT)
    moon = pen.smooth([(86, -222), (108, -198), (90, -172), (116, -182), (122, -208)], LIT, width=4)
    path = pen.shape([(-66, 2), (-16, -128), (16, -128), (70, 2)], "#6d7f83", width=4)
    left = pen.shape([(-157, 1), (-160, -140), (-22, -128), (-70, 2)], WOOD_DARK) + "".join(pen.line((x, 0), (x * 0.72 - 42, -134), stroke="#5f3b26", width=4) for x in (-148, -126, -104, -84))
    right = pen.shape([(157, 1), (160, -140), (22, -128), (74, 2)], "#7d4a36") + "".join(pen.line((x, 0), (x * 0.72 + 42, -134), stroke="#5f3b26", width=4) for x in (148, 126, 104, 84))
    walker = at(0, -2, person(pen, replace(CAST["student"], tall=150, mood=-0.6), "down", "hold"))
    return night + moon + path + left + right + at(-52, -20, lamp(pen, False, 170)) + walker


def bus_stop(pen: Pen) -> str:
    """Somebody waits for the bus."""
    shelter = pen.limb([(-130, 0), (-130, -210)], STEEL, 8) + pen.limb([(20, 0), (20, -210)], STEEL, 8) + pen.box(-124, -190, 140, 130, DAY, width=4) + pen.box(-150, -228, 196, 22, STEEL)
    pole = pen.limb([(104, 0), (104, -190)], STEEL, 8) + pen.box(66, -254, 78, 74, OCHRE)
    bus = pen.box(80, -240, 50, 34, WHITE, width=4) + pen.line((82, -222), (128, -222), width=4) + pen.dot(92, -202, 6) + pen.dot(118, -202, 6)
    clock = pen.oval(-54, -128, 34, 34, WHITE, width=4.5) + pen.line((-54, -150), (-54, -128), (-38, -120), width=4.5)
    return shelter + clock + pole + bus + at(40, 0, person(pen, replace(CAST["woman"], mood=-0.5), "hip", "down"), mirror=True) + at(-96, 0, person(pen, replace(CAST["boy"], mood=-0.3), "down", "hold"))


def envelope(pen: Pen, x: float, y: float, w: float, colour: str = WHITE) -> str:
    """A closed envelope."""
    h = w * 0.62
    return pen.box(x, y - h, w, h, colour, width=4.5) + pen.line((x + 2, y - h + 2), (x + w / 2, y - h * 0.42), (x + w - 2, y - h + 2), width=4.5)


def letters(pen: Pen) -> str:
    """A pile of letters and somebody who cannot make head or tail of them."""
    reader = at(-62, 0, person(pen, replace(CAST["uncle"], mood=-0.8), "phone", "hold"))
    pile = "".join(at(0, -26 * i, envelope(pen, 20 + (i % 3) * 9, 0, 112, (WHITE, "#f0d7a6", DAY)[i % 3])) for i in range(4))
    letter = pen.shape([(-20, -150), (42, -158), (48, -82), (-12, -76)], WHITE, width=4.5) + "".join(pen.line((-6, y), (34, y - 5), width=3.5) for y in (-134, -120, -106, -92))
    return pile + reader + letter + mark(pen, 66, -212, 46) + mark(pen, 122, -192, 34)


def mark(pen: Pen, x: float, y: float, size: float) -> str:
    """A question mark."""
    curve = [(x - 0.3 * size, y - 0.4 * size), (x - 0.1 * size, y - 0.75 * size), (x + 0.3 * size, y - 0.6 * size), (x + 0.2 * size, y - 0.2 * size), (x, y + 0.1 * size)]
    return pen.smooth(curve, "", closed=False, stroke=BRICK, width=11) + pen.dot(x, y + 0.42 * size, 7.5, BRICK)


def talents(pen: Pen) -> str:
    """Somebody mends a cupboard for a neighbour."""
    cupboard = pen.box(10, -176, 124, 176, WOOD) + pen.box(22, -164, 46, 150, "#c99564", width=4) + pen.dot(60, -90, 5)
    leaf = pen.shape([(84, -166), (128, -150), (128, -6), (84, -14)], "#c99564") + pen.dot(92, -90, 5)
    pot = plant(pen, 44, -178, 1.3)
    box = pen.box(-160, -46, 74, 46, BRICK) + pen.limb([(-146, -46), (-123, -76), (-100, -46)], STEEL, 6)
    hammer = pen.limb([(10, -112), (30, -168)], WOOD, 6) + pen.box(10, -186, 46, 20, STEEL)
    return cupboard + leaf + pot + box + at(-44, 0, person(pen, CAST["man"], "reach", "push")) + hammer


def damp_home(pen: Pen) -> str:
    """A room with mould in the corner and a cold radiator."""
    wall = pen.box(-150, -250, 300, 250, "#e9d9bd") + pen.box(-150, -24, 300, 24, WOOD)
    spots = "".join(pen.oval(x, y, r, r * 0.9, "#7f8f78", stroke="") for x, y, r in ((-138, -236, 26), (-104, -240, 17), (-140, -196, 16), (-116, -214, 12), (-74, -244, 10), (-140, -162, 9), (-92, -214, 7)))
    glass = at(40, -216, window(pen, 84, 90, False))
    drops = "".join(pen.smooth([(x, y), (x + 8, y + 14), (x, y + 21), (x - 8, y + 14)], "#6fa3bd", width=3.5) for x, y in ((-96, -180), (-64, -212), (-122, -138)))
    radiator = "".join(pen.box(x, -92, 20, 62, WHITE, width=4) for x in range(38, 128, 20))
    return wall + spots + glass + drops + radiator + at(-40, -6, person(pen, replace(CAST["mother"], mood=-0.7), "hip", "hold"))


def containers(pen: Pen) -> str:
    """Full containers with bags beside them."""
    bins = "".join(at(x, 0, pen.shape([(-46, 0), (-52, -140), (52, -140), (46, 0)], colour), pen.shape([(-56, -140), (-50, -166), (50, -180), (56, -142)], colour), pen.line((-24, -100), (24, -100), stroke=WHITE, width=6)) for x, colour in ((-92, STEEL), (24, "#3f7f6b")))
    bags = "".join(at(x, y, pen.smooth([(0, -s * 0.2), (s, 0), (s * 1.1, s * 0.9), (0, s), (-s * 1.1, s * 0.9), (-s, 0)], colour), pen.line((-8, -s * 0.3), (0, -s * 0.14), (9, -s * 0.34), width=5)) for x, y, s, colour in ((108, -52, 46, "#4c5a5e"), (-36, -40, 34, GREY), (76, -34, 32, "#4c5a5e")))
    top = at(-92, -188, pen.smooth([(-26, 12), (0, -22), (30, 10)], GREY), pen.line((-4, -22), (4, -30), width=5))
    return top + bins + bags + pen.box(118, -40, 40, 36, WOOD, width=4)


def alone(pen: Pen) -> str:
    """Somebody alone behind a window, with a silent phone."""
    wall = pen.box(-140, -256, 280, 256, BRICK) + pen.box(-96, -222, 192, 176, WHITE) + pen.box(-84, -210, 168, 152, LIT)
    bust = replace(CAST["gran"], mood=-0.8, coat="#46566e")
    clip = at(-22, -62, bust_of(pen, bust))
    curtain = pen.shape([(-84, -210), (-44, -210), (-62, -120), (-52, -58), (-84, -58)], "#e9b8a4", width=4) + pen.shape([(84, -210), (44, -210), (62, -120), (52, -58), (84, -58)], "#e9b8a4", width=4)
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
    posts = "".join(pen.line((4 + i * 48, -118 - i * 57), (4 + i * 48, -46 - i * 57), width=6) for i in range(3))
    return flight + posts + rail + at(-86, 0, with_stick(pen, replace(CAST["grandad"], mood=-0.7)))


def scooter(pen: Pen) -> str:
    """A scooter races over the pavement, somebody with a rollator stops."""
    wheels = "".join(pen.oval(x, -22, 22, 22, GREY) + pen.oval(x, -22, 7, 7, WHITE, width=4) for x in (60, 148))
    body = pen.smooth([(34, -40), (52, -82), (90, -74), (112, -40), (132, -46), (136, -104), (152, -100), (156, -34), (60, -28)], BRICK)
    rider = replace(CAST["man"], hair="cap", hair_colour=OCHRE, coat="#46566e", tall=150, mood=0)
    bar = pen.line((126, -124), (150, -112), width=7)
    wind = "".join(pen.line((x, y), (x - w, y), stroke=STEEL, width=5) for x, y, w in ((34, -110, 42), (26, -78, 52), (30, -46, 36)))
    return at(-128, 0, with_rollator(pen, replace(CAST["gran"], mood=-0.9, tall=190))) + wind + at(82, -22, person(pen, rider, "hold", "hold")) + body + bar + wheels


def speeding(pen: Pen) -> str:
    """A car drives too fast; a child wants to cross."""
    body = pen.smooth([(-164, -34), (-160, -78), (-118, -88), (-84, -132), (10, -134), (44, -92), (76, -82), (80, -34)], BRICK)
    glass = pen.shape([(-96, -92), (-74, -120), (-42, -122), (-42, -92)], DAY, width=4) + pen.shape([(-30, -92), (-30, -122), (2, -122), (26, -92)], DAY, width=4)
    wheels = "".join(pen.oval(x, -28, 29, 29, "#33424a") + pen.oval(x, -28, 11, 11, WHITE, width=4) for x in (-108, 28))
    wind = "".join(pen.line((-178, y), (-178 - w + 40, y - 2), stroke=STEEL, width=5) for y, w in ((-60, 60), (-100, 70)))
    light = pen.oval(72, -66, 9, 12, LIT, width=4)
    sign = pen.limb([(150, 0), (150, -190)], STEEL, 6) + pen.shape([(150, -262), (196, -182), (104, -182)], WHITE, stroke=BRICK, width=13) + pen.path("M150 -236V-212", "", INK, 9) + pen.dot(150, -197, 5.5)
    return sign + wind + body + glass + light + wheels + at(126, 2, person(pen, replace(CAST["boy"], mood=-0.9), "down", "hold"), mirror=True)


def parking(pen: Pen) -> str:
    """A parking place in the evening where nobody likes to walk."""
    night = pen.smooth([(-158, 0), (-162, -150), (-130, -232), (0, -258), (130, -232), (162, -150), (158, 0), (0, 3)], NIGHT)
    sign = pen.box(-132, -232, 62, 62, "#2d6390") + pen.path("M-112 -180V-220H-98a11 11 0 0 1 0 23H-110", "", WHITE, 8) + pen.limb([(-101, -168), (-101, -60)], STEEL, 6)
    cars = at(-50, 0, car_front(pen, "#5d7075")) + at(86, 0, car_front(pen, "#46566e"))
    moon = pen.smooth([(86, -222), (108, -198), (90, -172), (116, -182), (122, -208)], LIT, width=4)
    return night + moon + sign + at(8, -60, lamp(pen, False, 150)) + cars


def car_front(pen: Pen, colour: str) -> str:
    """A parked car seen from the front."""
    tyres = pen.box(-52, -26, 24, 26, INK, stroke="") + pen.box(28, -26, 24, 26, INK, stroke="")
    top = pen.smooth([(-42, -70), (-32, -118), (32, -118), (42, -70)], colour) + pen.shape([(-30, -76), (-24, -108), (24, -108), (30, -76)], "#9fb4ba", width=4)
    nose = pen.smooth([(-58, -20), (-60, -66), (-40, -80), (40, -80), (60, -66), (58, -20)], colour)
    return tyres + top + nose + pen.oval(-38, -52, 11, 10, LIT, width=4) + pen.oval(38, -52, 11, 10, LIT, width=4) + pen.box(-18, -44, 36, 14, WHITE, width=3.5)


def money(pen: Pen) -> str:
    """Bills on the table and a purse that is nearly empty."""
    counter = at(-40, 0, person(pen, replace(CAST["student"], mood=-0.7), "phone", "hold"))
    board = pen.box(-10, -96, 166, 16, WOOD) + pen.limb([(6, -82), (2, 0)], WOOD, 8) + pen.limb([(142, -82), (146, 0)], WOOD, 8)
    purse = pen.smooth([(22, -96), (14, -134), (60, -150), (104, -134), (98, -96)], BRICK) + pen.line((18, -128), (60, -136), (102, -128), width=5) + pen.dot(60, -136, 7, LIT)
    coins = pen.oval(120, -104, 14, 7, LIT, width=4) + pen.oval(122, -113, 14, 7, LIT, width=4)
    bill = pen.shape([(36, -206), (96, -214), (102, -150), (46, -146)], WHITE, width=4.5) + "".join(pen.line((50, y), (88, y - 5), width=3.5) for y in (-192, -178, -164))
    return bill + counter + board + purse + coins


def new_windows(pen: Pen) -> str:
    """A house with new windows and somebody who is pleased with it."""
    wall = pen.box(-40, -256, 196, 256, "#b85f45") + "".join(pen.box(x, y, 28, 9, "#98483a", stroke="") for x, y in ((-26, -30), (110, -28), (-28, -240), (120, -246), (-30, -120), (124, -140)))
    glass = at(2, -216, window(pen, 112, 132, True))
    sun = at(-118, -226, "".join(pen.line((34 * c, 34 * s), (50 * c, 50 * s), stroke=OCHRE, width=7) for c, s in ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, -0.7), (0.7, -0.7), (-0.7, 0.7))), pen.oval(0, 0, 25, 25, LIT))
    return sun + wall + glass + at(-92, 0, person(pen, CAST["father"], "cheer", "hip")) + at(-24, 0, person(pen, CAST["toddler"], "wave", "down"))


def door_key(pen: Pen) -> str:
    """Neighbours who hold each other's key."""
    left, right = at(-86, 0, person(pen, CAST["mother"], "reach", "down")), at(86, 0, person(pen, CAST["gran"], "reach", "down"), mirror=True)
    key = at(0, -146, pen.oval(-24, 0, 19, 19, LIT), pen.oval(-24, 0, 7, 7, WHITE, width=4), pen.limb([(-4, 0), (40, 0)], LIT, 6), pen.limb([(28, 2), (28, 15)], LIT, 5), pen.limb([(40, 2), (40, 13)], LIT, 5))
    rays = "".join(pen.line((x, -182 - d), (x * 1.5, -206 - d), stroke=OCHRE, width=6) for x, d in ((-30, 0), (0, 8), (30, 0)))
    return left + right + key + rays + pen.smooth([(-150, 2), (0, 8), (150, 2)], "", closed=False, stroke=LEAF, width=6)


THEMES = {
    "dark_path": dark_path, "bus_stop": bus_stop, "letters": letters, "talents": talents, "damp_home": damp_home,
    "containers": containers, "alone": alone, "stairs": stairs, "scooter": scooter, "speeding": speeding,
    "parking": parking, "money": money, "new_windows": new_windows, "door_key": door_key,
}  # fmt: skip
