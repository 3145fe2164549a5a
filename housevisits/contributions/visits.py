"""What visits add to Vandaag, the menu and leaving."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.models import Visit
from housevisits.services.visits import give_visits
from msa import registry
from msa.registry import NavItem, OpenWork, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import Membership, Phase


def register() -> None:
    """Fill the registries."""
    registry.today.add("visits", todo, order=21)
    registry.navigation.add("visits", menu, order=20)
    registry.handover.add("planned visits", planned_visits, order=40)


def todo(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """Today's visits: one's own, or all of them for the contractor. One query."""
    if not membership.may("housevisits.view_visits"):
        return
    visits = Visit.objects.filter(household__project=membership.project, on=timezone.localdate(), outcome="")
    own = membership.may("housevisits.record_visits")
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
            url=reverse("housevisits:visits", args=[membership.project.slug]),
            action=_("Naar de bezoeken"),
            icon="calendar",
            weight=96 if own else 70,  # whom one visits today comes before everything
        )


def menu(membership: Membership) -> Iterator[NavItem]:
    """The list of visits."""
    if membership.may("housevisits.view_visits"):
        url = reverse("housevisits:visits", args=[membership.project.slug])
        yield NavItem(label=_("Huisbezoeken"), url=url, icon="calendar", phase=Phase.HOUSE_VISITS)


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
