"""Which figures of 'Kerncijfers wijken en buurten' are shown, and under which headings they are published.

Two families of headings: those of StatLine and its open data ('k_0Tot15Jaar_8'; the number behind the name
differs per year, and the viewer writes 'Leeftijdsgroepen/0 tot 15 jaar (aantal)'), and those of the yearly
workbook ('a_00_14'). Figures on origin and on care are left out on purpose: the approach does not ask for
them either. Source of the names: the open data catalogue and the workbooks of 2013 to 2025 of the office.
"""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COUNT, PERCENT, THOUSANDS, MEAN = "n", "%", "k€", "gem"


@dataclass(frozen=True)
class Indicator:
    """One figure. names: the headings it has had, without number. of: the count it is a part of, if any.

    among: of whom or what a share is a part, as it stands in '6 van de 10 huishoudens'.
    """

    key: str
    theme: str
    label: str | Promise
    unit: str
    names: tuple[str, ...]
    of: str = ""
    among: str | Promise = ""


RESIDENTS, HOUSEHOLDS, HOMES, PEOPLE = _("inwoners"), _("huishoudens"), _("woningen"), _("mensen")

THEMES: dict[str, str | Promise] = {
    "size": _("Hoe groot is de buurt?"),
    "age": _("Hoe oud zijn de bewoners?"),
    "households": _("Hoe wonen mensen samen?"),
    "homes": _("Wat voor huizen staan er?"),
    "income": _("Hoe staat het met het inkomen?"),
}

INDICATORS = (
    Indicator("residents", "size", _("inwoners"), COUNT, ("AantalInwoners", "a_inw")),
    Indicator("households", "size", _("huishoudens"), COUNT, ("HuishoudensTotaal", "a_hh")),
    Indicator("homes", "size", _("woningen"), COUNT, ("Woningvoorraad", "a_woning", "a_won")),
    Indicator("age_0", "age", _("0 tot 15 jaar"), COUNT, ("k_0Tot15Jaar", "a_00_14"), "residents", RESIDENTS),
    Indicator(
        "age_15", "age", _("15 tot 25 jaar"), COUNT, ("k_15Tot25Jaar", "a_15_24"), "residents", RESIDENTS
    ),
    Indicator(
        "age_25", "age", _("25 tot 45 jaar"), COUNT, ("k_25Tot45Jaar", "a_25_44"), "residents", RESIDENTS
    ),
    Indicator(
        "age_45", "age", _("45 tot 65 jaar"), COUNT, ("k_45Tot65Jaar", "a_45_64"), "residents", RESIDENTS
    ),
    Indicator(
        "age_65", "age", _("65 jaar of ouder"), COUNT, ("k_65JaarOfOuder", "a_65_oo"), "residents", RESIDENTS
    ),
    Indicator(
        "single",
        "households",
        _("alleen"),
        COUNT,
        ("Eenpersoonshuishoudens", "a_1p_hh"),
        "households",
        HOUSEHOLDS,
    ),
    Indicator(
        "no_children",
        "households",
        _("samen, zonder kinderen"),
        COUNT,
        ("HuishoudensZonderKinderen", "a_hh_z_k"),
        "households",
        HOUSEHOLDS,
    ),
    Indicator(
        "children",
        "households",
        _("met kinderen"),
        COUNT,
        ("HuishoudensMetKinderen", "a_hh_m_k"),
        "households",
        HOUSEHOLDS,
    ),
    Indicator(
        "household_size",
        "households",
        _("mensen in een huishouden, gemiddeld"),
        MEAN,
        ("GemiddeldeHuishoudensgrootte", "g_hhgro"),
    ),
    Indicator("owned", "homes", _("koopwoning"), PERCENT, ("Koopwoningen", "p_koopw"), among=HOMES),
    Indicator("rented", "homes", _("huurwoning"), PERCENT, ("HuurwoningenTotaal", "p_huurw"), among=HOMES),
    Indicator(
        "social",
        "homes",
        _("van een woningcorporatie"),
        PERCENT,
        ("InBezitWoningcorporatie", "p_wcorpw"),
        among=HOMES,
    ),
    Indicator(
        "private",
        "homes",
        _("van een andere verhuurder"),
        PERCENT,
        ("InBezitOverigeVerhuurders", "p_ov_hw"),
        among=HOMES,
    ),
    Indicator(
        "flats", "homes", _("in een flat"), PERCENT, ("PercentageMeergezinswoning", "p_mgezw"), among=HOMES
    ),
    Indicator(
        "value",
        "homes",
        _("waarde van een woning, gemiddeld (volgens de gemeente: WOZ)"),
        THOUSANDS,
        ("GemiddeldeWOZWaardeVanWoningen", "GemiddeldeWoningwaarde", "g_woz", "g_wozbag"),
    ),
    Indicator(
        "income",
        "income",
        _("inkomen per inwoner in een jaar, gemiddeld"),
        THOUSANDS,
        ("GemiddeldInkomenPerInwoner", "g_ink_pi"),
    ),
    Indicator(
        "low_households",
        "income",
        _("huishoudens met een laag inkomen (in heel Nederland zijn dat er 4 van de 10)"),
        PERCENT,
        ("k_40HuishoudensMetLaagsteInkomen", "p_hh_li"),
        among=HOUSEHOLDS,
    ),
    Indicator(
        "minimum",
        "income",
        _("huishoudens die van het minimum leven (zo veel als de bijstand, of minder)"),
        PERCENT,
        ("HuishOnderOfRondSociaalMinimum", "p_hh_osm"),
        among=HOUSEHOLDS,
    ),
    Indicator(
        "poverty", "income", _("mensen in armoede"), PERCENT, ("PersonenInArmoede", "p_ink_ar"), among=PEOPLE
    ),
    Indicator(
        "assistance",
        "income",
        _("inwoners met bijstand (een uitkering van de gemeente)"),
        COUNT,
        ("PersonenPerSoortUitkeringBijstand", "a_soz_wb"),
        "residents",
        RESIDENTS,
    ),
)
BY_KEY = {one.key: one for one in INDICATORS}
# Who the row is about.
CODE = ("Codering", "gwb_code", "WijkenEnBuurten")
NAME = ("regio", "WijkenEnBuurten")
MUNICIPALITY = ("Gemeentenaam", "gm_naam")

_NUMBER = re.compile(r"_\d{1,3}$")
_UNIT = re.compile(r"\([^()]*\)$")
_YEAR_NUMBER = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
# The numbers under which the office publishes the table of each year.
EDITIONS = {
    "83765NED": 2017,
    "84286NED": 2018,
    "84583NED": 2019,
    "84799NED": 2020,
    "85039NED": 2021,
    "85318NED": 2022,
    "85618NED": 2023,
    "85984NED": 2024,
    "86165NED": 2025,
}


def stem(heading: str) -> str:
    """What a heading says, whatever the family and year: 'Leeftijd/0 tot 15 jaar (aantal)' → '0tot15jaar'."""
    last = _UNIT.sub("", heading.strip()).strip().rpartition("/")[2]
    plain = re.sub(r"[^a-z0-9]", "", _NUMBER.sub("", last).casefold())
    return re.sub(r"^k(?=\d)", "", plain)


def find(headings: list[str], names: tuple[str, ...]) -> int | None:
    """The position of the first of `names` among the headings; None when the table has none of them.

    The very name goes before one with a number: beside 'gwb_code' the workbook has 'gwb_code_10'.
    """
    exact = [heading.strip().casefold() for heading in headings]
    for name in names:
        if name.casefold() in exact:
            return exact.index(name.casefold())
    stems = [stem(heading) for heading in headings]
    wanted = (stem(name) for name in names)
    return next((stems.index(name) for name in wanted if name in stems), None)


def year_in(file_name: str) -> int | None:
    """The year that the name of a file speaks of: 'kwb-2023.xlsx', '85618NED.csv'."""
    edition = next((year for number, year in EDITIONS.items() if number in file_name.upper()), None)
    found = _YEAR_NUMBER.search(file_name)
    return edition or (int(found[1]) if found else None)
