"""Every write of phase 1, one module for each room of it. What is refused raises Refused."""

from projects.services.people import (
    add_person,
    change_membership,
    change_settings,
    check_change,
    create_project,
    end_membership,
    free_slug,
    restore_membership,
)
from projects.services.refusing import Refused

__all__ = [
    "Refused",
    "add_person",
    "change_membership",
    "change_settings",
    "check_change",
    "create_project",
    "end_membership",
    "free_slug",
    "restore_membership",
]
