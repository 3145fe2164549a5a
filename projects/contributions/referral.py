"""What referral routes add to Vandaag and to the menu (V5)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa import registry
from msa.registry import NavItem, OpenWork, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.demo import referral as demo
from projects.models import Concern, Membership, Phase, ReferralRoute
from projects.overviews.referral import gaps_in, named, routes_of
from projects.services.referral import give_routes


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("referral routes", todo, order=12)
    registry.navigation.add("referral routes", menu, order=12)
    registry.demo.add("referral routes", demo.load, order=12)
    registry.handover.add("referral routes", kept_routes, order=20)


def _may(membership: Membership, permission: str) -> bool:
    return membership.role in roles_for(permission)


def menu(membership: Membership) -> Iterator[NavItem]:
    """The routes stand in phase 1, also when visits are under way."""
    if _may(membership, "projects.view_referral_routes"):
        url = reverse("projects:referral_routes", args=[membership.project.slug])
        yield NavItem(_("Doorverwijsroutes"), url, "signpost", phase=1)


def todo(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """What lacks, for who can write it; what has to be looked at, for its keeper and who leads. One query."""
    if not _may(membership, "projects.check_referral_routes"):
        return
    routes = shared.get(routes_of, membership.project)
    leads = _may(membership, "projects.edit_referral_routes")
    if leads:
        yield from _missing(membership, routes)
        yield from _without_keeper(membership, routes)
    today = timezone.localdate()
    stale = [
        route
        for route in routes.values()
        if route.is_stale(today) and (leads or route.keeper_id == membership.pk)
    ]
    yield from _stale(membership, stale)


def _missing(membership: Membership, routes: dict[str, ReferralRoute]) -> Iterator[TodayItem]:
    """Before and during the visits this comes first; afterwards it can wait."""
    gaps = gaps_in(routes.values())
    if gaps.without:
        count = len(gaps.without)
        title = ngettext("Er ontbreekt %d doorverwijsroute", "Er ontbreken %d doorverwijsroutes", count)
        yield _waiting(membership, title % count, gaps.without, _("Maak de routes"))
    if gaps.unchecked:
        count = len(gaps.unchecked)
        title = ngettext(
            "%d doorverwijsroute moet nog nagekeken worden",
            "%d doorverwijsroutes moeten nog nagekeken worden",
            count,
        )
        yield _waiting(membership, title % count, gaps.unchecked, _("Kijk ze na"))


def _waiting(membership: Membership, title: str, concerns: list[Concern], action: str) -> TodayItem:
    text = _("Zolang dat zo is, kan niemand een bezoek plannen. Het gaat om: %(concerns)s.")
    return TodayItem(
        title=title,
        text=text % {"concerns": named(concerns)},
        url=_list_url(membership),
        action=action,
        icon="signpost",
        weight=95 if membership.project.phase <= Phase.HOUSE_VISITS else 58,
    )


def _without_keeper(membership: Membership, routes: dict[str, ReferralRoute]) -> Iterator[TodayItem]:
    lost = [Concern(route.concern) for route in routes.values() if route.stands and not route.kept]
    if lost:
        yield TodayItem(
            title=_("Wie houdt deze routes bij?"),
            text=_("Degene die dat deed, doet niet meer mee: %(concerns)s.") % {"concerns": named(lost)},
            url=_list_url(membership),
            action=_("Kies iemand"),
            icon="user-round",
            weight=45,
        )


def _stale(membership: Membership, stale: list[ReferralRoute]) -> Iterator[TodayItem]:
    if stale:
        count = len(stale)
        concerns = named(Concern(route.concern) for route in stale)
        title = ngettext("Kijk %d doorverwijsroute na", "Kijk %d doorverwijsroutes na", count) % count
        text = _("Langer dan een half jaar niet bekeken: %(concerns)s. Klopt het nummer nog?")
        yield TodayItem(
            title=title,
            text=text % {"concerns": concerns},
            url=_list_url(membership),
            action=_("Kijk na"),
            icon="calendar-check",
            weight=55,
        )


def _list_url(membership: Membership) -> str:
    return reverse("projects:referral_routes", args=[membership.project.slug])


def kept_routes(membership: Membership) -> Iterator[OpenWork]:
    """The routes that somebody keeps up to date. One query."""
    count = membership.kept_routes.count()
    if count:
        text = ngettext("%d doorverwijsroute bijhouden", "%d doorverwijsroutes bijhouden", count)
        yield OpenWork(
            key="referral routes",
            label=text % count,
            count=count,
            url=_list_url(membership),
            roles=roles_for("projects.check_referral_routes"),
            give=lambda taker, by: give_routes(giver=membership, taker=taker, by=by),
            reminds=True,
        )
