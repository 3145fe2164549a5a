"""Writes about the time line (V8). What is refused raises Refused with a Dutch sentence."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import Membership, Project, TimelineItem, TimelineShift
from projects.models.timeline import why_far, why_impossible
from projects.overviews.timeline import may_edit
from projects.services.refusing import Refused
from projects.timeline.kinds import FACTS, lane_of
from projects.timeline.templates import Draft

KEPT_SHIFTS = timedelta(days=7)  # so long a move can be undone
FIELDS = ("kind", "block", "title", "starts_on", "ends_on", "heaviness", "note", "roles")


class Overtaken(Refused):
    """Somebody else changed it since this window was opened."""


@transaction.atomic
def add_item(*, membership: Membership, fields: dict[str, Any]) -> TimelineItem:
    """Put something on the time line. fields: a value for every name in FIELDS. Raises Refused."""
    item = TimelineItem(project=membership.project, lane=lane_of(fields["kind"]), **fields)
    _check(membership, item)
    item.save()
    _write_down(membership, "timeline item added", item)
    return item


@transaction.atomic
def change_item(*, membership: Membership, item: TimelineItem, fields: dict[str, Any]) -> list[str]:
    """Write down what is different now; returns the names of what changed. Raises Refused."""
    known = _locked(item)
    _check(membership, known)
    changed = [name for name, value in fields.items() if getattr(known, name) != value]
    if not changed:
        return []
    for name in changed:
        setattr(known, name, fields[name])
    known.lane = lane_of(known.kind)
    _check(membership, known)
    known.version += 1
    known.save()
    _write_down(membership, "timeline item changed", known)
    return changed


@transaction.atomic
def move_item(
    *,
    membership: Membership,
    item: TimelineItem,
    starts_on: date,
    ends_on: date,
    version: int,
    along: bool = False,
) -> TimelineShift | None:
    """Give `item` other days; returns what undoes it, or None when nothing changed.

    version: the one that was seen. along: whether what comes after it in the same block and on the same side
    moves by as many days as its end did. Raises Overtaken for an older version, Refused for impossible days.
    """
    known = _locked(item)
    if known.version != version:
        raise Overtaken(
            _("Intussen veranderde iemand anders ‘%(title)s’. Dit is de nieuwe stand.") % {"title": known}
        )
    if (known.starts_on, known.ends_on) == (starts_on, ends_on):
        return None
    days = ends_on - known.ends_on
    later = list(_after(known)) if along and days else []
    moved = [(known, starts_on, ends_on), *((one, one.starts_on + days, one.ends_on + days) for one in later)]
    return _moved(membership, moved)


def _after(item: TimelineItem) -> Iterable[TimelineItem]:
    """What begins after `item` ends, in the same block and on the same side."""
    others = item.project.timeline_items.standing().select_for_update()
    return others.filter(block=item.block, lane=item.lane, starts_on__gt=item.ends_on).exclude(pk=item.pk)


def _moved(membership: Membership, moved: Sequence[tuple[TimelineItem, date, date]]) -> TimelineShift:
    before = []
    for item, starts_on, ends_on in moved:
        before.append(_state(item))
        item.starts_on, item.ends_on = starts_on, ends_on
        _check(membership, item)
        item.version += 1
        item.save(update_fields=["starts_on", "ends_on", "version", "changed_at"])
        _write_down(membership, "timeline item moved", item)
    return _remember(membership, before)


@transaction.atomic
def remove_item(*, membership: Membership, item: TimelineItem) -> TimelineShift:
    """Take an item off the time line. Raises Refused; `undo` puts it back."""
    known = _locked(item)
    _check(membership, known)
    before = [_state(known)]
    known.removed = True
    known.version += 1
    known.save(update_fields=["removed", "version", "changed_at"])
    _write_down(membership, "timeline item removed", known)
    return _remember(membership, before)


@transaction.atomic
def undo(*, membership: Membership, shift: TimelineShift) -> list[TimelineItem]:
    """Put back what stood there before `shift`; returns the items as they stand now.

    Raises Overtaken when somebody changed one since, Refused for an item that `membership` may not move.
    """
    rows = {row["item"]: row for row in shift.before}
    items = list(shift.project.timeline_items.select_for_update().filter(pk__in=rows))
    if len(items) < len(rows) or any(item.version != rows[item.pk]["version"] for item in items):
        raise Overtaken(_("Dit kan niet meer ongedaan: intussen is het weer veranderd."))
    for item in items:
        _check(membership, item)
        row = rows[item.pk]
        item.starts_on, item.ends_on = (
            date.fromisoformat(row["starts_on"]),
            date.fromisoformat(row["ends_on"]),
        )
        item.removed = row["removed"]
        item.version += 1
        item.save()
        _write_down(membership, "timeline item put back", item)
    shift.delete()
    return items


@transaction.atomic
def apply_drafts(*, membership: Membership, drafts: Sequence[Draft]) -> int:
    """Make the items of a template that are not there yet; returns how many. What was taken away comes back.

    Raises Refused for who may not edit the whole time line.
    """
    project = Project.objects.select_for_update().get(pk=membership.project_id)
    known = {item.origin: item for item in project.timeline_items.exclude(origin="")}
    made = 0
    for draft in drafts:
        item = known.get(draft.origin)
        if item is not None and not item.removed:
            continue
        item = item or TimelineItem(project=project, origin=draft.origin)
        fill(item, draft)
        _check(membership, item)
        item.save()
        made += 1
    if made:
        record(person=membership.person, act="timeline template used", subject=f"{made}", project=project)
    return made


def fill(item: TimelineItem, draft: Draft) -> None:
    """Write what a step of a template says into an item, without saving it."""
    facts = FACTS[draft.step.kind]
    item.lane, item.kind, item.title = facts.lane, draft.step.kind, str(draft.step.title)
    item.block, item.heaviness, item.removed = draft.block, draft.heaviness, False
    item.starts_on, item.ends_on = draft.starts_on, draft.ends_on
    item.roles = [role.value for role in facts.roles]


def _locked(item: TimelineItem) -> TimelineItem:
    known = item.project.timeline_items.standing().select_for_update().filter(pk=item.pk).first()
    if known is None:
        raise Overtaken(_("Intussen haalde iemand anders ‘%(title)s’ van het tijdspad.") % {"title": item})
    return known


def _check(membership: Membership, item: TimelineItem) -> None:
    """Raise Refused for who may not touch this item, and for days that cannot be."""
    if not may_edit(membership, item):
        raise Refused(_("Je mag alleen het werk aan de woningen verschuiven."))
    problem = why_impossible(item.starts_on, item.ends_on) or why_far(
        item.project, item.starts_on, item.ends_on
    )
    if problem:
        raise Refused(problem)


def _state(item: TimelineItem) -> dict[str, Any]:
    """What an item was, for undoing; the version is the one it gets by the change."""
    return {
        "item": item.pk,
        "version": item.version + 1,
        "starts_on": item.starts_on.isoformat(),
        "ends_on": item.ends_on.isoformat(),
        "removed": item.removed,
    }


def _remember(membership: Membership, before: list[dict[str, Any]]) -> TimelineShift:
    project = membership.project
    project.timeline_shifts.filter(made_at__lt=timezone.now() - KEPT_SHIFTS).delete()
    return TimelineShift.objects.create(project=project, by=membership.person, before=before)


def _write_down(membership: Membership, act: str, item: TimelineItem) -> None:
    subject = f"{item.title}: {item.starts_on} / {item.ends_on}"
    record(person=membership.person, act=act, subject=subject, project=item.project)
