"""The caravan where coffee is poured; it stands on the origin."""

from ..ink import Pen
from ..palette import BRICK, CREAM, DAY, LEAF, LIT, OCHRE, STEEL, WOOD, WOOD_DARK
from .things import coffee_pot, cup


def caravan(pen: Pen) -> str:
    """The caravan where coffee is poured: 560 wide, 400 high, with a hatch that is open."""
    shaft = pen.limb([(278, -62), (350, -30)], WOOD_DARK, 9)
    body = pen.shape([(-280, -92), (-292, -300), (292, -300), (280, -92)], "#3f7f6b")
    planks = "".join(
        pen.line((x, -298), (x * 0.97, -94), stroke="#2c6353", width=4) for x in range(-230, 261, 46)
    )
    skirt = pen.box(-288, -100, 576, 26, OCHRE)
    roof = pen.smooth(
        [
            (-330, -292),
            (-318, -336),
            (-180, -384),
            (0, -398),
            (180, -384),
            (318, -336),
            (330, -292),
            (0, -312),
        ],
        BRICK,
    )
    trim = "".join(
        pen.smooth(
            [(x, -302), (x + 2, -282), (x + 22, -270), (x + 42, -282), (x + 44, -302)],
            CREAM if i % 2 else LIT,
            width=4,
        )
        for i, x in enumerate(range(-308, 306, 44))
    )
    wheels = "".join(wheel(pen, x) for x in (-176, 176))
    pipe = pen.box(196, -436, 24, 74, STEEL) + pen.box(188, -448, 40, 16, STEEL)
    return pipe + shaft + body + planks + hatch(pen) + door_of_caravan(pen) + skirt + roof + trim + wheels


def wheel(pen: Pen, x: float) -> str:
    """A wooden wheel with spokes."""
    spokes = "".join(
        pen.line((x, -56), (x + 46 * c, -56 + 46 * s), width=7, wobble=1)
        for c, s in ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, -0.7), (0.7, -0.7), (-0.7, 0.7))
    )
    return (
        pen.oval(x, -56, 55, 55, CREAM)
        + pen.oval(x, -56, 42, 42, WOOD)
        + spokes
        + pen.oval(x, -56, 12, 12, BRICK)
    )


def hatch(pen: Pen) -> str:
    """The open side of the caravan with a counter, cups and a coffee pot."""
    opening = pen.box(-228, -262, 250, 104, "#fbe6b5")
    shelf = pen.line((-222, -224), (16, -224), stroke=WOOD_DARK, width=6)
    jars = "".join(
        pen.box(x, -244, 18, 20, colour, width=3.5)
        for x, colour in ((-208, BRICK), (-180, DAY), (-40, OCHRE), (-12, LEAF))
    )
    counter = pen.box(-244, -164, 284, 18, WOOD)
    cups = "".join(cup(pen, x, -164) for x in (-206, -168, 0))
    return opening + shelf + jars + counter + cups + coffee_pot(pen, -18 - 90, -164)


def door_of_caravan(pen: Pen) -> str:
    """The caravan's half door."""
    return (
        pen.box(96, -268, 104, 176, "#f6e9cf")
        + pen.box(112, -252, 72, 60, DAY, width=4)
        + pen.box(112, -176, 72, 68, "", width=4)
        + pen.dot(186, -176, 6)
        + pen.box(88, -92, 120, 18, WOOD)
    )
