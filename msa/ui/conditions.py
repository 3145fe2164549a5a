"""How the four conditions of social quality and the two sides of a story look, wherever they are shown.

Colours are those of the poster; each stands beside a sign and a pattern, so that nothing depends on colour.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Look:
    """One thing with its Dutch name, colour (on paper at least 4.5 to 1), icon and pattern."""

    key: str
    label: str | Promise
    colour: str
    icon: str
    pattern: str


CONDITIONS = {
    look.key: look
    for look in (
        Look("security", _("sociaaleconomische zekerheid"), "#2d6390", "shield", "stripes"),
        Look("cohesion", _("sociale cohesie"), "#b0492f", "heart-handshake", "dots"),
        Look("inclusion", _("sociale inclusie"), "#7b4a86", "door-open", "rows"),
        Look("empowerment", _("sociale empowerment"), "#137a78", "megaphone", "checks"),
    )
}
VALENCES = {
    look.key: look
    for look in (
        Look("opportunity", _("kans"), "#3a6f38", "sprout", "plain"),
        Look("barrier", _("belemmering"), "#87570a", "construction", "plain"),
    )
}
# What the team calls a belemmering is a zorg on the poster and wherever residents read along.
TO_RESIDENTS = {"barrier": _("zorg")}
