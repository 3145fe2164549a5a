"""Measuring two things in turns, and what is said about them."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter, process_time
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
class Taken:
    """Seconds on the clock, and seconds of this process's own computing among them."""

    clock: float = 0.0
    cpu: float = 0.0

    def __sub__(self, other: "Taken") -> "Taken":
        return Taken(self.clock - other.clock, self.cpu - other.cpu)

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(self.clock + other.clock, self.cpu + other.cpu)


@dataclass(frozen=True)
class Line:
    """One line of the table.

    ratio: ours against the floor, pair by pair. cpu_ratio: the same of this process's computing alone, which
    other work on the machine hardly disturbs. own, floor: in `unit`. goal: in words, empty where none was
    set. met: whether the goal is met, None without one.
    """

    name: str
    own: Spread
    unit: str = "ms"
    floor: Spread | None = None
    ratio: Spread | None = None
    cpu_ratio: float | None = None
    goal: str = ""
    met: bool | None = None


@dataclass
class Series:
    """What ours and the floor took, one pair for each turn."""

    own: list[Taken] = field(default_factory=list)
    floor: list[Taken] = field(default_factory=list)

    def add(self, own: Taken, floor: Taken) -> None:
        """Note one turn."""
        self.own.append(own)
        self.floor.append(floor)

    def line(self, name: str, goal: str = "", met: Callable[[float, float], bool] | None = None) -> Line:
        """The line of this series. met: says of the median ratio and our median (ms) whether that will do."""
        pairs = list(zip(self.own, self.floor, strict=True))
        ratio = Spread.of([one.clock / other.clock for one, other in pairs])
        own, floor = (Spread.of([1000 * one.clock for one in taken]) for taken in (self.own, self.floor))
        cpu = median(one.cpu for one in self.own) / max(median(one.cpu for one in self.floor), 1e-6)
        return Line(name, own, "ms", floor, ratio, cpu, goal, met(ratio.median, own.median) if met else None)


def now() -> Taken:
    """Both clocks."""
    return Taken(perf_counter(), process_time())


def measured(work: Work) -> Taken:
    """What `work` takes; what earlier work left behind is cleared first."""
    gc.collect()
    start = now()
    work()
    return now() - start


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
        series.add(measured(own()), measured(floor()))
    return series


@dataclass
class Watch:
    """What a function has taken since it was last asked."""

    taken: Taken = Taken()

    def take(self) -> Taken:
        """What it took until now; starts again at zero."""
        taken, self.taken = self.taken, Taken()
        return taken


@contextmanager
def watching(place: Any, name: str) -> Iterator[Watch]:
    """Hold a clock beside the function `name` of `place`; it still does its work."""
    watch, real = Watch(), getattr(place, name)

    def timed(*args: Any, **kwargs: Any) -> Any:
        start = now()
        try:
            return real(*args, **kwargs)
        finally:
            watch.taken += now() - start

    setattr(place, name, timed)
    try:
        yield watch
    finally:
        setattr(place, name, real)
