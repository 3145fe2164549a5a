"""Who may read, plan and judge the training (V6)."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import EVERYBODY, PROJECT_TEAM

define(
    "projects.view_training",
    *PROJECT_TEAM,
    Role.ADMINISTRATOR,
    label=_("de trainingen en het lesmateriaal zien, en wie wat heeft gevolgd"),
)
define("projects.view_own_training", *EVERYBODY, label=_("de eigen training bekijken"))
# Sessions are often given by the community worker; what counts from elsewhere is for who leads.
define(
    "projects.edit_training",
    Role.PROJECT_LEADER,
    Role.COMMUNITY_WORKER,
    label=_("trainingen plannen, uitnodigen en invullen wie er was"),
)
define(
    "projects.judge_training",
    Role.PROJECT_LEADER,
    label=_("opschrijven dat iemand iets elders heeft geleerd"),
)
