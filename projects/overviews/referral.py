"""Reading the referral routes of a project: what stands, what lacks, who can help, what happened (V5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from msa.models import AuditEntry
from projects.access import roles_for
from projects.models import Concern, ConcernGroup, Membership, Project, ReferralRoute

NAMED = 3  # concerns that a sentence names before it counts the others
SATURDAY = 5
ACTS = {
    "referral route written": gettext_lazy("opgeschreven"),
    "referral route changed": gettext_lazy("gewijzigd"),
    "referral route checked": gettext_lazy("nagekeken"),
    "referral route removed": gettext_lazy("weggehaald"),
}


@dataclass(frozen=True)
class RouteLine:
    """One concern of a project with its route, or None. `stale`: nobody looked at it for half a year.

    draft: the route was taken over from another project and nobody here looked at it yet.
    """

    concern: Concern
    route: ReferralRoute | None
    stale: bool

    @property
    def lacks(self) -> bool:
        """Whether it keeps visits from being planned."""
        return self.concern.required and (self.route is None or self.draft)

    @property
    def lacks_officer(self) -> bool:
        """Whether it is a route of the meldcode without the officer whom a visitor calls."""
        return self.route is not None and self.route.lacks_officer

    @property
    def draft(self) -> bool:
        """Whether the route is there and does not stand yet."""
        return self.route is not None and not self.route.stands


@dataclass(frozen=True)
class RouteGroup:
    """The concerns of one group, in order."""

    group: ConcernGroup
    lines: list[RouteLine]


@dataclass(frozen=True)
class Happening:
    """One line of the history of a route: when, who, what (in Dutch), which parts of it."""

    entry: AuditEntry
    act: str
    parts: str


def routes_of(project: Project) -> dict[str, ReferralRoute]:
    """All routes of `project` by concern, with organisation and keeper. One query."""
    found = project.referral_routes.select_related("organisation", "officer_organisation", "keeper__person")
    return {route.concern: route for route in found}


def overview(project: Project) -> list[RouteGroup]:
    """Every concern with its route, by group. One query."""
    routes, today = routes_of(project), timezone.localdate()
    lines = [line_of(concern, routes.get(concern), today) for concern in Concern]
    return [
        RouteGroup(group, [line for line in lines if line.concern.group == group]) for group in ConcernGroup
    ]


def line_of(concern: Concern, route: ReferralRoute | None, today: date) -> RouteLine:
    """How `concern` stands on day `today`."""
    return RouteLine(concern, route, route is not None and route.is_stale(today))


@dataclass(frozen=True)
class Gaps:
    """The required concerns that keep visits waiting: those without a route, and those to look at.

    unchecked: the route came from another project and nobody of this one looked at it.
    """

    without: list[Concern]
    unchecked: list[Concern]

    def __bool__(self) -> bool:
        return bool(self.without or self.unchecked)

    @property
    def sentences(self) -> str:
        """Both in words, each as a sentence; empty when nothing lacks."""
        found = []
        if self.without:
            found.append(
                _("Er is nog geen doorverwijsroute voor: %(concerns)s.") % {"concerns": named(self.without)}
            )
        if self.unchecked:
            text = _("Overgenomen doorverwijsroutes, nog na te kijken: %(concerns)s.")
            found.append(text % {"concerns": named(self.unchecked)})
        return " ".join(found)


def gaps_in(routes: Iterable[ReferralRoute]) -> Gaps:
    """What lacks in `routes`, all those of one project. No query."""
    stands = {route.concern: route.stands for route in routes}
    needed = [concern for concern in Concern if concern.required]
    return Gaps(
        without=[concern for concern in needed if concern not in stands],
        unchecked=[concern for concern in needed if not stands.get(concern, True)],
    )


def gaps_of(project: Project) -> Gaps:
    """What keeps the visits of `project` waiting. One query. False: visits may be planned."""
    return gaps_in(project.referral_routes.only("project", "concern", "checked_on"))


def named(concerns: Iterable[Concern]) -> str:
    """The first few concerns by name, the others by number: 'geldzorgen, sociaal en 4 andere'."""
    names = [str(concern.label) for concern in concerns]
    if len(names) <= NAMED + 1:
        return _(" en ").join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    rest = len(names) - NAMED
    others = ngettext("%(count)d andere soort", "%(count)d andere soorten", rest) % {"count": rest}
    return ", ".join(names[:NAMED]) + _(" en ") + others


def why_no_planning(gaps: Gaps) -> str:
    """Why no visit may be planned with these `gaps` in the referral routes; empty when there are none."""
    if not gaps:
        return ""
    text = _(
        "Een bezoek plannen kan nog niet. %(gaps)s "
        "We bellen pas ergens aan als we weten waar een zorg heen kan."
    )
    return text % {"gaps": gaps.sentences}


def who_may_edit(project: Project) -> list[Membership]:
    """Those who can write the routes of `project`, by name. One query."""
    found = project.memberships.filter(active=True, role__in=roles_for("projects.edit_referral_routes"))
    return list(found.select_related("person").order_by("person__name"))


def who_may_keep(project: Project) -> models.QuerySet[Membership]:
    """Those who can be asked to keep a route up to date: whoever may say it was checked."""
    found = Membership.objects.filter(
        project=project, active=True, role__in=roles_for("projects.check_referral_routes")
    )
    return found.select_related("person").order_by("person__name")


def history_of(project: Project, concern: str, most: int = 20) -> list[Happening]:
    """What happened to the route of `concern` (a key), newest first, at most `most` lines. One query.

    From the audit trail.
    """
    found = AuditEntry.objects.filter(
        project_key=project.key, act__in=ACTS, subject__startswith=f"{concern}:"
    ).select_related("person")
    return [_happening(entry) for entry in found[:most]]


def _happening(entry: AuditEntry) -> Happening:
    fields = [name.strip() for name in entry.subject.partition(":")[2].split(",") if name.strip()]
    names = {field.name: str(field.verbose_name) for field in ReferralRoute._meta.fields}
    parts = ", ".join(names.get(name, name) for name in fields)  # the trail outlives a field's name
    return Happening(entry, str(ACTS[entry.act]), parts)


def after_workdays(day: date, workdays: int) -> date:
    """The day that lies `workdays` working days after `day`; Saturday and Sunday do not count.

    Public holidays count as working days: the result is a proposal that a person may move.
    """
    while workdays or day.weekday() >= SATURDAY:
        day += timedelta(days=1)
        workdays -= workdays > 0 and day.weekday() < SATURDAY
    return day
