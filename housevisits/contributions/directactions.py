"""What direct actions add to Vandaag, the state of the project, the menu, leaving and the demo project."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.models import DirectAction
from housevisits.services.directactions import give_actions
from msa import registry
from msa.registry import NavItem, OpenWork, StateLine, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import Membership, Phase


def register() -> None:
    """Fill the registries."""
    from housevisits.demo import directactions as demo

    registry.today.add("direct actions", todo, order=20)
    registry.state.add("direct actions", standing, order=30)
    registry.navigation.add("direct actions", menu, order=22)
    registry.handover.add("direct actions", open_actions, order=50)
    registry.demo.add("direct actions", demo.load, order=50)


def todo(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """Late actions, or else what is on one's plate. One query."""
    if not membership.may("housevisits.view_own_actions"):
        return
    mine = DirectAction.objects.unfinished().filter(project=membership.project, assigned_to=membership)
    days = list(mine.values_list("due_on", flat=True))
    late = sum(day < timezone.localdate() for day in days)
    url = reverse("housevisits:actions", args=[membership.project.slug]) + "?mine=true&state="
    if late:
        yield TodayItem(
            title=ngettext("%d afspraak is te laat", "%d afspraken zijn te laat", late) % late,
            text=_("Een bewoner wacht hierop. Bel even, of spreek een nieuwe dag af."),
            url=f"{url}late",
            action=_("Bekijk wat wacht"),
            icon="bell",
            weight=90,
        )
    elif days:
        yield TodayItem(
            title=ngettext("%d afspraak staat bij jou", "%d afspraken staan bij jou", len(days)) % len(days),
            text=_("Wat je met bewoners hebt afgesproken, op volgorde van dag."),
            url=f"{url}unfinished",
            action=_("Naar jouw afspraken"),
            icon="clipboard-check",
            weight=60,
        )


def standing(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """How many actions run, for who keeps the list."""
    if membership.may("housevisits.keep_actions"):
        running = DirectAction.objects.unfinished().filter(project=membership.project).count()
        yield StateLine(
            label=_("Directe acties die lopen"),
            value=str(running),
            url=reverse("housevisits:actions", args=[membership.project.slug]),
        )


def menu(membership: Membership) -> Iterator[NavItem]:
    """The list of actions, whole or one's own."""
    if membership.may("housevisits.view_own_actions"):
        url = reverse("housevisits:actions", args=[membership.project.slug])
        yield NavItem(label=_("Directe acties"), url=url, icon="clipboard-check", phase=Phase.HOUSE_VISITS)


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
