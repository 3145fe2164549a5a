"""The working principles of Proeftuin De Ruwaard in Oss, as agreements that a team makes."""

from projects.models.membership import Role
from projects.stepplans.types import PlanStep, StepPlan

RUWAARD = StepPlan(
    key="ruwaard",
    title="De principes van De Ruwaard",
    about="In Oss werken wonen, zorg en welzijn sinds 2016 als één team voor één wijk, met drie vragen: "
    "wat wil je, "
    "wat kun je zelf, en wat heb je nodig? Daar horen elf principes bij. Je loopt ze niet af op "
    "volgorde: het "
    "zijn afspraken die de partners met elkaar maken.",
    fits="Als meerdere organisaties in dezelfde huishoudens komen en langs elkaar heen werken, en als "
    "bestuurders "
    "ruimte willen geven om het anders te doen.",
    beware="Wat in de ene wijk groeide, kun je niet zo naar een andere overzetten: de mensen daar moeten "
    "het zelf "
    "leren. Eén geldstroom voor een wijk vraagt een besluit van gemeente en bestuur.",
    source="‘Samenwerken aan leefbare en vitale buurten. Zo doen we dat!’, Aedes, ActiZ, VNG en andere "
    "landelijke organisaties, 2022: Proeftuin De Ruwaard, Oss.",
    agreements=True,
    steps=(
        PlanStep(
            "doel",
            1,
            "Spreek één doel af, in woorden die alle partners gebruiken",
            "Niet meer dan een paar doelen. Lees ze hardop voor aan een bewoner: snapt die wat jullie "
            "bedoelen?",
            Role.PROJECT_LEADER,
            4,
        ),
        PlanStep(
            "drie-vragen",
            1,
            "Spreek af dat iedereen met dezelfde drie vragen begint",
            "Wat wil je, wat kun je zelf, wat heb je nodig? Aan de keukentafel, met wie de bewoner erbij "
            "wil.",
            Role.COMMUNITY_WORKER,
            6,
        ),
        PlanStep(
            "gebied",
            1,
            "Spreek af waar het gebied ophoudt",
            "Niet te groot: De Ruwaard telt zo’n 13.000 inwoners, boven de 20.000 wordt het te veel.",
            Role.PROJECT_LEADER,
            2,
        ),
        PlanStep(
            "wijkfoto",
            1,
            "Maak een foto van de buurt in cijfers, om later mee te vergelijken",
            "Wie wonen er, wat gebruiken zij, wat gaat goed? Hoe beter de cijfers nu, hoe meer je straks "
            "ziet.",
            Role.PROJECT_LEADER,
            6,
        ),
        PlanStep(
            "klein",
            2,
            "Begin klein: met de vraag van één huishouden",
            "Vraag mensen die er zin in hebben. Kijk na afloop wat het deed, en doe het dan nog eens.",
            Role.COMMUNITY_WORKER,
            8,
        ),
        PlanStep(
            "leren",
            2,
            "Plan momenten om van elkaar te leren",
            "Wie het deed, vertelt het aan collega’s. Waar zij op vastlopen, gaat naar de leidinggevenden.",
            Role.COMMUNITY_WORKER,
            12,
        ),
        PlanStep(
            "breed-leren",
            3,
            "Spreek af hoe wat je leert terugkomt in elke organisatie",
            "Op de werkvloer en bij het bestuur. Wat moet er bij ons veranderen om dit vol te houden?",
            Role.PROJECT_LEADER,
            20,
        ),
        PlanStep(
            "tellen",
            3,
            "Spreek af wat je telt en wat je vertelt",
            "Hoe gaat het met de bewoner, in diens eigen cijfer, en wat kost het? Met een verhaal ernaast.",
            Role.PROJECT_LEADER,
            24,
        ),
        PlanStep(
            "team",
            4,
            "Vorm één team dat samen verantwoordelijk is",
            "Met één opdracht en één manier van werken; van welke organisatie iemand komt, doet er "
            "minder toe.",
            Role.PROJECT_LEADER,
            30,
        ),
        PlanStep(
            "geld",
            4,
            "Bespreek of het geld voor de wijk bij elkaar kan",
            "Betaald worden voor wat helpt, niet voor wat je levert. Dit kan alleen als de rest staat.",
            Role.PROJECT_LEADER,
            40,
        ),
        PlanStep(
            "aanjager",
            1,
            "Vraag iemand van buiten die de vaart erin houdt",
            "Iemand zonder eigen belang, die praat met wie vastzit en de partners bij hun woord houdt.",
            Role.PROJECT_LEADER,
            8,
        ),
    ),
)
