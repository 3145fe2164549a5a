"""Sociaal renoveren: six phases of a housing organisation in Utrecht, round a renovation."""

from projects.models.membership import Role
from projects.stepplans.types import PlanStep, StepPlan

RENOVATION = StepPlan(
    key="sociaal-renoveren",
    title="Sociaal renoveren in zes fasen",
    about="Een renovatie is ook het moment waarop je iedereen spreekt. Ruim een jaar voordat er gebouwd "
    "wordt, "
    "zoeken de partners uit wat er speelt, leren ze bewoners kennen en lossen ze alvast op wat kan. Na het "
    "werk blijven ze.",
    fits="Bij groot onderhoud of een renovatie van flats of portieken waar veel tegelijk speelt, en waar "
    "nog "
    "minstens een jaar tijd is voor de steiger staat.",
    beware="Halverwege stoppen maakt het wantrouwen groter dan het was. Begin alleen als alle partners "
    "hun uren "
    "tot na de werkzaamheden toezeggen.",
    source="‘Opgaven verbinden in de wijk’, Platform31, 2021: de aanpak van corporatie Portaal met de "
    "gemeente "
    "en partners in Overvecht, Utrecht.",
    steps=(
        PlanStep(
            "verkennen",
            1,
            "Verkennen: leg naast elkaar wat de partners al van de buurt weten",
            "Cijfers en ervaringen van corporatie, gemeente en welzijn, zonder namen. Bepaal daarna wie "
            "er voor "
            "dit blok bij moet.",
            Role.PROJECT_LEADER,
            2,
        ),
        PlanStep(
            "partners",
            1,
            "Verkennen: spreek af hoe snel elke partner helpt na een vraag",
            "Wat aan de deur is beloofd, moet ook gebeuren. Zet de afspraken in de doorverwijsroutes.",
            Role.PROJECT_LEADER,
            4,
        ),
        PlanStep(
            "opbouwen",
            2,
            "Opbouwen: ga bij iedereen langs voordat het over de renovatie gaat",
            "Leer bewoners kennen, vraag hoe het gaat met wonen, werk en welzijn, en zoek wie iets wil "
            "doen voor "
            "de flat. Over de plannen praat je later apart.",
            Role.COMMUNITY_WORKER,
            8,
        ),
        PlanStep(
            "helpen",
            2,
            "Opbouwen: help meteen bij wat niet kan wachten",
            "Bespreek elke maand met de partners, zonder namen, waar het vastloopt.",
            Role.COMMUNITY_WORKER,
            10,
        ),
        PlanStep(
            "handhaven",
            2,
            "Handhaven: houd het schoon, heel en veilig tot de dag van de start",
            "Een kapotte ruit die blijft zitten zegt: wij zijn al weg. Vraag de gemeente om extra "
            "toezicht als dat "
            "nodig is.",
            Role.HOUSING_OFFICER,
            12,
        ),
        PlanStep(
            "renoveren",
            3,
            "Renoveren: pas het werk aan op wie er wonen",
            "Neem mee wat bewoners vertelden: wie is overdag thuis, wie kan geen drukte aan? Maak daar "
            "met de "
            "aannemer afspraken over, en vraag dan om instemming.",
            Role.CONTRACTOR_SOCIAL,
            30,
        ),
        PlanStep(
            "toewijzen",
            4,
            "Anders toewijzen: spreek af wie de vrijgekomen woningen krijgt",
            "Zoek een mengeling waarin bewoners elkaar versterken; wie zich voor de flat wil inzetten is "
            "welkom.",
            Role.HOUSING_OFFICER,
            52,
        ),
        PlanStep(
            "beheren",
            5,
            "Beheren: leg vast wie er na het werk blijft komen",
            "Een vast gezicht, uren en een plek. Aandacht voor elkaar houdt niet vanzelf aan als de "
            "steiger weg is.",
            Role.HOUSING_OFFICER,
            60,
        ),
    ),
)
