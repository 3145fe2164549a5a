"""Every write about the resident group (V7). What is refused raises Refused with a Dutch sentence."""

from projects.services.residentgroup.advice import (
    add_to_advice,
    ask_advice,
    give_advice,
    move_advice,
    remark,
    reply,
    volunteer_advice,
)
from projects.services.residentgroup.correcting import (
    correct_head,
    correct_step,
    remove_step,
    restore_step,
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
    "add_to_advice",
    "ask_advice",
    "change_group",
    "correct_head",
    "correct_step",
    "decide",
    "give_advice",
    "group_for",
    "move_advice",
    "move_meeting",
    "remark",
    "remove_point",
    "remove_seat",
    "remove_step",
    "remove_subject",
    "reply",
    "restore_seat",
    "restore_step",
    "volunteer_advice",
    "write_meeting",
    "write_point",
    "write_report",
    "write_seat",
    "write_subject",
]
