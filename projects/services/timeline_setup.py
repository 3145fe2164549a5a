"""The time line as part of a project's set-up, and what of it hangs on a block (V8)."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from msa.audit import record
from msa.registry import BlockUse, SetupPart
from projects.models import Block, Person, Project, TimelineItem

COPIED = ("lane", "kind", "title", "heaviness", "roles")


@transaction.atomic
def copy_timeline(source: Project, target: Project, by: Person) -> str:
    """Copy what stands, moved by as many days as the projects begin apart; says how much, in words.

    Nothing when one of them has no first day, or when `target` has a time line already. Blocks are matched
    by name; of what stands in several blocks that `target` does not have, one is copied for all of it.
    """
    if not source.starts_on or not target.starts_on or target.timeline_items.exists():
        return ""
    by_days = target.starts_on - source.starts_on
    blocks = {block.name: block for block in target.blocks.all()}
    made: dict[tuple[object, ...], TimelineItem] = {}
    for item in source.timeline_items.standing().select_related("block"):
        block = blocks.get(item.block.name) if item.block else None
        key = (item.kind, item.title, block.pk) if block else (item.kind, item.title, None)
        if item.block is not None and block is None and key in made:
            continue
        new = TimelineItem(project=target, block=block)
        for name in COPIED:
            setattr(new, name, getattr(item, name))
        new.starts_on, new.ends_on = item.starts_on + by_days, item.ends_on + by_days
        made[key if key not in made else (*key, item.pk)] = new
    TimelineItem.objects.bulk_create(made.values())
    if not made:
        return ""
    record(person=by, act="timeline copied", subject=f"{len(made)} from {source.slug}", project=target)
    return _count(len(made))


def _count(number: int) -> str:
    return ngettext("%d onderdeel", "%d onderdelen", number) % number if number else ""


def _held(project: Project) -> str:
    """How much stands on a time line, in words."""
    return _count(project.timeline_items.standing().count())


def why_later(source: Project, target: Project) -> str:
    """Why the days cannot be moved along yet: they are counted from the first day of both projects."""
    if not target.starts_on:
        return _now("kan pas als dit project een begindatum heeft. Die zet je bij Instellingen")
    if not source.starts_on:
        return _now("kan pas als %(source)s een begindatum heeft") % {"source": source}
    return ""


TIMELINE = SetupPart(
    label=_("Tijdspad"),
    comes=_("Elk onderdeel, zoveel later als dit project later begint."),
    never=_("Toelichtingen, waarschuwingen die zo bleven en agenda-adressen."),
    holds=_held,
    copy=copy_timeline,
    waits=why_later,
)


def block_uses(project: Project) -> Iterator[BlockUse]:
    """What stands on the time line by block, also what was taken off and may come back."""
    counted = (
        project.timeline_items.exclude(block=None).order_by().values_list("block").annotate(n=Count("pk"))
    )
    yield BlockUse(
        model="projects.TimelineItem",
        counts=dict(counted),
        words=lambda n: ngettext("%d onderdeel van het tijdspad", "%d onderdelen van het tijdspad", n) % n,
        move=_rehang,
    )


def _rehang(source: Block, target: Block) -> None:
    TimelineItem.objects.filter(block=source).update(block=target)
