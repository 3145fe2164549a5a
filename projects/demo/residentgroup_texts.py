"""What stands in the resident group of the demo project. Invented, in plain Dutch, without a name in it."""

from typing import Any

TASK = (
    "De groep leest mee vóór iets naar de buurt gaat, en zegt wat er niet klopt. Zij denkt mee over het"
    " werk aan de woningen en over hoe mensen elkaar kunnen ontmoeten."
)
RHYTHM = "Elke zes weken op donderdag, van half acht tot negen uur. Er is altijd soep."
PLACE = "Buurthuis De Wachtkamer"
SEAT_WITH_ACCOUNT = "ouder met jonge kinderen"

# perspective, voices, whether somebody sits there
SEATS = (
    (SEAT_WITH_ACCOUNT, ("parents", "women"), True),
    ("woont hier langer dan twintig jaar", ("long", "elderly"), True),
    ("bewoner van een rijtjeshuis met tuin", ("terraced",), True),
    ("woont hier nog geen jaar", ("new",), True),
    ("spreekt thuis een andere taal", ("migration", "language"), True),
    ("werkt overdag, vaak in ploegen", ("working", "men"), True),
    ("jonger dan vijfentwintig", ("young",), False),
    ("zorgt voor iemand thuis", ("carers",), False),
)
LIVING = (
    *("young", "parents", "single", "elderly", "migration", "language", "working", "money", "limitation"),
    *("carers", "new", "long", "terraced"),
)

MEETINGS: tuple[dict[str, Any], ...] = (
    {
        "weeks": -62,
        "report": (
            "De groep kwam voor het eerst bij elkaar. Iedereen vertelde wat de buurt goed maakt: het"
            " speelveld, de winkel op de hoek en buren die een pakje aannemen.\n\nEr waren zorgen over"
            " het lawaai en over wat er met de schuurtjes gebeurt. De groep wil vooral op tijd horen wat"
            " er komt. Niet pas als de steigers er staan."
        ),
        "points": (
            {
                "title": "Kennismaken",
                "level": "know",
                "about": "Wie zijn wij, en wat mag u van ons verwachten?",
                "decision": (
                    "De groep komt elke zes weken bij elkaar. Hier staan de avonden met een besluit."
                    " Verslagen noemen geen namen."
                ),
            },
            {
                "title": "Waar heeft de groep invloed op?",
                "level": "know",
                "about": "Per onderwerp leggen wij uit of u meebeslist, meedenkt of meeweet.",
                "decision": "De lijst staat in de app. Bij ‘geen invloed’ staat altijd waarom.",
            },
            {
                "title": "De folder over de huisbezoeken",
                "subject": "Brieven, folder en nieuwsbrief",
                "decision": "De folder wordt één bladzijde, met een foto van wie er aan de deur komt.",
                "task": ("woonconsulent@voorbeeld.example", "Maak de folder korter, met een foto", True),
            },
        ),
    },
    {
        "weeks": -46,
        "report": (
            "De groep las de vragen voor aan huis hardop voor. Twee vragen voelden als een verhoor. Die"
            " zijn anders gesteld.\n\nOver de materialen was de groep duidelijk: niet op het speelveld,"
            " want daar spelen na school de meeste kinderen."
        ),
        "points": (
            {
                "title": "De vragen in het gesprek aan huis",
                "subject": "De vragen in het gesprek aan huis",
                "about": "Wat mist er? Welke vraag komt te dichtbij?",
                "decision": "De vraag over geld komt aan het eind, en u mag hem altijd overslaan.",
            },
            {
                "title": "Waar komen de materialen te staan?",
                "subject": "Waar de materialen komen te staan",
                "decision": "Niet op het speelveld. De aannemer zoekt een plek bij de garages.",
                "task": (
                    "uitvoerder@voorbeeld.example",
                    "Zoek met de gemeente een plek voor de materialen bij de garages",
                    True,
                ),
            },
        ),
    },
    {
        "weeks": -5,
        "report": (
            "De huisbezoeken zijn geweest; bij wie niet thuis was komt nog een tweede ronde. De groep"
            " hoort in de buurt dat mensen het prettig vinden dat er tijd is.\n\nWel vroegen buren waarom"
            " zij pas een dag van tevoren een briefje kregen. Dat gaan wij anders doen."
        ),
        "points": (
            {
                "title": "Hoe gingen de huisbezoeken?",
                "level": "think",
                "changed": 4,
                "decision": (
                    "Bij de tweede ronde krijgen mensen een week van tevoren bericht, en de dag ervoor"
                    " een kaartje."
                ),
                "task": ("woonconsulent@voorbeeld.example", "Stuur het bericht een week vooraf", True),
            },
            {
                "title": "Koffie bij de pipowagen",
                "subject": "Activiteiten in de buurt",
                "about": "Elke woensdagochtend. Wie kan er een keer helpen?",
                "decision": "Ook één keer per maand op een avond, voor wie overdag werkt.",
                "task": ("opbouwwerker@voorbeeld.example", "Plan de avondkoffie van deze maand", False),
            },
        ),
    },
    {
        "weeks": 1,
        "asked": "Bekijk de praatplaat alvast. Vraag ook twee buren of zij hun straat erin herkennen.",
        "points": (
            {
                "title": "De praatplaat",
                "subject": "De praatplaat",
                "about": "Klopt dit met uw buurt? Is een zin pijnlijk voor een groep mensen?",
            },
            {
                "title": "Wanneer komen de steigers?",
                "subject": "De planning van de werkzaamheden",
                "about": "De aannemer laat de nieuwe planning zien.",
            },
            {
                "title": "Wat is er met ons advies gedaan?",
                "level": "know",
                "about": "Wij lopen alle adviezen samen langs.",
            },
        ),
    },
)

ADVICES: tuple[dict[str, Any], ...] = (
    {
        "title": "De folder over de huisbezoeken",
        "subject": "Brieven, folder en nieuwsbrief",
        "meeting": 0,
        "state": "carried_out",
        "answer": "full",
        "steps": (
            {"kind": "asked", "days": -431, "text": "Is de folder duidelijk? Voor wie niet?"},
            {
                "kind": "given",
                "days": -400,
                "noted": True,
                "text": "Te lang en te veel moeilijke woorden. Zet er een "
                "foto bij van wie er komt. Zeg ook dat meedoen niet hoeft.",
            },
            {
                "kind": "answered",
                "days": -390,
                "answer": "full",
                "deed": "De folder wordt één bladzijde, met een foto. Bovenaan staat dat meedoen vrij is.",
                "deed_days": -320,
            },
            {
                "kind": "carried_out",
                "days": -285,
                "text": "De nieuwe folder is in alle bussen gedaan, samen met de brief.",
            },
        ),
    },
    {
        "title": "Stilte op vrijdagmiddag",
        "subject": "De planning van de werkzaamheden",
        "state": "answered",
        "answer": "not",
        "steps": (
            {
                "kind": "given",
                "days": -70,
                "seat": "spreekt thuis een andere taal",
                "text": "Op vrijdagmiddag zijn veel mensen thuis of gaan zij "
                "naar het gebed. Kan het boren dan stil liggen?",
            },
            {
                "kind": "answered",
                "days": -58,
                "answer": "not",
                "text": "Elke week een halve dag stoppen maakt het werk zes "
                "weken langer. Dan zit u ook zes weken langer in het stof. Dat vinden wij voor"
                " iedereen slechter.",
                "deed": "De aannemer boort op vrijdag na 13.00 uur niet in de woningen, alleen buiten.",
                "deed_days": -50,
            },
            {
                "kind": "addition",
                "days": -3,
                "seat": SEAT_WITH_ACCOUNT,
                "text": "Het gaat ons vooral om de vastenmaand. Kan het dan ook buiten stil zijn?",
            },
        ),
    },
    {
        "title": "Een plek voor de materialen",
        "subject": "Waar de materialen komen te staan",
        "meeting": 1,
        "state": "answered",
        "answer": "partly",
        "steps": (
            {"kind": "asked", "days": -320, "text": "Waar kunnen de materialen het best staan?"},
            {
                "kind": "given",
                "days": -312,
                "text": "Niet op het speelveld. Bij de garages is ruimte, en daar loopt bijna niemand.",
            },
            {
                "kind": "answered",
                "days": -298,
                "answer": "partly",
                "text": "Bij de garages past maar de helft. De rest zou anders op de stoep komen.",
                "deed": "De grote spullen staan bij de garages. Op de hoek van "
                "het speelveld komt een klein hek, alleen in de maand dat het dak eraf gaat.",
                "deed_days": -84,
            },
            {
                "kind": "remark",
                "days": -6,
                "seat": SEAT_WITH_ACCOUNT,
                "text": "Het hek staat er al sinds het begin van het werk, en het is "
                "groter dan afgesproken. Kinderen spelen op straat.",
            },
        ),
    },
    {
        "title": "Buren die elkaar helpen met inpakken",
        "subject": "Activiteiten in de buurt",
        "state": "given",
        "steps": (
            {
                "kind": "given",
                "days": -27,
                "seat": "woont hier langer dan twintig jaar",
                "changed": -25,
                "text": "Veel mensen zien op tegen het inpakken. Maak een "
                "lijst van buren die een uurtje willen helpen, en spreek af wie belt.",
            },
        ),
    },
    {
        "title": "Klopt de praatplaat?",
        "subject": "De praatplaat",
        "meeting": 3,
        "due": 18,
        "state": "asked",
        "steps": (
            {
                "kind": "asked",
                "days": -4,
                "text": "Herkent u uw buurt in de praatplaat? Wat mist er? "
                "Welke zin moet anders, omdat hij een groep mensen pijn doet?",
            },
        ),
    },
)
