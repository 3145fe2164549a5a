"""What the picture adds to Vandaag, the state of the project and the menu."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from msa.registry import NavItem, StateLine, TodayItem
from msa.sharing import Shared
from neighbourhood.models import Picture, PictureState, Snapshot, ThemeVote
from neighbourhood.services.erasing import may_be_erased
from neighbourhood.services.posters import without_before
from projects.models import Membership, Role


def _may(membership: Membership, permission: str) -> bool:
    return membership.person.has_perm(permission, membership.project)


def todo(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """What of the picture waits for this member: composing, reading along, themes to write, votes to give."""
    seen = Picture.objects.visible_to(membership.person).filter(project=membership.project)
    pictures = list(seen.defer("frozen").only("state", "snapshot_id", "content", "project_id"))
    concept = next((one for one in pictures if one.state == PictureState.CONCEPT), None)
    public = next((one for one in pictures if one.state == PictureState.PUBLISHED), None)
    if concept and _differs(concept, public):
        yield _concept_item(membership)
    elif public:
        yield _public_item(membership)
        if _may(membership, "neighbourhood.publish") and may_be_erased(membership.project):
            yield _settle_item(membership)
    if _may(membership, "neighbourhood.vote"):
        yield from _themes_items(membership)


def _differs(concept: Picture, public: Picture | None) -> bool:
    """Whether there is work in the concept: a first one, newer figures, or words that were changed."""
    if public is None or concept.snapshot_id != public.snapshot_id:
        return True
    return without_before(concept.content) != without_before(public.content)


def _concept_item(membership: Membership) -> TodayItem:
    page = reverse("neighbourhood:picture", args=[membership.project.slug])
    if _may(membership, "neighbourhood.compose_poster"):
        return TodayItem(
            title=_("Maak de praatplaat af"),
            text=_("Er staat een concept klaar. Verander wat je wilt en laat het lezen."),
            url=page,
            action=_("Naar de praatplaat"),
            icon="brush",
            weight=55,
        )
    if membership.role == Role.RESIDENT_GROUP:
        return TodayItem(
            title=_("Lees de praatplaat mee"),
            text=_("Herkent u uw buurt? Vertel de projectleider wat er anders moet."),
            url=page,
            action=_("Lees mee"),
            icon="eye",
            weight=55,
        )
    return TodayItem(
        title=_("Bekijk het concept van de praatplaat"),
        text=_("Zeg tegen de projectleider wat er beter kan."),
        url=page,
        action=_("Bekijk"),
        icon="image",
        weight=45,
    )


def _public_item(membership: Membership) -> TodayItem:
    resident = membership.role == Role.RESIDENT_GROUP
    return TodayItem(
        title=_("Bekijk de praatplaat"),
        text=_("Praat erover met uw buren.")
        if resident
        else _("Hij is openbaar. Praat erover met bewoners."),
        url=reverse("neighbourhood:picture", args=[membership.project.slug]),
        action=_("Bekijk"),
        icon="image",
        weight=40,
    )


def _settle_item(membership: Membership) -> TodayItem:
    return TodayItem(
        title=_("Is het verslag vastgesteld?"),
        text=_("Dan zijn de ruwe teksten van bewoners niet meer nodig en kun je ze wissen."),
        url=reverse("neighbourhood:stories_erase", args=[membership.project.slug]),
        action=_("Bekijk wat er verdwijnt"),
        icon="trash-2",
        weight=35,
    )


def _themes_items(membership: Membership) -> Iterator[TodayItem]:
    """Themes to write while there are none, a vote to give once there are."""
    project, slug = membership.project, membership.project.slug
    if not project.themes.exists():
        if project.snapshots.exists():
            yield TodayItem(
                title=_("Lees wat bewoners vertelden"),
                text=_("Vink aan wat bij elkaar hoort en schrijf de eerste thema's."),
                url=reverse("neighbourhood:stories", args=[slug]),
                action=_("Lees de teksten"),
                icon="messages-square",
                weight=56,
            )
    elif not ThemeVote.objects.filter(member=membership).exists():
        yield TodayItem(
            title=_("Stem voor de top vijf"),
            text=_("Waar zijn bewoners trots op, en waar maken ze zich zorgen over?"),
            url=reverse("neighbourhood:top_five", args=[slug]),
            action=_("Stem"),
            icon="vote",
            weight=58,
        )


def standing(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """The newest figures that this member may see."""
    newest = Snapshot.objects.visible_to(membership.person).filter(project=membership.project)
    snapshot = newest.only("number", "made_on", "figures").first()
    if snapshot is not None:
        yield StateLine(
            label=_("Gesprekken in de cijfers"),
            value=_("ongeveer %(n)d") % {"n": snapshot.figures["n"]},
            url=reverse("neighbourhood:figures", args=[membership.project.slug]),
            note=_("geteld op %(day)s") % {"day": date_format(snapshot.made_on, "j F Y")},
        )


def menu(membership: Membership) -> Iterator[NavItem]:
    """Pages of phase 3."""
    slug = membership.project.slug
    pages = [
        ("neighbourhood.view_published", _("Praatplaat en verslag"), "neighbourhood:picture", "image"),
        ("neighbourhood.view_opened_concept", _("Cijfers"), "neighbourhood:figures", "chart-bar"),
        ("neighbourhood.read_stories", _("Teksten"), "neighbourhood:stories", "messages-square"),
        ("neighbourhood.view_opened_concept", _("Thema's"), "neighbourhood:themes", "sprout"),
        ("neighbourhood.vote", _("Top vijf"), "neighbourhood:top_five", "vote"),
    ]
    for permission, label, name, icon in pages:
        if _may(membership, permission):
            yield NavItem(label=label, url=reverse(name, args=[slug]), icon=icon, phase=3)
