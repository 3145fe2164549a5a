"""Who may read and make the choice for the approach (V1)."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import PROJECT_TEAM

define(
    "projects.view_orientation",
    *PROJECT_TEAM,
    Role.ADMINISTRATOR,
    label=_("lezen of de aanpak hier past, en waarom daarvoor gekozen is"),
)
define(
    "projects.change_orientation",
    Role.PROJECT_LEADER,
    Role.ADMINISTRATOR,
    label=_("afwegen en vastleggen of de aanpak hier past"),
)
