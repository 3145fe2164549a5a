"""Islands that the project leader moved: as near as can be to where they were put, without covering words."""

from collections.abc import Iterable
from functools import lru_cache

from ..geometry import Box
from ..palette import HEIGHT, WIDTH
from .base import TOP
from .heading import ROOM
from .lists import MIDDLE_Y, RX, RY

STEP = 30
CROWN_X = 452
KEPT = (
    Box(ROOM.x, 0, ROOM.w, 516),  # the title and its subtitle
    Box(CROWN_X - RX, MIDDLE_Y - RY, 2 * RX, 2 * RY),
    Box(WIDTH - CROWN_X - RX, MIDDLE_Y - RY, 2 * RX, 2 * RY),
    Box(0, TOP - 14, WIDTH, HEIGHT - TOP + 14),
)


@lru_cache(maxsize=1)
def offsets() -> tuple[tuple[float, float], ...]:
    """Steps away from a place, the nearest first."""
    columns, rows = WIDTH // STEP, HEIGHT // STEP
    steps = [(dx * STEP, dy * STEP) for dx in range(-columns, columns + 1) for dy in range(-rows, rows + 1)]
    return tuple(sorted(steps, key=lambda step: (step[0] ** 2 + step[1] ** 2, step)))


def nearest_free(wanted: Box, taken: Iterable[Box]) -> Box:
    """The place nearest to the wanted one that covers nothing; the wanted one when the page is full."""
    blocked, page = (*KEPT, *taken), Box(30, 30, WIDTH - 60, HEIGHT - 60)
    for dx, dy in offsets():
        box = wanted.moved(dx, dy)
        if page.holds(box) and not any(box.overlaps(other) for other in blocked):
            return box
    return wanted
