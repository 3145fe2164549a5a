"""Who may do what in phase 2."""

from projects.access import define
from projects.models import Role
from projects.rules import CONTRACTOR, FIELD_TEAM

define("housevisits.view_addresses", *FIELD_TEAM)
define("housevisits.view_visits", *FIELD_TEAM, *CONTRACTOR)
define("housevisits.record_visits", *FIELD_TEAM)
define("housevisits.import_addresses", Role.PROJECT_LEADER)
define("housevisits.import_forms", Role.PROJECT_LEADER)
define("housevisits.register_conversation", *FIELD_TEAM)
define("housevisits.view_waiting", *FIELD_TEAM)
define("housevisits.keep_actions", *FIELD_TEAM)
# Contractor and partner see what is assigned to them, and may say what became of it.
define("housevisits.view_own_actions", *FIELD_TEAM, *CONTRACTOR, Role.PARTNER)
