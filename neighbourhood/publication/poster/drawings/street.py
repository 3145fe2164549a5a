"""The whole street as one picture: kind of houses, landmarks, and life where no island stands."""

from collections.abc import Callable
from functools import lru_cache

from ..ink import Pen, at
from . import flats, scenery, terraced
from .caravan import caravan
from .cast import CAST
from .landmarks import on_the_pavement
from .people import person, seated
from .themes_people import play, stool
from .things import ball, bench, bicycle, cyclist, dog, lamp, table, washing_line
from .trees import apple_tree, poplar, round_tree, stump
from .windows import cat

FREE_X = {"far_left": 440, "near_left": 1270, "near_right": 2930, "far_right": 3760}


ROWS: dict[str, Callable[[Pen, float], str]] = {
    "terraced": terraced.row, "portico": flats.portico_row, "maisonette": flats.maisonette_row,
}  # fmt: skip


def houses(pen: Pen, kind: str) -> str:
    """The row of houses of the street's kind."""
    return at(0, scenery.BASE, ROWS[kind](pen, 4200))


def behind(pen: Pen, landmarks: tuple[str, ...]) -> str:
    """What stands behind the houses."""
    trees = "".join(
        at(x, 1390, tree(pen, h))
        for tree, x, h in (
            (poplar, 1010, 330),
            (round_tree, 1180, 300),
            (round_tree, 2560, 320),
            (poplar, 3170, 340),
            (poplar, 3085, 280),
            (round_tree, 700, 300),
            (round_tree, 3560, 280),
        )
    )
    return (scenery.railway(pen) if "railway" in landmarks else "") + trees


def caravan_place(pen: Pen) -> str:
    """The caravan with people drinking coffee."""
    left = at(1716, 2568, person(pen, CAST["mother"], "cup", "down"))
    sit = at(1812, 2594, stool(pen), seated(pen, CAST["grandad"], "cup"))
    top = at(1872, 2594, table(pen, 116, "#fffdf8"))
    right = at(2420, 2580, person(pen, CAST["father"], "down", "cup"), mirror=True) + at(
        2496, 2588, person(pen, CAST["girl"], "cheer", "down"), mirror=True
    )
    return at(2150, 2552, caravan(pen)) + left + sit + top + right


def tree_place(pen: Pen) -> str:
    """A tree with a bench, where there is no caravan."""
    pair = (
        at(1765, 2570, bench(pen, 250))
        + at(1825, 2570, seated(pen, CAST["gran"], "hold"))
        + at(1960, 2570, seated(pen, CAST["uncle"], "cup"), mirror=True)
    )
    talk = (
        at(2200, 2596, person(pen, CAST["auntie"], "down", "cup"))
        + at(2320, 2600, person(pen, CAST["captain"], "wave", "hip"), mirror=True)
        + at(2400, 2606, dog(pen))
    )
    return at(2090, 2500, round_tree(pen, 480)) + pair + talk


def play_place(pen: Pen) -> str:
    """A playing field, where there is one and no caravan."""
    goal = at(2350, 2560, play(pen))
    return (
        at(1800, 2440, apple_tree(pen, 360))
        + at(1690, 2590, bench(pen, 230))
        + at(1760, 2590, seated(pen, CAST["mother"], "hold"))
        + goal
        + at(2010, 2600, person(pen, CAST["toddler"], "cheer", "wave"))
    )


def bench_filler(pen: Pen) -> str:
    """A bench sawn from the tree that stood here."""
    return (
        at(-300, -30, apple_tree(pen, 330))
        + at(-130, 0, bench(pen, 240))
        + at(-60, 0, seated(pen, CAST["gran"], "hold"))
        + at(210, 0, stump(pen))
        + at(310, 0, dog(pen))
    )


def play_filler(pen: Pen) -> str:
    """Children with a ball."""
    return (
        at(-170, -20, person(pen, CAST["girl"], "cheer", "wave", 14))
        + ball(pen, -20, 0, 26)
        + at(120, 0, person(pen, CAST["boy"], "wave", "swing", 16), mirror=True)
        + at(300, -60, apple_tree(pen, 300))
    )


def bicycle_filler(pen: Pen) -> str:
    """Bicycles under a tree, and somebody who walks by."""
    return (
        at(-230, -70, round_tree(pen, 380))
        + at(-150, 0, bicycle(pen))
        + at(60, -10, bicycle(pen, "#2f6f8f", False))
        + at(300, 0, person(pen, CAST["student"], "swing", "back", 16))
    )


def laundry_filler(pen: Pen) -> str:
    """A washing line."""
    return at(-230, -20, washing_line(pen, 400)) + at(
        230, 0, person(pen, CAST["uncle"], "cheer", "hold"), mirror=True
    )


FILLERS: dict[str, Callable[[Pen], str]] = {
    "far_left": play_filler, "near_left": bench_filler, "near_right": bicycle_filler, "far_right": laundry_filler,
}  # fmt: skip


PLACES: dict[str, Callable[[Pen], str]] = {"caravan": caravan_place, "playfield": play_place}


def pavement_life(landmarks: tuple[str, ...]) -> str:
    """Lamps, bicycles, a cat and the landmarks that stand on the pavement."""
    pen, ground = Pen("pavement"), scenery.BASE + 44
    lamps = "".join(at(x, scenery.KERB - 8, lamp(pen, x > 2100)) for x in (990, 2480, 3240))
    bikes = at(3400, ground, bicycle(pen, "#2f6f8f", False)) if "library" not in landmarks else ""
    if "bench" not in landmarks:
        bikes += at(690, ground, bicycle(pen))
    return bikes + on_the_pavement(landmarks, scenery.KERB - 22) + lamps + at(2396, 2004, cat(pen, 0, 0))


def front(landmarks: tuple[str, ...], free: frozenset[str]) -> str:
    """The grass in front: the caravan or what is there instead, and life where no island stands."""
    middle = next((place for name, place in PLACES.items() if name in landmarks), tree_place)
    fillers = [at(FREE_X[name], 2560, FILLERS[name](Pen(name))) for name in sorted(free) if name in FILLERS]
    rider = at(1722, 2132, cyclist(Pen("rider"))) if "caravan" in landmarks else ""
    child = at(2282, 2084, person(Pen("hop"), CAST["toddler"], "cheer", "wave", 8))
    chalk = at(2190, 2080, scenery.hopscotch(Pen("chalk")))
    tall = "".join(scenery.stalks(Pen(f"stalks{x}"), x, 2616) for x in (34, 862, 3338, 4166))
    return chalk + child + rider + tall + "".join(fillers) + middle(Pen("middle"))


@lru_cache(maxsize=32)
def street(kind: str, landmarks: tuple[str, ...], free: frozenset[str]) -> str:
    """Everything behind the pieces; free: the slots where life can be drawn. Each part has a pen of its own,
    so that a landmark more or less changes nothing else."""
    pen = Pen("scenery")
    back = (
        scenery.sky(pen) + scenery.halo(pen, 905, 240) + scenery.stars(pen) + behind(Pen("behind"), landmarks)
    )
    ground = scenery.pavement(pen) + scenery.road(pen) + scenery.green(pen)
    return (
        back
        + houses(Pen(f"houses-{kind}"), kind)
        + ground
        + pavement_life(landmarks)
        + front(landmarks, free)
    )
