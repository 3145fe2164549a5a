"""What the triangle of corporatie, welzijn and aannemer still lacks: one rule and sentence for every page.

A corner stands when an organisation of that kind takes part. Who was only asked, or has people in the project
while nothing was agreed, does not close it: those pages say so, with what is to be done.
"""

from django.utils.translation import gettext as _

from projects.models import OrganisationKind
from projects.overviews.partners import Circle, Place, listed


def corner_name(kind: OrganisationKind) -> str:
    """What people call a corner of the triangle."""
    names = {
        OrganisationKind.HOUSING: _("corporatie"),
        OrganisationKind.WELFARE: _("welzijn"),
        OrganisationKind.CONTRACTOR: _("aannemer"),
    }
    return names[kind]


def triangle_gap(circle: Circle) -> str:
    """'De driehoek mist nog: welzijn en aannemer.'; empty when all three take part."""
    names = listed([corner_name(kind) for kind in circle.missing])
    return _("De driehoek mist nog: %(corners)s.") % {"corners": names} if names else ""


def lack_of(place: Place) -> str:
    """Why `place` does not close its corner, as a Dutch sentence."""
    if place.partnership is None:
        text = _("%(name)s heeft mensen in dit project, maar staat nog niet bij de partners.")
    else:
        text = _("%(name)s is gevraagd en heeft nog geen ja gezegd.")
    return text % {"name": place.name}


def open_corners(circle: Circle) -> list[tuple[OrganisationKind, str, list[tuple[Place, str]]]]:
    """Each corner that is not closed: its kind, its name, and who stands there with what lacks."""
    return [
        (corner.kind, corner_name(corner.kind), [(place, lack_of(place)) for place in corner.places])
        for corner in circle.triangle
        if not corner.joined
    ]
