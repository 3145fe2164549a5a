"""SNAP: seven steps of a programme for neighbourhoods in Toronto."""

from projects.models.membership import Role
from projects.stepplans.types import PlanStep, StepPlan

SNAP = StepPlan(
    key="snap",
    title="De zeven stappen van SNAP",
    about="Een wijkprogramma uit Toronto dat klimaat en leven in de wijk in één plan brengt. Eerst heel "
    "goed kijken "
    "en luisteren, dan samen doelen kiezen, snel iets kleins doen, en minstens vijf jaar blijven.",
    fits="Als jullie een hele wijk willen aanpakken, met plannen voor woningen, straat en groen "
    "tegelijk, en als "
    "geld van verschillende kanten moet komen.",
    beware="Het vraagt een vast team en een lange adem. Haal eerst weg wat een doel in de weg zit, en "
    "vraag dan pas "
    "bewoners: anders wek je verwachtingen die niemand waarmaakt.",
    source="‘Opgaven verbinden in de wijk’, Platform31, 2021: Sustainable Neighbourhood Action Program "
    "(SNAP), "
    "Toronto and Region Conservation Authority.",
    steps=(
        PlanStep(
            "context",
            1,
            "Breng in beeld wat er over de buurt bekend is, wie plannen heeft en wat bewoners willen",
            "Vraag het alle professionals: gemeente, corporatie, welzijn, politie, zorg, waterschap. Wat "
            "voor "
            "bewoners telt, ook waar ze trots op zijn, hoor je tijdens de huisbezoeken.",
            Role.PROJECT_LEADER,
            3,
        ),
        PlanStep(
            "ambities",
            3,
            "Kies samen doelen voor de lange termijn en maak ze concreet",
            "Met bewoners aan tafel. Een doel is pas klaar als iedereen het in eigen woorden kan zeggen.",
            Role.PROJECT_LEADER,
            20,
        ),
        PlanStep(
            "kansen",
            3,
            "Zet kansen en knelpunten naast elkaar en haal weg wat in de weg zit",
            "Doe dit met de partners voordat je teruggaat naar bewoners.",
            Role.PROJECT_LEADER,
            24,
        ),
        PlanStep(
            "actieplan",
            4,
            "Maak met bewoners een actieplan, en begin meteen met iets kleins",
            "Een eerste klus die snel lukt, laat zien dat het menens is. Spreek bij elke actie af "
            "waaraan je ziet "
            "dat het werkt.",
            Role.COMMUNITY_WORKER,
            30,
        ),
        PlanStep(
            "geld",
            4,
            "Zoek voor elke actie geld",
            "Twee doelen in één plan betekent ook twee potten. Ook bewoners kunnen geld ophalen.",
            Role.PROJECT_LEADER,
            36,
        ),
        PlanStep(
            "coalities",
            4,
            "Vorm per actie een groep die het uitvoert",
            "Bewoners en professionals samen, met een trekker en een afspraak over wie beslist.",
            Role.COMMUNITY_WORKER,
            40,
        ),
        PlanStep(
            "nazorg",
            5,
            "Kijk telkens terug en blijf minstens vijf jaar in contact",
            "Vertel aan de buurt wat er is gelukt en wat niet. Zoek bewoners die het gesprek gaande houden.",
            Role.PROJECT_LEADER,
            60,
        ),
    ),
)
