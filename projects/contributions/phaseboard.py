"""What the phase board adds to the menu, to Vandaag and to the state of the project (V10)."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa import registry
from msa.registry import NavItem, OpenWork, StateLine, TodayItem
from projects.access import roles_for
from projects.demo import beginning
from projects.demo import phaseboard as demo
from projects.models import EvaluationState, Membership, Phase
from projects.overviews.requirements import Standing, requirements_of
from projects.services.evaluation import give_moments

NEAR = timedelta(days=14)  # so long before the day it is time to invite people

ASKED = "_next_phase_asked"  # where one membership keeps the answer for the second question of a request


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("phase board", today, order=15)
    registry.state.add("phase board", state, order=1)
    registry.demo.add("phases and tasks", demo.load, order=80)
    registry.demo.add("a project that begins", beginning.load, order=85)
    registry.handover.add("evaluation moments", handover, order=40)
    registry.navigation.add("phase board", navigation, order=11)


def _board(membership: Membership) -> str:
    return reverse("projects:phase_board", args=[membership.project.slug])


def _next_phase(membership: Membership) -> Standing:
    """The rules of the next phase, kept for `state`: Vandaag asks both, and all apps have to answer."""
    project = membership.project
    standing = requirements_of(project)[project.phase + 1]
    membership.__dict__[ASKED] = standing
    return standing


def _moves(membership: Membership) -> bool:
    return membership.role in roles_for("projects.change_phase")


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The board, for everybody."""
    yield NavItem(_("Fasebord"), _board(membership), "milestone")


def today(membership: Membership) -> Iterator[TodayItem]:
    """A day to look back that is near; for who may do it: everything stands, the next phase can begin."""
    yield from _look_back(membership)
    project = membership.project
    if not _moves(membership) or project.phase == Phase.EVALUATION:
        return
    standing = _next_phase(membership)
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


def _look_back(membership: Membership) -> Iterator[TodayItem]:
    """The first planned day that is near or over, for who leads it and who plans them. One query."""
    project, plans = membership.project, membership.role in roles_for("projects.plan_evaluation")
    if membership.role not in roles_for("projects.view_tasks"):
        return
    near = project.evaluation_moments.filter(
        state=EvaluationState.PLANNED, planned_on__lte=timezone.localdate() + NEAR
    )
    for moment in [one for one in near if plans or one.leads_id == membership.pk][:1]:
        over = moment.planned_on < timezone.localdate()
        day = date_format(moment.planned_on, "j F")
        yield TodayItem(
            title=_("Rond af: %(moment)s") % {"moment": moment} if over else str(moment),
            text=_("Het stond gepland voor %(day)s. Schrijf op wat jullie anders gaan doen.") % {"day": day}
            if over
            else _("Op %(day)s. Nodig het team uit, en vraag bewoners erbij.") % {"day": day},
            url=_board(membership) + "#terugkijken",
            action=_("Naar het fasebord"),
            icon="rotate-ccw",
            weight=56 if over else 48,
        )


def handover(membership: Membership) -> Iterator[OpenWork]:
    """Days to look back that somebody leads and that are still to come. One query."""
    count = membership.evaluation_moments.filter(state=EvaluationState.PLANNED).count()
    if count:
        yield OpenWork(
            key="evaluation moments",
            label=ngettext("%d dag om terug te kijken", "%d dagen om terug te kijken", count) % count,
            count=count,
            url=_board(membership) + "#terugkijken",
            roles=roles_for("projects.view_tasks"),
            give=lambda taker, by: give_moments(giver=membership, taker=taker, by=by),
        )


def state(membership: Membership) -> Iterator[StateLine]:
    """How much of what the next phase needs stands, for who can begin it."""
    project = membership.project
    if not _moves(membership) or project.phase == Phase.EVALUATION:
        return
    standing = membership.__dict__.pop(ASKED, None) or _next_phase(membership)
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
