"""The route map for collective work: from a question that many have to something they do together."""

from projects.models.membership import Role
from projects.stepplans.types import PlanStep, StepPlan

COLLECTIVE = StepPlan(
    key="collectief-werken",
    title="Routekaart voor collectief werken",
    about="Vier stappen om een vraag die je bij veel bewoners hoort, samen op te lossen in plaats van "
    "een voor een. "
    "Wat er al is in de buurt, komt eerst.",
    fits="Als het team steeds dezelfde vraag tegenkomt, zoals geldzorgen of eenzaamheid, en één "
    "organisatie het "
    "niet alleen kan oplossen. Het past goed na de huisbezoeken.",
    beware="Niet elk probleem wil een groep. Wat iemand alleen onder vier ogen kwijt wil, hoort bij de "
    "directe "
    "acties.",
    source="‘Collectief. Samen aan de slag in buurten en wijken’, Movisie, 2022: de routekaart voor "
    "collectief werken.",
    steps=(
        PlanStep(
            "verkennen",
            3,
            "Verken: welke vraag horen we steeds weer, en klopt dat beeld?",
            "Leg wat het team hoort naast de cijfers, en vraag bewoners of ze het herkennen.",
            Role.COMMUNITY_WORKER,
            2,
        ),
        PlanStep(
            "aanbod",
            3,
            "Verken: wat is er al, en helpt dat?",
            "Ook wat bewoners zelf al doen. Vraag wie er komt wat werkt en wat ontbreekt.",
            Role.COMMUNITY_WORKER,
            4,
        ),
        PlanStep(
            "aan-zet",
            3,
            "Verken: wie is aan zet?",
            "Wij zelf, wij samen met anderen, of een ander. Is het een ander, breng het daar dan heen en "
            "zeg wat je "
            "kunt bijdragen.",
            Role.PROJECT_LEADER,
            6,
        ),
        PlanStep(
            "werkgroep",
            4,
            "Plan: zet een kleine werkgroep neer met twee trekkers",
            "Leden die mogen beslissen, en vanaf het begin bewoners die het zelf meemaken.",
            Role.PROJECT_LEADER,
            8,
        ),
        PlanStep(
            "plan",
            4,
            "Plan: schrijf op één blad op wat jullie willen, wie wat doet en wanneer",
            "Zeg ook hardop wat je van elkaar verwacht. Wat niet op het blad staat, is niet afgesproken.",
            Role.COMMUNITY_WORKER,
            10,
        ),
        PlanStep(
            "uitvoeren",
            4,
            "Doe het, en kijk halverwege samen of het loopt",
            "Doet iedereen wat is afgesproken? Vier wat lukt en vertel het door.",
            Role.COMMUNITY_WORKER,
            16,
        ),
        PlanStep(
            "leren",
            5,
            "Leer: helpt het echt, en wie gaat ermee door?",
            "Helpt het niet, begin dan opnieuw bij de vraag. Helpt het wel, geef het dan een vaste plek.",
            Role.PROJECT_LEADER,
            30,
        ),
    ),
)
