"""Who may do what in phase 3."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models import Role
from projects.rules import EVERYBODY, FIELD_TEAM, PROJECT_TEAM

define("neighbourhood.view_figures", *PROJECT_TEAM, label=_("de cijfers zien"))
# The resident group sees figures, themes and poster when the leader opens a concept to it.
define(
    "neighbourhood.view_opened_concept",
    *PROJECT_TEAM,
    Role.RESIDENT_GROUP,
    label=_("het concept lezen als de projectleider het openzet"),
)
define("neighbourhood.read_stories", *FIELD_TEAM, label=_("de tekstblokken van bewoners lezen"))
define("neighbourhood.make_snapshot", Role.PROJECT_LEADER, label=_("nieuwe cijfers laten maken"))
define("neighbourhood.edit_themes", *FIELD_TEAM, label=_("thema's maken en ordenen"))
define("neighbourhood.vote", *FIELD_TEAM, label=_("stemmen voor de top vijf"))
define("neighbourhood.compose_poster", Role.PROJECT_LEADER, label=_("de praatplaat samenstellen"))
define("neighbourhood.publish", Role.PROJECT_LEADER, label=_("de praatplaat en het verslag publiceren"))
define("neighbourhood.view_published", *EVERYBODY, label=_("zien wat gepubliceerd is"))
define("neighbourhood.export_figures", *PROJECT_TEAM, label=_("de cijfers downloaden"))
