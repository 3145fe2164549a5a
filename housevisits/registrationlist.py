"""What registering conversations adds to Vandaag, the state of the project and the menu."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.blocklist import homes_in
from housevisits.services import drafts
from housevisits.services.release import waiting_count
from msa.registry import NavItem, StateLine, TodayItem
from msa.sharing import Shared
from projects.models import Membership, Phase, Project, Role

# Routine, so after all that is late or that somebody waits for; for the leader it is less of the daily work.
WEIGHT = {Role.HOUSING_OFFICER: 70, Role.COMMUNITY_WORKER: 70, Role.PROJECT_LEADER: 50}


def _may(membership: Membership, permission: str) -> bool:
    return membership.person.has_perm(permission, membership.project)


def todo(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """One's own drafts first; then, while the house visits last, registering a conversation."""
    if not _may(membership, "housevisits.register_conversation"):
        return
    url = reverse("housevisits:registration_start", args=[membership.project.slug])
    own = drafts.own(membership.person, membership.project).count()
    if own:
        yield TodayItem(
            title=ngettext("Verder met je concept", "Verder met je %(n)d concepten", own) % {"n": own},
            text=_("Een gesprek dat je begon en nog niet inleverde. Alleen jij ziet het."),
            url=url,
            action=_("Ga verder"),
            icon="pencil",
            weight=85,
        )
    if _visits_last(membership.project, shared):
        yield TodayItem(
            title=_("Registreer een gesprek"),
            text=_("Direct na het bezoek, in ongeveer tien minuten. Zonder naam of adres."),
            url=url,
            action=_("Begin"),
            icon="message-circle",
            weight=WEIGHT[Role(membership.role)],
        )


def _visits_last(project: Project, shared: Shared) -> bool:
    """Whether visits can be going on: in their phase, and with addresses. The menu always has the page."""
    return project.phase == Phase.HOUSE_VISITS and shared.get(homes_in, project) > 0


def practice_page(membership: Membership) -> str:
    """Where one practises a registration; empty for who registers nothing."""
    if not _may(membership, "housevisits.practise"):
        return ""
    return reverse("housevisits:practice", args=[membership.project.slug])


def standing(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """How many conversations wait for release."""
    if _may(membership, "housevisits.view_waiting"):
        waiting = waiting_count(membership.project)
        yield StateLine(
            label=_("Gesprekken die wachten"),
            value=str(waiting),
            url=reverse("housevisits:registration_start", args=[membership.project.slug]),
            note=_("Ze gaan met vijf of meer tegelijk naar het beeld van de buurt.") if waiting else "",
        )


def menu(membership: Membership) -> Iterator[NavItem]:
    """The page where registering starts."""
    if _may(membership, "housevisits.register_conversation"):
        url = reverse("housevisits:registration_start", args=[membership.project.slug])
        yield NavItem(
            label=_("Gesprek registreren"), url=url, icon="message-circle", phase=Phase.HOUSE_VISITS
        )
