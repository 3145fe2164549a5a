"""What a concept still lacks before the neighbourhood sees it. It warns; the project leader decides."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from neighbourhood.models import Picture, Theme
from neighbourhood.services import choosing

# A poster has five islands at least (B8).
FEWEST_ISLANDS = 5


def missing(picture: Picture) -> list[str]:
    """Sentences about what is thin in a concept, the heaviest first; empty when nothing is. One query."""
    themes = choosing.ranked_themes(picture.project)
    about_themes = [*_about_number(themes), *_about_votes(themes), *_about_grounds(themes)]
    return [*about_themes, *_about_contact(picture), *_about_reading(picture)]


def _about_number(themes: Sequence[Theme]) -> Iterator[str]:
    if not themes:
        yield _("Er zijn nog geen thema's. De praatplaat is dan bijna leeg.")
    elif len(themes) < FEWEST_ISLANDS:
        text = ngettext("Er is nog maar %(n)d thema.", "Er zijn nog maar %(n)d thema's.", len(themes))
        yield text % {"n": len(themes)} + " " + _("Op een praatplaat horen er vijf tot zeven.")


def _about_votes(themes: Sequence[Theme]) -> Iterator[str]:
    for valence, name in (("opportunity", _("waar jullie trots op zijn")), ("barrier", _("de zorgen"))):
        if themes and not choosing.top_five(themes, valence):
            yield _("Over %(what)s is nog niet gestemd. Die lijst blijft leeg.") % {"what": name}


def _about_grounds(themes: Sequence[Theme]) -> Iterator[str]:
    bare = sum(1 for theme in themes if not theme.weight)
    if bare:
        text = ngettext(
            "%(n)d thema rust nog op geen enkele tekst.",
            "%(n)d thema's rusten nog op geen enkele tekst.",
            bare,
        )
        yield text % {"n": bare}
    if themes and not any(choosing.allowed_quote(theme) for theme in themes):
        yield _("Er is nog geen goedgekeurde uitspraak.")


def _about_contact(picture: Picture) -> Iterator[str]:
    if not picture.project.contact:
        yield _("Er staat nog niet bij waar bewoners terechtkunnen. Vul dat in bij Instellingen.")


def _about_reading(picture: Picture) -> Iterator[str]:
    if not picture.open_to_residents:
        yield _("De bewonersprojectgroep kan dit concept nog niet zien: het staat alleen open voor het team.")
