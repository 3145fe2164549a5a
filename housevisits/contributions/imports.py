"""What imports add to Vandaag, the menu and the list of long work."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.models import HeldRow
from housevisits.overviews.addresses import homes_in
from msa import registry
from msa.registry import NavItem, TodayItem
from msa.sharing import Shared
from projects.models import Membership, Phase


def register() -> None:
    """Fill the registries."""
    registry.today.add("imports", todo, order=30)
    registry.navigation.add("imports", menu, order=30)
    registry.work.add("read import", lambda: _("Inlezen: teksten nalezen"))
    registry.work.add("store import", lambda: _("Inlezen: rijen opslaan"))


def todo(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """A first address list, and rows that wait for a person."""
    project = membership.project
    if not membership.may("housevisits.import_forms"):
        return
    held = HeldRow.objects.filter(project=project).count()
    if held:
        yield TodayItem(
            title=ngettext("%d rij wacht op jou", "%d rijen wachten op jou", held) % held,
            text=_("Er staat een tekst in die naar iemand wijst. Herschrijf hem of haal hem weg."),
            url=reverse("housevisits:held_rows", args=[project.slug]),
            action=_("Bekijk wat wacht"),
            icon="user-search",
            weight=75,
        )
    if not shared.get(homes_in, project):
        yield TodayItem(
            title=_("Lees de adreslijst in"),
            text=_("Met de lijst van de corporatie kun je bezoeken plannen en het bereik volgen."),
            url=reverse("housevisits:imports", args=[project.slug]),
            action=_("Kies een bestand"),
            icon="upload",
            weight=65,
        )


def menu(membership: Membership) -> Iterator[NavItem]:
    """The page where files are handed in."""
    if membership.may("housevisits.import_forms"):
        url = reverse("housevisits:imports", args=[membership.project.slug])
        yield NavItem(label=_("Inlezen"), url=url, icon="upload", phase=Phase.HOUSE_VISITS)
