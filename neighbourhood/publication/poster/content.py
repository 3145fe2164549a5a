"""What a praatplaat says, apart from how it looks.

The same content gives the A3 PDF, the picture, the web page and the text version (B8).
"""

from dataclasses import dataclass, field
from typing import Literal

Valence = Literal["opportunity", "barrier"]
StreetKind = Literal["portico", "terraced", "maisonette"]


@dataclass(frozen=True)
class Island:
    """One theme on the poster: a drawing, one B1 sentence and at most one rewritten quote.

    drawing: a name from the catalogue of drawings. condition: security, cohesion, inclusion, empowerment.
    x, y: where the project leader put the island's middle (0.0 to 1.0 of the page); None follows the layout.
    """

    key: str
    title: str
    sentence: str
    drawing: str
    valence: Valence
    condition: str
    quote: str = ""
    x: float | None = None
    y: float | None = None


@dataclass(frozen=True)
class PosterFigure:
    """A share as people say it: '6 van de 10', followed by what they do or say."""

    tens: int
    text: str


@dataclass(frozen=True)
class PosterContent:
    """Everything a praatplaat shows. Five to seven islands, two lists of at most five, at most three figures.

    open_balloons: two or three beginnings of sentences that residents finish together.
    reach: one sentence about how many conversations this is made from, with a rounded number.
    url: public address for the QR code, empty while it is a concept. date: as people read it.
    """

    title: str
    neighbourhood: str
    subtitle: str
    street: StreetKind
    islands: tuple[Island, ...]
    proud: tuple[str, ...]
    worries: tuple[str, ...]
    figures: tuple[PosterFigure, ...]
    open_balloons: tuple[str, ...]
    reach: str
    contact: str
    date: str
    concept: bool = True
    url: str = ""
    street_name: str = ""
    landmarks: tuple[str, ...] = field(default_factory=tuple)
