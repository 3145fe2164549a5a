"""Telling who lacks training so before a first registration (V6). Whether somebody registered before cannot
be known, and must not be: so who has not practised counts as somebody for whom it is the first.

That it was read is remembered on the device itself, for one day: nothing on the server says who was about to
register, or when.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from projects.models import Membership
from projects.overviews.training import TrainingState, state_of

COOKIE = "trainingsmelding"


def lacking(membership: Membership) -> TrainingState | None:
    """What the holder of `membership` lacks, or None for who is trained."""
    state = state_of(membership)
    return None if state.trained else state


def has_read(request: HttpRequest, membership: Membership) -> bool:
    """Whether the note was read on this device today, by this member."""
    read = request.get_signed_cookie(COOKIE, default="", salt=_salt(membership))
    return bool(read == _today())


def remember(response: HttpResponse, membership: Membership) -> None:
    """Let the device remember that the note was read, until it is closed or the day is over."""
    response.set_signed_cookie(
        COOKIE,
        _today(),
        salt=_salt(membership),
        path=reverse("housevisits:registration_start", args=[membership.project.slug]),
        httponly=True,
        samesite="Strict",
        secure=settings.SECURE,
    )


def must_read(request: HttpRequest, membership: Membership) -> bool:
    """Whether the note comes first."""
    return not has_read(request, membership) and lacking(membership) is not None


def _salt(membership: Membership) -> str:
    return f"training note {membership.pk}"


def _today() -> str:
    return timezone.localdate().isoformat()
