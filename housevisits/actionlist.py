"""What direct actions, addresses and visits add to Vandaag, the state of the project and the menu."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.blocklist import homes_in
from housevisits.models import DirectAction, Visit
from msa.registry import NavItem, StateLine, TodayItem
from msa.sharing import Shared
from projects.models import Membership


def _may(membership: Membership, permission: str) -> bool:
    return membership.person.has_perm(permission, membership.project)


def todo(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """Late actions first, then what is on one's plate, then today's visits."""
    project = membership.project
    if _may(membership, "housevisits.view_own_actions"):
        yield from _todo_actions(membership)
    if _may(membership, "housevisits.view_visits"):
        visits = Visit.objects.filter(household__project=project, on=timezone.localdate(), outcome="")
        own = _may(membership, "housevisits.record_visits")
        count = (visits.filter(visitor=membership) if own else visits).count()
        if count:
            title = (
                ngettext("Je hebt vandaag %d huisbezoek", "Je hebt vandaag %d huisbezoeken", count)
                if own
                else ngettext("Er is vandaag %d huisbezoek", "Er zijn vandaag %d huisbezoeken", count)
            )
            yield TodayItem(
                title=title % count,
                text=_("Bekijk waar en hoe laat."),
                url=reverse("housevisits:visits", args=[project.slug]),
                action=_("Naar de bezoeken"),
                icon="calendar",
                weight=96 if own else 70,  # whom one visits today comes before everything
            )


def _todo_actions(membership: Membership) -> Iterator[TodayItem]:
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
    if _may(membership, "housevisits.keep_actions"):
        running = DirectAction.objects.unfinished().filter(project=membership.project).count()
        yield StateLine(
            label=_("Directe acties die lopen"),
            value=str(running),
            url=reverse("housevisits:actions", args=[membership.project.slug]),
        )
    if _may(membership, "housevisits.view_addresses"):
        homes = shared.get(homes_in, membership.project)
        yield StateLine(
            label=_("Adressen in het project"),
            value=str(homes),
            url=reverse("housevisits:addresses", args=[membership.project.slug]),
        )


def menu(membership: Membership) -> Iterator[NavItem]:
    """Pages of the household side."""
    slug = membership.project.slug
    pages = [
        ("housevisits.view_visits", _("Huisbezoeken"), "housevisits:visits", "calendar"),
        ("housevisits.view_addresses", _("Adressen"), "housevisits:addresses", "house"),
        ("housevisits.view_own_actions", _("Directe acties"), "housevisits:actions", "clipboard-check"),
    ]
    for permission, label, name, icon in pages:
        if _may(membership, permission):
            yield NavItem(label=label, url=reverse(name, args=[slug]), icon=icon, phase=2)
