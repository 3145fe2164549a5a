"""Time lines to begin with, after the two neighbourhoods of the handreiking, in weeks from a first day.

The handreiking tells what was done in which order in the Spoorbuurt (2016-2019, major maintenance in parts)
and in the Lankforst (from 2021, maintenance with restructuring). How long each step took it does not tell,
since its appendix with the two time lines is not part of it; so the lengths here are ours, fitted to those
years, and the page says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.models import Block
from projects.models.timeline import Heaviness, Kind
from projects.timeline.kinds import FACTS
from projects.timeline.weeks import DAY, WEEK, monday_of

HEAVY, AWAY = Heaviness.HEAVY, Heaviness.AWAY


@dataclass(frozen=True)
class Step:
    """One step. begins: in weeks after the first day. later: None for a step of the whole neighbourhood,
    else how many weeks each next block comes later."""

    key: str
    kind: Kind
    title: str | Promise
    begins: int
    weeks: int
    later: int | None = None
    heaviness: str = ""


@dataclass(frozen=True)
class Template:
    """A time line to begin with. about: which neighbourhood it is from and what is typical of it."""

    key: str
    name: str | Promise
    about: str | Promise
    lesson: str | Promise
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Draft:
    """A step with its days and its block, to be shown or made. origin: the same for the same step."""

    step: Step
    block: Block | None
    starts_on: date
    ends_on: date
    origin: str

    @property
    def heaviness(self) -> str:
        """How heavy it is; for a step that does not say so what is usual for its kind."""
        return self.step.heaviness or FACTS[self.step.kind].heaviness


def laid_out(template: Template, first_day: date, blocks: Iterable[Block]) -> list[Draft]:
    """The steps of `template` from the Monday of `first_day`, for each block where they go by block.

    A project without blocks gets each step once, for the whole neighbourhood.
    """
    monday, known = monday_of(first_day), list(blocks)
    drafts = []
    for step in template.steps:
        by_block: list[Block | None] = [*known] if step.later is not None and known else [None]
        for number, block in enumerate(by_block):
            starts_on = monday + timedelta(weeks=step.begins + number * (step.later or 0))
            ends_on = starts_on + step.weeks * WEEK - 3 * DAY  # a Friday
            origin = f"sjabloon:{template.key}:{step.key}:{block.pk if block else 0}"
            drafts.append(Draft(step, block, starts_on, ends_on, origin))
    return sorted(drafts, key=lambda draft: (draft.starts_on, draft.ends_on))


SPOORBUURT = Template(
    "spoorbuurt",
    _("Groot onderhoud, blok na blok"),
    _("Naar de Spoorbuurt in Nijmegen, 2016 tot 2019: 499 huurwoningen in drie deelbuurten, ruim drie jaar."),
    _(
        "Bij de huisbezoeken was al duidelijk wat er met elke woning zou gebeuren. Het team was "
        "zichtbaar met een "
        "pipowagen, en ging na het werk alle straten nog eens langs. Bewoners misten vooral "
        "terugkoppeling; "
        "die staat hier daarom na elke ronde."
    ),
    (
        Step("peiling", Kind.OTHER_SOCIAL, _("Peiling: wat kan beter aan huis en buurt?"), 0, 4),
        Step("groep", Kind.OTHER_SOCIAL, _("Bewonersprojectgroep begint"), 6, 2),
        Step("training", Kind.TRAINING, _("Training van het team"), 10, 2),
        Step("werkplek", Kind.PREPARATION, _("Modelwoning en werkplek in de buurt"), 10, 4),
        Step(
            "brief",
            Kind.ANNOUNCEMENT,
            _("Brief: wat er met uw woning gebeurt, en wie er langskomt"),
            13,
            2,
            10,
        ),
        Step("opname", Kind.SURVEY, _("Technische opname"), 16, 8, 10),
        Step("bezoek", Kind.VISITS, _("Huisbezoeken, samen met de opname"), 16, 8, 10),
        Step("uitwisseling", Kind.EXCHANGE, _("Elke week uitwisselen in het team"), 16, 30),
        Step("terug", Kind.FEEDBACK, _("Wat we hoorden: koffie en een brief"), 26, 2, 10),
        Step("wagen", Kind.PRESENCE, _("Pipowagen in de straat"), 16, 110),
        Step("sessies", Kind.WORK_SESSIONS, _("Werksessies per deelbuurt"), 28, 3, 10),
        Step("praatplaat", Kind.POSTER, _("Praatplaat en verslag maken en toetsen"), 52, 5),
        Step("gesprek", Kind.DIALOGUE, _("In gesprek over de praatplaat"), 57, 4),
        Step("keuken", Kind.KITCHEN, _("Keuken, badkamer en toilet"), 52, 18, 26, HEAVY),
        Step("gevel", Kind.FACADE, _("Gevel, dak en kozijnen"), 64, 14, 26),
        Step("oplevering", Kind.DELIVERY, _("Oplevering"), 78, 2, 26),
        Step("nazorg", Kind.AFTERCARE, _("Nazorg en klachten"), 80, 8, 26),
        Step("plan", Kind.PLAN, _("Actieplan maken"), 124, 4),
        Step("rond", Kind.FEEDBACK, _("Alle straten nog eens langs: hoe was het?"), 84, 2, 26),
        Step("wandelen", Kind.ACTIVITY, _("Wandelgroep en koffie in de buurt"), 128, 20),
        Step("evaluatie", Kind.EVALUATION, _("Evaluatie met bewoners en team"), 148, 4),
    ),
)
LANKFORST = Template(
    "lankforst",
    _("Onderhoud en herstructurering tegelijk"),
    _(
        "Naar de Lankforst in Nijmegen, vanaf 2021: 104 maisonnettes, waarvan een deel ingrijpend op "
        "de schop gaat."
    ),
    _(
        "Tijdens de huisbezoeken wisten bewoners nog niet of hun woning gesloopt of opgeknapt werd, "
        "en dat gaf onrust. "
        "Daarom staat duidelijkheid per woning hier voor het eerste bezoek. Het actieplan komt als "
        "het zwaarste "
        "achter de rug is; tot die tijd is het team er gewoon, met soep en een terras."
    ),
    (
        Step("groep", Kind.OTHER_SOCIAL, _("Bewonersprojectgroep begint"), 0, 2),
        Step("stigma", Kind.TRAINING, _("Training van het team, met een dagdeel over stigma"), 4, 2),
        Step("woning", Kind.ANNOUNCEMENT, _("Elke bewoner hoort: slopen of opknappen"), 7, 2),
        Step("brief", Kind.ANNOUNCEMENT, _("Brief: wie er langskomt en waarvoor"), 10, 1, 6),
        Step("opname", Kind.SURVEY, _("Technische opname"), 12, 5, 6),
        Step("bezoek", Kind.VISITS, _("Huisbezoeken, samen met de opname"), 12, 5, 6),
        Step("uitwisseling", Kind.EXCHANGE, _("Elke week uitwisselen in het team"), 12, 18),
        Step("terug", Kind.FEEDBACK, _("Wat we hoorden, huis aan huis"), 19, 1, 6),
        Step("sessies", Kind.WORK_SESSIONS, _("Werksessies, elk een dagdeel"), 32, 4),
        Step("praatplaat", Kind.POSTER, _("Praatplaat maken en toetsen"), 36, 5),
        Step("gesprek", Kind.DIALOGUE, _("Bewoners vertellen over de praatplaat"), 41, 2),
        Step("terras", Kind.PRESENCE, _("Pop-upterras en soep bij de bouwplaats"), 30, 62),
        Step("asbest", Kind.DEMOLITION, _("Asbest en sloopwerk"), 44, 6, 16, AWAY),
        Step("keuken", Kind.KITCHEN, _("Keuken, badkamer en leidingen"), 50, 10, 16, HEAVY),
        Step("gevel", Kind.FACADE, _("Gevel en isolatie"), 58, 8, 16),
        Step("oplevering", Kind.DELIVERY, _("Oplevering"), 66, 2, 16),
        Step("nazorg", Kind.AFTERCARE, _("Nazorg"), 68, 8, 16),
        Step("plan", Kind.PLAN, _("Actieplan, nu het zwaarste voorbij is"), 94, 4),
        Step("samen", Kind.ACTIVITY, _("Buurtactiviteiten uit het actieplan"), 98, 24),
        Step("buiten", Kind.OUTSIDE, _("Inrichting van de straat"), 96, 8),
        Step("evaluatie", Kind.EVALUATION, _("Evaluatie met bewoners en team"), 122, 3),
    ),
)
TEMPLATES = {template.key: template for template in (SPOORBUURT, LANKFORST)}
