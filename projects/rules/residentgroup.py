"""Who may read and write about the resident group (V7)."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import EVERYBODY

define(
    "projects.view_resident_group",
    *EVERYBODY,
    label=_("de bewonersprojectgroep: stoelen, bijeenkomsten, adviezen en invloed lezen"),
)
define(
    "projects.edit_resident_group",
    Role.PROJECT_LEADER,
    Role.COMMUNITY_WORKER,
    label=_("bijeenkomsten, stoelen en invloed opschrijven, advies vragen en erop antwoorden"),
)
define(
    "projects.advise",
    Role.RESIDENT_GROUP,
    Role.PROJECT_LEADER,
    label=_("namens de bewonersprojectgroep advies geven en reageren"),
)
