"""What asks for care though the approach may fit, and what would help.

The sources are those of `questions`. What pleads against stands in `rules`.
"""

from django.utils.translation import gettext_lazy as _

from projects.orientation.conditions import (
    MOST_HOMES,
    any_unknown,
    both,
    contradiction,
    is_one,
    lacks,
    more_homes,
    nope,
    only_restructuring,
    works,
)
from projects.orientation.types import Effect, Rule

NO_CORE = both(lacks("housing"), lacks("welfare"))


WARNINGS = (
    Rule(
        "started",
        Effect.WARNING,
        both(works, is_one("time", "started", "short")),
        _("Er is bijna geen tijd om je voor te bereiden"),
        _(
            "Zonder afspraken, training en doorverwijsroutes bel je niet aan. Als het werk al loopt,"
            " praten bewoners over stof en lawaai, niet over samenleven."
        ),
        "[H] phase 1 as a whole; bound of three months is our own",
        (
            _("Begin met de blokken waar het werk het laatst komt."),
            _("Vraag de aannemer of de eerste opnames kunnen schuiven."),
            _("Regel eerst alleen wat echt moet: routes, privacy, een geoefend duo."),
        ),
    ),
    Rule(
        "quarter",
        Effect.WARNING,
        both(works, is_one("time", "quarter")),
        _("Drie tot zes maanden is krap"),
        _(
            "Het kan, als partners al ja hebben gezegd. Moeten zij nog beslissen, dan haal je het eerste"
            " bezoek niet."
        ),
        "[H] bijlage 2; the bound is our own",
        (
            _("Zet de stappen nu op een tijdlijn, naast het werk per blok."),
            _("Plan de training en de afspraken met het wijkteam als eerste in."),
        ),
    ),
    Rule(
        "no_hours_during",
        Effect.WARNING,
        both(is_one("during", "none"), nope(is_one("after", "none"))),
        _("Tijdens de werkzaamheden zijn er geen extra uren"),
        _(
            "De gesprekken komen dan boven op het gewone werk. Registreren en afspraken nakomen schieten"
            " er bij in."
        ),
        "[H] Partnerschapsvorming",
        (
            _("Haal een deel van de uren van later naar voren."),
            _("Laat de woonconsulent meer gesprekken voeren, en spreid de bezoeken over meer weken."),
        ),
    ),
    Rule(
        "hours_not_decided",
        Effect.WARNING,
        lambda answers: any(answers.get(key) in ("asked", "unknown") for key in ("during", "after")),
        _("De uren voor opbouwwerk zijn nog niet zeker"),
        _(
            "Wie begint voordat de uren zijn toegezegd, kan halverwege stoppen. Bewoners merken dat als"
            " eersten."
        ),
        "[H] Partnerschapsvorming",
        (
            _("Zet het aantal uren en de einddatum in de overeenkomst tussen corporatie en welzijn."),
            _("Spreek een datum af waarop het besluit er moet zijn, en bel tot die dag nergens aan."),
        ),
    ),
    Rule(
        "half_restructuring",
        Effect.WARNING,
        both(is_one("share", "half"), nope(only_restructuring)),
        _("Ongeveer de helft van de mensen moet weg"),
        _("Blijvers en vertrekkers zitten in een heel andere situatie, soms in hetzelfde portiek."),
        "[H] Past deze aanpak",
        (
            _("Voer met beide groepen een ander gesprek, en zeg bij de deur eerlijk waar het over gaat."),
            _("Richt het verbinden op wie blijft en op wie terugkomt."),
        ),
    ),
    Rule(
        "share_unknown",
        Effect.WARNING,
        is_one("share", "unknown"),
        _("Het is nog niet duidelijk wat er met elke woning gebeurt"),
        _("In een van de proefbuurten gaf dat veel onrust: bewoners wilden bij de deur maar één ding weten."),
        "[H] phase 2, Lankforst",
        (
            _("Stel de huisbezoeken uit tot elke bewoner weet wat er met de eigen woning gebeurt."),
            _("Kan dat niet, spreek dan af wie welke vraag beantwoordt en wanneer er meer bekend is."),
        ),
    ),
    Rule(
        "contradiction",
        Effect.WARNING,
        contradiction,
        _("Twee antwoorden spreken elkaar tegen"),
        _("De aanleiding past niet bij wat er staat over sloop of over het begin van het werk."),
        "none: a check on the answers",
        (_("Loop de eerste en de laatste stap nog eens na."),),
    ),
    Rule(
        "too_large",
        Effect.WARNING,
        more_homes(MOST_HOMES),
        _("Het is groter dan waar de aanpak is beproefd"),
        _(
            "De grootste proefbuurt telde bijna vijfhonderd huurwoningen, en daar was het team al jaren"
            " mee bezig."
        ),
        "[H] Past deze aanpak: 499 homes",
        (
            _("Verdeel de buurt in delen die bewoners zelf ook zo noemen, en begin met één."),
            _("Reken vooraf uit hoeveel gesprekken per week het team aankan."),
        ),
    ),
    Rule(
        "damaged",
        Effect.WARNING,
        is_one("contact", "damaged"),
        _("Het vertrouwen is beschadigd"),
        _("Een gesprek over geluk en buren valt verkeerd als er nog een oude klacht ligt."),
        "[H] Oriëntatie, communicatie; the order is our own advice",
        (
            _("Los eerst op wat er ligt, zichtbaar, en zeg wat niet kan."),
            _("Vraag bewoners die boos zijn als eersten om mee te denken."),
            _("Laat iemand beginnen die de buurt wel vertrouwt, vaak de opbouwwerker."),
        ),
    ),
    Rule(
        "little_contact",
        Effect.WARNING,
        is_one("contact", "little", "unknown"),
        _("Jullie kennen de bewoners nog weinig"),
        _("Dan weet je ook niet wie je mist, en welke groepen een andere ingang nodig hebben."),
        "[H] Bewonersparticipatie: sleutelfiguren en ervaringsdeskundigen",
        (
            _("Wees een paar maanden zichtbaar: een inloop, een rondje door de straten."),
            _("Zoek sleutelfiguren, ook voor wie geen Nederlands spreekt."),
        ),
    ),
    Rule(
        "no_contractor",
        Effect.WARNING,
        both(works, lacks("contractor"), nope(NO_CORE)),
        _("De aannemer doet nog niet mee"),
        _(
            "De opname van de woning is de ingang voor het gesprek. Een uitvoerder die dat niet weet,"
            " belt alleen aan."
        ),
        "[H] Het belang van de aannemer",
        (
            _("Noem de aanpak in de uitvraag, en kies een aannemer met oog voor bewoners."),
            _("Vraag om een sociaal medewerker die in het projectteam komt."),
        ),
    ),
    Rule(
        "no_welfare",
        Effect.WARNING,
        both(lacks("welfare"), nope(NO_CORE)),
        _("De welzijnsorganisatie doet nog niet mee"),
        _("Zonder opbouwwerker is er niemand die na de gesprekken mensen aan elkaar verbindt."),
        "[H] Partnerschapsvorming, fase 4",
        (_("Maak samen een overeenkomst: wie doet wat, hoeveel uur, tot wanneer."),),
    ),
    Rule(
        "no_housing",
        Effect.WARNING,
        both(lacks("housing"), nope(NO_CORE)),
        _("De woningcorporatie doet nog niet mee"),
        _("Zij kent de adressen, het werk en de huurders. Zonder haar heb je geen reden en geen toegang."),
        "[H] Oriëntatie: het initiatief ligt waarschijnlijk bij de woningcorporatie",
        (_("Zoek de wijkregisseur of woonconsulent op die deze buurt het best kent."),),
    ),
    Rule(
        "no_leader",
        Effect.WARNING,
        is_one("lead", "nobody"),
        _("Niemand leidt het"),
        _("Drie organisaties zonder één die het team bij elkaar houdt, gaan ieder hun eigen gang."),
        "[H] Samenstelling projectteam",
        (_("Wijs iemand aan van corporatie of welzijn, met uren, voordat het eerste overleg begint."),),
    ),
    Rule(
        "leader_without_hours",
        Effect.WARNING,
        is_one("lead", "named"),
        _("Wie het leidt, heeft er nog geen uren voor"),
        _("Dit werk schuift naar achteren zodra het ergens anders druk is."),
        "[H] Samenstelling projectteam",
        (_("Spreek met de leidinggevende af welk werk iemand anders overneemt."),),
    ),
    Rule(
        "unknown",
        Effect.WARNING,
        any_unknown,
        _("Nog niet alles is bekend"),
        _(
            "Bij een of meer vragen staat dat jullie het nog niet weten. Dat mag, als je weet wie het"
            " uitzoekt."
        ),
        "none: a check on the answers",
        (_("Schrijf op wie het uitzoekt en wanneer jullie de keuze dan nog eens bekijken."),),
    ),
)
