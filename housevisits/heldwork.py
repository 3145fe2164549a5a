"""What somebody holds of the house visits, and how it goes to somebody else when that person leaves (V3)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.models import DirectAction, Visit
from housevisits.services import drafts
from housevisits.services.directactions import give_actions
from housevisits.services.visits import give_visits
from msa.registry import OpenWork
from projects.access import roles_for
from projects.models import Membership


def planned_visits(membership: Membership) -> Iterator[OpenWork]:
    """Visits without an outcome. One query."""
    count = Visit.objects.filter(visitor=membership, outcome="").count()
    if count:
        text = ngettext("%d gepland huisbezoek", "%d geplande huisbezoeken", count)
        yield OpenWork(
            key="planned visits",
            label=text % count,
            count=count,
            url=reverse("housevisits:visits", args=[membership.project.slug]),
            roles=roles_for("housevisits.record_visits"),
            give=lambda taker, by: give_visits(giver=membership, taker=taker, by=by),
        )


def open_actions(membership: Membership) -> Iterator[OpenWork]:
    """Direct actions that are not done. One query.

    Who keeps the whole list can take them; else only somebody of the same organisation in the same role, for
    whom the other one's actions held no secrets that have to stay with the team.
    """
    count = DirectAction.objects.unfinished().filter(assigned_to=membership).count()
    keepers = roles_for("housevisits.keep_actions")
    if count:
        text = ngettext("%d directe actie", "%d directe acties", count)
        yield OpenWork(
            key="direct actions",
            label=text % count,
            count=count,
            url=reverse("housevisits:actions", args=[membership.project.slug]),
            roles=keepers | {membership.role},
            give=lambda taker, by: give_actions(giver=membership, taker=taker, by=by),
            note=_("Een bewoner wacht hierop. Laat de opvolger zelf even bellen of langsgaan."),
            holds=roles_for("housevisits.view_own_actions"),
            fits=lambda taker: (
                taker.role in keepers
                or (taker.role, taker.organisation_id) == (membership.role, membership.organisation_id)
            ),
        )


def unfinished_drafts(membership: Membership) -> Iterator[OpenWork]:
    """Registrations being written: their number, nothing else. Only the writer can open them. One query."""
    count = drafts.own(membership.person, membership.project).count()
    if count:
        text = ngettext("%d concept van een gesprek", "%d concepten van gesprekken", count)
        yield OpenWork(
            key="drafts",
            label=text % count,
            count=count,
            url="",
            roles=frozenset(),
            holds=roles_for("housevisits.register_conversation"),
            give=_nobody_can,
            note=_(
                "Versleuteld voor wie schrijft: niemand anders kan ze lezen, ook jij niet. Afmaken kan "
                "alleen vóór het vertrek. Daarna verdwijnen ze vanzelf."
            ),
        )


def _nobody_can(taker: object, by: object) -> None:
    raise NotImplementedError("a draft is locked for its writer")
