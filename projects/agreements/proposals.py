"""What a communication calendar usually holds. Only proposals; their days: `proposal_days.py`."""

from dataclasses import dataclass

from projects.models import Project
from projects.models.timeline import Kind
from projects.timeline.kinds import FACTS, QUIET_WORKS

HOMES = "alle huishoudens"
BUILDING = tuple(kind for kind, facts in FACTS.items() if facts.lane == "works" and kind not in QUIET_WORKS)


@dataclass(frozen=True)
class Anchor:
    """What a proposal follows on the time line. weeks: so long after the first day, or the last day.

    opening: whether only the very first counts; else the next one that is still to come.
    """

    kinds: tuple[str, ...]
    weeks: int = 0
    last: bool = False
    opening: bool = False


def _opening(weeks: int) -> Anchor:
    return Anchor((Kind.VISITS,), weeks, opening=True)


def _visits(weeks: int, *, last: bool = False) -> Anchor:
    return Anchor((Kind.VISITS,), weeks, last)


@dataclass(frozen=True)
class Proposal:
    """One moment. key: unique, kept with what is made of it. What residents read is in u.

    week: after the start of the project, for when the time line has none of `anchors`, in order.
    """

    key: str
    week: int
    audience: str
    channel: str
    message: str
    function: str
    anchors: tuple[Anchor, ...] = ()


PROPOSALS = (
    Proposal(
        "announcement", 0, HOMES, "brief met folder",
        "Er komt iets aan: wat er gaat gebeuren, wanneer ongeveer, en bij wie u terechtkunt.",
        "projectleider", (_opening(-8),),
    ),
    Proposal(
        "partners", 1, "partners en collega’s", "mail",
        "We beginnen: wat het plan is en wat we van elkaar verwachten.", "projectleider",
        (_opening(-7),),
    ),
    Proposal(
        "resident-group", 2, "bewonersprojectgroep", "bijeenkomst",
        "Meelezen met de brief over de huisbezoeken: is dit duidelijk, wat mist er?", "woonconsulent",
        (_opening(-6),),
    ),
    Proposal(
        "information", 4, HOMES, "bijeenkomst",
        "Uitleg over de werkzaamheden en de gesprekken, met tijd voor vragen en een tolk als dat nodig is.",
        "projectleider", (_visits(-4),),
    ),
    Proposal(
        "key-figures", 5, "bewoners die weinig of anders lezen", "langsgaan met een sleutelfiguur",
        "Hetzelfde als in de brief, in de eigen taal en zonder papier.", "opbouwwerker",
        (_visits(-3),),
    ),
    Proposal(
        "invitation", 6, HOMES, "brief met privacyfolder",
        "Uitnodiging voor een gesprek: waar het over gaat, dat het vrijwillig is, hoe u een dag kiest.",
        "woonconsulent", (Anchor((Kind.ANNOUNCEMENT,)), _visits(-2)),
    ),
    Proposal(
        "door-hanger", 7, HOMES, "deurhanger",
        "Binnenkort komen we bij u langs. Liever een ander moment? Bel of stuur een bericht.",
        "woonconsulent", (_visits(-1),),
    ),
    Proposal(
        "visits-start", 8, HOMES, "affiche en buurtapp",
        "De gesprekken beginnen. Zo herkent u ons, en hier staat de koffie klaar.", "opbouwwerker",
        (_visits(0),),
    ),
    Proposal(
        "second-chance", 12, "wie we nog niet spraken", "kaartje in de bus",
        "U was niet thuis toen we langskwamen. Uw verhaal telt ook, op een moment dat u past.",
        "woonconsulent", (_visits(0, last=True),),
    ),
    Proposal(
        "newsletter", 14, HOMES, "nieuwsbrief",
        "Hoeveel mensen we spraken, wat opvalt, en wat meteen is gedaan.", "opbouwwerker",
        (Anchor((Kind.FEEDBACK,)), _visits(2, last=True)),
    ),
    Proposal(
        "picture", 22, HOMES, "bijeenkomst met de praatplaat",
        "Dit vertelde u ons. Klopt het beeld, en wat pakken we samen op?", "projectleider",
        (Anchor((Kind.DIALOGUE,)), Anchor((Kind.POSTER,), last=True)),
    ),
    Proposal(
        "works", 24, "bewoners van het blok dat aan de beurt is", "brief en bezoek",
        "Binnenkort begint het werk bij u. Dit verandert er, en zo helpen we.",
        "sociaal medewerker aannemer", (Anchor(BUILDING, -3),),
    ),
    Proposal(
        "thanks", 52, HOMES, "nieuwsbrief en buurtfeest",
        "Wat er is gebeurd met wat u ons vertelde, en wie er in de buurt blijft.", "opbouwwerker",
        (Anchor((Kind.EVALUATION,), last=True),),
    ),
)  # fmt: skip


def proposals_for(project: Project) -> list[Proposal]:
    """Proposals of which nothing was made yet; what was taken away is not proposed again."""
    known = set(project.communication.exclude(origin="").values_list("origin", flat=True))
    return [one for one in PROPOSALS if one.key not in known]
