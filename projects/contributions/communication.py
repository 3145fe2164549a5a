"""What the communication calendar adds to the menu, to Vandaag and to a handover (V4)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa import registry
from msa.registry import NavItem, OpenWork, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import CommunicationMoment, Membership, Person
from projects.services.communication import give_moments

VIEW, LEAD = "projects.view_communication", "projects.edit_agreements"


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("communication", due, order=14)
    registry.navigation.add("communication", navigation, order=14)
    registry.handover.add("communication", handover, order=30)


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The calendar, for who works here."""
    if membership.role in roles_for(VIEW):
        url = reverse("projects:communication", args=[membership.project.slug])
        yield NavItem(_("Communicatiekalender"), url, "megaphone", phase=1)


def due(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """What has to be told this week or should have been: own moments, and all of them for who leads."""
    if membership.role not in roles_for(VIEW):
        return
    day = timezone.localdate()
    leads = membership.role in roles_for(LEAD)
    opened = membership.project.communication.open().select_related("member__person")
    moments = [one for one in (opened if leads else opened.filter(member=membership)) if one.is_due(day)]
    if not moments:
        return
    late = [one for one in moments if one.is_late(day)]
    soon = [one for one in moments if one not in late]
    count = len(late or soon)
    title = ngettext("%d bericht aan de buurt", "%d berichten aan de buurt", count) % count
    yield TodayItem(
        title=_("Te laat: %(title)s") % {"title": title}
        if late
        else _("Deze week: %(title)s") % {"title": title},
        text=" ".join(_moment(one) for one in (late or soon)[:3]),
        url=reverse("projects:communication", args=[membership.project.slug]),
        action=_("Open de kalender"),
        icon="megaphone",
        weight=76 if late else 56,
    )


def _moment(one: CommunicationMoment) -> str:
    words = {
        "day": date_format(one.on, "j F"),
        "channel": one.channel,
        "audience": one.audience,
        "who": one.who,
    }
    if one.who:
        return _("%(day)s: %(channel)s voor %(audience)s (%(who)s).") % words
    return _("%(day)s: %(channel)s voor %(audience)s.") % words


def handover(membership: Membership) -> Iterator[OpenWork]:
    """Moments of the calendar that somebody still has to do."""
    count = membership.communication.open().count()
    if not count:
        return

    def give(taker: Membership, by: Person) -> None:
        give_moments(giver=membership, taker=taker, by=by)

    label = ngettext("%d moment in de communicatiekalender", "%d momenten in de communicatiekalender", count)
    yield OpenWork(
        key="communication",
        label=label % count,
        count=count,
        url=reverse("projects:communication", args=[membership.project.slug]) + f"?wie={membership.pk}",
        roles=roles_for("projects.finish_communication"),
        give=give,
    )
