"""The choice for the approach in the demo: a first one for parts only, then one for the whole. Invented."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from projects.demo import story
from projects.demo.people import ACCOUNTS, SLUG
from projects.models import Choice, Person, Project
from projects.services import orientation as services
from projects.services.orientation import Decision

LEADER = ACCOUNTS[0]
FIRST: dict[str, Any] = {
    "occasion": ["maintenance"],
    "share": "none",
    "homes": 499,
    "social": ["alone", "frail", "place"],
    "contact": "some",
    "during": "asked",
    "after": "none",
    "partners": ["housing", "welfare", "municipality"],
    "lead": "named",
    "time": "half",
}
SECOND: dict[str, Any] = FIRST | {
    "during": "agreed",
    "after": "agreed",
    "partners": ["housing", "welfare", "contractor", "municipality", "team", "residents"],
    "lead": "hours",
    "time": "quarter",
}
REASONS: dict[str, str] = {
    "occasion": (
        "De woningen zijn toe aan keuken, badkamer, dak en kozijnen. In de peiling zeiden veel bewoners"
        " dat ze graag blijven, maar hun buren niet meer kennen."
    ),
    "share": "Iedereen blijft. Wie last heeft van het werk, kan een week terecht in een logeerwoning.",
    "homes": "De grens is het spoor, de Seinlaan en het plein. Zo noemen bewoners de buurt zelf ook.",
    "social": (
        "De huismeester ziet steeds meer mensen die nergens komen. Bij het speelveld blijft rommel"
        " liggen en wijst de een naar de ander."
    ),
    "contact": (
        "In de lage nummers kent bijna iedereen de woonconsulent. Aan de kant van het spoor wonen veel"
        " nieuwe mensen die we nog nooit spraken."
    ),
    "during": "Gevraagd: 16 uur per week. De begroting van welzijn is nog niet rond.",
    "after": "Daar is niet over gesproken.",
    "partners": "Corporatie en welzijn willen. De aannemer wordt nog gekozen.",
    "lead": "Mila Overweg, maar zij heeft nu nog twee andere projecten.",
    "time": "De modelwoning komt er op zijn vroegst over negen maanden, het werk in de blokken later.",
}
LATER_REASONS: dict[str, str] = REASONS | {
    "during": (
        "16 uur per week, van Welzijn Het Perron. De corporatie betaalt de helft, de gemeente de helft."
    ),
    "after": "8 uur per week tot een jaar na de laatste oplevering. Staat in de overeenkomst.",
    "partners": (
        "De aannemer koos zelf een sociaal medewerker voor deze buurt. Het wijkteam wees één contact aan."
    ),
    "lead": "Mila Overweg, Woonstichting De Wissel, 20 uur per week. Yara Perron neemt waar.",
    "time": "Over vijf maanden begint de aannemer met de modelwoning. Die datum ligt vast; de blokken later.",
}
RESPONSES = {
    "quarter": (
        "Alleen de modelwoning is dan aan de beurt, en die is nu leeg. Training en routes staan al in de"
        " agenda; de bezoeken beginnen pas als beide klaar zijn."
    ),
}
DECISIONS = (
    Decision(
        choice=Choice.PARTS,
        parts=("group", "cards"),
        because=(
            "We vinden het niet eerlijk om overal verhalen op te halen zolang niemand er na de"
            " werkzaamheden mee verder kan. We beginnen met een bewonersgroep en gesprekskaarten bij de"
            " koffie. Zijn de uren er, dan wegen we opnieuw af."
        ),
        decided_by="Overleg van Woonstichting De Wissel en Welzijn Het Perron",
        decided_on=date(2025, 2, 11),
    ),
    Decision(
        choice=Choice.YES,
        because=(
            "De uren zijn er nu, ook voor de tijd na het werk, en de aannemer doet mee. Bewoners vroegen"
            " er zelf om: bij de koffie zeiden ze dat ze liever één goed gesprek hebben dan drie brieven."
        ),
        decided_by="Stuurgroep: Woonstichting De Wissel, Welzijn Het Perron, Gemeente Spoordam",
        decided_on=date(2025, 6, 24),
    ),
)


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Make both versions when the demo project has none; what is there stays as it is."""
    project = Project.objects.get(slug=SLUG)
    if not project.orientations.exists():
        leader = Person.objects.get(email=LEADER.email)
        _decided(project, leader, DECISIONS[0], answers=FIRST, reasons=REASONS)
        _decided(project, leader, DECISIONS[1], answers=SECOND, reasons=LATER_REASONS, responses=RESPONSES)
    report(_("past deze aanpak: %(count)s versies") % {"count": project.orientations.count()})


def _decided(project: Project, by: Person, decision: Decision, **given: dict[str, Any]) -> None:
    begun = services.start(project=project, by=by)
    services.keep(orientation=begun, **given)
    day = (decision.decided_on or date.min) + story.moved()
    made = services.decide(orientation=begun, by=by, decision=replace(decision, decided_on=day))
    made.recorded_at = datetime(day.year, day.month, day.day, 15, tzinfo=UTC)
    made.save(update_fields=["recorded_at"])
