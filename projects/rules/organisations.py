"""Who may take a set-up over from another project, and close a project.

What an organisation shows is decided in `Organisation.objects.visible_to` and `.kept_by`.
"""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role

define(
    "projects.copy_setup",
    Role.ADMINISTRATOR,
    Role.PROJECT_LEADER,
    label=_("de inrichting van een eigen ander project overnemen"),
)
define(
    "projects.close_project",
    Role.ADMINISTRATOR,
    label=_("het project afsluiten en weer openen"),
)
