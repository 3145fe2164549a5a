"""The drawings that an island can have, by name, with what they show in Dutch."""

from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..ink import Pen
from . import themes_homes, themes_meeting, themes_people, themes_places

DRAW = {**themes_people.THEMES, **themes_homes.THEMES, **themes_meeting.THEMES, **themes_places.THEMES}

LABELS: dict[str, str | Promise] = {
    "fence_talk": _("Buren praten over de heg"),
    "coffee": _("Samen koffiedrinken"),
    "walking": _("Samen wandelen"),
    "party": _("Feest in de straat"),
    "soup": _("Eten brengen bij de buren"),
    "door_key": _("Een sleutel van elkaar"),
    "garden": _("Bloemen in de voortuin"),
    "bench": _("Samen op een bank"),
    "play": _("Spelende kinderen"),
    "music": _("Muziek maken"),
    "books": _("Lezen in de bibliotheek"),
    "talents": _("Iets maken voor een ander"),
    "meeting": _("Samen plannen maken"),
    "new_windows": _("Een huis met nieuwe ramen"),
    "known_face": _("Een vast gezicht aan de deur"),
    "shops": _("Winkels in de buurt"),
    "alone": _("Alleen achter het raam"),
    "strangers": _("Langs elkaar heen lopen"),
    "caring": _("Zorgen voor een ander"),
    "letters": _("Moeilijke brieven"),
    "money": _("Te weinig geld"),
    "damp_home": _("Vocht in huis"),
    "thin_walls": _("Lawaai door de muur"),
    "stairs": _("Een steile trap"),
    "dark_path": _("Een donker achterpad"),
    "parking": _("Een donkere parkeerplaats"),
    "speeding": _("Te hard rijden"),
    "scooter": _("Een scooter op de stoep"),
    "bus_stop": _("Wachten op de bus"),
    "containers": _("Volle containers"),
}
DEFAULT = "fence_talk"


@lru_cache(maxsize=64)
def drawing(name: str) -> str:
    """The SVG of a drawing; an unknown name gives two neighbours."""
    known = name if name in DRAW else DEFAULT
    return DRAW[known](Pen(known))


def description(name: str) -> str:
    """What the drawing shows, for who cannot see it."""
    return str(LABELS.get(name, LABELS[DEFAULT]))
