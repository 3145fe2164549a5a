"""The time line of one project as the beginning of another's, moved to its first day (V8)."""

from django.db import transaction
from django.utils.translation import ngettext

from msa.audit import record
from projects.models import Person, Project, TimelineItem


@transaction.atomic
def copy_timeline(source: Project, target: Project, by: Person) -> str:
    """Copy what stands, moved by as many days as the projects begin apart; says what was taken over.

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
        for name in ("lane", "kind", "title", "heaviness", "roles"):
            setattr(new, name, getattr(item, name))
        new.starts_on, new.ends_on = item.starts_on + by_days, item.ends_on + by_days
        made[key if key not in made else (*key, item.pk)] = new
    TimelineItem.objects.bulk_create(made.values())
    if not made:
        return ""
    record(person=by, act="timeline copied", subject=f"{len(made)} from {source.slug}", project=target)
    text = ngettext("het tijdspad: %(n)s onderdeel", "het tijdspad: %(n)s onderdelen", len(made))
    return text % {"n": len(made)}
