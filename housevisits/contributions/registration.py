"""What registering conversations adds to the lists of the kernel, from Vandaag to leaving."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits.models import Conversation, SealedRegistration
from housevisits.overviews.addresses import homes_in
from housevisits.services import drafts
from housevisits.services.release import waiting_count
from msa import registry
from msa.registry import NavItem, OpenWork, Requirement, StateLine, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import Membership, Phase, Project, Role
from projects.training.practising import practice_pages

# Routine, so after all that is late or that somebody waits for; for the leader it is less of the daily work.
WEIGHT = {Role.HOUSING_OFFICER: 70, Role.COMMUNITY_WORKER: 70, Role.PROJECT_LEADER: 50}
ENOUGH = 10  # the smallest group about which anything is said (PRIVACY P9, P10)


def register() -> None:
    """Fill the registries."""
    from housevisits.demo import registration as demo

    registry.today.add("registration", todo, order=10)
    practice_pages.add("registration", practice_page)
    registry.state.add("waiting registrations", standing, order=10)
    registry.navigation.add("registration", menu, order=10)
    registry.requirements.add("conversations", requirements, order=72)
    registry.handover.add("drafts", unfinished_drafts, order=90)
    registry.demo.add("waiting conversations", demo.load, order=60)


def todo(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """One's own drafts first; then, while the house visits last, registering a conversation."""
    if not membership.may("housevisits.register_conversation"):
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
    if not membership.may("housevisits.practise"):
        return ""
    return reverse("housevisits:practice", args=[membership.project.slug])


def standing(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """How many conversations wait for release."""
    if membership.may("housevisits.view_waiting"):
        waiting = waiting_count(membership.project)
        yield StateLine(
            label=_("Gesprekken die wachten"),
            value=str(waiting),
            url=reverse("housevisits:registration_start", args=[membership.project.slug]),
            note=_("Ze gaan met vijf of meer tegelijk naar het beeld van de buurt.") if waiting else "",
        )


def menu(membership: Membership) -> Iterator[NavItem]:
    """The page where registering starts."""
    if membership.may("housevisits.register_conversation"):
        url = reverse("housevisits:registration_start", args=[membership.project.slug])
        yield NavItem(
            label=_("Gesprek registreren"), url=url, icon="message-circle", phase=Phase.HOUSE_VISITS
        )


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """Enough to draw a picture from, and nothing that still waits. Two queries.

    Everybody in a project reads these sentences, so they hold no numbers of conversations."""
    enough = Conversation.objects.filter(project_key=project.key)[:ENOUGH].count() >= ENOUGH
    url = reverse("housevisits:registration_start", args=[project.slug])
    yield Requirement(
        phase=Phase.PICTURE,
        key="enough_conversations",
        title=_("Er zijn minstens tien gesprekken vrijgegeven"),
        todo=_("minstens tien gesprekken hebben die zijn vrijgegeven"),
        met=enough,
        url=url,
        roles=roles_for("housevisits.register_conversation"),
        reason=""
        if enough
        else _("Het zijn er nog minder dan tien. Over zo weinig mensen mag niemand iets te zien krijgen."),
    )
    waiting = SealedRegistration.objects.filter(project_key=project.key).exists()
    yield Requirement(
        phase=Phase.PICTURE,
        key="waiting_conversations",
        title=_("Er wachten geen gesprekken meer"),
        todo=_("wachten tot alle gesprekken zijn vrijgegeven"),
        met=not waiting,
        url=url,
        roles=roles_for("housevisits.view_waiting"),
        blocks=False,
        reason=_("Er wachten nog gesprekken op genoeg andere. Wat wacht, telt niet mee in het beeld.")
        if waiting
        else "",
    )


def unfinished_drafts(membership: Membership) -> Iterator[OpenWork]:
    """Registrations being written: their number, nothing else. Only the writer can open them. One query."""
    count = drafts.own(membership.person, membership.project).count()
    if count:
        text = ngettext("%d concept van een gesprek", "%d concepten van gesprekken", count)
        yield OpenWork(
            key="drafts",
            label=text % count,
            count=count,
            url="",
            roles=frozenset(),
            holds=roles_for("housevisits.register_conversation"),
            give=_nobody_can,
            note=_(
                "Versleuteld voor wie schrijft: niemand anders kan ze lezen, ook jij niet. Afmaken kan "
                "alleen vóór het vertrek. Daarna verdwijnen ze vanzelf."
            ),
        )


def _nobody_can(taker: object, by: object) -> None:
    raise NotImplementedError("a draft is locked for its writer")
