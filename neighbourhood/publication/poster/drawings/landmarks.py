"""What people here recognise: small things on the pavement that a street has or has not."""

from collections.abc import Callable

from ..ink import Pen, at
from ..palette import BRICK, CREAM, DAY, LEAF, LIT, WHITE, WOOD, WOOD_DARK
from .cast import CAST
from .people import person, seated
from .themes_people import books_on_shelf
from .things import bench
from .trees import apple_tree, stump


def little_library(pen: Pen) -> str:
    """A cupboard on a post with books for everybody, and somebody who takes one."""
    post = pen.limb([(0, 0), (0, -100)], WOOD_DARK, 12)
    box = pen.box(-66, -226, 132, 126, "#2f6f8f") + at(0, 0, books_on_shelf(pen, -52, -112, 104))
    glass = pen.box(-56, -214, 112, 40, DAY, width=4) + pen.line((0, -214), (0, -176), stroke=WHITE, width=5)
    roof = pen.shape([(-82, -222), (0, -276), (82, -222)], BRICK)
    return post + box + glass + roof + at(124, 0, person(pen, CAST["boy"], "down", "reach"), mirror=True)


def street_bench(pen: Pen) -> str:
    """The bench that was sawn from a felled tree, with somebody on it."""
    return at(-110, 0, bench(pen, 210)) + at(-40, 0, seated(pen, CAST["grandad"], "hold"))


def street_tree(pen: Pen) -> str:
    """The stump of the tree that the benches came from, with a young tree beside it."""
    return stump(pen) + at(96, 4, apple_tree(pen, 190, LIT))


def flower_tub(pen: Pen) -> str:
    """A tub that neighbours planted together."""
    tub = pen.shape([(-60, -54), (60, -54), (48, 0), (-48, 0)], WOOD) + pen.line(
        (-56, -34), (56, -34), width=4
    )
    green = "".join(pen.oval(x, -66 + abs(x) * 0.1, 24, 22, LEAF, width=4) for x in (-40, 0, 40))
    colours = ("#d9534a", "#f2c53d", "#e7a0b4", CREAM)
    blooms = "".join(
        pen.dot(x, -78 + (i % 2) * 16, 8, colours[i % 4]) for i, x in enumerate(range(-48, 49, 16))
    )
    return green + blooms + tub


DRAW: dict[str, tuple[float, Callable[[Pen], str]]] = {
    "library": (3560, little_library), "bench": (770, street_bench), "tree": (2590, street_tree), "garden": (1590, flower_tub),
}  # fmt: skip


def on_the_pavement(landmarks: tuple[str, ...], ground: float) -> str:
    """The landmarks that stand on the pavement, each at its own place."""
    return "".join(at(x, ground, draw(Pen(name))) for name, (x, draw) in DRAW.items() if name in landmarks)
