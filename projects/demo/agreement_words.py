"""What the demo fills in where a template leaves a gap, and the moments of its calendar. All invented."""

from dataclasses import dataclass

LEADER, OFFICER = "projectleider@voorbeeld.example", "woonconsulent@voorbeeld.example"
WORKER, SOCIAL = "opbouwwerker@voorbeeld.example", "sociaal@voorbeeld.example"
HOMES = "alle huishoudens"
FORMS_HELP = "de coördinator, op vrijdagochtend in De Wachtkamer"

FILLED: dict[str, dict[str, str]] = {
    "privacy": {
        "vaste contactpersoon": FORMS_HELP,
        "de grondslag die jullie functionaris gegevensbescherming heeft gekozen": (
            "een gerechtvaardigd belang van Woonstichting De Wissel: wie verhuurt en verbouwt, moet kunnen "
            "overleggen wanneer dat past. De afweging staat in het register van verwerkingen."
        ),
        "naam en bereikbaarheid": "Thijs Bovenleiding, bereikbaar via de balie van Woonstichting De Wissel",
        "hostingpartij": "het rekencentrum van Woonstichting De Wissel",
        "datum": "1 oktober 2025",
        "wie": "de functionaris gegevensbescherming van Woonstichting De Wissel",
        "meldpunt datalekken": "het meldpunt datalekken van je eigen organisatie",
        "maand en jaar": "maart 2027",
    },
    "communication": {
        "vaste contactpersoon": FORMS_HELP,
        "talen": "Nederlands, Turks, Arabisch, Pools en Tigrinya",
        "telefoonnummer en tijden": "0900-0000 101, op werkdagen van 9 tot 17 uur",
        "dag, tijd en plek": "Elke dinsdag om 9.00 uur in de modelwoning.",
        "wie": "de projectleider, na overleg met de wethouder en de bewonersprojectgroep",
    },
    "vision": {
        "vaste contactpersoon": FORMS_HELP,
        "twee of drie zinnen over krachten en zorgen, met waar je dat op baseert": (
            "mensen wonen hier lang en helpen elkaar met boodschappen en klusjes, zeggen de opbouwwerker "
            "en de huurdersvereniging. Tegelijk kennen nieuwe bewoners hun buren nauwelijks en komen "
            "geldzorgen vaak laat aan het licht."
        ),
        "wat jullie hier zelf aan toevoegen": "Het speelveld is weer van iedereen, ook ’s avonds.",
        "waarover bewoners meebeslissen": "de kleur van de voordeuren en de inrichting van het speelveld",
        "waarover bewoners meedenken": "de volgorde van de blokken en de activiteiten in de buurt",
        "wat al vaststaat": "de zonnepanelen, de planning per blok en de huur na het werk",
        "wie blijft, hoeveel uur en wie dat betaalt": (
            "een opbouwwerker, één jaar lang acht uur per week. Corporatie en gemeente betalen dat samen."
        ),
        "wat je over een jaar kunt zien of horen": (
            "zes van de tien huishoudens hun verhaal deden, en bewoners zelf drie ideeën uitvoeren"
        ),
    },
    "roles": {
        "rol": "de woonconsulent, samen met de sociaal medewerker van de aannemer",
        "hoeveel, en welke groepen er nog missen": "acht; jongeren en nieuwe bewoners missen nog",
    },
}

# What the second privacy plan says otherwise than the first.
SECOND_PRIVACY = {
    "Iedereen heeft een eigen account. Wie er werkt, logt in met een tweede controle. "
    "Wie stopt, raakt de toegang dezelfde dag kwijt.": (
        "Iedereen heeft een eigen account en deelt het met niemand. Wie er werkt, logt in met een tweede "
        "controle. Wie stopt, raakt de toegang dezelfde dag kwijt; de projectleider vinkt dat af."
    ),
    "Raak je een telefoon kwijt, stuur je iets naar de verkeerde, of denk je dat iemand meekijkt? "
    "Meld het meteen, ook bij twijfel,": (
        "Raak je een telefoon kwijt, stuur je iets naar de verkeerde, of denk je dat iemand meekijkt? "
        "Meld het binnen een uur, ook bij twijfel en ook in het weekend,"
    ),
    "- We praten in de gang, in de keet en in de auto niet over wie wat vertelde.": (
        "- We praten in de gang, in de keet en in de auto niet over wie wat vertelde.\n"
        "- De gemeente en het wijkteam krijgen alleen gepubliceerde cijfers, nooit een tussenstand."
    ),
    "Eens per halfjaar kijken we of dit plan nog klopt.": "Eens per jaar kijken we of dit plan nog klopt.",
}


@dataclass(frozen=True)
class Moment:
    """One moment of the calendar. days: from the day the demo is loaded; email: of the member who does it."""

    days: int
    audience: str
    channel: str
    message: str
    email: str = ""
    function: str = ""
    done: bool = False
    origin: str = ""


MOMENTS = (
    Moment(
        -240, HOMES, "brief met folder",
        "Groot onderhoud in de Spoorbuurt: wat er komt, wanneer ongeveer en bij wie je terechtkunt.",
        LEADER, done=True, origin="announcement",
    ),
    Moment(
        -226, "bewonersprojectgroep", "bijeenkomst in De Wachtkamer",
        "Meelezen met de uitnodigingsbrief: is dit duidelijk, wat mist er?", OFFICER, done=True,
        origin="resident-group",
    ),
    Moment(
        -212, HOMES, "bijeenkomst in de modelwoning",
        "Uitleg over werkzaamheden en gesprekken, met koffie en twee tolken.", LEADER, done=True,
        origin="information",
    ),
    Moment(
        -205, "bewoners die weinig of anders lezen", "langsgaan met een sleutelfiguur",
        "Hetzelfde als in de brief, in de eigen taal en zonder papier.", WORKER, done=True,
        origin="key-figures",
    ),
    Moment(
        -198, HOMES, "brief met privacyfolder",
        "Uitnodiging voor een gesprek: waar het over gaat en dat het vrijwillig is.", OFFICER, done=True,
        origin="invitation",
    ),
    Moment(
        -190, HOMES, "deurhanger", "Volgende week komen we langs. Liever een ander moment? Bel ons.",
        OFFICER, done=True, origin="door-hanger",
    ),
    Moment(
        -96, HOMES, "nieuwsbrief",
        "Hoeveel mensen we spraken, wat opvalt, en dat de lampen bij het fietspad zijn gemaakt.",
        WORKER, done=True, origin="newsletter",
    ),
    Moment(
        -4, "jongeren", "appgroep en speelveld",
        "Kom zaterdag meedenken over het speelveld. Er is patat.", WORKER,
    ),
    Moment(
        2, "bewonersprojectgroep", "bijeenkomst in De Wachtkamer",
        "De praatplaat in concept: klopt het beeld, en staat er niets in dat pijn doet?", LEADER,
    ),
    Moment(
        5, "bewoners van blok Noord", "brief en bezoek",
        "Over drie weken begint het werk bij u. Dit verandert er, en zo helpen we met inpakken.", SOCIAL,
        origin="works",
    ),
    Moment(
        6, "lezers van het huurdersblad", "artikel", "Wat buren ons vertelden, in vijf zinnen.",
        function="redactie van Het Signaal",
    ),
    Moment(
        16, HOMES, "bijeenkomst met de praatplaat", "Dit vertelden jullie. Wat pakken we samen op?", LEADER,
        origin="picture",
    ),
    Moment(
        24, "partners en collega’s", "mail", "Maandbericht: wat is er gedaan en wat komt eraan.", LEADER,
    ),
    Moment(
        41, "bewoners van blok Midden", "brief en bezoek", "Over drie weken begint het werk bij u.", SOCIAL,
    ),
    Moment(
        58, HOMES, "nieuwsbrief in vijf talen", "Het plan van de buurt: wie doet mee en waar begint het?",
        WORKER,
    ),
    Moment(
        150, HOMES, "buurtfeest", "Wat er is gebeurd met wat jullie vertelden, en wie er blijft.",
    ),
)  # fmt: skip
