"""Who may read, check and write referral routes (V5)."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import FIELD_TEAM, PROJECT_TEAM

define("projects.view_referral_routes", *PROJECT_TEAM, label=_("de doorverwijsroutes lezen"))
define("projects.check_referral_routes", *FIELD_TEAM, label=_("een doorverwijsroute nakijken"))
define("projects.edit_referral_routes", Role.PROJECT_LEADER, label=_("doorverwijsroutes maken en wijzigen"))
