"""What the partners of a project add to the menu and to Vandaag (V2)."""

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from msa import registry
from msa.registry import NavItem, OpenWork, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.demo import partners as demo
from projects.models import Membership, OrganisationKind, Role
from projects.models.partner import ContactGap, Term
from projects.overviews.members import active_members
from projects.overviews.partners import Circle, Place, circle_of, listed
from projects.overviews.triangle import triangle_gap
from projects.rules import CONTRACTOR
from projects.services.partners import contact_for, give_contacts

VIEW, EDIT = "projects.view_partners", "projects.edit_partners"


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("partners", today, order=11)
    registry.navigation.add("partners", navigation, order=11)
    registry.demo.add("partners", demo.load, order=11)
    registry.handover.add("fixed contacts", fixed_contacts, order=30)


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The page of partners, for everybody."""
    if membership.role in roles_for(VIEW):
        url = reverse("projects:partners", args=[membership.project.slug])
        yield NavItem(_("Partners"), url, "handshake", phase=1)


def today(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """Who is missing, who has nobody to call, what ends, and what was never written down."""
    if membership.role not in roles_for(EDIT):
        return
    circle = shared.get(circle_of, membership.project, shared)
    members = shared.get(active_members, membership.project)
    yield from _missing(membership, circle, {held.role for held in members})
    yield from _gone(membership, circle)
    yield from _nameless(membership, circle)
    yield from _ending(membership, circle)
    yield from _unwritten(membership, circle)


def _missing(membership: Membership, circle: Circle, held: set[str]) -> Iterator[TodayItem]:
    """Corners where no organisation takes part and roles without a person, in one item."""
    corners, roles = circle.missing, _missing_roles(held, circle.missing)
    people = _("Nog niet in dit project: %(missing)s.") % {"missing": ", ".join(roles)} if roles else ""
    if corners:
        yield TodayItem(
            title=_("Maak de driehoek rond"),
            text=f"{triangle_gap(circle)} {people}".strip(),
            url=reverse("projects:partners", args=[membership.project.slug]),
            action=_("Bekijk de partners"),
            icon="triangle",
            weight=90,
        )
    elif roles:
        yield TodayItem(
            title=_("Nodig je team uit"),
            text=people,
            url=reverse("projects:add", args=[membership.project.slug]),
            action=_("Voeg iemand toe"),
            icon="user-plus",
            weight=90,
        )


def _missing_roles(held: set[str], corners: Sequence[OrganisationKind]) -> list[str]:
    """Roles that nobody holds; people of a contractor can only come when there is one."""
    wanted = {
        _("een woonconsulent"): {Role.HOUSING_OFFICER},
        _("een opbouwwerker"): {Role.COMMUNITY_WORKER},
        _("iemand van de aannemer"): set(CONTRACTOR),
        _("een bewoner voor de bewonersprojectgroep"): {Role.RESIDENT_GROUP},
    }
    if OrganisationKind.CONTRACTOR in corners:
        del wanted[_("iemand van de aannemer")]
    return [name for name, roles in wanted.items() if not roles & held]


def _gone(membership: Membership, circle: Circle) -> Iterator[TodayItem]:
    """Contact persons who left, with what hung on them."""
    places = [place for place in circle.partners if place.gap in {ContactGap.LEFT, ContactGap.MOVED}]
    if not places:
        return
    yield TodayItem(
        title=_("%(who)s: kies een nieuwe contactpersoon") % {"who": _names(places)},
        text=" ".join(place.loss for place in places),
        url=_page(membership, places, "#id_contact"),
        action=_("Kies een contactpersoon"),
        icon="user-x",
        weight=84,
    )


def _nameless(membership: Membership, circle: Circle) -> Iterator[TodayItem]:
    """Partners that never had a contact person."""
    places = [place for place in circle.partners if place.gap == ContactGap.MISSING]
    if places:
        yield TodayItem(
            title=_("Spreek een vaste contactpersoon af"),
            text=_("Nog zonder: %(who)s.") % {"who": _names(places)},
            url=_page(membership, places, "#id_contact"),
            action=_("Vul de contactpersoon in"),
            icon="user-search",
            weight=44,
        )


def _ending(membership: Membership, circle: Circle) -> Iterator[TodayItem]:
    """Agreements that have ended, or do so soon."""
    places = [place for place in circle.partners if place.term]
    if not places:
        return
    over = any(place.term == Term.ENDED for place in places)
    title = _("Maak een nieuwe afspraak met %(who)s") if over else _("Praat over het vervolg met %(who)s")
    yield TodayItem(
        title=title % {"who": _names(places)},
        text=" ".join(place.term_text for place in places),
        url=_page(membership, places, "#id_until"),
        action=_("Bekijk de afspraak") if len(places) == 1 else _("Bekijk de afspraken"),
        icon="calendar-clock",
        weight=57 if over else 47,
    )


def _unwritten(membership: Membership, circle: Circle) -> Iterator[TodayItem]:
    """Organisations that have people in the project, and no agreement."""
    if circle.proposals:
        yield TodayItem(
            title=_("Schrijf op wat jullie met elkaar afspreken"),
            text=_("Doet mee, maar nog zonder afspraken: %(who)s.") % {"who": _names(circle.proposals)},
            url=reverse("projects:partners", args=[membership.project.slug]) + "#voorstellen",
            action=_("Bekijk de partners"),
            icon="handshake",
            weight=34,
        )


def _names(places: Sequence[Place]) -> str:
    return listed([place.name for place in places])


def _page(membership: Membership, places: Sequence[Place], anchor: str) -> str:
    """The page of the one partner it is about, or the list."""
    slug = membership.project.slug
    if len(places) == 1 and places[0].partnership:
        return reverse("projects:partner", args=[slug, places[0].partnership.pk]) + anchor
    return reverse("projects:partners", args=[slug])


def fixed_contacts(membership: Membership) -> Iterator[OpenWork]:
    """Partners that call on this one; a colleague of the same organisation takes that over. One query."""
    partners = contact_for(membership)
    if partners:
        names = listed([str(partner) for partner in partners])
        organisations = {partner.organisation_id for partner in partners}
        yield OpenWork(
            key="fixed contacts",
            label=_("vaste contactpersoon van %(partners)s") % {"partners": names},
            count=len(partners),
            url=reverse("projects:partners", args=[membership.project.slug]),
            roles=roles_for(VIEW),
            give=lambda taker, by: give_contacts(giver=membership, taker=taker, by=by),
            note=_(
                "Dat kan een collega van dezelfde organisatie zijn. Iemand van buiten kies je bij Partners."
            ),
            fits=lambda taker: organisations == {taker.organisation_id},
            reminds=True,
        )
