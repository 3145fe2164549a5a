"""Drawings for islands in which people are together. Each stands on the origin, 320 wide and 270 high at most."""

from dataclasses import replace

from ..ink import Pen, at
from ..palette import BRICK, CREAM, DAY, INK, LEAF, LIT, OCHRE, WHITE, WOOD, WOOD_DARK
from .cast import CAST
from .people import in_wheelchair, person, seated, with_stick
from .terraced import garden
from .things import bench, bunting, coffee_pot, cup, dog, steam, table


def fence_talk(pen: Pen) -> str:
    """Two neighbours talking over a hedge."""
    left = at(-78, 0, person(pen, CAST["auntie"], "wave", "hip"))
    right = at(82, 0, person(pen, CAST["captain"], "cup", "down"), mirror=True)
    return (
        left
        + right
        + at(-58, 6, garden(pen, 122, "hedge"))
        + at(-150, 6, garden(pen, 70, "hedge"))
        + at(84, 6, garden(pen, 72, "hedge"))
    )


def coffee(pen: Pen) -> str:
    """People drinking coffee at a table."""
    left = at(-112, 0, stool(pen), seated(pen, CAST["gran"], "cup"))
    right = at(112, 0, stool(pen), seated(pen, CAST["father"], "hold"), mirror=True)
    top = at(
        -62,
        0,
        table(pen, 124, WHITE),
        coffee_pot(pen, 64, -100),
        cup(pen, 22, -100, LIT),
        steam(pen, 22, -130),
    )
    return at(0, -4, person(pen, CAST["student"], "down", "cup")) + left + right + top


def stool(pen: Pen) -> str:
    """A stool of 44 high."""
    return (
        pen.limb([(-18, -40), (-22, -2)], WOOD, 7)
        + pen.limb([(18, -40), (22, -2)], WOOD, 7)
        + pen.box(-28, -48, 56, 12, WOOD)
    )


def walking(pen: Pen) -> str:
    """A walking group with a dog."""
    people = [
        at(-118, 0, with_stick(pen, CAST["grandad"])),
        at(-34, 2, person(pen, CAST["mother"], "swing", "back", 16)),
        at(44, 0, person(pen, CAST["woman"], "wave", "back", 18)),
    ]
    return "".join(people) + pen.line((80, -92), (100, -70), (118, -48), width=4) + at(112, 4, dog(pen))


def meeting(pen: Pen) -> str:
    """People round a table with plans."""
    back = at(-52, -8, person(pen, CAST["uncle"], "down", "hold")) + at(
        54, -8, person(pen, CAST["runner"], "down", "cup"), mirror=True
    )
    plan = pen.shape([(-64, -100), (40, -100), (70, -92), (-46, -90)], WHITE, width=4)
    top = at(-100, 0, table(pen, 200)) + plan
    sides = at(-128, 0, stool(pen), seated(pen, CAST["woman"], "reach")) + at(
        128, 0, in_wheelchair(pen, CAST["man"]), mirror=True
    )
    return back + top + sides


def music(pen: Pen) -> str:
    """Somebody plays the accordion, a child dances."""
    player = at(-40, 0, person(pen, CAST["captain"], "down", "down"))
    bellows = "".join(pen.line((x, -146), (x + 2, -84), width=4) for x in range(-50, -4, 9))
    box = pen.box(-56, -148, 56, 66, CREAM) + bellows
    ends = pen.box(-84, -152, 32, 74, BRICK) + pen.box(-4, -152, 32, 74, BRICK)
    keys = "".join(pen.line((8, y), (20, y), stroke=WHITE, width=4) for y in range(-140, -84, 12))
    hands = pen.oval(-86, -112, 10, 10, "#f3cfae", width=5) + pen.oval(30, -112, 10, 10, "#f3cfae", width=5)
    child = at(96, 0, person(pen, CAST["girl"], "cheer", "wave", 12), mirror=True)
    return player + box + ends + keys + hands + child + note(pen, -118, -196) + note(pen, 46, -224)


def note(pen: Pen, x: float, y: float) -> str:
    """A note of music."""
    return pen.line((x + 10, y), (x + 12, y - 42), (x + 30, y - 34), width=5.5, wobble=1) + pen.oval(
        x + 1, y + 1, 11, 8, INK, stroke=""
    )


def books(pen: Pen) -> str:
    """Somebody reads to a child in front of a shelf of books."""
    shelf = pen.box(-150, -226, 118, 226, WOOD) + "".join(
        books_on_shelf(pen, -142, y, 102) for y in (-158, -84, -10)
    )
    reader = at(30, 0, bench_end(pen), seated(pen, CAST["mother"], "hold"))
    book = pen.shape(
        [(66, -112), (100, -104), (134, -116), (134, -84), (100, -72), (66, -80)], WHITE, width=4.5
    ) + pen.line((100, -104), (100, -74), width=4)
    child = at(140, 0, person(pen, CAST["toddler"], "down", "hold"), mirror=True)
    return shelf + reader + child + book


def bench_end(pen: Pen) -> str:
    """A seat of 52 high under a reader."""
    return pen.box(-42, -52, 90, 52, WOOD_DARK)


def books_on_shelf(pen: Pen, x: float, y: float, w: float) -> str:
    """A row of books that stands on y."""
    back = pen.box(x, y - 62, w, 62, "#8a5a38", width=4)
    spines, left = "", x + 4
    while left < x + w - 16:
        wide, high = pen.random.uniform(10, 17), pen.random.uniform(38, 54)
        spines += pen.box(
            left,
            y - high,
            wide,
            high,
            pen.pick((BRICK, OCHRE, LEAF, DAY, "#7a4f86", "#2f6f8f", CREAM)),
            width=3.5,
            wobble=1,
        )
        left += wide + 2
    return back + spines


def garden_work(pen: Pen) -> str:
    """Somebody waters a front garden."""
    gardener = at(-70, 0, person(pen, CAST["woman"], "down", "push"))
    can = pen.shape([(-22, -116), (24, -116), (28, -72), (-18, -72)], "#2f6f8f") + pen.limb(
        [(26, -80), (52, -102), (64, -112)], "#2f6f8f", 6
    )
    water = "".join(
        pen.line((66 + dx, -104), (76 + dx * 2, -62), stroke="#2f6f8f", width=4) for dx in (0, 8, 16)
    )
    return (
        at(40, 4, garden(pen, 110, "flowers"))
        + at(-158, 4, garden(pen, 56, "flowers"))
        + gardener
        + can
        + water
    )


def play(pen: Pen) -> str:
    """Children at play with a ball."""
    from .things import ball

    goal = pen.limb([(60, 0), (60, -150), (160, -150), (160, 0)], WHITE, 8)
    net = "".join(pen.line((x, -146), (x, 0), width=2) for x in range(80, 150, 18)) + "".join(
        pen.line((64, y), (156, y), width=2) for y in range(-126, 0, 22)
    )
    return (
        net
        + goal
        + at(-108, 0, person(pen, CAST["girl"], "cheer", "wave", 14))
        + at(6, 0, person(pen, CAST["boy"], "swing", "back", 20))
        + ball(pen, 66, 2, 22)
    )


def party(pen: Pen) -> str:
    """A street party under bunting."""
    flags = bunting(pen, [(-164, -262), (-100, -236), (-34, -226), (34, -226), (100, -236), (164, -262)])
    top = at(
        -86, 0, table(pen, 172, WHITE), pan(pen, 60, -100), cup(pen, 130, -100, LIT), cup(pen, 14, -100, DAY)
    )
    return (
        flags
        + at(-60, -6, person(pen, CAST["father"], "cup", "down"))
        + at(40, -6, person(pen, CAST["gran"], "cup", "down"), mirror=True)
        + top
        + at(136, 0, person(pen, CAST["girl"], "cheer", "down"), mirror=True)
        + at(-134, 0, person(pen, CAST["boy"], "wave", "down"))
    )


def pan(pen: Pen, x: float, y: float) -> str:
    """A pan of soup."""
    return (
        pen.line((x - 46, y - 32), (x - 30, y - 32), width=7)
        + pen.line((x + 30, y - 32), (x + 46, y - 32), width=7)
        + pen.shape([(x - 34, y - 42), (x + 34, y - 42), (x + 30, y), (x - 30, y)], "#d9534a")
        + steam(pen, x, y - 50)
    )


def soup(pen: Pen) -> str:
    """Somebody brings soup to a neighbour's door."""
    from .windows import door

    frame = pen.box(40, -246, 120, 246, "#b85f45") + at(58, 0, door(pen, 84, 170, "#1f6b6b", True))
    bringer = at(-66, 0, person(pen, CAST["auntie"], "push", "push"))
    return (
        frame
        + at(100, 0, person(pen, CAST["grandad"], "wave", "down"), mirror=True)
        + bringer
        + pan(pen, 8, -90)
    )


def rest(pen: Pen) -> str:
    """Two people on a bench."""
    pair = at(-44, 0, seated(pen, CAST["gran"], "hold")) + at(
        48, 0, seated(pen, replace(CAST["man"], hair="bald"), "cup"), mirror=True
    )
    return at(-108, 0, bench(pen, 216)) + pair


THEMES = {
    "fence_talk": fence_talk, "coffee": coffee, "walking": walking, "meeting": meeting, "music": music, "books": books,
    "garden": garden_work, "play": play, "party": party, "soup": soup, "bench": rest,
}  # fmt: skip
