"""Each kind of item: its side, its phase, how heavy it usually is and whom it usually concerns."""

from dataclasses import dataclass

from projects.models import Phase, Role
from projects.models.timeline import Heaviness, Kind, Lane

WORKS_TEAM = (Role.PROJECT_LEADER, Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL, Role.HOUSING_OFFICER)
VISITORS = (Role.PROJECT_LEADER, Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER)
TEAM = (*VISITORS, Role.CONTRACTOR_SOCIAL, Role.CONTRACTOR_TECHNICAL)
EVERYBODY: tuple[Role, ...] = ()


@dataclass(frozen=True)
class KindFacts:
    """What is known of a kind. phase: the one that begins with it, 0 for none. roles: empty is everybody."""

    lane: Lane
    phase: int = 0
    heaviness: str = ""
    roles: tuple[Role, ...] = EVERYBODY


def _works(heaviness: str, roles: tuple[Role, ...] = EVERYBODY) -> KindFacts:
    return KindFacts(Lane.WORKS, 0, heaviness, roles)


def _social(phase: int, roles: tuple[Role, ...] = EVERYBODY) -> KindFacts:
    return KindFacts(Lane.SOCIAL, phase, "", roles)


FACTS: dict[str, KindFacts] = {
    Kind.PREPARATION: _works(Heaviness.LIGHT, WORKS_TEAM),
    Kind.SURVEY: _works(Heaviness.LIGHT),
    Kind.DEMOLITION: _works(Heaviness.HEAVY),
    Kind.KITCHEN: _works(Heaviness.HEAVY),
    Kind.FACADE: _works(Heaviness.LIGHT),
    Kind.INSTALLATIONS: _works(Heaviness.HEAVY),
    Kind.OUTSIDE: _works(Heaviness.LIGHT),
    Kind.DELIVERY: _works(Heaviness.LIGHT),
    Kind.AFTERCARE: _works(Heaviness.LIGHT),
    Kind.OTHER_WORKS: _works(Heaviness.LIGHT),
    Kind.TRAINING: _social(Phase.PREPARATION, TEAM),
    Kind.ANNOUNCEMENT: _social(Phase.PREPARATION),
    Kind.VISITS: _social(Phase.HOUSE_VISITS),
    Kind.EXCHANGE: _social(Phase.HOUSE_VISITS, VISITORS),
    Kind.WORK_SESSIONS: _social(Phase.PICTURE, TEAM),
    Kind.POSTER: _social(Phase.PICTURE),
    Kind.FEEDBACK: _social(Phase.HOUSE_VISITS),
    Kind.DIALOGUE: _social(Phase.PICTURE),
    Kind.PLAN: _social(Phase.CONNECTING),
    Kind.PRESENCE: _social(0),
    Kind.ACTIVITY: _social(0),
    Kind.EVALUATION: _social(Phase.EVALUATION),
    Kind.OTHER_SOCIAL: _social(0),
}
# What is no building work yet, or no longer: nobody has to move a chair for it.
QUIET_WORKS = frozenset({Kind.PREPARATION, Kind.SURVEY, Kind.DELIVERY, Kind.AFTERCARE})


def lane_of(kind: str) -> Lane:
    """The side a kind belongs to. Raises KeyError for an unknown kind."""
    return FACTS[kind].lane


def kinds_in(lane: str) -> list[Kind]:
    """The kinds of one side, in order."""
    return [kind for kind in Kind if FACTS[kind].lane == lane]
