"""The default question set as data (H3). Texts are those of a resident's form: u-form, everyday words.

Sources: 'CBS' is the national statistical office's neighbourhood survey and household types. What has no
source is our own proposal. Cards carry our own names for Nussbaum's ten capabilities.
"""

from dataclasses import dataclass

CONVERSATION, HOUSEHOLD, SCALES = "conversation", "household", "scales"
CBS_SAFETY = "CBS, Veiligheidsmonitor"
CBS_HOUSEHOLDS = "CBS, typen huishoudens"
UNDISCLOSED, UNKNOWN = "undisclosed", "unknown"


@dataclass(frozen=True)
class OptionPlan:
    """An answer of the default form. score: what a scale gives to it."""

    key: str
    label: str
    score: float | None = None
    undisclosed: bool = False


@dataclass(frozen=True)
class QuestionPlan:
    """A closed question of the default form."""

    key: str
    section: str
    label: str
    short_label: str
    options: tuple[OptionPlan, ...]
    kind: str = "single"
    background: bool = False
    ordered: bool = True
    source: str = ""
    help_text: str = ""


@dataclass(frozen=True)
class CardPlan:
    """A conversation card. icon: a name in the icon set."""

    key: str
    label: str
    help_text: str
    icon: str


WILL_NOT_SAY = OptionPlan(UNDISCLOSED, "wil niet zeggen", undisclosed=True)
DOES_NOT_KNOW = OptionPlan(UNKNOWN, "weet niet", undisclosed=True)


def _options(*pairs: tuple[str, str], last: OptionPlan | None = None) -> tuple[OptionPlan, ...]:
    known = tuple(OptionPlan(key, label) for key, label in pairs)
    return (*known, last) if last else known


HELD_BY = QuestionPlan(
    "held_by",
    CONVERSATION,
    "Wie voerde het gesprek?",
    "Gevoerd door",
    _options(
        ("community_worker", "opbouwwerker"), ("housing_officer", "woonconsulent"), ("together", "samen")
    ),
    ordered=False,
)
AGE = QuestionPlan(
    "age",
    HOUSEHOLD,
    "Hoe oud is degene met wie je sprak?",
    "Leeftijd",
    _options(
        ("under25", "jonger dan 25"),
        ("25to50", "25 tot 50"),
        ("50to65", "50 tot 65"),
        ("65to75", "65 tot 75"),
        ("75plus", "75 jaar of ouder"),
        last=WILL_NOT_SAY,
    ),
    background=True,
)
MEMBERS = QuestionPlan(
    "household",
    HOUSEHOLD,
    "Wie wonen er?",
    "Huishouden",
    _options(
        ("alone", "alleen"),
        ("single_parent", "één ouder met kind(eren)"),
        ("couple_children", "samen met kind(eren)"),
        ("couple", "samen zonder kinderen"),
        ("other", "anders"),
        last=WILL_NOT_SAY,
    ),
    background=True,
    ordered=False,
    source=CBS_HOUSEHOLDS,
)
TENURE = QuestionPlan(
    "tenure",
    HOUSEHOLD,
    "Hoe lang woont u hier?",
    "Woont hier",
    _options(
        ("lt2", "korter dan 2 jaar"),
        ("2to5", "2 tot 5 jaar"),
        ("5to10", "5 tot 10 jaar"),
        ("10to20", "10 tot 20 jaar"),
        ("20plus", "20 jaar of langer"),
        last=WILL_NOT_SAY,
    ),
)
LIVEABILITY = QuestionPlan(
    "liveability",
    SCALES,
    "Welk cijfer van 1 t/m 10 geeft u voor de leefbaarheid in uw buurt?",
    "Leefbaarheid",
    (*(OptionPlan(str(mark), str(mark), float(mark)) for mark in range(1, 11)), DOES_NOT_KNOW),
    kind="scale",
    source=CBS_SAFETY,
)
TREND = QuestionPlan(
    "trend",
    SCALES,
    "Is de buurt het afgelopen jaar vooruit of achteruit gegaan?",
    "Vooruit of achteruit",
    _options(("better", "vooruit"), ("same", "gelijk gebleven"), ("worse", "achteruit"), last=DOES_NOT_KNOW),
    source=f"{CBS_SAFETY} (ingekort)",
)
UNSAFE = QuestionPlan(
    "unsafe",
    SCALES,
    "Voelt u zich weleens onveilig in uw eigen buurt?",
    "Onveilig voelen",
    _options(
        ("no", "nee"),
        ("rarely", "zelden"),
        ("sometimes", "soms"),
        ("often", "vaak"),
        last=DOES_NOT_KNOW,
    ),
    source=f"{CBS_SAFETY} (samengevoegd)",
)
AT_HOME = QuestionPlan(
    "at_home",
    SCALES,
    "Ik voel mij thuis bij de mensen in deze buurt.",
    "Zich thuis voelen",
    (
        OptionPlan("agree2", "helemaal mee eens", 5.0),
        OptionPlan("agree1", "mee eens", 4.0),
        OptionPlan("neutral", "niet mee eens, niet mee oneens", 3.0),
        OptionPlan("disagree1", "mee oneens", 2.0),
        OptionPlan("disagree2", "helemaal mee oneens", 1.0),
        DOES_NOT_KNOW,
    ),
    kind="scale",
    source="Een stelling uit de gangbare cohesieschalen",
)
NEIGHBOURS = QuestionPlan(
    "neighbours",
    SCALES,
    "Hoe vaak praat u met buren?",
    "Praten met buren",
    _options(
        ("daily", "(bijna) elke dag"),
        ("weekly", "elke week"),
        ("monthly", "elke maand"),
        ("less", "minder"),
        ("never", "nooit"),
        last=DOES_NOT_KNOW,
    ),
)
CONTRIBUTE = QuestionPlan(
    "contribute",
    SCALES,
    "Zou u iets willen doen voor de buurt?",
    "Iets doen voor de buurt",
    _options(
        ("does", "doe al iets"), ("yes", "ja"), ("maybe", "misschien"), ("no", "nee"), last=DOES_NOT_KNOW
    ),
    ordered=False,
)

QUESTIONS = (
    HELD_BY,
    AGE,
    MEMBERS,
    TENURE,
    LIVEABILITY,
    TREND,
    UNSAFE,
    AT_HOME,
    NEIGHBOURS,
    CONTRIBUTE,
)

CARDS = (
    CardPlan("life", "Mijn leven", "Hoe het gaat, wat er speelt, hoe u vooruitkijkt.", "sprout"),
    CardPlan("health_home", "Gezond zijn en goed wonen", "Uw gezondheid, slapen en eten, uw huis.", "house"),
    CardPlan(
        "safe_mobile",
        "Veilig zijn en overal kunnen komen",
        "Op straat, in het verkeer, binnen.",
        "footprints",
    ),
    CardPlan(
        "learn_make",
        "Leren, denken en maken",
        "School, cursus, boeken, muziek, werk van uw handen.",
        "pencil",
    ),
    CardPlan("feelings_love", "Gevoelens en liefde", "Mensen om wie u geeft, verdriet, troost.", "heart"),
    CardPlan(
        "own_choices", "Mijn eigen keuzes", "Zelf bepalen hoe u leeft en wat u belangrijk vindt.", "signpost"
    ),
    CardPlan("belonging", "Erbij horen", "Buren, familie, meetellen, respect.", "users"),
    CardPlan("nature", "Dieren, planten en natuur", "Groen, tuin, huisdieren, schone straat.", "trees"),
    CardPlan(
        "leisure", "Plezier en vrije tijd", "Lachen, spelen, sport, op een bankje zitten.", "party-popper"
    ),
    CardPlan(
        "participation",
        "Meebeslissen en rondkomen",
        "Meepraten, werk, geld, uw spullen, uw rechten.",
        "scale",
    ),
)
