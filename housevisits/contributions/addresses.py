"""What the address register adds: the menu, the state, the phase board, and what it hangs on the blocks.

Blocks stay as they are once people talked. A conversation knows its block by a bare key (P1), which no merge
may rewrite: figures of before and after would then be about other people (P9, P12). See docs/decisions/0012.
"""

from collections.abc import Iterator

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from housevisits import reading
from housevisits.models import (
    Conversation,
    Draft,
    HeldRow,
    Household,
    ImportKind,
    ImportSession,
    ImportState,
    SealedRegistration,
)
from housevisits.overviews.addresses import homes_in
from msa import registry
from msa.registry import BlockUse, NavItem, Requirement, StateLine
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import Block, Membership, Phase, Project


def register() -> None:
    """Fill the registries."""
    from housevisits.demo import addresses as demo

    registry.state.add("addresses", standing, order=31)
    registry.navigation.add("addresses", menu, order=21)
    registry.requirements.add("address list", requirements, order=70)
    registry.blocks.add("homes", uses, order=20)
    registry.streets.add("address list", reading.streets_of)
    registry.demo.add("addresses", demo.load, order=20)


def standing(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """How many addresses there are."""
    if membership.may("housevisits.view_addresses"):
        homes = shared.get(homes_in, membership.project)
        yield StateLine(
            label=_("Adressen in het project"),
            value=str(homes),
            url=reverse("housevisits:addresses", args=[membership.project.slug]),
        )


def menu(membership: Membership) -> Iterator[NavItem]:
    """The address register."""
    if membership.may("housevisits.view_addresses"):
        url = reverse("housevisits:addresses", args=[membership.project.slug])
        yield NavItem(label=_("Adressen"), url=url, icon="house", phase=Phase.HOUSE_VISITS)


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """Addresses to go to, before visits begin."""
    addresses = shared.get(homes_in, project) > 0
    yield Requirement(
        phase=Phase.HOUSE_VISITS,
        key="addresses",
        title=_("De adreslijst is ingelezen"),
        todo=_("de adreslijst inlezen"),
        met=addresses,
        url=reverse("housevisits:imports", args=[project.slug]),
        roles=roles_for("housevisits.import_addresses"),
        reason=""
        if addresses
        else _("Er staat nog geen adres in. Zonder lijst kan niemand een bezoek plannen."),
        overridable=True,
    )


def uses(project: Project) -> Iterator[BlockUse]:
    """The homes of each block, in one query; whether conversations know the blocks is asked only to merge."""
    homes = Household.objects.filter(project=project).order_by().values_list("block").annotate(Count("pk"))
    yield BlockUse(
        model=Household._meta.label,
        counts=dict(homes),
        words=_words,
        move=_move,
        locked=lambda: _locked(project),
        homes=True,
    )


def _words(count: int) -> str:
    text = ngettext(
        "%(n)d woning uit de adreslijst, met haar bezoeken",
        "%(n)d woningen uit de adreslijst, met hun bezoeken",
        count,
    )
    return text % {"n": count}


def _move(source: Block, target: Block) -> None:
    Household.objects.filter(block=source).update(block=target)


def _locked(project: Project) -> str:
    """Why the blocks stay as they are, or an empty string."""
    under_way = ImportSession.objects.filter(project=project, kind=ImportKind.FORMS)
    known = (
        Conversation.objects.filter(project_key=project.key),
        SealedRegistration.objects.filter(project_key=project.key),
        Draft.objects.filter(project=project),
        HeldRow.objects.filter(project=project),
        under_way.exclude(state=ImportState.DONE),
    )
    if not any(found.exists() for found in known):
        return ""
    return _(
        "Er zijn al gesprekken opgeschreven, en daarin staat bij welk blok ze horen. Dat verandert niet. "
        "Anders zou je uit oude en nieuwe cijfers kunnen afleiden wat een paar mensen zeiden."
    )
