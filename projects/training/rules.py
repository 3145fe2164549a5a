"""When somebody is trained. One table and one function, so that pages, Vandaag and the phase board agree."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from projects.models.membership import Role
from projects.training.topics import Topic

YEARS_VALID_ELSEWHERE = 2  # so long training in another project may still count here


@dataclass(frozen=True)
class Need:
    """What a role has to learn. topics: each of them; practice: also a practice registration."""

    topics: tuple[Topic, ...] = ()
    practice: bool = False


NOTHING = Need()
# Who holds the social conversation learns all of it. Who comes along for the home hears stories too, so those
# people can explain the promise and speak without labels. A leader may register, so needs the same.
NEEDS: Mapping[str, Need] = {
    Role.PROJECT_LEADER: Need(tuple(Topic), practice=True),
    Role.HOUSING_OFFICER: Need(tuple(Topic), practice=True),
    Role.COMMUNITY_WORKER: Need(tuple(Topic), practice=True),
    Role.CONTRACTOR_SOCIAL: Need((Topic.PROMISE, Topic.STIGMA)),
    Role.CONTRACTOR_TECHNICAL: Need((Topic.PROMISE, Topic.STIGMA)),
}
# Who goes from door to door for the conversation. A leader may, but usually does not.
VISITORS = (Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER)


def need_of(role: str) -> Need:
    """What `role` has to learn; nothing for a role that visits nobody."""
    return NEEDS.get(role, NOTHING)


def missing_topics(role: str, learnt: Collection[str]) -> tuple[Topic, ...]:
    """The topics that `role` needs and that are not among `learnt` (keys)."""
    return tuple(topic for topic in need_of(role).topics if topic.value not in learnt)


def misses_practice(role: str, practised: bool) -> bool:
    """Whether a practice registration is still to be done."""
    return need_of(role).practice and not practised


def oldest_that_counts(today: date) -> date:
    """The first day on which training in another project still counts on `today`."""
    year = today.year - YEARS_VALID_ELSEWHERE
    try:
        return today.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 2, 28)
