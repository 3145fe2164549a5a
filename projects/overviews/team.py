"""Who can go on visits when, for the page of the team and for its week (V3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from msa import registry
from msa.registry import MemberFact
from projects.access import roles_for
from projects.models import Absence, Availability, Membership, Project, Role
from projects.rules.groups import FIELD_TEAM
from projects.team.week import DAYS, HALF_DAYS, PARTS, HalfDay, monday_of

# Those who ring the bells; the project is not ready for visits before they said when they can.
VISITORS = (Role.HOUSING_OFFICER, Role.COMMUNITY_WORKER)


@dataclass(frozen=True)
class MemberLine:
    """One member on the page of the team. facts: what other topics know, such as training."""

    held: Membership
    availability: str
    absences: tuple[str, ...]
    lacks: bool
    facts: tuple[MemberFact, ...]


@dataclass(frozen=True)
class Cell:
    """One half-day of one week: who can come then, by name. over: whether that day has passed.

    others: people of the contractor, who come for the survey and not for the conversation.
    """

    half: HalfDay
    names: tuple[str, ...]
    others: tuple[str, ...]
    over: bool

    @property
    def by_two(self) -> bool:
        """Whether two can hold the conversation together."""
        return len(self.names) > 1


@dataclass(frozen=True)
class Row:
    """One day of the week."""

    day: date
    label: str
    cells: tuple[Cell, ...]
    away: tuple[str, ...]


@dataclass(frozen=True)
class Week:
    """The week that begins on `monday`. visits: how many the team can do at most; None when nobody said."""

    monday: date
    rows: tuple[Row, ...]
    visits: int | None
    silent: tuple[Membership, ...]

    @property
    def title(self) -> str:
        """Its number and its days."""
        last = date_format(self.monday + timedelta(days=len(DAYS) - 1), "j F")
        return _("Week %(number)d: %(first)s tot en met %(last)s") % {
            "number": self.monday.isocalendar().week,
            "first": date_format(self.monday, "j F"),
            "last": last,
        }


def availability_of(membership: Membership) -> Availability | None:
    """What `membership` said, from what was fetched along; None when nothing yet."""
    return getattr(membership, "availability", None)


def training_state(project: Project) -> Mapping[int, tuple[MemberFact, ...]]:
    """What the other topics know of each member, by membership: who was trained, above all.

    Empty until a topic adds itself to `registry.team`; nothing is shown then. As many queries as topics.
    """
    found: dict[int, tuple[MemberFact, ...]] = {}
    for part in registry.team:
        for pk, fact in part.call(project).items():
            found[pk] = (*found.get(pk, ()), fact)
    return found


def members_of(project: Project, *, active: bool) -> list[Membership]:
    """Members with person, organisation, availability and what is ahead of absences. Two queries."""
    ahead = Absence.objects.filter(last_day__gte=timezone.localdate())
    found = project.memberships.filter(active=active).select_related("person", "organisation", "availability")
    found = found.prefetch_related(Prefetch("absences", queryset=ahead))
    return sorted(found.order_by("person__name"), key=lambda held: Role.values.index(held.role))


def lines_of(project: Project) -> list[MemberLine]:
    """Who takes part now, by role and name, with when they can and what else is known."""
    facts = training_state(project)
    return [_line(held, facts.get(held.pk, ())) for held in members_of(project, active=True)]


def _line(held: Membership, facts: tuple[MemberFact, ...]) -> MemberLine:
    asked = held.role in roles_for("projects.set_availability")
    said = availability_of(held) if asked else None
    absences = tuple(_away(absence) for absence in held.absences.all()) if asked else ()
    return MemberLine(
        held, summary(said) if said else "", absences, said is None and held.role in VISITORS, facts
    )


def summary(said: Availability) -> str:
    """When somebody can, in a few words."""
    count = len(said.half_days)
    if not count:
        return _("gaat nu niet op bezoek")
    text = ngettext("%d dagdeel per week", "%d dagdelen per week", count) % count
    if said.most_visits:
        visits = ngettext("hooguit %d bezoek", "hooguit %d bezoeken", said.most_visits)
        text = f"{text}, {visits % said.most_visits}"
    return text


def _away(absence: Absence) -> str:
    first, last = (date_format(day, "j F") for day in (absence.first_day, absence.last_day))
    if absence.first_day == absence.last_day:
        return _("weg op %(day)s") % {"day": first}
    return _("weg van %(first)s tot en met %(last)s") % {"first": first, "last": last}


def week_of(project: Project, day: date) -> Week:
    """The week in which `day` lies: who can come at each half-day. Two queries, however many members."""
    asked = roles_for("projects.set_availability")
    team = [held for held in members_of(project, active=True) if held.role in asked]
    said = [held for held in team if availability_of(held)]
    monday = monday_of(day)
    talking = [held.availability for held in said if held.role in FIELD_TEAM]
    limits = [one.most_visits for one in talking if one.most_visits and one.half_days]
    return Week(
        monday,
        tuple(_row(monday, number, said) for number in range(len(DAYS))),
        sum(limits) if limits else None,
        tuple(held for held in team if not availability_of(held) and held.role in VISITORS),
    )


def _row(monday: date, number: int, said: list[Membership]) -> Row:
    day = monday + timedelta(days=number)
    away = [held for held in said if any(absence.covers(day) for absence in held.absences.all())]
    here = [held for held in said if held not in away]
    cells = [_cell(half, day, here) for half in HALF_DAYS if half.day == number]
    return Row(day, str(DAYS[number]), tuple(cells), tuple(short_name(held) for held in away))


def _cell(half: HalfDay, day: date, here: list[Membership]) -> Cell:
    able = [held for held in here if half.key in held.availability.half_days]
    names = tuple(short_name(held) for held in able if held.role in FIELD_TEAM)
    others = tuple(short_name(held) for held in able if held.role not in FIELD_TEAM)
    return Cell(half, names, others, day < timezone.localdate())


def short_name(held: Membership) -> str:
    """What colleagues say: the first name with the first letter of the last one, so that two Noors differ."""
    first, *rest = held.person.name.split() or [""]
    return f"{first} {rest[-1][0]}." if rest else first


PART_LABELS = tuple(PARTS.values())
