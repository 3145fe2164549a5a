"""What the phase board adds to the menu, to Vandaag and to the state of the project (V10)."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from msa import registry
from msa.registry import NavItem, StateLine, TodayItem
from projects.access import roles_for
from projects.models import Membership, Phase
from projects.overviews.requirements import requirements_of


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("phase board", today, order=15)
    registry.state.add("phase board", state, order=1)
    registry.navigation.add("phase board", navigation, order=11)


def _board(membership: Membership) -> str:
    return reverse("projects:phase_board", args=[membership.project.slug])


def _moves(membership: Membership) -> bool:
    return membership.role in roles_for("projects.change_phase")


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The board, for everybody."""
    yield NavItem(_("Fasebord"), _board(membership), "milestone")


def today(membership: Membership) -> Iterator[TodayItem]:
    """For who may do it: everything stands, the next phase can begin."""
    project = membership.project
    if not _moves(membership) or project.phase == Phase.EVALUATION:
        return
    standing = requirements_of(project)[project.phase + 1]
    if not standing.blocking and not standing.advice:
        upcoming = Phase(project.phase + 1)
        yield TodayItem(
            title=_("Klaar voor fase %(number)s: %(phase)s")
            % {"number": upcoming.value, "phase": upcoming.label},
            text=_(
                "Alles wat daarvoor nodig is, staat. Zet het project een fase verder als jullie zover zijn."
            ),
            url=_board(membership) + "#verder",
            action=_("Naar het fasebord"),
            icon="milestone",
            weight=62,
        )


def state(membership: Membership) -> Iterator[StateLine]:
    """How much of what the next phase needs stands, for who can begin it."""
    project = membership.project
    if not _moves(membership) or project.phase == Phase.EVALUATION:
        return
    standing = requirements_of(project)[project.phase + 1]
    count = {"met": len(standing.met), "all": len(standing.rules)}
    note = (
        _("%(count)s houden de fase nog tegen")
        if len(standing.blocking) > 1
        else _("één ding houdt de fase tegen")
    )
    yield StateLine(
        label=_("Klaar voor fase %(number)s") % {"number": project.phase + 1},
        value=_("%(met)s van de %(all)s") % count,
        url=_board(membership),
        note=note % {"count": len(standing.blocking)}
        if standing.blocking
        else _("niets houdt de fase tegen"),
    )
