"""Who may do what in phase 1, and the groups of roles that later phases use in their rules."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role

# Those who know residents' own words (PRIVACY P15): they visit, or lead who visits.
FIELD_TEAM = (Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER)
CONTRACTOR = (Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL)
PROJECT_TEAM = (*FIELD_TEAM, *CONTRACTOR)
EVERYBODY = tuple(Role)
# Everybody but residents signs in with a second factor (P21).
STAFF = tuple(role for role in Role if role != Role.RESIDENT_GROUP)

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
    label=_("de instellingen en de fase wijzigen"),
)
define("projects.view_partners", *EVERYBODY, label=_("de partners en de afspraken met hen lezen"))
define(
    "projects.edit_partners",
    Role.ADMINISTRATOR,
    Role.PROJECT_LEADER,
    label=_("partners opschrijven, wijzigen en laten stoppen"),
)
define("projects.create_project", Role.ADMINISTRATOR, label=_("een nieuw project beginnen"))
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
define("projects.view_referral_routes", *PROJECT_TEAM, label=_("de doorverwijsroutes lezen"))
define("projects.check_referral_routes", *FIELD_TEAM, label=_("een doorverwijsroute nakijken"))
define("projects.edit_referral_routes", Role.PROJECT_LEADER, label=_("doorverwijsroutes maken en wijzigen"))
