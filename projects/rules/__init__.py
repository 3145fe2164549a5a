"""Who may do what in phase 1, one module for each topic, and the groups of roles that later phases use."""

from projects.rules import (  # noqa: F401 - they define permissions
    agreements,
    organisations,
    orientation,
    partners,
    phaseboard,
    project,
    referral,
    residentgroup,
    surroundings,
    tasks,
    team,
    timeline,
    training,
)
from projects.rules.groups import CONTRACTOR, EVERYBODY, FIELD_TEAM, MANAGERS, PROJECT_TEAM, STAFF

__all__ = ["CONTRACTOR", "EVERYBODY", "FIELD_TEAM", "MANAGERS", "PROJECT_TEAM", "STAFF"]
