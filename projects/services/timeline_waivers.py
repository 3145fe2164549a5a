"""Leaving a warning of the time line as it is, with why, and taking that back (V8)."""

from django.db import transaction

from msa.audit import record
from projects.models import Person, Project, TimelineWaiver
from projects.timeline.collisions import Collision


@transaction.atomic
def waive(*, project: Project, by: Person, collision: Collision, reason: str) -> TimelineWaiver:
    """Say why a warning stays as it is. It holds until one of its items gets other days."""
    waiver, _made = TimelineWaiver.objects.update_or_create(
        project=project,
        collision=collision.key,
        defaults={"days": collision.days, "reason": reason, "by": by},
    )
    record(person=by, act="timeline warning left", subject=collision.key, project=project)
    return waiver


@transaction.atomic
def unwaive(*, waiver: TimelineWaiver, by: Person) -> None:
    """Let the warning count again."""
    record(person=by, act="timeline warning counts again", subject=waiver.collision, project=waiver.project)
    waiver.delete()
