"""What the time line adds to the menu, Vandaag, the state, the phase board and a new project (V8)."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa import registry
from msa.registry import NavItem, Requirement, StateLine, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.demo import timeline as demo
from projects.models import Membership, Phase, Project, Role, TimelineItem
from projects.models.timeline import Kind
from projects.overviews.timeline import EDIT, SOON, Warned, warnings_of
from projects.services.timeline_setup import TIMELINE, block_uses
from projects.timeline.plan import Plan, plan_of
from projects.timeline.weeks import said

VIEW = "projects.view_timeline"


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("timeline", today, order=18)
    registry.state.add("timeline", state, order=18)
    registry.navigation.add("timeline", navigation, order=13)
    registry.requirements.add("timeline", requirements, order=18)
    registry.setup.add("timeline", TIMELINE, order=18)
    registry.blocks.add("timeline", block_uses, order=18)
    registry.demo.add("timeline", demo.load, order=25)  # after the addresses, which bring the blocks


def navigation(membership: Membership) -> Iterator[NavItem]:
    """The time line, for everybody; residents read it under another name."""
    if membership.role in roles_for(VIEW):
        polite = membership.role == Role.RESIDENT_GROUP
        label = _("Wat gebeurt er wanneer") if polite else _("Tijdspad")
        yield NavItem(label, _page(membership.project), "calendar-range", phase=Phase.PREPARATION)


def today(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """For who leads: what collides and begins within four weeks, and a time line that is still empty."""
    if membership.role not in roles_for(EDIT):
        return
    plan = shared.get(plan_of, membership.project, timezone.localdate(), shared)
    if not plan.items:
        yield _begin(membership.project)
        return
    near = [one for one in warnings_of(plan, membership.project) if one.open and _near(one, plan.day)]
    if near:
        yield _clash(membership.project, near)


def _begin(project: Project) -> TodayItem:
    return TodayItem(
        title=_("Maak een tijdspad"),
        text=_("Zet het werk aan de woningen naast de stappen met bewoners. Er zijn twee voorbeelden."),
        url=_page(project),
        action=_("Begin het tijdspad"),
        icon="calendar-range",
        weight=66 if project.phase == Phase.PREPARATION else 30,
    )


def _near(one: Warned, day: date) -> bool:
    """Whether something of it begins within four weeks, or goes on."""
    return any(
        item.starts_on <= day + SOON and item.ends_on >= day - timedelta(days=1)
        for item in one.collision.items
    )


def _clash(project: Project, near: list[Warned]) -> TodayItem:
    count = len(near)
    title = ngettext("Eén botsing op het tijdspad", "%(n)s botsingen op het tijdspad", count) % {"n": count}
    return TodayItem(
        title=title,
        text=near[0].collision.sentence,
        url=_page(project) + "#botsingen",
        action=_("Bekijk wat je kunt doen"),
        icon="calendar-x",
        weight=72,
    )


def state(membership: Membership, shared: Shared) -> Iterator[StateLine]:
    """What begins next, of what concerns this role. One query."""
    if membership.role not in roles_for(VIEW):
        return
    day = timezone.localdate()
    ahead = membership.project.timeline_items.standing().filter(starts_on__gte=day).select_related("block")
    item = next((one for one in ahead if one.concerns(membership.role)), None)
    if item is not None:
        place = item.block.name if item.block else _("hele buurt")
        yield StateLine(
            label=_("Hierna op het tijdspad"),
            value=item.title,
            url=_page(membership.project),
            note=f"{said(item.starts_on, item.ends_on)}, {place}",
        )


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """Advice before the house visits: a time line on which the visits stand before the works."""
    plan = shared.get(plan_of, project, timezone.localdate(), shared)
    reason = _why_not(plan)
    yield Requirement(
        phase=Phase.HOUSE_VISITS,
        key="timeline",
        title=_("Een tijdspad met de huisbezoeken voor het werk"),
        todo=_("de huisbezoeken op het tijdspad zetten, voor het werk"),
        met=not reason,
        url=_page(project),
        roles=frozenset({Role.PROJECT_LEADER}),
        blocks=False,
        reason=reason,
    )


def _why_not(plan: Plan) -> str:
    """What lacks, as a Dutch sentence; empty when the visits stand before the works."""
    visits = list(plan.of(Kind.VISITS))
    if not visits:
        return _(
            "Er staan nog geen huisbezoeken op het tijdspad. Dan weet niemand of ze voor het werk komen."
        )
    late = [one for one in visits if _begun(plan, one)]
    if late:
        return _("‘%(what)s’ begint als het werk daar al loopt. Een rustig gesprek lukt beter ervoor.") % {
            "what": late[0].title
        }
    return ""


def _begun(plan: Plan, visit: TimelineItem) -> bool:
    return any(
        one.starts_on < visit.starts_on and visit.block_id in (None, one.block_id) for one in plan.building()
    )


def _page(project: Project) -> str:
    return reverse("projects:timeline", args=[project.slug])
