"""Who may read and write partners (V2)."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import EVERYBODY

define("projects.view_partners", *EVERYBODY, label=_("de partners en de afspraken met hen lezen"))
define(
    "projects.edit_partners",
    Role.ADMINISTRATOR,
    Role.PROJECT_LEADER,
    label=_("partners opschrijven, wijzigen en laten stoppen"),
)
