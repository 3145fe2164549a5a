"""Who may read and keep tasks."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import MANAGERS, PROJECT_TEAM

define("projects.view_tasks", *PROJECT_TEAM, Role.ADMINISTRATOR, label=_("de taken van het team lezen"))
define("projects.finish_tasks", *PROJECT_TEAM, Role.ADMINISTRATOR, label=_("een eigen taak afvinken"))
define("projects.edit_tasks", *MANAGERS, label=_("taken maken, wijzigen en verdelen"))
