"""Phase 1: people, organisations, the project with its blocks, and who holds which role in it."""

from projects.models.membership import Membership, Role
from projects.models.organisation import Organisation, OrganisationKind
from projects.models.person import Person
from projects.models.project import Block, Occasion, Phase, Project, StreetKind

__all__ = [
    "Block",
    "Membership",
    "Occasion",
    "Organisation",
    "OrganisationKind",
    "Person",
    "Phase",
    "Project",
    "Role",
    "StreetKind",
]
