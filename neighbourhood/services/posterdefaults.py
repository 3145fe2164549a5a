"""What the editor of the poster starts from: the untouched poster, and what can be chosen."""

import copy
from dataclasses import dataclass

from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Picture, Theme
from neighbourhood.publication.poster.content import Island, PosterContent, PosterFigure
from neighbourhood.services import choosing
from neighbourhood.services.composing import default_content, island_of, poster_content


@dataclass(frozen=True)
class PosterDefaults:
    """The untouched poster of a concept.

    islands: by theme key, every theme of the project, heaviest first. chosen: keys on the untouched poster.
    sayings: by name, what the snapshot lets us say in tens. figures: names of those on the untouched poster.
    """

    content: PosterContent
    islands: dict[str, Island]
    chosen: tuple[str, ...]
    sayings: dict[str, PosterFigure]
    figures: tuple[str, ...]


def poster_defaults(picture: Picture) -> PosterDefaults:
    """The defaults of a concept. Two queries for the themes; project and snapshot come with `picture`."""
    content = default_content(_with_content(picture, {}))
    said = choosing.sayings(figures_from_json(picture.snapshot.figures))
    names = {figure: name for name, figure in said.items()}
    return PosterDefaults(
        content=content,
        islands={str(theme.key): island_of(theme) for theme in _ranked(picture)},
        chosen=tuple(island.key for island in content.islands),
        sayings=said,
        figures=tuple(names[figure] for figure in content.figures),
    )


def tried_content(picture: Picture, typed: dict[str, object]) -> PosterContent:
    """The poster as it would be with `typed`, without storing anything."""
    return poster_content(_with_content(picture, typed))


def _with_content(picture: Picture, typed: dict[str, object]) -> Picture:
    other = copy.copy(picture)
    other.content = typed
    return other


def _ranked(picture: Picture) -> list[Theme]:
    return choosing.ranked_themes(picture.project)
