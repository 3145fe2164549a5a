"""Who may read and change the time line (V8)."""

from django.utils.translation import gettext_lazy as _

from projects.access import define
from projects.models.membership import Role
from projects.rules.groups import CONTRACTOR, EVERYBODY

define("projects.view_timeline", *EVERYBODY, label=_("het tijdspad lezen en er een agenda van volgen"))
define(
    "projects.edit_works",
    Role.PROJECT_LEADER,
    *CONTRACTOR,
    label=_("het werk aan de woningen op het tijdspad zetten en verschuiven"),
)
define("projects.edit_timeline", Role.PROJECT_LEADER, label=_("het hele tijdspad maken en verschuiven"))
