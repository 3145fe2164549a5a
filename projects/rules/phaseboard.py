"""Who may read the phase board, move the project along it and plan to look back (V10, E1)."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import EVERYBODY, MANAGERS, PROJECT_TEAM

define("projects.view_phase_board", *EVERYBODY, label=_("het fasebord lezen: wat er staat en wat nog niet"))
define("projects.change_phase", *MANAGERS, label=_("het project naar een andere fase zetten"))
define(
    "projects.override_requirement",
    Role.PROJECT_LEADER,
    label=_("met een reden doorgaan terwijl er nog iets ontbreekt"),
)
define("projects.plan_evaluation", *MANAGERS, label=_("evaluatiemomenten plannen en afronden"))
define(
    "projects.note_evaluation",
    *PROJECT_TEAM,
    Role.ADMINISTRATOR,
    label=_("opschrijven wat er uit een zelf geleid evaluatiemoment kwam"),
)
