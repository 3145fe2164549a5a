"""Groups of roles that the rules of every phase use."""

from projects.models.membership import Role

# Those who know residents' own words (PRIVACY P15): they visit, or lead who visits.
FIELD_TEAM = (Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER)
CONTRACTOR = (Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL)
PROJECT_TEAM = (*FIELD_TEAM, *CONTRACTOR)
EVERYBODY = tuple(Role)
# Everybody but residents signs in with a second factor (P21).
STAFF = tuple(role for role in Role if role != Role.RESIDENT_GROUP)
MANAGERS = (Role.PROJECT_LEADER, Role.ADMINISTRATOR)
