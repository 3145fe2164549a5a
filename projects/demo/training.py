"""The training of the demo project. Every session, place and trainer is invented."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from projects.demo import story
from projects.demo.people import SLUG
from projects.models import (
    Attendance,
    LearntElsewhere,
    Membership,
    Practice,
    Presence,
    Project,
    SessionState,
    TrainingSession,
)
from projects.training.topics import Topic

LEADER, VISITOR, NEWCOMER = (
    "projectleider@voorbeeld.example",
    "woonconsulent@voorbeeld.example",
    "woonconsulent2@voorbeeld.example",
)
WORKER, SOCIAL, TECHNICAL = (
    "opbouwwerker@voorbeeld.example",
    "sociaal@voorbeeld.example",
    "uitvoerder@voorbeeld.example",
)
TEAM = (LEADER, VISITOR, NEWCOMER, WORKER, SOCIAL, TECHNICAL)
PRACTISED = {LEADER: "2026-01-29", VISITOR: "2026-01-28", WORKER: "2026-01-28"}
IN_DAYS = 9  # the session that is still to come, counted from the day the demo is loaded


@dataclass(frozen=True)
class Invented:
    """One session. on: a day of the story, empty for the one to come. present, absent: by e-mail address."""

    title: str
    topics: tuple[Topic, ...]
    place: str
    trainer: str
    notes: str
    on: str = ""
    starts_at: time = time(13, 0)
    ends_at: time = time(16, 30)
    links: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()


SESSIONS = (
    Invented(
        "Eerste middag: aan de deur en aan tafel",
        (Topic.OPENING, Topic.CARDS, Topic.PROMISE),
        "Buurthuis De Wachtkamer, zaal 2",
        "Trainer gespreksvoering van Hogeschool Spoordam, samen met het opbouwwerk",
        "13.00 Kennismaken: wat hoop je aan de deur te horen?\n"
        "13.30 Het gesprek openen, in tweetallen met een bewoner die weinig zin heeft.\n"
        "14.30 De kaarten op tafel: tien minuten doorvragen zonder raad te geven.\n"
        "15.30 De belofte in vijf zinnen, zonder papier.\n\n"
        "Neem een set kaarten mee en een foto van je eigen straat.",
        on="2026-01-22",
        links="Website van de aanpak https://www.han.nl/projecten/2021/meer-dan-steen-alleen/",
        present=(LEADER, VISITOR, NEWCOMER, WORKER, SOCIAL),
        absent=(TECHNICAL,),
    ),
    Invented(
        "Tweede middag: schrijven en woorden kiezen",
        (Topic.WRITING, Topic.STIGMA, Topic.PROMISE),
        "De modelwoning",
        "Opbouwwerker van Welzijn Het Perron",
        "Eerst schrijven: iedereen doet de oefening in de app en we leggen de teksten naast elkaar.\n"
        "Na de koffie: welke woorden horen we over deze buurt, en welke zeggen we zelf? We sluiten af met "
        "drie afspraken over hoe wij praten.",
        on="2026-01-29",
        starts_at=time(9, 30),
        ends_at=time(12, 30),
        present=TEAM,
    ),
    Invented(
        "Inwerken: samen oefenen met registreren",
        (Topic.WRITING, Topic.PROMISE),
        "Kantoor van Woonstichting De Wissel, kamer 1.04",
        "Woonconsulent die de eerste ronde heeft gedaan",
        "Voor wie nog moet oefenen. We doen de oefening samen, en daarna gaan jullie twee gesprekken met "
        "elkaar mee.",
        starts_at=time(10, 0),
        ends_at=time(11, 30),
        invited=(VISITOR, NEWCOMER),
    ),
)


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Make the sessions that are not there yet, with who came."""
    project = Project.objects.get(slug=SLUG)
    members = {held.person.email: held for held in project.memberships.select_related("person")}
    known = set(project.training_sessions.values_list("title", flat=True))
    new = [invented for invented in SESSIONS if invented.title not in known]
    for invented in new:
        _make(project, invented, members)
    _learnt(members)
    report(_("training: %(new)s nieuw, %(all)s in totaal") % {"new": len(new), "all": len(SESSIONS)})


def _make(project: Project, invented: Invented, members: dict[str, Membership]) -> None:
    session = TrainingSession.objects.create(
        project=project,
        title=invented.title,
        topics=[topic.value for topic in invented.topics],
        place=invented.place,
        trainer=invented.trainer,
        notes=invented.notes,
        links=invented.links,
        on=story.on(invented.on) if invented.on else story.from_today(IN_DAYS),
        starts_at=invented.starts_at,
        ends_at=invented.ends_at,
        state=SessionState.HELD if invented.on else SessionState.PLANNED,
    )
    presence = dict.fromkeys(invented.invited, Presence.UNKNOWN)
    presence |= dict.fromkeys(invented.present, Presence.PRESENT)
    presence |= dict.fromkeys(invented.absent, Presence.ABSENT)
    mailed_on = session.on - timedelta(days=14) if session.held and session.on else None
    Attendance.objects.bulk_create(
        Attendance(session=session, membership=members[email], presence=how, mailed_on=mailed_on)
        for email, how in presence.items()
    )


def _learnt(members: dict[str, Membership]) -> None:
    """The days of practice, and one topic that somebody knew already. Without, a newcomer has to practise."""
    for email, day in PRACTISED.items():
        Practice.objects.get_or_create(membership=members[email], defaults={"on": story.on(day)})
    where = _("training van Bouwbedrijf Spoorslag")
    LearntElsewhere.objects.get_or_create(
        membership=members[SOCIAL],
        topic=Topic.OPENING,
        defaults={"where": where, "on": story.on("2025-03-20")},
    )
