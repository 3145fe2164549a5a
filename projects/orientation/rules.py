"""Where the method advises against the approach, or for parts of it only, and what would help.

The sources are those of `questions`. What asks for care but fits stands in `cautions`.
"""

from django.utils.translation import gettext_lazy as _

from projects.orientation.conditions import (
    FEWEST_HOMES,
    both,
    fewer_homes,
    has,
    is_one,
    lacks,
    nope,
    only_restructuring,
    only_social,
    works,
)
from projects.orientation.types import Effect, Rule

NO_QUESTION = has("social", "none")

AGAINST = (
    Rule(
        "only_restructuring",
        Effect.AGAINST,
        only_restructuring,
        _("Het gaat alleen om herstructurering"),
        _(
            "Bewoners gaan weg, voor een tijd of voorgoed, en een groot deel komt waarschijnlijk niet"
            " terug. Nieuwe banden tussen buren houden dan geen stand. De aanpak past hier minder goed."
        ),
        "[H] Past deze aanpak",
        (
            _("Kies alleen het deel van de buurt waar mensen blijven wonen."),
            _("Gebruik onderdelen: een open gesprek helpt ook bij uitverhuizen en bij nieuwe buren."),
            _("Begin de aanpak opnieuw met wie er straks woont."),
        ),
    ),
    Rule(
        "no_hours_at_all",
        Effect.AGAINST,
        both(is_one("during", "none"), is_one("after", "none")),
        _("Er zijn geen uren voor opbouwwerk, ook later niet"),
        _(
            "Jullie zouden verhalen ophalen waar niemand iets mee kan doen. Dat schaadt het vertrouwen"
            " van bewoners meer dan niet vragen."
        ),
        "[H] Partnerschapsvorming; [A] aanbevelingen",
        (
            _("Leg corporatie en gemeente samen de vraag om uren voor, voordat jullie kiezen."),
            _("Wacht met de huisbezoeken tot de uren er zijn."),
        ),
    ),
    Rule(
        "nothing_asked",
        Effect.AGAINST,
        both(only_social, NO_QUESTION),
        _("Er is geen werk en geen sociale vraag"),
        _("Er is nu geen reden om bij iedereen aan te bellen. Bewoners zullen vragen waarom je komt."),
        "[H] Past deze aanpak",
        (_("Praat eerst met enkele bewoners en sleutelfiguren: misschien speelt er meer dan jullie weten."),),
    ),
    Rule(
        "no_core",
        Effect.AGAINST,
        both(lacks("housing"), lacks("welfare")),
        _("Corporatie en welzijn doen nog niet mee"),
        _("Zonder die twee is er niemand die de gesprekken voert en niemand die er iets mee doet."),
        "[H] Partnerschapsvorming",
        (_("Zoek eerst één bestuurder die het wil dragen, en ga samen naar de tweede organisatie."),),
    ),
)
PARTS = (
    Rule(
        "mostly_restructuring",
        Effect.PARTS,
        both(is_one("share", "most"), nope(only_restructuring)),
        _("De meeste mensen moeten hun woning uit"),
        _("Voor wie weggaat, heeft verbinden in deze buurt weinig zin. Voor wie blijft of terugkomt wel."),
        "[H] Past deze aanpak",
        (
            _("Gebruik de hele aanpak voor de blokken waar mensen blijven."),
            _("Geef wie weggaat een gesprek over de verhuizing, met iemand die helpt."),
        ),
    ),
    Rule(
        "no_hours_after",
        Effect.PARTS,
        both(is_one("after", "none"), nope(is_one("during", "none"))),
        _("Na de werkzaamheden zijn er geen uren voor opbouwwerk"),
        _(
            "Het verbinden begint pas goed als de steigers weg zijn. Zonder uren daarna zakt weg wat is"
            " opgebouwd, en horen bewoners niets meer."
        ),
        "[H] Partnerschapsvorming, fase 4 en borging; [A] aanbevelingen",
        (
            _("Vraag corporatie en gemeente samen om uren voor ten minste het eerste jaar na oplevering."),
            _(
                "Spreek nu af wie van het gewone opbouwwerk het overneemt, en laat die persoon vroeg"
                " meelopen."
            ),
            _("Lukt dat niet: beloof bewoners niet meer dan jullie kunnen doen, en kies onderdelen."),
        ),
    ),
    Rule(
        "only_social",
        Effect.PARTS,
        both(only_social, nope(NO_QUESTION)),
        _("Er is geen werk aan de woningen"),
        _(
            "De aanpak leunt op het werk aan de woning als reden om langs te komen. Zonder dat kost het"
            " veel meer moeite om bij iedereen binnen te komen. Onderdelen zijn wel goed bruikbaar."
        ),
        "[H] Past deze aanpak",
        (
            _("Kies onderdelen die zonder huisbezoek kunnen, zoals gesprekskaarten bij een inloop."),
            _("Zoek een andere gewone reden om aan te bellen, samen met de corporatie."),
        ),
    ),
    Rule(
        "no_social",
        Effect.PARTS,
        both(works, NO_QUESTION),
        _("Er is geen sociale vraag bekend"),
        _("De hele aanpak is dan zwaarder dan nodig. Of jullie weten nog niet wat er speelt."),
        "[H] Past deze aanpak",
        (
            _("Houd eerst een korte peiling onder bewoners: wat gaat goed, wat knelt?"),
            _("Vraag huismeester, huisarts en school wat zij zien."),
        ),
    ),
    Rule(
        "too_small",
        Effect.PARTS,
        fewer_homes(FEWEST_HOMES),
        _("Het zijn weinig woningen"),
        _(
            "Met minder dan vijftig woningen zijn er te weinig gesprekken voor cijfers waarin niemand te"
            " herkennen is. Een beeld van de buurt blijft dan bij één getal voor iedereen, of blijft uit."
        ),
        "[P] P9 and P10, own bound",
        (
            _("Neem de straten ernaast mee, ook als daar later gewerkt wordt."),
            _("Kies onderdelen: gesprekken en directe acties kunnen ook zonder cijfers."),
        ),
    ),
)
