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
from msa.sharing import Shared
from projects.access import roles_for
from projects.demo import beginning
from projects.demo import phaseboard as demo
from projects.models import EvaluationState, Membership, Phase, Project
from projects.overviews.evaluation import moments_of
from projects.overviews.requirements import Standing, requirements_of
from projects.services.evaluation import give_moments

NEAR = timedelta(days=14)  # so long before the day it is time to invite people


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


def _next_phase(project: Project, shared: Shared) -> Standing:
    """The rules of the next phase, for which all apps have to answer: `today` and `state` share them."""
    return shared.get(requirements_of, project, shared)[project.phase + 1]


def _moves(membership: Membership) -> bool:
    return membership.role in roles_for("projects.change_phase")


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The board, for everybody."""
    yield NavItem(_("Fasebord"), _board(membership), "milestone")


def today(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """A day to look back that is near; for who may do it: everything stands, the next phase can begin."""
    yield from _look_back(membership, shared)
    project = membership.project
    if not _moves(membership) or project.phase == Phase.EVALUATION:
        return
    standing = _next_phase(project, shared)
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


def _look_back(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """The first planned day that is near or over, for who leads it and who plans them. One query."""
    project, plans = membership.project, membership.role in roles_for("projects.plan_evaluation")
    if membership.role not in roles_for("projects.view_tasks"):
        return
    planned = [one for one in shared.get(moments_of, project) if one.state == EvaluationState.PLANNED]
    near = [one for one in planned if one.planned_on <= timezone.localdate() + NEAR]
    for moment in [one for one in near if plans or one.leads_id == membership.pk][:1]:
        over = moment.planned_on < timezone.localdate()
        day = date_format(moment.planned_on, "j F")
        yield TodayItem(
            title=_("Rond af: %(moment)s") % {"moment": moment} if over else str(moment),
            text=_("Het stond gepland voor %(day)s. Schrijf op wat jullie anders gaan doen.") % {"day": day}
            if over
            else _("Op %(day)s. Nodig het team uit, en vraag bewoners erbij.") % {"day": day},
            url=reverse("projects:evaluation", args=[project.slug, moment.pk])
            if over
            else _board(membership) + "#terugkijken",
            action=_("Schrijf het op") if over else _("Naar het fasebord"),
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


def state(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """How much of what the next phase needs stands, for who can begin it."""
    project = membership.project
    if not _moves(membership) or project.phase == Phase.EVALUATION:
        return
    standing = _next_phase(project, shared)
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
