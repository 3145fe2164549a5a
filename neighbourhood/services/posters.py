"""Keeping what the leader composed, and undoing the last save. Only a concept can be changed."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from neighbourhood.models import Picture, PictureState

Change = Callable[[dict[str, Any]], dict[str, Any]]
BEFORE = "before"
# Parts of the content that the editor does not show stay as they are.
NOT_EDITED = ("reach", "landmarks")


def save_poster(*, picture: Picture, typed: dict[str, Any]) -> bool:
    """Store what differs from the default, whatever stands there; further as `change_poster`."""
    return change_poster(picture=picture, change=lambda _now: typed)


@transaction.atomic
def change_poster(*, picture: Picture, change: Change) -> bool:
    """Store what `change` makes of what stands there now: that which differs from the default.

    Returns whether anything changed; what stood there can be undone. Raises ValidationError when `picture`
    was published in the meantime, and whatever `change` raises.
    """
    locked = _concept(picture)
    now = without_before(locked.content)
    new = {key: now[key] for key in NOT_EDITED if key in now} | change(now)
    if new == now:
        return False
    _store(locked, new | {BEFORE: now})
    return True


@transaction.atomic
def undo_poster(*, picture: Picture) -> bool:
    """Put back what stood there before the last save; doing it twice brings the save back.

    Returns whether there was anything to undo. Raises ValidationError when `picture` was published.
    """
    locked = _concept(picture)
    if BEFORE not in locked.content:
        return False
    _store(locked, locked.content[BEFORE] | {BEFORE: without_before(locked.content)})
    return True


def without_before(content: dict[str, Any]) -> dict[str, Any]:
    """The content itself, without what it was before the last save."""
    return {key: value for key, value in content.items() if key != BEFORE}


def _concept(picture: Picture) -> Picture:
    locked = Picture.objects.select_for_update(of=("self",)).get(pk=picture.pk)
    if locked.state != PictureState.CONCEPT:
        raise ValidationError(_("Deze versie is intussen gepubliceerd en verandert niet meer."))
    return locked


def _store(picture: Picture, content: dict[str, Any]) -> None:
    picture.content = content
    picture.save(update_fields=["content"])
