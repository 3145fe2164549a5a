"""The team of the demo on the road, and a colleague who left. All of it is invented."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.demo import story
from projects.demo.people import HOUSING, SLUG
from projects.models import (
    Absence,
    Availability,
    Departure,
    HandedOver,
    Membership,
    Organisation,
    Person,
    Phase,
    Project,
    Role,
    Task,
    VisitDuty,
)
from projects.services.tasks import NewTask, add_tasks
from projects.team.duties import OTHER, PROPOSAL, VISITOR

ORIGIN = "demo:team"
LEADER, NOOR, TEUN = (
    f"{name}@voorbeeld.example" for name in ("projectleider", "woonconsulent", "woonconsulent2")
)
YARA, LOTTE, KEES = (f"{name}@voorbeeld.example" for name in ("opbouwwerker", "sociaal", "uitvoerder"))
LEFT, LEFT_NAME = "oudcollega@voorbeeld.example", "Daan Bielsman"
WEEKS_AGO = timedelta(weeks=5)


@dataclass(frozen=True)
class Week:
    """When somebody can. away: days from today, first and last of each absence."""

    email: str
    half_days: str
    most_visits: int | None
    away: tuple[tuple[int, int], ...] = ()


WEEKS = (
    Week(NOOR, "0m 0a 1a 1e 2m 2a 3a 3e", 8),
    Week(TEUN, "1m 1a 2m 3m 3a 4m", 6, ((9, 13),)),
    Week(YARA, "0a 1a 1e 2a 3a 3e 5m", 6, ((2, 2), (30, 44))),
    Week(LEADER, "2m", 1),
    Week(LOTTE, "0m 1m 2m 3m 4m", None),
    Week(KEES, "0m 0a 1m 1a 2m 2a 3m 3a", None, ((16, 20),)),
)
# What this project does otherwise than the proposal: by duty who and how.
CHANGES = {
    "privacy": (
        Role.HOUSING_OFFICER,
        VISITOR,
        "Zeg het hardop en geef daarna pas de folder. Vraag of het duidelijk is.",
    ),
    "survey": (
        Role.CONTRACTOR_TECHNICAL,
        Role.CONTRACTOR_TECHNICAL,
        "De uitvoerder begint boven en werkt naar beneden. Het gesprek is aan de keukentafel.",
    ),
    "register": (
        OTHER,
        VISITOR,
        "In de pipowagen, meteen erna. Wie het gesprek leidde, vertelt; de ander typt.",
    ),
}
OWN = VisitDuty(
    key="own1",
    title="Iets te drinken meenemen als een bewoner dat fijn vindt",
    pair=Role.COMMUNITY_WORKER,
    alone=VISITOR,
    note="De thermoskan staat in de pipowagen.",
)
NOTE = {
    "runs": "De lijst voor de tweede ronde in Zuid is voor de helft klaar. Wie niet thuis was, krijgt eerst "
    "een kaartje in de bus; de kaartjes liggen in de la van de modelwoning.\n"
    "De bewonersprojectgroep wil na de praatplaat over de fietsenstalling praten. Er is nog geen dag.",
    "contacts": "Over vocht en schimmel: de opzichter van De Wissel, die plant binnen een week.\n"
    "Over uitstel van de werkzaamheden: de sociaal medewerker van Spoorslag.\n"
    "Over overleg zonder naam: het wijkteam, elke dinsdagmiddag.",
    "promised": "Aan de bewonersprojectgroep: dat er een bankje bij het speelveld staat voordat de laatste "
    "steiger weg is. De gemeente weet dat en heeft nog geen dag genoemd.\n"
    "Aan de huurdersvereniging: een stukje voor hun blad.",
}
TASK = "Een stukje schrijven voor het blad van de huurdersvereniging"


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Fill in what the demo's team has not said yet; what is there stays as it is."""
    project = Project.objects.get(slug=SLUG)
    members = {held.person.email: held for held in project.memberships.select_related("person")}
    today = timezone.localdate()
    new = sum(_week(members[week.email], week, today) for week in WEEKS)
    _duties(project)
    if LEFT not in members:
        _departure(project, members, story.from_today(-WEEKS_AGO.days))
    report(_("team: %(new)s keer beschikbaarheid, wie wat doet op bezoek en een overdracht") % {"new": new})


def _week(held: Membership, week: Week, today: date) -> bool:
    """Whether it was not there yet."""
    days = {"half_days": week.half_days.split(), "most_visits": week.most_visits}
    _said, made = Availability.objects.get_or_create(membership=held, defaults=days)
    if made:
        Absence.objects.bulk_create(
            Absence(
                membership=held,
                first_day=today + timedelta(days=first),
                last_day=today + timedelta(days=last),
            )
            for first, last in week.away
        )
    return made


def _duties(project: Project) -> None:
    if project.visit_duties.exists():
        return
    agreed = [
        VisitDuty(project=project, key=duty.key, pair=pair, alone=alone, note=note)
        for duty in PROPOSAL
        for pair, alone, note in [CHANGES.get(duty.key, (duty.pair, duty.alone, str(duty.hint)))]
    ]
    own = VisitDuty(
        project=project, key=OWN.key, title=OWN.title, pair=OWN.pair, alone=OWN.alone, note=OWN.note
    )
    VisitDuty.objects.bulk_create([*agreed, own])


def _departure(project: Project, members: dict[str, Membership], day: date) -> None:
    """A colleague who left: two kinds of work went to others, one was left to nobody and still waits."""
    person = Person.objects.filter(email=LEFT).first() or Person.objects.create_user(
        LEFT, name=LEFT_NAME, is_invented=True
    )
    gone = Membership.objects.create(
        project=project,
        person=person,
        role=Role.HOUSING_OFFICER,
        organisation=Organisation.objects.get(name=HOUSING),
        active=False,
    )
    leader = members[LEADER].person
    task = NewTask(phase=Phase.PICTURE, title=TASK)  # who is gone is given no new work
    add_tasks(project=project, by=leader, tasks=[task], origin=ORIGIN)
    Task.objects.filter(project=project, origin=ORIGIN).update(owner=gone)
    departure = Departure.objects.create(membership=gone, left_on=day, ended_by=leader, **NOTE)
    lines = (("tasks", _("1 taak"), None), *_taken(members))
    HandedOver.objects.bulk_create(
        HandedOver(departure=departure, key=key, label=label, taker=taker, left_to_nobody=taker is None)
        for key, label, taker in lines
    )


def _taken(members: dict[str, Membership]) -> tuple[tuple[str, str, Membership], ...]:
    return (
        ("referral routes", _("4 doorverwijsroutes bijhouden"), members[NOOR]),
        ("planned visits", _("6 geplande huisbezoeken"), members[TEUN]),
    )
