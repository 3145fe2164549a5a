"""Pages of phase 1: load, ask, call a service, render."""

from projects.views.account import account
from projects.views.demo import demo_mail
from projects.views.orientation import (
    orientation,
    orientation_discard,
    orientation_read,
    orientation_save,
    orientation_start,
    orientation_step,
)
from projects.views.partners import (
    partner,
    partner_add,
    partner_restore,
    partner_stop,
    partners,
    partners_paper,
)
from projects.views.people import add, change, end, invite, people, restore
from projects.views.project import create, home, rights, settings
from projects.views.today import choose, today

__all__ = [
    "account",
    "add",
    "change",
    "choose",
    "create",
    "demo_mail",
    "end",
    "home",
    "invite",
    "orientation",
    "orientation_discard",
    "orientation_read",
    "orientation_save",
    "orientation_start",
    "orientation_step",
    "partner",
    "partner_add",
    "partner_restore",
    "partner_stop",
    "partners",
    "partners_paper",
    "people",
    "restore",
    "rights",
    "settings",
    "today",
]
