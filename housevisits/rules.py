"""Who may do what in phase 2."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models import Role
from projects.rules import CONTRACTOR, FIELD_TEAM

define("housevisits.view_addresses", *FIELD_TEAM, label=_("de adressenlijst zien"))
define("housevisits.view_visits", *FIELD_TEAM, *CONTRACTOR, label=_("zien waar en wanneer iemand langsgaat"))
define("housevisits.record_visits", *FIELD_TEAM, label=_("bezoeken plannen en de uitkomst opschrijven"))
define("housevisits.import_addresses", Role.PROJECT_LEADER, label=_("een adressenlijst inlezen"))
define("housevisits.import_forms", Role.PROJECT_LEADER, label=_("een export van Google Forms inlezen"))
define("housevisits.register_conversation", *FIELD_TEAM, label=_("een gesprek registreren"))
define("housevisits.practise", *FIELD_TEAM, label=_("oefenen met een verzonnen gesprek"))
define("housevisits.view_waiting", *FIELD_TEAM, label=_("zien hoeveel gesprekken nog wachten"))
define("housevisits.keep_actions", *FIELD_TEAM, label=_("directe acties bijhouden"))
# Contractor and partner see what is assigned to them, and may say what became of it.
define(
    "housevisits.view_own_actions",
    *FIELD_TEAM,
    *CONTRACTOR,
    Role.PARTNER,
    label=_("de eigen directe acties zien en bijwerken"),
)
