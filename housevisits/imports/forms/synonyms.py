"""Other words for common answers and questions. All normalised (lower case, no punctuation)."""

import re

# Each group is one answer in several wordings; a question has at most one of them as an option.
_GROUPS = (
    "weet niet, weet ik niet, weet het niet, geen idee, geen mening, onbekend, niet bekend",
    "wil niet zeggen, wil ik niet zeggen, wil het niet zeggen, zeg ik liever niet, zeg liever niet, "
    "liever niet, geen antwoord, wil geen antwoord geven",
    "niet eens niet oneens, niet mee eens niet mee oneens, neutraal, eens noch oneens, noch eens noch oneens",
    "vooruit, beter, vooruitgegaan, vooruit gegaan, verbeterd",
    "achteruit, slechter, achteruitgegaan, achteruit gegaan, verslechterd",
    "gelijk gebleven, hetzelfde, gelijk, hetzelfde gebleven, niet veranderd, onveranderd",
    "alleen, alleenstaand, alleenwonend, woont alleen, eenpersoonshuishouden",
    "een ouder met kind eren, een ouder met kinderen, eenoudergezin, alleenstaande ouder, eenouder",
    "samen met kind eren, samen met kinderen, stel met kinderen, gezin met kinderen, paar met kinderen",
    "samen zonder kinderen, stel zonder kinderen, paar zonder kinderen, samenwonend zonder kinderen",
    "anders, overig, iets anders, andere",
    "bijna elke dag, dagelijks, elke dag, iedere dag, bijna dagelijks",
    "elke week, wekelijks, iedere week, een keer per week, 1 keer per week",
    "elke maand, maandelijks, iedere maand, een keer per maand, 1 keer per maand",
    "minder, minder vaak, minder dan een keer per maand",
    "doe al iets, doet al iets, ik doe al iets, doe al mee, ja ik doe al iets",
    "samen, beiden, allebei, opbouwwerker en woonconsulent, woonconsulent en opbouwwerker, "
    "opbouwwerker woonconsulent, woonconsulent opbouwwerker",
)


def _group(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split(","))


# An answer -> all wordings of it.
ANSWERS: dict[str, frozenset[str]] = {name: group for group in map(_group, _GROUPS) for name in sorted(group)}

# Key of a question -> how its column may be called.
QUESTIONS: dict[str, re.Pattern[str]] = {
    "held_by": re.compile(r"\bwie (voerde|hield|deed)\b|\bgevoerd door\b|\bgespreksvoerder\b|\bbezoeker\b"),
    "block": re.compile(
        r"\b(deelbuurt|blok|buurtdeel|deelgebied|bouwblok|complex)\b|\bwelke? (buurt|wijk)\b"
    ),
    "age": re.compile(r"\bleeftijd\w*\b|\bhoe oud\b"),
    "household": re.compile(r"\bhuishoud\w*\b|\bgezinssamenstelling\b|\bwie wonen\b|\bsamenstelling\b"),
    "tenure": re.compile(r"\bhoe ?lang\b.*\bwoon\w*\b|\bwoonduur\b|\bwoont hier\b"),
    "liveability": re.compile(r"\bleefbaarheid\b|\brapportcijfer\b"),
    "trend": re.compile(r"\bvooruit\b.*\bachteruit\b|\bvooruitgegaan\b|\bontwikkeling van de buurt\b"),
    "unsafe": re.compile(r"\bonveilig\w*\b|\bveiligheid\b"),
    "at_home": re.compile(r"\bthuis\b"),
    "neighbours": re.compile(r"\bburen\b|\bburencontact\b"),
    "contribute": re.compile(r"\biets\b.*\bdoen voor de buurt\b|\bbijdrage\w*\b|\binzetten voor\b"),
    "cards": re.compile(r"\b(gespreks)?(kaart|kaarten|kaartjes)\b|\bgesprekskaart\w*\b|\bgekozen themas?\b"),
}

# Words that say nothing about which answer it is.
FILLERS = frozenset(
    ["mee", "het", "er", "de", "een", "ik", "jaar", "jr", "ben", "ook", "wel", "blok", "deelbuurt", "buurt"]
)
# Words that turn an answer round: two answers are alike only when they share these.
POLES = frozenset(
    ["niet", "geen", "eens", "oneens", "nooit", "zonder", "met", "nee", "ja", "vooruit", "achteruit", "noch"]
)
SAME_WORDS = {"iedere": "elke", "ieder": "elke", "elk": "elke", "beetje": "enigszins"}
