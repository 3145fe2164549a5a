"""What the pages of the time line show: items with what may be done to them, warnings, months (V8)."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from projects.access import roles_for
from projects.models import Membership, Project, Role, TimelineItem, TimelineWaiver
from projects.timeline.collisions import Collision, collisions
from projects.timeline.plan import Plan, plan_of
from projects.timeline.weeks import month_of, said

SOON = timedelta(weeks=4)
SHOWN_MONTHS = 3
SHOWN_WARNINGS = 3
EDIT, EDIT_WORKS = "projects.edit_timeline", "projects.edit_works"


@dataclass(frozen=True)
class Warned:
    """A collision, with why it stays as it is. before: what was said about it at earlier dates."""

    collision: Collision
    waiver: TimelineWaiver | None = None
    before: TimelineWaiver | None = None

    @property
    def open(self) -> bool:
        """Whether something has to be done about it."""
        return self.waiver is None


@dataclass(frozen=True)
class Entry:
    """An item as a page shows it. may_edit: whether who looks may move it."""

    item: TimelineItem
    place: str
    warnings: tuple[Warned, ...] = ()
    may_edit: bool = False

    @property
    def said(self) -> str:
        """Its days in words."""
        return said(self.item.starts_on, self.item.ends_on)

    @property
    def anchor(self) -> str:
        """The id of its place in the list."""
        return anchor_of(self.item)

    @property
    def open_warnings(self) -> list[Warned]:
        """The warnings that ask for something."""
        return [one for one in self.warnings if one.open]

    @property
    def weight(self) -> str:
        """How heavy it is in two or three words; empty for what is not."""
        return weight_of(self.item)


@dataclass(frozen=True)
class Month:
    """The items that begin in one month."""

    first: date
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Timeline:
    """The whole time line as one person sees it on one day. polite: whether that is a resident."""

    project: Project
    plan: Plan
    entries: tuple[Entry, ...]
    warned: tuple[Warned, ...]
    polite: bool = False

    @property
    def open(self) -> list[Warned]:
        """The warnings that ask for something, the earliest first."""
        return [one for one in self.warned if one.open]

    @property
    def pressing(self) -> list[Warned]:
        """The first of them; so many a page shows at once."""
        return self.open[:SHOWN_WARNINGS]

    @property
    def less_pressing(self) -> list[Warned]:
        """The others."""
        return self.open[SHOWN_WARNINGS:]

    @property
    def waived(self) -> list[Warned]:
        """The warnings that stay as they are."""
        return [one for one in self.warned if not one.open]

    @property
    def now(self) -> list[Entry]:
        """What goes on today."""
        day = self.plan.day
        return [one for one in self.entries if one.item.starts_on <= day <= one.item.ends_on]

    @property
    def ahead(self) -> list[Month]:
        """What is still to begin, by month."""
        return by_month([one for one in self.entries if one.item.starts_on > self.plan.day])

    @property
    def soon(self) -> list[Month]:
        """What begins in the first months that have something; a phone shows those at once."""
        return self.ahead[:SHOWN_MONTHS]

    @property
    def later(self) -> list[Month]:
        """What begins after those months."""
        return self.ahead[SHOWN_MONTHS:]

    @property
    def past(self) -> list[Month]:
        """What is over, by month."""
        return by_month([one for one in self.entries if one.item.ends_on < self.plan.day])


def timeline_for(membership: Membership, day: date) -> Timeline:
    """The time line as the holder of `membership` sees it. Residents get what concerns them, no warnings.

    Four queries, however many items.
    """
    plan = plan_of(membership.project, day)
    polite = membership.role == Role.RESIDENT_GROUP
    warned = () if polite else tuple(warnings_of(plan, membership.project))
    shown = [item for item in plan.items if not polite or item.concerns(membership.role)]
    beside: dict[int, list[Warned]] = {}
    for one in warned:
        beside.setdefault(one.collision.subject.pk, []).append(one)
    entries = tuple(
        Entry(item, plan.place(item), tuple(beside.get(item.pk, ())), may_edit(membership, item))
        for item in shown
    )
    return Timeline(membership.project, plan, entries, warned, polite)


def warnings_of(plan: Plan, project: Project) -> list[Warned]:
    """What collides, each with the reason why it stays. One query."""
    waivers = {waiver.collision: waiver for waiver in project.timeline_waivers.select_related("by")}
    return [_warned(one, waivers.get(one.key)) for one in collisions(plan)]


def _warned(collision: Collision, waiver: TimelineWaiver | None) -> Warned:
    if waiver is None or waiver.days == collision.days:
        return Warned(collision, waiver)
    return Warned(collision, None, waiver)


def may_edit(membership: Membership, item: TimelineItem) -> bool:
    """Whether the holder of `membership` may move and change `item`."""
    return membership.role in roles_for(EDIT if item.social else EDIT_WORKS)


def anchor_of(item: TimelineItem) -> str:
    """The id of the place of `item` in the list."""
    return f"onderdeel-{item.pk}"


def weight_of(item: TimelineItem) -> str:
    """How heavy works are, as it stands in a bar; empty for what is light or no works."""
    return {"heavy": _("zwaar werk"), "away": _("tijdelijk uit huis")}.get(item.heaviness, "")


def by_month(entries: list[Entry]) -> list[Month]:
    """Entries by the month in which they begin."""
    months: dict[date, Month] = {}
    for entry in entries:
        first = month_of(entry.item.starts_on)
        months.setdefault(first, Month(first)).entries.append(entry)
    return list(months.values())
