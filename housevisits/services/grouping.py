"""Which waiting registrations may join the register together (P2). Pure: no database, no clock.

The household side knows of every visit its block, its day and who went. So a batch holds at least five
registrations that are the same in block, month and 'gevoerd door'. Where a month is over and there are
too few, what tells them apart is left out: first who held the conversation, then the month, then the
block. The question set is never left out, since the day on which a new version began is known too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

# As small as a batch may be (P2).
SMALLEST_BATCH = 5
# As large as one transaction gets; larger groups are split at random.
LARGEST_BATCH = 500
# A visit of the last day is often registered a day or two later.
DAYS_AFTER_MONTH = 3


class Traits(NamedTuple):
    """What a registration has in common with what the household side knows."""

    set_key: UUID
    block_key: UUID | None
    month: str
    held_by: str


@dataclass(frozen=True)
class Waiting:
    """One box: its key in the waiting room and its traits."""

    key: UUID
    traits: Traits


@dataclass(frozen=True)
class Group:
    """Boxes that are released together, with the traits that all of them keep."""

    traits: Traits
    keys: tuple[UUID, ...]


_COARSER: tuple[Callable[[Traits], Traits], ...] = (
    lambda traits: traits._replace(held_by=""),
    lambda traits: traits._replace(held_by="", month=""),
    lambda traits: traits._replace(held_by="", month="", block_key=None),
)


def plan(waiting: Iterable[Waiting], today: date) -> list[Group]:
    """The groups of at least five that may go now. Boxes in none of them stay where they are."""
    groups, left = _group(waiting, lambda traits: traits)
    left = [one for one in left if _is_over(one.traits.month, today)]
    for coarser in _COARSER:
        more, left = _group(left, coarser)
        groups += more
    return groups


def split(keys: list[UUID]) -> list[list[UUID]]:
    """`keys` in parts of about equal size, none above LARGEST_BATCH and none below half of it."""
    parts = -(-len(keys) // LARGEST_BATCH)
    return [keys[part::parts] for part in range(parts)]


def _group(waiting: Iterable[Waiting], keep: Callable[[Traits], Traits]) -> tuple[list[Group], list[Waiting]]:
    together: dict[Traits, list[Waiting]] = defaultdict(list)
    for one in waiting:
        together[keep(one.traits)].append(one)
    enough = {traits: ones for traits, ones in together.items() if len(ones) >= SMALLEST_BATCH}
    left = [one for traits, ones in together.items() if traits not in enough for one in ones]
    return [Group(traits, tuple(one.key for one in ones)) for traits, ones in enough.items()], left


def _is_over(month: str, today: date) -> bool:
    """Whether no more is to be expected of `month` ('YYYY-MM'; empty is over)."""
    return month < f"{today - timedelta(days=DAYS_AFTER_MONTH):%Y-%m}"
