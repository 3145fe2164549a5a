"""What the team adds to the menu, to Vandaag, to the phase board and to what is kept (V3)."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from msa import registry
from msa.registry import KeptLine, NavItem, OpenWork, Requirement, SetupPart, TodayItem
from msa.sharing import Shared
from projects.access import roles_for
from projects.demo import team as demo
from projects.models import Departure, Membership, Person, Phase, Project
from projects.overviews.duties import taken_over
from projects.overviews.leaving import left_behind
from projects.overviews.team import VISITORS
from projects.rules import MANAGERS
from projects.services import leaving
from projects.services.tasks import give_tasks
from projects.services.team import copy_duties

TASKS_NAMED = 3
DAYS_TO_READ = 14  # so long Vandaag points at a handover for who took something over


def register() -> None:
    """Called once when the app is ready."""
    registry.today.add("team", today, order=13)
    registry.navigation.add("team", navigation, order=13)
    registry.demo.add("team", demo.load, order=70)  # after the work that a former colleague handed over
    registry.handover.add("tasks", open_tasks, order=10)
    registry.requirements.add("team on the road", requirements, order=33)
    registry.setup.add("visit duties", SET_UP, order=25)
    registry.retention.add("handover notes", leaving.forget_notes)
    registry.kept.add("handover notes", kept, order=30)


def _may(membership: Membership, permission: str) -> bool:
    return membership.role in roles_for(permission)


def _page(membership: Membership, name: str, *arguments: int) -> str:
    return reverse(f"projects:{name}", args=[membership.project.slug, *arguments])


def navigation(membership: Membership) -> Iterator[NavItem]:
    """One's own availability, and who does what on a visit."""
    if _may(membership, "projects.view_visit_duties"):
        url = _page(membership, "visit_duties")
        yield NavItem(_("Wie doet wat op bezoek"), url, "list-checks", phase=1)
    if _may(membership, "projects.set_availability"):
        url = _page(membership, "availability")
        yield NavItem(_("Mijn beschikbaarheid"), url, "calendar-days", phase=1)


def today(membership: Membership, shared: Shared) -> Iterator[TodayItem]:
    """Say when you can; read what was handed over to you; and for who leads, what waits without an owner."""
    yield from _say_when(membership)
    yield from _read_handover(membership)
    if _may(membership, "projects.manage_people"):
        yield from _without_owner(membership)


def _say_when(membership: Membership) -> Iterator[TodayItem]:
    """For who rings the bells, as long as there are visits to come. One query."""
    visiting = membership.role in VISITORS and membership.project.phase <= Phase.HOUSE_VISITS
    if visiting and not hasattr(membership, "availability"):
        yield TodayItem(
            title=_("Vul in wanneer je kunt"),
            text=_("Op welke dagdelen kun je op bezoek, en hoeveel bezoeken passen er in een week?"),
            url=_page(membership, "availability"),
            action=_("Vul in"),
            icon="calendar-days",
            weight=71,  # before the routine, after what is late
        )


def _read_handover(membership: Membership) -> Iterator[TodayItem]:
    """Who took over work hears that there is a note. One query."""
    since = timezone.localdate() - timedelta(days=DAYS_TO_READ)
    found = Departure.objects.filter(
        lines__taker=membership, left_on__gte=since, membership__project=membership.project_id
    )
    for departure in found.select_related("membership__person").distinct()[:2]:
        name = {"name": departure.membership.person}
        yield TodayItem(
            title=_("Je nam werk over van %(name)s") % name,
            text=_("Lees wat er loopt, wie je waarvoor belt en wat er is toegezegd."),
            url=_page(membership, "handover", departure.membership_id),
            action=_("Lees de overdracht"),
            icon="arrow-right-left",
            weight=66,
        )


def _without_owner(membership: Membership) -> Iterator[TodayItem]:
    """Work that waits with people who left, each with a page where it is given on."""
    for left in left_behind(membership.project):
        works = ", ".join(work.label for work in left.works)
        yield TodayItem(
            title=_("Zonder eigenaar: werk van %(name)s") % {"name": left.membership.person},
            text=_("Dit ligt stil tot iemand het oppakt: %(works)s.") % {"works": works},
            url=_page(membership, "handover", left.membership.pk),
            action=_("Geef het door"),
            icon="user-x",
            weight=72,
        )


def open_tasks(membership: Membership) -> Iterator[OpenWork]:
    """Tasks that are not done, the first few by name. One query."""
    titles = list(membership.tasks.open().values_list("title", flat=True))
    count = len(titles)
    if count:
        yield OpenWork(
            key="tasks",
            label=ngettext("%d taak", "%d taken", count) % count,
            count=count,
            url=reverse("projects:tasks", args=[membership.project.slug]),
            roles=roles_for("projects.finish_tasks"),
            give=lambda taker, by: _give_tasks(membership, taker, by),
            note=", ".join(titles[:TASKS_NAMED]) + (" …" if count > TASKS_NAMED else ""),
        )


def _give_tasks(giver: Membership, taker: Membership, by: Person) -> None:
    give_tasks(giver=giver, taker=taker, by=by)


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """Good to have before the first visit: when who can, and who does what. Two queries."""
    visitors = project.memberships.filter(active=True, role__in=VISITORS)
    said = list(visitors.values_list("availability", flat=True))
    lacks = sum(one is None for one in said) if said else None
    yield Requirement(
        phase=Phase.HOUSE_VISITS,
        key="team-availability",
        title=_("Wie op bezoek gaat, heeft gezegd wanneer dat kan"),
        todo=_("van wie op bezoek gaat, horen wanneer dat kan"),
        met=lacks == 0,
        url=reverse("projects:team_week", args=[project.slug]),
        roles=frozenset(MANAGERS),
        blocks=False,
        reason=_silent(lacks),
    )
    yield _duties_agreed(project)


def _silent(count: int | None) -> str:
    """Why it is not enough; empty when nobody lacks. count: None when there is nobody at all."""
    if count == 0:
        return ""
    if count is None:
        return _("Er is nog niemand die op bezoek gaat.")
    text = ngettext(
        "Van %d collega weet je nog niet wanneer die kan. Plannen wordt dan gokken.",
        "Van %d collega’s weet je nog niet wanneer ze kunnen. Plannen wordt dan gokken.",
        count,
    )
    return text % count


def _duties_agreed(project: Project) -> Requirement:
    agreed = project.visit_duties.exists() and not taken_over(project)
    return Requirement(
        phase=Phase.HOUSE_VISITS,
        key="team-duties",
        title=_("Er is afgesproken wie wat doet op een bezoek"),
        todo=_("afspreken wie wat doet op een bezoek"),
        met=agreed,
        url=reverse("projects:visit_duties", args=[project.slug]),
        roles=roles_for("projects.edit_visit_duties"),
        blocks=False,
        reason=""
        if agreed
        else _("Er ligt een voorstel. Loop het samen door, zodat bewoners overal hetzelfde horen."),
    )


def _held_duties(project: Project) -> str:
    return _counted(project.visit_duties.count())


def _copied_duties(source: Project, target: Project, by: Person) -> str:
    return _counted(copy_duties(source=source, target=target, by=by))


def _counted(count: int) -> str:
    return ngettext("%d taak op bezoek", "%d taken op bezoek", count) % count if count else ""


SET_UP = SetupPart(
    label=gettext_lazy("wie doet wat op bezoek"),
    comes=gettext_lazy("wie wat doet op een bezoek, met de afspraken erbij"),
    never=gettext_lazy("wie er in het team zit, wanneer iemand kan en overdrachten"),
    holds=_held_duties,
    copy=_copied_duties,
)


def kept(project: Project) -> Iterator[KeptLine]:
    """How long a handover note stays."""
    months = settings.RETENTION["address_months_after_end"]
    text = ngettext(
        "tot %d maand na het einde van het project", "tot %d maanden na het einde van het project", months
    )
    yield KeptLine(_("de overdracht van wie uit het team stopte"), text % months)
