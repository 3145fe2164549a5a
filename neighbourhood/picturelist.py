"""What the picture adds to Vandaag, the state of the project and the menu."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from msa.registry import NavItem, StateLine, TodayItem
from neighbourhood.models import Picture, PictureState, Snapshot, ThemeVote
from projects.models import Membership


def _may(membership: Membership, permission: str) -> bool:
    return membership.person.has_perm(permission, membership.project)


def todo(membership: Membership) -> Iterator[TodayItem]:
    """A concept to look at, a vote to give."""
    project, slug = membership.project, membership.project.slug
    seen = Picture.objects.visible_to(membership.person).filter(project=project)
    states = set(seen.values_list("state", flat=True))
    if _may(membership, "neighbourhood.compose_poster") and PictureState.CONCEPT in states:
        yield TodayItem(
            title=_("Maak de praatplaat af"),
            text=_("Er staat een concept klaar. Verander wat je wilt en laat het lezen."),
            url=reverse("neighbourhood:picture", args=[slug]),
            action=_("Naar de praatplaat"),
            icon="brush",
            weight=55,
        )
    elif states:
        yield TodayItem(
            title=_("Bekijk de praatplaat"),
            text=_("Klopt dit met jouw buurt? Praat erover met de anderen."),
            url=reverse("neighbourhood:picture", args=[slug]),
            action=_("Bekijk"),
            icon="image",
            weight=50,
        )
    if _may(membership, "neighbourhood.vote") and project.themes.exists():
        if not ThemeVote.objects.filter(member=membership).exists():
            yield TodayItem(
                title=_("Stem voor de top vijf"),
                text=_("Waar zijn bewoners trots op, en waar maken ze zich zorgen over?"),
                url=reverse("neighbourhood:top_five", args=[slug]),
                action=_("Stem"),
                icon="vote",
                weight=58,
            )


def standing(membership: Membership) -> Iterator[StateLine]:
    """The newest figures that this member may see."""
    newest = Snapshot.objects.visible_to(membership.person).filter(project=membership.project)
    snapshot = newest.only("number", "made_on", "figures").first()
    if snapshot is not None:
        yield StateLine(
            label=_("Gesprekken in de cijfers"),
            value=_("ongeveer %(n)d") % {"n": snapshot.figures["n"]},
            url=reverse("neighbourhood:figures", args=[membership.project.slug]),
            note=_("momentopname van %(day)s") % {"day": f"{snapshot.made_on:%d-%m-%Y}"},
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
