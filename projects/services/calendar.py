"""The secret address of somebody's calendar: making, renewing, stopping, and finding whose it is (V8).

The token is computed from a nonce with the secret key of the installation. The database holds the nonce and
a digest of the token, so that neither a copy of the database nor its backup opens a calendar.
"""

import secrets
from hashlib import sha256

from django.db import transaction
from django.utils.crypto import salted_hmac

from msa.audit import record
from projects.access import roles_for
from projects.models import CalendarFeed, Membership

TOKEN_CHARS = 40  # hexadecimal: 160 bits
PERMISSION = "projects.view_timeline"


def token_of(feed: CalendarFeed) -> str:
    """The secret part of the address of `feed`."""
    made = salted_hmac("projects.calendar", f"{feed.membership_id}|{feed.nonce}", algorithm="sha256")
    return str(made.hexdigest()[:TOKEN_CHARS])


@transaction.atomic
def renew(*, membership: Membership) -> CalendarFeed:
    """A new address; the one before opens nothing any more."""
    CalendarFeed.objects.filter(membership=membership).delete()
    feed = CalendarFeed(membership=membership, nonce=secrets.token_urlsafe(24))
    feed.digest = _digest(token_of(feed))
    feed.save()
    record(person=membership.person, act="calendar address made", project=membership.project)
    return feed


@transaction.atomic
def stop(*, membership: Membership) -> None:
    """Without an address; who subscribed gets nothing any more."""
    CalendarFeed.objects.filter(membership=membership).delete()
    record(person=membership.person, act="calendar address stopped", project=membership.project)


def membership_behind(slug: str, token: str) -> Membership | None:
    """Whose calendar it is; None for a guess, and for somebody who takes part no longer. One query."""
    found = CalendarFeed.objects.filter(
        digest=_digest(token),
        membership__active=True,
        membership__person__is_active=True,
        membership__project__slug=slug,
        membership__role__in=roles_for(PERMISSION),
    )
    feed = found.select_related("membership__project", "membership__person").first()
    return feed.membership if feed else None


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
