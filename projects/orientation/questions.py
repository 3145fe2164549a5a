"""What is asked before a team chooses the approach, in the order in which it is asked.

Sources: [H] the handreiking Meer dan Steen Alleen (HAN, 2023), phase 1, "Past deze aanpak?", "Oriëntatie",
"Partnerschapsvorming", "Samenstelling projectteam"; [A] the article "Een huis is meer dan steen alleen";
[P] our own privacy rules. A choice that was made keeps its own copy of all this (`record`), so what stands
here may change.
"""

from django.utils.translation import gettext_lazy as _

from projects.orientation.types import Kind, Option, Question, Step

UNKNOWN = Option("unknown", _("Dat weten we nog niet"), alone=True)

OCCASION = Question(
    key="occasion",
    label=_("Wat brengt jullie in deze buurt?"),
    why=_(
        "Bij groot onderhoud of verduurzaming komt er toch al iemand bij iedere voordeur. Een gesprek"
        " over wonen en samenleven sluit daarop aan en kost dan weinig extra. Zonder werk aan de woningen"
        " moet je zelf een reden maken om aan te bellen."
    ),
    reason=_("Waarom deze buurt, en waarom nu?"),
    help_text=_("Kies alles wat speelt."),
    kind=Kind.SEVERAL,
    source=(
        "[H] Past deze aanpak: onderhoud en verduurzaming passen, met alleen een sociale aanleiding"
        " onderdelen"
    ),
    options=(
        Option("maintenance", _("Groot onderhoud")),
        Option("sustainability", _("Verduurzaming")),
        Option("restructuring", _("Herstructurering: slopen, samenvoegen of nieuw bouwen")),
        Option("social", _("Alleen een sociale aanleiding, geen werk aan de woningen"), alone=True),
    ),
)
SHARE = Question(
    key="share",
    label=_("Welk deel van de woningen wordt gesloopt of zo verbouwd dat mensen weg moeten?"),
    why=_(
        "Wie verhuist, komt vaak niet terug. Wat je dan opbouwt tussen buren, verhuist mee. Hoe groter"
        " dit deel, hoe minder er van het verbinden overblijft."
    ),
    reason=_("Wat weten bewoners hier nu van?"),
    source=(
        "[H] Past deze aanpak: minder geschikt bij uitsluitend herstructurering; Lankforst: onrust door"
        " onduidelijkheid"
    ),
    options=(
        Option("none", _("Geen: iedereen kan blijven of komt terug in de eigen woning")),
        Option("some", _("Een kwart of minder")),
        Option("half", _("Ongeveer de helft")),
        Option("most", _("Het grootste deel")),
        Option("all", _("Alles")),
        UNKNOWN,
    ),
)
HOMES = Question(
    key="homes",
    label=_("Om hoeveel woningen gaat het?"),
    why=_(
        "In een heel kleine buurt zijn er te weinig gesprekken om iets over de buurt te zeggen zonder"
        " iemand te verraden. In een heel grote is het team zo lang bezig dat het eerste gesprek al oud"
        " is bij het laatste."
    ),
    reason=_("Waar loopt de grens van de buurt, en waarom daar?"),
    help_text=_("Een schatting is goed. Tel alleen woningen waar je langsgaat."),
    kind=Kind.NUMBER,
    source="[H] Spoorbuurt 499 homes, Lankforst 104 maisonettes; [P] groups of ten and more (P2, P9, P10)",
)
SOCIAL = Question(
    key="social",
    label=_("Welke sociale vragen spelen er in de buurt?"),
    why=_(
        "De aanpak is er voor buurten waar naast de stenen ook iets tussen mensen aandacht vraagt. Speelt"
        " er niets, dan vraag je bewoners veel voor weinig."
    ),
    reason=_("Waar merk je dat aan, en van wie weet je het?"),
    help_text=_("Kies alles wat je herkent."),
    kind=Kind.SEVERAL,
    source=(
        "[H] Past deze aanpak: ingrijpend renoveren met sociale vraagstukken; [A] zorgen, weinig contact,"
        " onveiligheid"
    ),
    options=(
        Option("alone", _("Mensen kennen elkaar weinig of zijn alleen")),
        Option("unsafe", _("Mensen voelen zich onveilig")),
        Option("frail", _("Bewoners worden ouder of kwetsbaarder")),
        Option("excluded", _("Groepen staan tegenover elkaar of tellen niet mee")),
        Option("money", _("Zorgen over geld, werk of gezondheid")),
        Option("place", _("Rommel, overlast of een verwaarloosde buitenruimte")),
        Option("strength", _("Er is juist veel wat bewoners samen willen doen")),
        Option("none", _("Geen, voor zover wij weten"), alone=True),
        UNKNOWN,
    ),
)
CONTACT = Question(
    key="contact",
    label=_("Hoe is het contact met bewoners nu?"),
    why=_(
        "Een gesprek achter de voordeur vraagt vertrouwen. Is dat er, dan kun je beginnen. Is het stuk,"
        " dan hoort het herstel daarvan vóór de eerste bel."
    ),
    reason=_("Wie kent de buurt, en wat weten jullie al uit eerdere gesprekken of een peiling?"),
    source=(
        "[H] Oriëntatie: peiling en meedenkende bewoners voor het besluit; woonconsulent al bekend in de"
        " buurt"
    ),
    options=(
        Option("good", _("Goed: er zijn vaste gezichten en bewoners denken mee")),
        Option("some", _("Wisselend: een deel van de bewoners kent ons")),
        Option("little", _("Weinig: we kennen de bewoners nauwelijks")),
        Option("damaged", _("Beschadigd: er is boosheid of wantrouwen")),
        UNKNOWN,
    ),
)
_HOURS = (
    Option("agreed", _("Ja, toegezegd en betaald")),
    Option("asked", _("Gevraagd, er is nog geen besluit")),
    Option("none", _("Nee, er zijn geen extra uren")),
    UNKNOWN,
)
DURING = Question(
    key="during",
    label=_("Zijn er extra uren opbouwwerk tijdens de werkzaamheden?"),
    why=_(
        "De gesprekken, het uitwerken ervan en de eerste afspraken met bewoners kosten tijd die het"
        " gewone opbouwwerk niet over heeft."
    ),
    reason=_("Hoeveel uur per week, van wie, en wie betaalt?"),
    source="[H] Partnerschapsvorming: extra investeren in opbouwwerk tijdens en na; [A] tijdsintensief",
    options=_HOURS,
)
AFTER = Question(
    key="after",
    label=_("Zijn er extra uren opbouwwerk ná de werkzaamheden?"),
    why=_(
        "Pas na de steigers komt er ruimte om samen iets op te zetten. Bewoners die hun verhaal hebben"
        " verteld, rekenen erop dat er iets mee gebeurt. In beide proefbuurten legden corporatie en"
        " gemeente hiervoor samen geld bij."
    ),
    reason=_("Hoeveel uur per week, tot wanneer, en wie betaalt?"),
    source="[H] Partnerschapsvorming: extra uren ook na afloop, door corporatie en gemeente; fase 4",
    options=_HOURS,
)
PARTNERS = Question(
    key="partners",
    label=_("Wie heeft gezegd mee te doen?"),
    why=_(
        "Woningcorporatie, welzijnsorganisatie en aannemer vormen samen de kern. Ontbreekt er één, dan"
        " vallen stenen en mensen uit elkaar. Anderen staan in een kring eromheen."
    ),
    reason=_("Wat is er afgesproken, met wie, en wie aarzelt nog?"),
    help_text=_("Kies alleen wie echt ja heeft gezegd."),
    kind=Kind.SEVERAL,
    source="[H] Partnerschapsvorming: de driehoek, en daarnaast gemeente, politie, wijkteam",
    options=(
        Option("housing", _("Woningcorporatie")),
        Option("welfare", _("Welzijnsorganisatie")),
        Option("contractor", _("Aannemer")),
        Option("municipality", _("Gemeente")),
        Option("team", _("Wijkteam of andere zorg")),
        Option("residents", _("Bewoners: huurdersorganisatie of bewonersgroep")),
        Option("nobody", _("Nog niemand"), alone=True),
    ),
)
LEAD = Question(
    key="lead",
    label=_("Wie leidt het?"),
    why=_(
        "Eén persoon van de corporatie of van welzijn houdt het team bij elkaar, bewaakt de samenwerking"
        " en staat in voor het beeld van de buurt. Dat lukt niet naast een volle agenda."
    ),
    reason=_("Wie, van welke organisatie, en wie neemt het over als dat nodig is?"),
    source="[H] Samenstelling projectteam: projectleider vanuit één organisatie, corporatie of welzijn",
    options=(
        Option("hours", _("Iemand is aangewezen en heeft er uren voor")),
        Option("named", _("Iemand is aangewezen, de uren zijn nog niet geregeld")),
        Option("nobody", _("Nog niemand")),
    ),
)
TIME = Question(
    key="time",
    label=_("Hoeveel tijd is er voordat het werk begint?"),
    why=_(
        "Vóór het eerste gesprek staan afspraken op papier, is het team geoefend en weten bewoners wat er"
        " komt. In de weken met het zwaarste werk heeft niemand rust voor een gesprek."
    ),
    reason=_("Wanneer begint het werk, en ligt die datum vast?"),
    source="[H] Partnerschapsvorming en bijlage 2 (globale planning); the bounds in months are our own",
    options=(
        Option("year", _("Een jaar of meer")),
        Option("half", _("Een half jaar tot een jaar")),
        Option("quarter", _("Drie tot zes maanden")),
        Option("short", _("Minder dan drie maanden")),
        Option("started", _("Het werk is al begonnen")),
        Option("no_works", _("Er komt geen werk aan de woningen")),
        UNKNOWN,
    ),
)

STEPS = (
    Step("aanleiding", _("Aanleiding"), _("Waarom hier, waarom nu?"), (OCCASION, SHARE)),
    Step("omvang", _("Omvang"), _("Hoe groot is het?"), (HOMES,)),
    Step("buurt", _("Buurt"), _("Wat speelt er, en hoe staan jullie erin?"), (SOCIAL, CONTACT)),
    Step("opbouwwerk", _("Opbouwwerk"), _("Is er tijd voor de mensen?"), (DURING, AFTER)),
    Step("samen", _("Samen"), _("Met wie, en wie leidt het?"), (PARTNERS, LEAD)),
    Step("tijd", _("Tijd"), _("Is er tijd om het goed voor te bereiden?"), (TIME,)),
)
QUESTIONS = tuple(question for step in STEPS for question in step.questions)
BY_KEY = {question.key: question for question in QUESTIONS}

# What a team can use of the approach without doing all of it ([H] Past deze aanpak: "onderdelen benutten").
PARTS = (
    Option("visits", _("Huisbezoeken met een open gesprek")),
    Option("cards", _("De gesprekskaarten, bij een inloop of op straat")),
    Option("group", _("Een bewonersprojectgroep die meedenkt")),
    Option("routes", _("Doorverwijsroutes en directe acties")),
    Option("picture", _("Een praatplaat van de buurt")),
    Option("connecting", _("Samen met bewoners activiteiten opzetten")),
    Option("evaluation", _("Terugkijken met bewoners: rimpelingen en verhalen")),
)


def step_of(key: str) -> Step:
    """The step with this key. Raises KeyError for one that does not exist."""
    return {step.key: step for step in STEPS}[key]


def step_with(question: str) -> Step:
    """On which step a question stands. Raises KeyError for a question that does not exist."""
    return next(step for step in STEPS if BY_KEY[question] in step.questions)
