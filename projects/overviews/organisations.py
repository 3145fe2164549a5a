"""Reading organisations: their projects as one person may know of them, and names that are alike."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone

from projects.models import Membership, Organisation, PartnershipState, Person, Project, Role
from projects.rules import MANAGERS


@dataclass
class ProjectLine:
    """One project on the page of an organisation.

    mine: the membership of who looks, or None; then the page shows no link and nothing from within.
    leaders: who to ask about it. colleagues: members for this organisation, only where who looks is one too.
    """

    project: Project
    mine: Membership | None
    finished: bool
    leaders: list[Membership] = field(default_factory=list)
    colleagues: list[Membership] = field(default_factory=list)


def lines_of(organisation: Organisation, person: Person, *, keeps: bool) -> list[ProjectLine]:
    """The projects of `organisation` that `person` may know of: all for a keeper, else the own."""
    mine = {held.project_id: held for held in person.memberships.filter(active=True).order_by()}
    projects = taking_part(organisation)
    if not keeps:
        projects = projects.filter(pk__in=mine)
    today = timezone.localdate()
    lines = {
        project.pk: ProjectLine(project, mine.get(project.pk), project.finished_on(today))
        for project in projects.order_by("name")
    }
    _fill(lines, organisation, set(mine))
    return list(lines.values())


def taking_part(organisation: Organisation) -> models.QuerySet[Project]:
    """Projects with people of `organisation`, or in which it is a partner. Who was only asked is none yet."""
    people = Membership.objects.filter(organisation=organisation, active=True)
    joined = organisation.partnerships.filter(state=PartnershipState.JOINED)
    either = models.Q(pk__in=people.values("project")) | models.Q(pk__in=joined.values("project"))
    return Project.objects.filter(either)


def correctable_in(organisation: Organisation, person: Any) -> Project | None:
    """The project through which `person` may mend the name or kind of `organisation`; None where not.

    That is the only project that knows it, managed by `person`, as long as no administrator of the
    organisation itself looks after it: then nothing of anybody else changes (decision 0014). Five queries.
    """
    ways = (organisation.memberships, organisation.partnerships, organisation.referral_routes)
    projects = {pk for way in ways for pk in way.order_by().values_list("project", flat=True)}
    held = person.memberships.filter(active=True, role__in=MANAGERS, project__in=projects)
    mine = held.select_related("project").first() if len(projects) == 1 else None
    return mine.project if mine is not None and not _looked_after(organisation, person) else None


def _looked_after(organisation: Organisation, person: Person) -> bool:
    """Whether an administrator other than `person` keeps `organisation` and can mend it."""
    keepers = organisation.keepers.exclude(person=person).values("person")
    held = organisation.memberships.filter(active=True, role=Role.ADMINISTRATOR, person__in=keepers)
    return held.exists()


def twin_of(name: str, place: str, person: Any) -> Project | None:
    """A project of the same name and place that `person` may know of: an own one, or of a kept organisation.

    Capitals, blanks and signs do not count. Two queries, and one for each organisation that is kept.
    """
    known = Project.objects.filter(memberships__person=person, memberships__active=True)
    found = {project.pk: project for project in known}
    for organisation in Organisation.objects.kept_by(person):
        found |= {project.pk: project for project in taking_part(organisation)}
    wanted = _letters(name), _letters(place)
    return next((one for one in found.values() if (_letters(one.name), _letters(one.place)) == wanted), None)


def _fill(lines: dict[int, ProjectLine], organisation: Organisation, shared: set[int]) -> None:
    found = Membership.objects.filter(project__in=lines, active=True).filter(
        models.Q(role=Role.PROJECT_LEADER) | models.Q(organisation=organisation, project__in=shared)
    )
    for held in found.select_related("person", "organisation").order_by("person__name"):
        line = lines[held.project_id]
        if held.role == Role.PROJECT_LEADER:
            line.leaders.append(held)
        if held.organisation_id == organisation.pk and line.mine is not None:
            line.colleagues.append(held)


def manages(line: ProjectLine, organisation: Organisation) -> bool:
    """Whether who looks leads or administers the project of `line` for `organisation`."""
    held = line.mine
    return held is not None and held.role in MANAGERS and held.organisation_id == organisation.pk


def unconfirmed(organisation: Organisation, lines: Iterable[ProjectLine]) -> list[Membership]:
    """Colleagues in `lines` who manage a project for `organisation` and are no keeper yet. One query."""
    known = set(organisation.keepers.values_list("person", flat=True))
    found = {
        held.person_id: held
        for line in lines
        for held in line.colleagues
        if held.role in MANAGERS and held.person_id not in known
    }
    return list(found.values())


def by_state(memberships: Iterable[Membership], today: date) -> tuple[list[Membership], list[Membership]]:
    """Memberships of projects that run, and of those that are finished."""
    running: list[Membership] = []
    finished: list[Membership] = []
    for held in memberships:
        (finished if held.project.finished_on(today) else running).append(held)
    return running, finished


def plain_name(name: str) -> str:
    """A name without blanks at the ends and with single ones inside."""
    return " ".join(name.split())


def alike(name: str, *, without: Organisation | None = None) -> Organisation | None:
    """The organisation whose name differs from `name` in capitals, blanks and signs at most; or None.

    Compared here and not by the database, which knows no capitals with accents (SQLite). One query.
    """
    wanted = _letters(name)
    others = Organisation.objects.exclude(pk=without.pk) if without else Organisation.objects.all()
    return next((one for one in others if _letters(one.name) == wanted), None)


def _letters(name: str) -> str:
    letters = "".join(sign for sign in name.casefold() if sign.isalnum())
    return letters or plain_name(name).casefold()
