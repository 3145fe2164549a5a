"""Every write about the resident group (V7). What is refused raises Refused with a Dutch sentence."""

from projects.services.residentgroup.advice import (
    ask_advice,
    give_advice,
    move_advice,
    remark,
    reply,
    volunteer_advice,
)
from projects.services.residentgroup.group import (
    change_group,
    group_for,
    remove_seat,
    restore_seat,
    write_seat,
)
from projects.services.residentgroup.influence import add_examples, remove_subject, write_subject
from projects.services.residentgroup.meetings import (
    decide,
    move_meeting,
    remove_point,
    write_meeting,
    write_point,
    write_report,
)

__all__ = [
    "add_examples",
    "ask_advice",
    "change_group",
    "decide",
    "give_advice",
    "group_for",
    "move_advice",
    "move_meeting",
    "remark",
    "remove_point",
    "remove_seat",
    "remove_subject",
    "reply",
    "restore_seat",
    "volunteer_advice",
    "write_meeting",
    "write_point",
    "write_report",
    "write_seat",
    "write_subject",
]
