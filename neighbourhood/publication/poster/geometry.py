"""Boxes on the page, and the pieces that the poster is made of."""

from dataclasses import dataclass, field
from typing import Literal

from .lettering import Style, height
from .palette import HEIGHT, WIDTH

Tag = Literal["h1", "h2", "h3", "p", "li", "blockquote"]


@dataclass(frozen=True)
class Box:
    """A rectangle on the page, in units."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    def overlaps(self, other: "Box") -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other box lies within this one."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def moved(self, dx: float, dy: float) -> "Box":
        """The same box somewhere else."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def clamped(self, margin: float = 30) -> "Box":
        """The same box, moved so that it lies on the page."""
        x = min(max(self.x, margin), WIDTH - margin - self.w)
        y = min(max(self.y, margin), HEIGHT - margin - self.h)
        return Box(x, y, self.w, self.h)


@dataclass(frozen=True)
class Words:
    """Lines of text at a place; the lines are already broken. turn: degrees round the middle."""

    tag: Tag
    x: float
    y: float
    w: float
    lines: tuple[str, ...]
    style: Style
    middle: bool = False
    turn: float = 0

    @property
    def box(self) -> Box:
        """The room that the words take."""
        return Box(self.x, self.y, self.w, height(self.lines, self.style))


@dataclass(frozen=True)
class Piece:
    """One thing on the poster: where it is, how it is drawn and what it says, in reading order."""

    name: str
    box: Box
    drawing: str = ""
    words: tuple[Words, ...] = field(default_factory=tuple)


PAGE = Box(0, 0, WIDTH, HEIGHT)
