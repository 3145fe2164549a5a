"""Measuring two things in turns, and what is said about them."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter
from typing import Any

Work = Callable[[], Any]


@dataclass(frozen=True)
class Spread:
    """Several measurements of one thing: what lies in the middle, and the ends."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: list[float]) -> "Spread":
        return cls(median(values), min(values), max(values))


@dataclass(frozen=True)
class Line:
    """One line of the table.

    ratio: ours against the floor. own, floor: in `unit`. goal: in words, empty where none was set.
    met: whether the goal is met, None without one.
    """

    name: str
    own: Spread
    unit: str = "ms"
    floor: Spread | None = None
    ratio: Spread | None = None
    goal: str = ""
    met: bool | None = None


@dataclass
class Series:
    """Seconds of ours and of the floor, one pair for each turn."""

    own: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)

    def line(self, name: str, goal: str = "", met: Callable[[float, float], bool] | None = None) -> Line:
        """The line of this series. met: says of the median ratio and our median (ms) whether that will do."""
        ratio = Spread.of([one / other for one, other in zip(self.own, self.floor, strict=True)])
        own, floor = (Spread.of([1000 * value for value in values]) for values in (self.own, self.floor))
        return Line(name, own, "ms", floor, ratio, goal, met(ratio.median, own.median) if met else None)


def seconds_of(work: Work) -> float:
    """How long `work` takes; what earlier work left behind is cleared first."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def alternate(own: Callable[[], Work], floor: Callable[[], Work], rounds: int) -> Series:
    """Measure ours and the floor in turns: A B A B …

    own, floor: called before each turn, outside the clock; what they give back is measured. Where there is
    more than one turn, another goes before, uncounted, so that both have their caches filled.
    """
    if rounds > 1:
        own()()
        floor()()
    series = Series()
    for _round in range(rounds):
        series.own.append(seconds_of(own()))
        series.floor.append(seconds_of(floor()))
    return series


@dataclass
class Watch:
    """Seconds spent in a function since `reset`."""

    seconds: float = 0.0

    def take(self) -> float:
        """The seconds until now; starts again at zero."""
        taken, self.seconds = self.seconds, 0.0
        return taken


@contextmanager
def watching(place: Any, name: str) -> Iterator[Watch]:
    """Hold a clock beside the function `name` of `place`; it still does its work."""
    watch, real = Watch(), getattr(place, name)

    def timed(*args: Any, **kwargs: Any) -> Any:
        start = perf_counter()
        try:
            return real(*args, **kwargs)
        finally:
            watch.seconds += perf_counter() - start

    setattr(place, name, timed)
    try:
        yield watch
    finally:
        setattr(place, name, real)
