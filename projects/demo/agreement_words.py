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
        "naam en bereikbaarheid van de functionaris": (
            "Thijs Bovenleiding, bereikbaar via de balie van Woonstichting De Wissel"
        ),
        "hostingpartij": "het rekencentrum van Woonstichting De Wissel",
        "datum van de verwerkersovereenkomst": "{2025-10-01}",
        "datum van de DPIA": "{2025-10-01}",
        "wie de DPIA vaststelde": "de functionaris gegevensbescherming van Woonstichting De Wissel",
        "meldpunt datalekken": "het meldpunt datalekken van je eigen organisatie",
        "maand en jaar van de volgende keer": "{2027-03-15 F Y}",
    },
    "communication": {
        "vaste contactpersoon": FORMS_HELP,
        "talen": "Nederlands, Turks, Arabisch, Pools en Tigrinya",
        "telefoonnummer en tijden": "0900-0000870, op werkdagen van 9 tot 17 uur",
        "dag, tijd en plek van het overleg": "Elke maandag om 9.00 uur in de modelwoning.",
        "wie de pers te woord staat": (
            "de projectleider, na overleg met de wethouder en de bewonersprojectgroep"
        ),
    },
    "vision": {
        "vaste contactpersoon": FORMS_HELP,
        "twee of drie zinnen over krachten en zorgen, met waar je dat op baseert": (
            "mensen wonen hier lang en helpen elkaar met boodschappen en klusjes, zeggen de opbouwwerker "
            "en de huurdersvereniging. Tegelijk kennen nieuwe bewoners hun buren nauwelijks en komen "
            "geldzorgen vaak laat aan het licht."
        ),
        "wat jullie hier zelf aan toevoegen": "Het speelveld is weer van iedereen, ook ’s avonds.",
        "wie blijft, hoeveel uur en wie dat betaalt": (
            "een opbouwwerker, één jaar lang acht uur per week. Corporatie en gemeente betalen dat samen."
        ),
        "wat je over een jaar kunt zien of horen": (
            "zes van de tien huishoudens hun verhaal deden, en bewoners zelf drie ideeën uitvoeren"
        ),
    },
    "roles": {
        "vaste contactpersoon": FORMS_HELP,
        "welke rol de afspraak maakt": "de woonconsulent, samen met de sociaal medewerker van de aannemer",
        "hoeveel, en welke groepen er nog missen": "acht; jongeren en mantelzorgers missen nog",
        "om de hoeveel": "zes",
        "wie vervangt wie": (
            "de opbouwwerker neemt waar voor de projectleider, en de woonconsulenten vervangen elkaar."
        ),
        "uren per week per rol, ook na de werkzaamheden": (
            "Projectleider 20 uur, woonconsulenten elk 12 uur, opbouwwerker 16 uur. Na de werkzaamheden "
            "blijft een jaar lang 8 uur opbouwwerk."
        ),
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


# What the concept of a second division of roles leaves open, so that one sees what a gap looks like.
SECOND_ROLES = {
    "Eens per zes weken:": "Eens per vier weken:",
    "de opbouwwerker neemt waar voor de projectleider, en de woonconsulenten vervangen elkaar.": (
        "[nog invullen: wie neemt waar voor de projectleider] De woonconsulenten vervangen elkaar."
    ),
}


@dataclass(frozen=True)
class Moment:
    """One moment of the calendar. on: a day of the story, days from today, or GROUP: its evening.

    email: of the member who does it.
    """

    on: str | int
    audience: str
    channel: str
    message: str
    email: str = ""
    function: str = ""
    done: bool = False
    origin: str = ""


GROUP = "bewonersprojectgroep"
MOMENTS = (
    Moment(
        "2026-01-19", HOMES, "brief met folder",
        "Groot onderhoud in de Spoorbuurt: wat er komt, wanneer ongeveer en bij wie u terechtkunt.",
        LEADER, done=True, origin="announcement",
    ),
    Moment(
        "2026-01-08", GROUP, "bijeenkomst in De Wachtkamer",
        "Meelezen met de uitnodigingsbrief: is dit duidelijk, wat mist er?", OFFICER, done=True,
        origin="resident-group",
    ),
    Moment(
        "2026-01-28", HOMES, "bijeenkomst in de modelwoning",
        "Uitleg over werkzaamheden en gesprekken, met koffie en twee tolken.", LEADER, done=True,
        origin="information",
    ),
    Moment(
        "2026-02-04", "bewoners die weinig of anders lezen", "langsgaan met een sleutelfiguur",
        "Hetzelfde als in de brief, in de eigen taal en zonder papier.", WORKER, done=True,
        origin="key-figures",
    ),
    Moment(
        "2026-02-11", HOMES, "brief met privacyfolder",
        "Uitnodiging voor een gesprek: waar het over gaat en dat het vrijwillig is.", OFFICER, done=True,
        origin="invitation",
    ),
    Moment(
        "2026-02-23", HOMES, "deurhanger", "Volgende week komen we langs. Liever een ander moment? Bel ons.",
        OFFICER, done=True, origin="door-hanger",
    ),
    Moment(
        "2026-08-10", "bewoners van blok Noord", "brief en bezoek",
        "Over drie weken begint het werk bij u. Dit verandert er, en zo helpen we met inpakken.", SOCIAL,
        done=True,
    ),
    Moment(
        "2026-09-17", HOMES, "nieuwsbrief",
        "Hoeveel mensen we spraken, wat opvalt, en dat de lampen bij het fietspad zijn gemaakt.",
        WORKER, done=True, origin="newsletter",
    ),
    Moment(
        "2026-11-16", "bewoners van blok Zuid", "brief en bezoek",
        "Over drie weken begint het werk bij u. Dit verandert er, en zo helpen we met inpakken.", SOCIAL,
        done=True, origin="works",
    ),
    Moment(
        "2026-11-16", "wie in Zuid niet thuis was", "kaartje in de bus",
        "Volgende week komen we graag nog eens langs. Liever niet, of een ander moment? Bel ons.", OFFICER,
        done=True,
    ),
    Moment(
        -4, "jongeren", "appgroep en speelveld",
        "Kom zaterdag meedenken over het speelveld. Er is patat.", WORKER,
    ),
    Moment(
        2, "lezers van het huurdersblad", "artikel", "Wat buren ons vertelden, in vijf zinnen.",
        function="redactie van Het Signaal",
    ),
    Moment(
        "2026-11-30", "bewoners van blok Zuid", "deurhanger",
        "Volgende week begint het werk bij u. Wilt u hulp bij het inpakken? Bel of kom langs.", SOCIAL,
    ),
    Moment(
        GROUP, GROUP, "bijeenkomst in De Wachtkamer",
        "De praatplaat in concept: klopt het beeld, en staat er niets in dat pijn doet?", LEADER,
    ),
    Moment(
        24, "partners en collega’s", "mail", "Maandbericht: wat is er gedaan en wat komt eraan.", LEADER,
    ),
    Moment(
        "2026-12-28", "bewoners van blok Midden", "brief en bezoek",
        "Over drie weken begint het werk bij u. Dit verandert er, en zo helpen we met inpakken.", SOCIAL,
    ),
    Moment(
        "2027-01-07", HOMES, "bijeenkomst met de praatplaat",
        "Dit vertelde de buurt. Wat pakken we samen op?", LEADER, origin="picture",
    ),
    Moment(
        "2027-05-18", HOMES, "nieuwsbrief in vijf talen",
        "Het plan van de buurt: wie doet mee en waar begint het?", WORKER,
    ),
    Moment(
        "2027-06-12", HOMES, "buurtfeest", "Wat er is gebeurd met wat de buurt vertelde, en wie er blijft.",
    ),
)  # fmt: skip
