"""Phase 1: people, organisations, the project with its blocks, and who holds which role in it."""

from projects.models.membership import Membership, Role
from projects.models.organisation import Organisation, OrganisationKind
from projects.models.orientation import Choice, Orientation
from projects.models.partner import Partnership, PartnershipState
from projects.models.person import Person
from projects.models.project import Block, Occasion, Phase, Project, StreetKind
from projects.models.referral import Concern, ConcernGroup, ReferralRoute
from projects.models.task import Task
from projects.models.training import (
    Attendance,
    LearntElsewhere,
    Practice,
    Presence,
    SessionState,
    TrainingSession,
)

__all__ = [
    "Attendance",
    "Block",
    "Choice",
    "Concern",
    "ConcernGroup",
    "LearntElsewhere",
    "Membership",
    "Occasion",
    "Organisation",
    "OrganisationKind",
    "Orientation",
    "Partnership",
    "PartnershipState",
    "Person",
    "Phase",
    "Practice",
    "Presence",
    "Project",
    "ReferralRoute",
    "Role",
    "SessionState",
    "StreetKind",
    "Task",
    "TrainingSession",
]
