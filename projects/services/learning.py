"""What counts as learnt outside the sessions of a project, and the day somebody practised (V6)."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.models import LearntElsewhere, Membership, Person, Practice
from projects.overviews.training import from_elsewhere
from projects.services.refusing import Refused


@transaction.atomic
def write_down(*, membership: Membership, by: Person, topics: Collection[str], where: str, on: date) -> int:
    """Somebody learnt `topics` elsewhere; returns how many are new. Raises Refused for a day to come."""
    if on > timezone.localdate():
        raise Refused(_("Deze dag moet nog komen."))
    known = set(membership.learnt_elsewhere.values_list("topic", flat=True))
    new = [topic for topic in topics if topic not in known]
    LearntElsewhere.objects.bulk_create(
        LearntElsewhere(membership=membership, topic=topic, where=where, on=on) for topic in new
    )
    if new:
        _record(membership, by, "training elsewhere written down", ", ".join(new))
    return len(new)


@transaction.atomic
def forget(*, learnt: LearntElsewhere, by: Person) -> None:
    """Take back one topic that was written down as learnt elsewhere."""
    learnt.delete()
    _record(learnt.membership, by, "training elsewhere taken back", learnt.topic)


@transaction.atomic
def count_elsewhere(*, membership: Membership, by: Person) -> list[str]:
    """Let count here what somebody learnt in another project; returns it in Dutch words. Raises Refused.

    Which project that was is not said: who leads this one need not know of it.
    """
    Membership.objects.select_for_update().get(pk=membership.pk)
    found = from_elsewhere(membership, timezone.localdate())
    if not found:
        raise Refused(_("Er is niets uit een ander project dat hier nog kan meetellen."))
    where = _("een ander project")
    LearntElsewhere.objects.bulk_create(
        LearntElsewhere(membership=membership, topic=topic, where=where, on=on, source_id=source)
        for topic, (on, source) in found.topics.items()
    )
    if found.practice:
        on, source = found.practice
        Practice.objects.create(membership=membership, on=on, source_id=source)
    _record(membership, by, "training in another project counted", f"{len(found.words)}")
    return found.words


@transaction.atomic
def undo_elsewhere(*, membership: Membership, by: Person) -> None:
    """Undo `count_elsewhere`."""
    removed, _kinds = membership.learnt_elsewhere.exclude(source=None).delete()
    practised, _kinds = Practice.objects.filter(membership=membership).exclude(source=None).delete()
    if removed or practised:
        _record(membership, by, "training in another project no longer counted", f"{removed + practised}")


def practised(membership: Membership) -> None:
    """Somebody finished the practice registration today. Only the day is kept, no trail with a clock."""
    today = timezone.localdate()
    Practice.objects.update_or_create(membership=membership, defaults={"on": today, "source": None})


def _record(membership: Membership, by: Person, act: str, what: str) -> None:
    record(person=by, act=act, subject=f"{membership.person}: {what}", project=membership.project)
