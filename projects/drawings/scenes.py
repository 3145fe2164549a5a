"""What the drawing of partners shows of a circle, in Dutch words. No places: those come from the cards."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from projects.drawings.cards import Card, Entry
from projects.drawings.partners import Scene
from projects.models import OrganisationKind, Project
from projects.overviews.partners import Circle, Corner, Place
from projects.overviews.triangle import corner_name


def scene_of(circle: Circle, project: Project) -> Scene:
    """The scene of the partners of `project`."""
    first, second, third = (_corner(corner) for corner in circle.triangle)
    wider = tuple(_wider(place) for place in circle.wider)
    return Scene(
        title=_("De driehoek en de wijdere kring van %(project)s") % {"project": project.name},
        description=_description(circle),
        middle=(_("Bewoners van %(place)s") % {"place": project.neighbourhood}, _("Bewoners")),
        corners=(first, second, third),
        wider=wider,
        wider_label=_("De wijdere kring"),
        wider_empty=_("nog niemand gevraagd"),
    )


def _corner(corner: Corner) -> Card:
    entries = tuple(_entry(place) for place in corner.places)
    return Card(capfirst(corner_name(corner.kind)), entries, empty=_("nog te vragen"))


def _wider(place: Place) -> Card:
    other = place.organisation.kind == OrganisationKind.OTHER
    return Card(_("Andere partner") if other else capfirst(place.kind), (_entry(place),))


def _entry(place: Place) -> Entry:
    """One organisation: whom one calls, and what needs doing."""
    if place.partnership is None:
        return Entry(place.name, alarm=_("afspraken opschrijven"), firm=False)
    calls = "" if place.gap else place.partnership.contact_person
    asked = "" if place.joined else _("gevraagd")
    alarm = _("contactpersoon gezocht") if place.gap else place.term_mark
    return Entry(place.name, tuple(text for text in (calls, asked) if text), alarm, firm=place.joined)


def _description(circle: Circle) -> str:
    """The drawing in words, for who does not see it."""
    corners = [
        f"{corner_name(corner.kind)}: {_names(corner.places) or _('nog te vragen')}"
        for corner in circle.triangle
    ]
    wider = _names(tuple(circle.wider)) or _("nog niemand gevraagd")
    return _("Op de hoeken van de driehoek staan %(corners)s. In de wijdere kring: %(wider)s.") % {
        "corners": "; ".join(corners),
        "wider": wider,
    }


def _names(places: tuple[Place, ...]) -> str:
    return ", ".join(place.name for place in places)
