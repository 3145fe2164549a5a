"""The items of one time line as the rules look at them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from msa.sharing import Shared
from projects.models import Block, Project, TimelineItem
from projects.overviews.blocks import blocks_in
from projects.overviews.referral import gaps_in, routes_of
from projects.timeline.kinds import QUIET_WORKS


@dataclass(frozen=True)
class Plan:
    """Everything that stands in a time line on one day.

    items: in order of their first day. routes_stand: whether each concern has a referral route (V5).
    """

    items: tuple[TimelineItem, ...]
    blocks: tuple[Block, ...]
    day: date
    routes_stand: bool = True
    names: dict[int, str] = field(default_factory=dict)

    def of(self, *kinds: str) -> Iterator[TimelineItem]:
        """The items of these kinds."""
        return (item for item in self.items if item.kind in kinds)

    def social(self) -> Iterator[TimelineItem]:
        """The items with residents and team."""
        return (item for item in self.items if item.social)

    def building(self) -> Iterator[TimelineItem]:
        """The works that somebody notices at home: no survey, no delivery."""
        return (item for item in self.items if not item.social and item.kind not in QUIET_WORKS)

    def heavy(self) -> Iterator[TimelineItem]:
        """The works during which living there is hard."""
        return (item for item in self.items if not item.social and item.heavy)

    def place(self, item: TimelineItem) -> str:
        """Where an item is, in words: the block or 'hele buurt'."""
        return self.names.get(item.block_id or 0, "")


def plan_of(project: Project, day: date, shared: Shared | None = None) -> Plan:
    """The plan of `project` as it stands. Three queries, however many items.

    shared: what the page looked up already, where it shows more than the plan.
    """
    from django.utils.translation import gettext as _

    shared = shared or Shared()
    blocks = tuple(shared.get(blocks_in, project))
    items = tuple(project.timeline_items.standing())
    names = {0: _("hele buurt")} | {block.pk: block.name for block in blocks}
    gaps = gaps_in(shared.get(routes_of, project).values())
    return Plan(items, blocks, day, not gaps, names)


def touches(one: TimelineItem, other: TimelineItem) -> bool:
    """Whether two items are about the same homes: the same block, or one is for the whole neighbourhood."""
    return one.block_id is None or other.block_id is None or one.block_id == other.block_id


def overlaps(one: TimelineItem, other: TimelineItem) -> bool:
    """Whether two items share a day."""
    return one.starts_on <= other.ends_on and other.starts_on <= one.ends_on


def first_start(items: Iterable[TimelineItem]) -> TimelineItem | None:
    """The one that begins first; None when there is none."""
    return min(items, key=lambda item: item.starts_on, default=None)
