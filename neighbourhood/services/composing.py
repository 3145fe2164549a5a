"""What the poster says: good by default without anybody touching it, overridden by what the leader typed.

`Picture.content` is a JSON object. Every key may be absent; then the default stands:
title, subtitle, reach, contact, date (text) · street (kind of street) · proud, worries, open_balloons,
landmarks (lists of text) · figures (list of {"saying": name of one of `choosing.sayings`, "text": …}; the
number comes from the snapshot; a frozen poster has "tens" instead) · chosen (keys of the themes on the
poster, in order) · islands ({theme key: {"title", "sentence", "quote", "drawing", "x", "y"}}, each key
optional) · before (what this object was before the last save, to undo it).
"""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Picture, PictureState, Theme
from neighbourhood.publication.poster.content import Island, PosterContent, PosterFigure
from neighbourhood.publication.poster.lettering import clean
from neighbourhood.services import choosing
from neighbourhood.services.publicity import public_url
from neighbourhood.services.shortening import is_shortening

TEXTS = ("title", "subtitle", "reach", "contact", "date", "street")
LISTS = ("proud", "worries", "open_balloons", "landmarks")
ISLAND_KEYS = ("title", "sentence", "quote", "drawing", "x", "y")


def poster_content(picture: Picture) -> PosterContent:
    """Everything the poster of `picture` shows; of a published picture what was frozen then."""
    if picture.frozen:
        return content_from_json(picture.frozen["poster"])
    return overridden(default_content(picture), _with_numbers(picture))


def _with_numbers(picture: Picture) -> dict[str, Any]:
    """What was typed, each figure with the number that the snapshot has for it now (P14)."""
    typed: dict[str, Any] = picture.content
    if not any("saying" in figure for figure in typed.get("figures", ())):
        return typed
    said = choosing.sayings(figures_from_json(picture.snapshot.figures))
    figures = [
        {"tens": said[figure["saying"]].tens, "text": figure["text"]}
        for figure in typed["figures"]
        if figure.get("saying") in said
    ]
    return {**typed, "figures": figures}


def default_content(picture: Picture) -> PosterContent:
    """The poster as it is when nobody typed anything: from themes, votes, snapshot and project."""
    with override("nl"):
        return _default(picture)


def overridden(content: PosterContent, typed: dict[str, Any]) -> PosterContent:
    """`content` with what the leader typed over it. A theme with another title has it in the lists too."""
    texts = {key: typed[key] for key in TEXTS if typed.get(key)}
    lists = {key: tuple(typed[key]) for key in LISTS if key in typed}
    islands = typed.get("islands", {})
    changed = tuple(_island_over(island, islands.get(island.key, {})) for island in content.islands)
    titles = {old.title: new.title for old, new in zip(content.islands, changed, strict=True)}
    for name in ("proud", "worries"):
        lists.setdefault(name, tuple(titles.get(title, title) for title in getattr(content, name)))
    figures = {"figures": _figures(typed["figures"])} if "figures" in typed else {}
    changes: dict[str, Any] = {**texts, **lists, **figures, "islands": changed}
    return replace(content, **changes)


def content_to_json(content: PosterContent) -> dict[str, Any]:
    """The whole poster as plain data, for `Picture.frozen`."""
    return asdict(content)


def content_from_json(data: dict[str, Any]) -> PosterContent:
    """What `content_to_json` wrote."""
    lists = {key: tuple(data[key]) for key in LISTS}
    islands = tuple(Island(**island) for island in data["islands"])
    return PosterContent(**{**data, **lists, "islands": islands, "figures": _figures(data["figures"])})


def with_article(neighbourhood: str) -> str:
    """'de Spoorbuurt', 'het Willemskwartier'; a name that needs no article stays as it is."""
    last = neighbourhood.lower()
    if last.startswith(("de ", "het ")):
        return neighbourhood[:1].lower() + neighbourhood[1:]
    if last.endswith(("buurt", "wijk", "hoek", "polder", "weide")):
        return f"de {neighbourhood}"
    return f"het {neighbourhood}" if last.endswith(("kwartier", "park", "plein", "veld")) else neighbourhood


def _default(picture: Picture) -> PosterContent:
    project = picture.project
    themes = choosing.ranked_themes(project)
    figures = figures_from_json(picture.snapshot.figures)
    published = picture.state != PictureState.CONCEPT
    chosen = picture.content.get("chosen", ())
    return PosterContent(
        title=_("Zo leven wij in %(name)s") % {"name": with_article(project.neighbourhood)},
        neighbourhood=f"{project.neighbourhood}, {project.place}",
        subtitle=_("Dit vertelden bewoners aan de keukentafel. Herkent u het? Praat mee!"),
        street=project.street_kind,  # type: ignore[arg-type]
        islands=tuple(island_of(theme) for theme in choosing.island_themes(themes, chosen)),
        proud=_titles(choosing.top_five(themes, "opportunity")),
        worries=_titles(choosing.top_five(themes, "barrier")),
        figures=tuple(choosing.poster_figures(figures)),
        open_balloons=_openings(),
        reach=reach_sentence(figures.n, picture.snapshot.context.get("homes", 0)),
        contact=project.contact,
        date=month_of(picture.snapshot.made_on),
        concept=not published,
        url=public_url(picture) if published else "",
        street_name=project.neighbourhood,
        landmarks=_landmarks(project.neighbourhood),
    )


def _openings() -> tuple[str, ...]:
    return _("Ik zou hier wel willen …"), _("Deze buurt wordt fijner als …"), _("Samen kunnen we …")


def reach_sentence(conversations: int, homes: int) -> str:
    """How many conversations this is made from; both numbers are rounded already."""
    if not homes:
        return _("Gemaakt van ongeveer %(talks)d gesprekken") % {"talks": conversations}
    return _("Gemaakt van ongeveer %(talks)d gesprekken in ongeveer %(homes)d woningen") % {
        "talks": conversations,
        "homes": homes,
    }


def month_of(day: date) -> str:
    """'november 2026'."""
    with override("nl"):
        return date_format(day, "F Y")


def _titles(themes: Sequence[Theme]) -> tuple[str, ...]:
    return tuple(theme.title for theme in themes)


def _landmarks(neighbourhood: str) -> tuple[str, ...]:
    """Coffee is poured from the caravan everywhere, with benches and flowers; by the railway a train."""
    everywhere = ("caravan", "bench", "garden", "tree", "library")
    return ("railway", *everywhere) if "spoor" in neighbourhood.lower() else everywhere


def island_of(theme: Theme) -> Island:
    """A theme as it stands on the poster when nobody typed over it."""
    return Island(
        key=str(theme.key),
        title=theme.title,
        sentence=theme.sentence,
        drawing=choosing.drawing_of(theme),
        valence=theme.valence,  # type: ignore[arg-type]
        condition=choosing.main_condition(theme),
        quote=choosing.allowed_quote(theme),
    )


def _island_over(island: Island, typed: dict[str, Any]) -> Island:
    """A quote can be shortened or left out here, never brought in where none is allowed (P15)."""
    known = {key: typed[key] for key in ISLAND_KEYS if key in typed}
    if not clean(known.get("title", "")):
        known.pop("title", None)  # nothing of it can be drawn: the title of the theme stays
    if not is_shortening(known.get("quote", ""), island.quote):
        known.pop("quote")
    return replace(island, **known)


def _figures(typed: Sequence[dict[str, Any]]) -> tuple[PosterFigure, ...]:
    return tuple(PosterFigure(int(figure["tens"]), str(figure["text"])) for figure in typed)
