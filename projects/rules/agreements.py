"""Who may read, write and answer agreements, and who keeps the communication calendar (V4)."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import EVERYBODY, MANAGERS, PROJECT_TEAM, STAFF

define("projects.view_agreements", *EVERYBODY, label=_("de samenwerkingsafspraken lezen die gelden"))
define(
    "projects.view_sent_agreements",
    *STAFF,
    label=_("verstuurde en eerdere versies van samenwerkingsafspraken lezen"),
)
define(
    "projects.view_agreement_concepts",
    *PROJECT_TEAM,
    Role.ADMINISTRATOR,
    label=_("samenwerkingsafspraken lezen die nog een concept zijn"),
)
define(
    "projects.edit_agreements",
    *MANAGERS,
    label=_("samenwerkingsafspraken schrijven, versturen en laten ingaan"),
)
define("projects.answer_agreements", *STAFF, label=_("namens de eigen organisatie akkoord geven"))
define("projects.view_communication", *STAFF, label=_("de communicatiekalender lezen"))
define("projects.finish_communication", *STAFF, label=_("eigen momenten in de kalender afvinken"))
define(
    "projects.edit_communication",
    Role.PROJECT_LEADER,
    Role.HOUSING_OFFICER,
    Role.COMMUNITY_WORKER,
    Role.CONTRACTOR_SOCIAL,
    Role.ADMINISTRATOR,
    label=_("de communicatiekalender maken en wijzigen"),
)
