"""Who may read and keep tasks, and begin with a step plan (S11)."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import MANAGERS, PROJECT_TEAM

define(
    "projects.view_tasks",
    *PROJECT_TEAM,
    Role.ADMINISTRATOR,
    label=_("de taken van het team en de stappenplannen lezen"),
)
define(
    "projects.finish_tasks",
    *PROJECT_TEAM,
    Role.ADMINISTRATOR,
    label=_("een taak opschrijven, oppakken, wijzigen en afvinken"),
)
define(
    "projects.edit_tasks", *MANAGERS, label=_("taken verdelen en weghalen, en beginnen met een stappenplan")
)
