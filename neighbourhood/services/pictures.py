"""Versions of the picture: the concept that is worked on, and what was published."""

from collections.abc import Sequence
from datetime import date

from neighbourhood.models import Picture
from projects.models import Person, Project


def current_picture(*, project: Project) -> Picture | None:
    """The concept of `project` on its newest snapshot; None while there is no snapshot.

    Makes the first concept when there is none, moves an existing concept to a newer snapshot, and starts
    the next version when the newest one was published.
    """
    raise NotImplementedError


def publish_picture(
    *, picture: Picture, person: Person, readers: Sequence[tuple[str, str]], on: date | None = None
) -> Picture:
    """Freeze and publish a concept; the picture that was public until now becomes 'vervangen'.

    readers: (name, capacity) of everybody who read the concept, at least one. Records the publication in
    the audit trail. The documents still have to be made again (they carried 'concept'): call
    `documents.request_documents`. Raises ValidationError when nobody read it or it is no concept.
    """
    raise NotImplementedError
