"""The resident group (V7): seats, who is missing, influence, meetings, advice and what was done with it."""

from projects.models.residentgroup.advice import Advice, AdviceState, AdviceStep, Answer, StepKind
from projects.models.residentgroup.group import ResidentGroup, Seat
from projects.models.residentgroup.influence import Influence, InfluenceSubject
from projects.models.residentgroup.meeting import AgendaPoint, MeetingState, ResidentMeeting

__all__ = [
    "Advice",
    "AdviceState",
    "AdviceStep",
    "AgendaPoint",
    "Answer",
    "Influence",
    "InfluenceSubject",
    "MeetingState",
    "ResidentGroup",
    "ResidentMeeting",
    "Seat",
    "StepKind",
]
