"""What the neighbourhood adds to the menu, to Vandaag and to the phase board (V9).

Nothing for `registry.setup`: blocks and context figures belong to one neighbourhood, and another project is
another neighbourhood. Nothing for `registry.handover`: nobody holds a block.
"""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa import registry
from msa.registry import KeptLine, NavItem, Requirement, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.demo import surroundings as demo
from projects.models import Membership, Phase, Project
from projects.overviews.surroundings import SMALL, Blocks, blocks_of
from projects.rules.surroundings import EDIT, VIEW
from projects.services.context import old_uploads


def register() -> None:
    """Called once when the app is ready."""
    registry.navigation.add("surroundings", navigation, order=12)
    registry.today.add("surroundings", today, order=12)
    registry.requirements.add("surroundings", requirements, order=60)
    registry.retention.add("context uploads", old_uploads)
    registry.kept.add("context figures", kept, order=30)
    registry.demo.add("context figures", demo.load, order=25)
    registry.work.add("read context", lambda: _("De tabel van het CBS lezen"))


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The page of the neighbourhood, for everybody."""
    if membership.role in roles_for(VIEW):
        yield NavItem(_("Buurt"), _page(membership.project), "map", phase=1)


def today(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """Blocks that are too small, as long as they can still be merged: before the visits begin."""
    project = membership.project
    if membership.role not in roles_for(EDIT) or project.phase != Phase.PREPARATION:
        return
    small = shared.get(blocks_of, project, shared).small
    if small:
        yield TodayItem(
            title=_("Kijk of blokken samen kunnen"),
            text=_small_text([line.block.name for line in small]),
            url=_page(project),
            action=_("Bekijk de blokken"),
            icon="map",
            weight=33,
        )


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """Before the visits: blocks, with homes, none too small. Advice: the address list brings blocks too."""
    blocks = shared.get(blocks_of, project, shared)
    yield _advice(
        project,
        "blocks",
        _("De buurt is in blokken verdeeld"),
        _("de buurt in blokken verdelen"),
        _no_blocks(blocks),
    )
    yield _advice(
        project,
        "homes",
        _("Van elk blok is het aantal woningen bekend"),
        _("van elk blok het aantal woningen opschrijven"),
        _uncounted(blocks),
    )
    yield _advice(
        project,
        "block sizes",
        _("Elk blok is groot genoeg"),
        _("kleine blokken samenvoegen"),
        _too_small(blocks),
    )


def kept(project: Project) -> Iterator[KeptLine]:
    """The figures of the office are public; the file itself goes at once."""
    yield KeptLine(
        _("cijfers van het CBS over de buurt"),
        _("zolang het project bestaat; ze zijn openbaar en gaan over niemand in het bijzonder"),
    )


def _advice(project: Project, key: str, title: str, todo: str, reason: str) -> Requirement:
    return Requirement(
        phase=Phase.HOUSE_VISITS,
        key=key,
        title=title,
        todo=todo,
        met=not reason,
        url=_page(project),
        roles=roles_for(EDIT),
        blocks=False,
        reason=reason,
    )


def _no_blocks(blocks: Blocks) -> str:
    if blocks.lines:
        return ""
    return _("Er is nog geen blok. In blokken blijft overzichtelijk waar jullie al geweest zijn.")


def _uncounted(blocks: Blocks) -> str:
    names = ", ".join(line.block.name for line in blocks.uncounted)
    return _("Nog niet bekend van: %(names)s.") % {"names": names} if names else ""


def _too_small(blocks: Blocks) -> str:
    return _small_text([line.block.name for line in blocks.small]) if blocks.small else ""


def _small_text(names: list[str]) -> str:
    text = ngettext(
        "%(names)s heeft minder dan %(small)d woningen. Over dit blok apart valt straks niets te vertellen.",
        "%(names)s hebben elk minder dan %(small)d woningen. Over deze blokken apart valt straks niets te "
        "vertellen.",
        len(names),
    )
    return text % {"names": ", ".join(names), "small": SMALL}


def _page(project: Project) -> str:
    return reverse("projects:surroundings", args=[project.slug])
