"""What somebody holds, who could take it over, and what was left behind (V3)."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from django.db.models import QuerySet

from msa import registry
from msa.registry import OpenWork
from projects.access import roles_for
from projects.models import Departure, HandedOver, Membership, Organisation, Project

MOST_LOOKED_UP = 3  # people who left, on Vandaag; each asks a query for every kind of work


@dataclass(frozen=True)
class LeftBehind:
    """Somebody who left, and what still waits for another."""

    membership: Membership
    works: tuple[OpenWork, ...]


def open_work(membership: Membership) -> list[OpenWork]:
    """What `membership` holds now, in the order of the registry. Also of one that has ended."""
    return [work for part in registry.handover for work in part.call(membership)]


def outgrown(membership: Membership, role: str, organisation: Organisation | None) -> list[OpenWork]:
    """What `membership` holds and may not go on with as `role` for `organisation`."""
    later = copy(membership)
    later.role, later.organisation = role, organisation
    return [work for work in open_work(membership) if not _goes_on(work, later)]


def _goes_on(work: OpenWork, later: Membership) -> bool:
    if work.holds:
        return later.role in work.holds
    return later.role in work.roles and work.fits(later)


def colleagues(membership: Membership) -> list[Membership]:
    """Everybody else who takes part in the project, by name. One query."""
    found = membership.project.memberships.filter(active=True).exclude(pk=membership.pk)
    return list(found.select_related("person", "organisation").order_by("person__name"))


def can_take(taker: Membership, work: OpenWork, giver: Membership) -> bool:
    """Whether `taker` can take over `work` of `giver`."""
    here = taker.active and taker.project_id == giver.project_id and taker.pk != giver.pk
    return here and taker.role in work.roles and work.fits(taker)


def candidates(work: OpenWork, giver: Membership, among: Iterable[Membership]) -> list[Membership]:
    """Those of `among` who can take over `work`; who has the same role comes first."""
    able = [one for one in among if can_take(one, work, giver)]
    return sorted(able, key=lambda one: one.role != giver.role)


def left_behind(project: Project) -> list[LeftBehind]:
    """Work that waits with people who left and that nobody else is told about, newest first.

    One query, and for at most MOST_LOOKED_UP people one for each kind of work they left to nobody.
    """
    lines = HandedOver.objects.filter(
        left_to_nobody=True,
        departure__left_on__isnull=False,
        departure__membership__active=False,
        departure__membership__project=project,
    )
    held = "departure__membership"
    kinds: dict[Membership, set[str]] = {}
    for line in lines.select_related(f"{held}__person", f"{held}__project").order_by(f"-{held}_id"):
        kinds.setdefault(line.departure.membership, set()).add(line.key)
    found = [LeftBehind(one, tuple(_waiting(one, left))) for one, left in [*kinds.items()][:MOST_LOOKED_UP]]
    return [one for one in found if one.works]


def _waiting(membership: Membership, kinds: set[str]) -> list[OpenWork]:
    """What still waits of these `kinds` and nobody else is told about."""
    works = (work for part in registry.handover if part.name in kinds for work in part.call(membership))
    return [work for work in works if work.movable and not work.reminds]


def readable_departures(reader: Membership) -> QuerySet[Departure]:
    """Handovers of the project that `reader` may read: all for who manages people, else where they took work.

    What somebody is still writing is shown only where that person is let go.
    """
    found = Departure.objects.filter(membership__project=reader.project, left_on__isnull=False)
    if reader.role in roles_for("projects.manage_people"):
        return found
    return found.filter(lines__taker=reader).distinct()


def own_note(membership: Membership) -> Departure | None:
    """What `membership` is writing for who comes after. One query."""
    return membership.departures.filter(left_on=None).first()
