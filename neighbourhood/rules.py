"""Who may do what in phase 3."""

from projects.access import define
from projects.models import Role
from projects.rules import EVERYBODY, FIELD_TEAM, PROJECT_TEAM

define("neighbourhood.view_figures", *PROJECT_TEAM)
# The resident group sees figures, themes and poster when the leader opens a concept to it.
define("neighbourhood.view_opened_concept", *PROJECT_TEAM, Role.RESIDENT_GROUP)
define("neighbourhood.read_stories", *FIELD_TEAM)
define("neighbourhood.make_snapshot", Role.PROJECT_LEADER)
define("neighbourhood.edit_themes", *FIELD_TEAM)
define("neighbourhood.vote", *FIELD_TEAM)
define("neighbourhood.compose_poster", Role.PROJECT_LEADER)
define("neighbourhood.publish", Role.PROJECT_LEADER)
define("neighbourhood.view_published", *EVERYBODY)
define("neighbourhood.export_figures", *PROJECT_TEAM)
