"""Versions of the picture: the concept that is worked on, and what was published."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from neighbourhood.models import Picture, PictureReader, PictureState, Snapshot
from neighbourhood.services.composing import content_to_json, poster_content
from neighbourhood.services.reporting import themes_to_json
from projects.models import Person, Project


@transaction.atomic
def current_picture(*, project: Project) -> Picture | None:
    """The concept of `project` on its newest snapshot; None while there is no snapshot.

    Makes the first concept when there is none, moves an existing concept to a newer snapshot, and starts
    the next version when the newest one was published.
    """
    snapshot = Snapshot.objects.filter(project=project).order_by("-number").first()
    if snapshot is None:
        return None
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    newest = Picture.objects.filter(project=project).order_by("-version").first()
    if newest is None or newest.state != PictureState.CONCEPT:
        return _next(project, snapshot, newest)
    if newest.snapshot_id != snapshot.pk:
        newest.snapshot = snapshot
        newest.save(update_fields=["snapshot"])
    return newest


@transaction.atomic
def publish_picture(
    *, picture: Picture, person: Person, readers: Sequence[tuple[str, str]], on: date | None = None
) -> Picture:
    """Freeze and publish a concept; the picture that was public until now becomes 'vervangen'.

    readers: (name, capacity) of everybody who read the concept, at least one. Records the publication in
    the audit trail. The documents still have to be made again (they carried 'concept'): call
    `documents.request_documents`. Raises ValidationError when nobody read it or it is no concept.
    """
    locked = (
        Picture.objects.select_for_update(of=("self",))
        .select_related("project", "snapshot")
        .get(pk=picture.pk)
    )
    if locked.state != PictureState.CONCEPT:
        raise ValidationError(_("Dit beeld is al gepubliceerd."))
    named = [(name.strip(), capacity.strip()) for name, capacity in readers if name.strip()]
    if not named:
        raise ValidationError(_("Schrijf op wie het concept las."))
    PictureReader.objects.bulk_create(
        PictureReader(picture=locked, name=name, capacity=capacity) for name, capacity in named
    )
    Picture.objects.filter(project=locked.project, state=PictureState.PUBLISHED).update(
        state=PictureState.REPLACED
    )
    locked.published_on = on or timezone.localdate()
    _freeze(locked)
    record(person=person, act="picture published", subject=f"v{locked.version}", project=locked.project)
    return locked


def _freeze(picture: Picture) -> None:
    """Keep what is shown now, whatever becomes of themes and votes."""
    themes = themes_to_json(picture)
    typed, picture.state = picture.content, PictureState.PUBLISHED
    content = poster_content(picture)
    picture.frozen = {"poster": content_to_json(content), "themes": themes}
    picture.content = typed
    picture.save(update_fields=["state", "published_on", "frozen"])


def _next(project: Project, snapshot: Snapshot, newest: Picture | None) -> Picture:
    """The next version starts from what was typed for the last one."""
    return Picture.objects.create(
        project=project,
        snapshot=snapshot,
        version=newest.version + 1 if newest else 1,
        content=newest.content if newest else {},
    )
