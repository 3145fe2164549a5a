"""Who may read and write what the team agrees about visits, and what is left behind (V3)."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import EVERYBODY, MANAGERS, PROJECT_TEAM

define(
    "projects.set_availability",
    *PROJECT_TEAM,
    label=_("de eigen beschikbaarheid voor bezoeken opgeven"),
)
define("projects.view_availability", *MANAGERS, label=_("zien wanneer iedereen in het team kan"))
define(
    "projects.view_visit_duties",
    *PROJECT_TEAM,
    Role.ADMINISTRATOR,
    label=_("lezen wie wat doet op een bezoek"),
)
define("projects.edit_visit_duties", Role.PROJECT_LEADER, label=_("afspreken wie wat doet op een bezoek"))
define("projects.prepare_handover", *PROJECT_TEAM, label=_("de eigen overdracht schrijven"))
# Of a handover itself: who manages people, and who took over something of it; the queryset decides that.
define(
    "projects.view_handover",
    *EVERYBODY,
    label=_("een overdracht lezen: wie mensen beheert, en wie er werk uit overnam"),
)
