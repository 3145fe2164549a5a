"""What imports add to Vandaag and to the menu."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.blocklist import homes_in
from housevisits.models import HeldRow
from msa.registry import NavItem, TodayItem
from msa.sharing import Shared
from projects.models import Membership


def todo(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """A first address list, and rows that wait for a person."""
    project = membership.project
    if not membership.person.has_perm("housevisits.import_forms", project):
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
    if membership.person.has_perm("housevisits.import_forms", membership.project):
        url = reverse("housevisits:imports", args=[membership.project.slug])
        yield NavItem(label=_("Inlezen"), url=url, icon="upload", phase=2)
