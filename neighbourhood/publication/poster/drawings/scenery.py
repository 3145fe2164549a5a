"""Sky, railway, pavement, road and grass: everything round the houses."""

from ..ink import Pen, at
from ..palette import (
    DUSK,
    DUSK_DEEP,
    HEIGHT,
    INK,
    LAWN,
    LAWN_DEEP,
    LIT,
    OCHRE,
    PAVEMENT,
    PAVEMENT_LINE,
    RAIL_BLUE,
    RAIL_YELLOW,
    ROAD,
    ROAD_LINE,
    SKY,
    SKY_LEFT,
    STEEL,
    WHITE,
    WIDTH,
)  # fmt: skip
from .things import bird
from .trees import tuft

BASE = 1900  # where the walls stand
KERB = 2024
ROAD_END = 2160


def flat(pen: Pen, d: str, fill: str) -> str:
    """A plane of colour without an outline."""
    return pen.path(d, fill, "")


def sky(pen: Pen) -> str:
    """Morning at the left, evening at the right, in flat planes."""
    base = flat(pen, f"M0 0H{WIDTH}V{HEIGHT}H0Z", SKY)
    morning = flat(pen, "M0 0H1180C1300 240 1120 420 1240 700C1330 950 1100 1180 1180 1400H0Z", SKY_LEFT)
    evening = flat(pen, f"M2960 0C2830 260 3060 460 2920 760C2820 980 3040 1180 2940 1400H{WIDTH}V0Z", DUSK)
    night = flat(
        pen, f"M3560 0C3440 300 3640 560 3520 800C3430 1000 3620 1200 3540 1400H{WIDTH}V0Z", DUSK_DEEP
    )
    birds = bird(pen, 1020, 452) + bird(pen, 1086, 492, 0.8) + bird(pen, 1000, 506, 0.7)
    return base + morning + evening + night + birds


def stars(pen: Pen) -> str:
    """A moon and some stars above the evening."""
    spots = ((3225, 110), (3010, 480), (4165, 1300), (3330, 1290), (2960, 560), (4150, 60))
    moon = (
        pen.oval(3322, 372, 118, 118, "#fff3cf")
        + pen.oval(3282, 340, 22, 20, "#f0dfae", stroke="")
        + pen.oval(3262, 410, 14, 13, "#f0dfae", stroke="")
    )
    return moon + "".join(
        at(x, y, pen.path("M0 -20L5 -5L20 0L5 5L0 20L-5 5L-20 0L-5 -5Z", WHITE, "")) for x, y in spots
    )


def railway(pen: Pen) -> str:
    """The line behind the houses, with a train."""
    bank = pen.smooth(
        [(-60, 1400), (-40, 1232), (900, 1220), (2100, 1226), (3300, 1220), (4240, 1232), (4260, 1400)],
        LAWN_DEEP,
    )
    rail = pen.line((-20, 1218), (4220, 1218), stroke=STEEL, width=9, wobble=2)
    return bank + at(1560, 1214, train(pen)) + rail


def train(pen: Pen) -> str:
    """A yellow train of three cars."""
    cars = ""
    for i in range(3):
        x = i * 350
        shape = (
            [(x, -16), (x, -112), (x + 342, -112), (x + 342, -16)]
            if i < 2
            else [(x, -16), (x, -112), (x + 250, -112), (x + 330, -66), (x + 342, -16)]
        )
        cars += pen.shape(shape, RAIL_YELLOW) + pen.box(x + 4, -44, 330, 18, RAIL_BLUE, stroke="")
        cars += "".join(
            pen.box(x + 26 + n * 56, -94, 40, 36, "#cfe6e8", width=4) for n in range(4 if i == 2 else 5)
        )
        cars += pen.oval(x + 60, -12, 15, 13, INK, stroke="") + pen.oval(x + 282, -12, 15, 13, INK, stroke="")
    return cars + pen.shape(
        [(700 + 256, -96), (700 + 282, -96), (700 + 312, -66), (700 + 256, -62)], "#cfe6e8", width=4
    )


def pavement(pen: Pen) -> str:
    """The pavement before the houses, with its slabs and the kerb."""
    plane = flat(pen, f"M0 {BASE - 4}H{WIDTH}V{KERB}H0Z", PAVEMENT)
    joints = "".join(
        pen.line((x + 24, BASE + 6), (x, KERB), stroke=PAVEMENT_LINE, width=4) for x in range(-10, WIDTH, 105)
    )
    rows = pen.line((0, BASE + 62), (WIDTH, BASE + 62), stroke=PAVEMENT_LINE, width=4)
    return plane + joints + rows + pen.box(-20, KERB - 6, WIDTH + 40, 20, "#cfc0a6", width=4)


def road(pen: Pen) -> str:
    """A road of bricks, drawn with a few of them."""
    plane = flat(pen, f"M0 {KERB + 12}H{WIDTH}V{ROAD_END}H0Z", ROAD)
    marks = ""
    for _ in range(150):
        x, y = pen.random.uniform(0, WIDTH - 50), pen.random.uniform(KERB + 28, ROAD_END - 16)
        marks += f"M{x:.0f} {y:.0f}h{pen.pick((22, 30, 38))}"
    return plane + pen.path(marks, "", ROAD_LINE, 6)


def green(pen: Pen) -> str:
    """Grass in front, darker towards the evening, with a square of sand for the caravan."""
    lawn = flat(
        pen,
        f"M0 {ROAD_END}C700 {ROAD_END - 16} 1400 {ROAD_END + 14} 2100 {ROAD_END}S3500 {ROAD_END - 12} {WIDTH} {ROAD_END}V{HEIGHT}H0Z",
        LAWN,
    )
    shade = flat(
        pen, f"M2960 {ROAD_END - 4}C2840 2300 3040 2460 2940 2700H{WIDTH}V{ROAD_END - 4}Z", "#b2c49b"
    )
    square = pen.smooth(
        [(1560, 2500), (1660, 2270), (2100, 2210), (2540, 2270), (2640, 2500), (2500, 2680), (1700, 2680)],
        "#ecd9b0",
        stroke="",
    )
    grass = "".join(
        tuft(pen, pen.random.uniform(20, WIDTH - 20), pen.random.uniform(ROAD_END + 40, 2610), LAWN_DEEP)
        for _ in range(70)
    )
    return (
        lawn
        + shade
        + grass
        + square
        + "".join(
            flower(pen, x + pen.near(40), pen.random.uniform(2230, 2600))
            for x in (40, 850, 858, 866, 1668, 1672, 2536, 2540, 3344, 3350, 3346, 4170, 4165)
            for _ in range(3)
        )
    )


def hopscotch(pen: Pen) -> str:
    """Squares of chalk on the road."""
    squares = [(0, 0), (60, 0), (120, -15), (112, 15), (180, 0), (240, -15), (232, 15), (300, 0)]
    return "".join(
        pen.shape(
            [(x + 8, y - 14), (x + 62, y - 14), (x + 54, y + 14), (x, y + 14)], "", stroke=WHITE, width=5
        )
        for x, y in squares
    )


def flower(pen: Pen, x: float, y: float) -> str:
    """A flower in the grass."""
    colour = pen.pick(("#d9534a", "#f2c53d", "#fffdf8", "#e7a0b4"))
    petals = "".join(
        pen.dot(x + 9 * dx, y - 30 + 9 * dy, 8, colour) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
    )
    return (
        pen.line((x, y), (x, y - 26), stroke="#4d8a4a", width=5) + petals + pen.dot(x, y - 30, 5, "#c9821c")
    )


def halo(pen: Pen, x: float, y: float) -> str:
    """The sun, half behind the left tree."""
    rays = "".join(
        pen.line((x + 150 * c, y + 150 * s), (x + 196 * c, y + 196 * s), stroke=OCHRE, width=9)
        for c, s in ((0.26, 0.97), (0.71, 0.71), (0.97, 0.26), (0.97, -0.26), (0.71, -0.71))
    )
    return pen.oval(x, y, 120, 120, LIT) + rays


def stalks(pen: Pen, x: float, y: float) -> str:
    """Tall hollyhocks close by, in the narrow room between two islands."""
    parts = []
    for dx, tall in ((-14, pen.random.uniform(190, 290)), (16, pen.random.uniform(120, 200))):
        colour = pen.pick(("#d9534a", "#e7a0b4", "#f2c53d", "#8f6bb0", "#fffdf8"))
        parts.append(pen.line((x + dx, y), (x + dx, y - tall), stroke="#4d8a4a", width=7))
        parts.extend(
            pen.smooth(
                [(x + dx, y - up), (x + dx + side, y - up - 22), (x + dx + side * 0.4, y - up - 4)],
                "#6fa35a",
                width=4,
            )
            for up, side in ((18, 26), (44, -26), (74, 22))
        )
        for i, up in enumerate((tall, tall - 26, tall - 54, tall - 84)):
            size, side = 9 + i * 2.4, (0, 6, -7, 5)[i]
            parts.append(pen.oval(x + dx + side, y - up, size, size, colour, width=4))
            parts.append(pen.dot(x + dx + side, y - up, 3.5, "#c9821c"))
    return "".join(parts)
