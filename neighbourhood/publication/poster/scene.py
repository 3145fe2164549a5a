"""The poster as a picture behind and pieces in front; PDF, screen and preview all start from this."""

from dataclasses import dataclass

from .content import PosterContent
from .drawings.street import street
from .geometry import Piece
from .ink import Pen
from .pieces.base import base, ground
from .pieces.heading import concept, heading
from .pieces.islands import is_airy, islands
from .pieces.lists import lists
from .pieces.openings import openings


@dataclass(frozen=True)
class Scene:
    """backdrop: the street as SVG. pieces: in reading order; their drawings may be laid in any order."""

    backdrop: str
    pieces: tuple[Piece, ...]


def compose(content: PosterContent) -> Scene:
    """Lay out the poster: title, lists, islands, empty balloons, figures, source."""
    themes, free = islands(content)
    title = heading(content, is_airy(content))
    pieces = [title, *concept(content), *lists(content), *themes, *openings(content, themes), *base(content)]
    backdrop = street(content.street, content.landmarks, frozenset(free)) + ground(Pen("ground"))
    return Scene(backdrop, tuple(pieces))
