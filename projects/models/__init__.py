"""Phase 1: people, organisations, the project with its blocks, and who holds which role in it."""

from projects.models.agreement import (
    Agreement,
    AgreementAnswer,
    AgreementKind,
    AgreementVersion,
    AnswerState,
    VersionState,
)
from projects.models.communication import CommunicationMoment
from projects.models.membership import Membership, Role
from projects.models.organisation import Organisation, OrganisationKeeper, OrganisationKind
from projects.models.orientation import Choice, Orientation
from projects.models.partner import Partnership, PartnershipState
from projects.models.person import Person
from projects.models.phaseboard import EvaluationMoment, EvaluationState, PhaseChange
from projects.models.project import Block, Occasion, Phase, Project, StreetKind
from projects.models.referral import Concern, ConcernGroup, ReferralRoute
from projects.models.residentgroup import (
    Advice,
    AdviceState,
    AdviceStep,
    AgendaPoint,
    Answer,
    Influence,
    InfluenceSubject,
    MeetingState,
    ResidentGroup,
    ResidentMeeting,
    Seat,
    StepKind,
)
from projects.models.surroundings import ContextFigure, ContextTable, ContextUpload, Scope
from projects.models.task import Task
from projects.models.team import Absence, Availability, Departure, HandedOver, VisitDuty
from projects.models.timeline import CalendarFeed, TimelineItem, TimelineShift, TimelineWaiver
from projects.models.training import (
    Attendance,
    LearntElsewhere,
    Practice,
    Presence,
    SessionState,
    TrainingSession,
)

__all__ = [
    "Absence",
    "Advice",
    "AdviceState",
    "AdviceStep",
    "AgendaPoint",
    "Agreement",
    "AgreementAnswer",
    "AgreementKind",
    "AgreementVersion",
    "Answer",
    "AnswerState",
    "Attendance",
    "Availability",
    "Block",
    "CalendarFeed",
    "Choice",
    "CommunicationMoment",
    "Concern",
    "ConcernGroup",
    "ContextFigure",
    "ContextTable",
    "ContextUpload",
    "Departure",
    "EvaluationMoment",
    "EvaluationState",
    "HandedOver",
    "Influence",
    "InfluenceSubject",
    "LearntElsewhere",
    "MeetingState",
    "Membership",
    "Occasion",
    "Organisation",
    "OrganisationKeeper",
    "OrganisationKind",
    "Orientation",
    "Partnership",
    "PartnershipState",
    "Person",
    "Phase",
    "PhaseChange",
    "Practice",
    "Presence",
    "Project",
    "ReferralRoute",
    "ResidentGroup",
    "ResidentMeeting",
    "Role",
    "Scope",
    "Seat",
    "SessionState",
    "StepKind",
    "StreetKind",
    "Task",
    "TimelineItem",
    "TimelineShift",
    "TimelineWaiver",
    "TrainingSession",
    "VersionState",
    "VisitDuty",
]
