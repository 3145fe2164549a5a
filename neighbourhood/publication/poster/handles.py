"""Where the islands lie on the page, so that an editor can lay something to take hold of over each."""

from dataclasses import dataclass

from .content import PosterContent
from .lettering import clean
from .palette import HEIGHT, WIDTH
from .pieces.islands import islands
from .pieces.openings import begun, openings


@dataclass(frozen=True)
class Handle:
    """One island. x, y: its middle; w, h: its size; all in percents of the page. moved: whether by hand."""

    key: str
    title: str
    x: float
    y: float
    w: float
    h: float
    moved: bool


def handles(content: PosterContent) -> list[Handle]:
    """A handle for each island, in the order of the content."""
    pieces, _free = islands(content)
    boxes = {piece.name: piece.box for piece in pieces}
    return [
        Handle(
            island.key,
            clean(island.title),
            round((box.x + box.w / 2) / WIDTH * 100, 2),
            round((box.y + box.h / 2) / HEIGHT * 100, 2),
            round(box.w / WIDTH * 100, 2),
            round(box.h / HEIGHT * 100, 2),
            island.x is not None and island.y is not None,
        )
        for island in content.islands
        if (box := boxes.get(f"island-{island.key}"))
    ]


def left_out(content: PosterContent) -> list[str]:
    """The beginnings of sentences for which moved islands leave no room in the street."""
    pieces, _free = islands(content)
    return begun(content)[len(openings(content, pieces)) :]
