"""What a communication calendar usually holds, counted from the day the project begins. Only proposals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from projects.models import Project

HOMES = "alle huishoudens"


@dataclass(frozen=True)
class Proposal:
    """One moment. key: unique, kept with what is made of it. week: after the start of the project."""

    key: str
    week: int
    audience: str
    channel: str
    message: str
    function: str

    def on(self, project: Project) -> date:
        """The day it would be; a project without a start counts from today."""
        return (project.starts_on or timezone.localdate()) + timedelta(weeks=self.week)


PROPOSALS = (
    Proposal(
        "announcement", 0, HOMES, "brief met folder",
        "Er komt iets aan: wat er gaat gebeuren, wanneer ongeveer, en bij wie je terechtkunt.",
        "projectleider",
    ),
    Proposal(
        "partners", 1, "partners en collega’s", "mail",
        "We beginnen: wat het plan is en wat we van elkaar verwachten.", "projectleider",
    ),
    Proposal(
        "resident-group", 2, "bewonersprojectgroep", "bijeenkomst",
        "Meelezen met de brief over de huisbezoeken: is dit duidelijk, wat mist er?", "woonconsulent",
    ),
    Proposal(
        "information", 4, HOMES, "bijeenkomst",
        "Uitleg over de werkzaamheden en de gesprekken, met tijd voor vragen en een tolk als dat nodig is.",
        "projectleider",
    ),
    Proposal(
        "key-figures", 5, "bewoners die weinig of anders lezen", "langsgaan met een sleutelfiguur",
        "Hetzelfde als in de brief, in de eigen taal en zonder papier.", "opbouwwerker",
    ),
    Proposal(
        "invitation", 6, HOMES, "brief met privacyfolder",
        "Uitnodiging voor een gesprek: waar het over gaat, dat het vrijwillig is, hoe je een dag kiest.",
        "woonconsulent",
    ),
    Proposal(
        "door-hanger", 7, HOMES, "deurhanger",
        "Volgende week komen we langs. Liever een ander moment? Bel of stuur een bericht.", "woonconsulent",
    ),
    Proposal(
        "visits-start", 8, HOMES, "affiche en buurtapp",
        "De gesprekken beginnen. Zo herken je ons, en hier staat de koffie klaar.", "opbouwwerker",
    ),
    Proposal(
        "second-chance", 12, "wie we nog niet spraken", "kaartje in de bus",
        "We troffen je niet thuis. Je verhaal telt ook, op een moment dat jou past.", "woonconsulent",
    ),
    Proposal(
        "newsletter", 14, HOMES, "nieuwsbrief",
        "Hoeveel mensen we spraken, wat opvalt, en wat meteen is gedaan.", "opbouwwerker",
    ),
    Proposal(
        "picture", 22, HOMES, "bijeenkomst met de praatplaat",
        "Dit vertelden jullie. Klopt het beeld, en wat pakken we samen op?", "projectleider",
    ),
    Proposal(
        "works", 24, "bewoners van het blok dat aan de beurt is", "brief en bezoek",
        "Over drie weken begint het werk bij jou. Dit verandert er, en zo helpen we.",
        "sociaal medewerker aannemer",
    ),
    Proposal(
        "thanks", 52, HOMES, "nieuwsbrief en buurtfeest",
        "Wat er is gebeurd met wat jullie vertelden, en wie er in de buurt blijft.", "opbouwwerker",
    ),
)  # fmt: skip


def proposals_for(project: Project) -> list[Proposal]:
    """Proposals of which nothing was made yet; what was taken away is not proposed again."""
    known = set(project.communication.exclude(origin="").values_list("origin", flat=True))
    return [one for one in PROPOSALS if one.key not in known]


def chosen(keys: Iterable[str]) -> list[Proposal]:
    """Proposals by key, in their usual order."""
    wanted = set(keys)
    return [one for one in PROPOSALS if one.key in wanted]
