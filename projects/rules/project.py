"""Who may read, begin and manage a project."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import EVERYBODY

define("projects.view_project", *EVERYBODY, label=_("het project bekijken: fasen, mensen en wie wat mag"))
define(
    "projects.manage_people",
    Role.ADMINISTRATOR,
    Role.PROJECT_LEADER,
    label=_("mensen toevoegen en hun rol wijzigen"),
)
define(
    "projects.change_settings",
    Role.ADMINISTRATOR,
    Role.PROJECT_LEADER,
    label=_("de instellingen wijzigen"),
)
define("projects.create_project", Role.ADMINISTRATOR, label=_("een nieuw project beginnen"))
