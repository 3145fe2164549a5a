"""Versions of the picture: the concept that is worked on, what was published, and what was taken down."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from neighbourhood.models import Picture, PictureReader, PictureState, Snapshot
from neighbourhood.models.picture import LONGEST_NAME
from neighbourhood.services.documents import files_are_old, files_are_whole
from neighbourhood.services.material import fingerprint, released
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
    *,
    picture: Picture,
    person: Person,
    readers: Sequence[tuple[str, str]],
    on: date | None = None,
    seen: str = "",
) -> Picture:
    """Publish what the files of a concept were made of; what was public until now becomes 'vervangen'.

    readers: (name, capacity) of everybody who read the concept, at least one. seen: the fingerprint of what
    the person looked at; empty without a page. Records the publication in the audit trail. The documents
    still have to be made again (they carried 'concept'): call `documents.request_documents`. Raises
    ValidationError when it is no concept, nobody read it, a name is too long, or there are no files of what
    the concept is now.
    """
    locked = _locked(picture)
    if locked.state != PictureState.CONCEPT:
        raise ValidationError(_("Dit beeld is al gepubliceerd."))
    named = _named(readers)
    _check_files(locked, seen)
    PictureReader.objects.bulk_create(
        PictureReader(picture=locked, name=name, capacity=capacity) for name, capacity in named
    )
    before = Picture.objects.filter(project=locked.project).exclude(pk=locked.pk)
    before.exclude(state=PictureState.CONCEPT).update(state=PictureState.REPLACED)
    locked.frozen = released(locked)
    locked.state, locked.published_on = PictureState.PUBLISHED, on or timezone.localdate()
    locked.save(update_fields=["state", "published_on", "frozen"])
    record(person=person, act="picture published", subject=f"v{locked.version}", project=locked.project)
    return locked


@transaction.atomic
def take_down(*, picture: Picture, person: Person, on: date | None = None) -> Picture:
    """Take what is public from the public: its address then says so. The team keeps the version.

    Leaves a line in the audit trail. Raises ValidationError when `picture` is not public.
    """
    locked = _locked(picture)
    if locked.state != PictureState.PUBLISHED:
        raise ValidationError(_("Deze versie is niet openbaar."))
    return _moved(locked, PictureState.WITHDRAWN, person, "picture taken down", on or timezone.localdate())


@transaction.atomic
def put_back(*, picture: Picture, person: Person) -> Picture:
    """Make what was taken down public again, as it was. Raises ValidationError when it was not taken down."""
    locked = _locked(picture)
    if locked.state != PictureState.WITHDRAWN:
        raise ValidationError(_("Deze versie is niet van openbaar gehaald, of er is al een nieuwere."))
    return _moved(locked, PictureState.PUBLISHED, person, "picture put back", None)


def why_not_published(picture: Picture) -> str:
    """Why the files of a concept are not what would be published, as a sentence; empty when they are."""
    if not files_are_whole(picture):
        return _(
            "Er zijn nog geen bestanden van dit concept. Niemand heeft dus kunnen lezen wat openbaar wordt."
        )
    if files_are_old(picture):
        return _(
            "Er is iets veranderd nadat de bestanden zijn gemaakt. Wie het concept las, las dus iets anders."
        )
    return ""


def _locked(picture: Picture) -> Picture:
    """The picture as it is now, and nobody publishes or takes down another of its project meanwhile."""
    Project.objects.select_for_update(no_key=True).get(pk=picture.project_id)
    found = Picture.objects.select_for_update(of=("self",)).select_related("project", "snapshot")
    return found.get(pk=picture.pk)


def _moved(picture: Picture, state: PictureState, person: Person, act: str, on: date | None) -> Picture:
    picture.state, picture.withdrawn_on = state, on
    picture.save(update_fields=["state", "withdrawn_on"])
    record(person=person, act=act, subject=f"v{picture.version}", project=picture.project)
    return picture


def _named(readers: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    named = [(name.strip(), capacity.strip()) for name, capacity in readers if name.strip()]
    if not named:
        raise ValidationError(_("Schrijf op wie het concept las."))
    if any(len(text) > LONGEST_NAME for row in named for text in row):
        raise ValidationError(_("Een naam van een lezer is te lang."))
    return named


def _check_files(picture: Picture, seen: str) -> None:
    """What is published is what was read: the files there are, of what the concept is now."""
    reason = why_not_published(picture)
    if reason:
        raise ValidationError(reason)
    if seen and seen != fingerprint(picture.made_of):
        raise ValidationError(
            _("De bestanden zijn intussen opnieuw gemaakt. Kijk nog een keer naar wat openbaar wordt.")
        )


def _next(project: Project, snapshot: Snapshot, newest: Picture | None) -> Picture:
    """The next version starts from what was typed for the last one."""
    return Picture.objects.create(
        project=project,
        snapshot=snapshot,
        version=newest.version + 1 if newest else 1,
        content=newest.content if newest else {},
    )
