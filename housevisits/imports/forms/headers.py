"""What the names of columns say: stories, signals, time stamps, addresses."""

import re

from housevisits.imports.addresses.headers import HEADERS as ADDRESS_HEADERS
from housevisits.imports.forms.synonyms import FILLERS, QUESTIONS
from housevisits.imports.forms.types import TargetQuestion
from msa.tables.words import normalise, similarity, tokens

_TIMESTAMP = re.compile(r"^(tijdstempel|timestamp|tijd|datum( en tijd)?|invuldatum|datum invullen|date)$")
_CONVERSATION_DATE = re.compile(r"\b(datum|wanneer|maand|dag)\b")
_BIRTH = re.compile(r"\bgeboor|\bgeboren\b")

_PERSON = re.compile(r"\b(persoon|persoonlijke?|individu\w*|zelf|eigen)\b")
_PERSON_WEAK = re.compile(r"\b(u|je|jou|bewoners?|huishouden)\b")
_ENVIRONMENT = re.compile(r"\b(omgeving\w*|leefomgeving|sociale omgeving)\b")
_ENVIRONMENT_WEAK = re.compile(r"\b(de|uw|jouw|deze) (buurt|wijk|straat|flat)\b|\b(buurt|wijk)\b")
_OPPORTUNITY = re.compile(
    r"\b(kans|kansen|helpt|helpend\w*|kracht|krachten|sterke?|mogelijkhe\w+|steunt?|"
    r"gaat (er )?goed|positie[fv]\w*)\b"
)
# Said of a story only: 'Fijn aan de buurt', 'Kan beter'. In other columns these words say too little.
_GOOD_WEAK = re.compile(r"\b(fijn\w*|goed\w*|mooi\w*|leuk\w*|prettig\w*|trots|plus(punten)?|sterk)\b")
_BAD_WEAK = re.compile(
    r"\b(minder|beter|mis|last|slecht\w*|vervelend\w*|min(punten)?|zorg(en)?|problem\w+)\b"
)
_BARRIER = re.compile(
    r"\b(belemmer\w+|moeilijk\w*|in de weg|lastig\w*|hinder\w*|drempels?|knelpunt\w*|obstakels?|zorgen|"
    r"gaat (er )?niet goed|negatie[fv]\w*)\b"
)
# Words that every question has.
_COMMON = FILLERS | frozenset(
    "u uw je jij jouw wat welk welke wie hoe is zijn was van voor in op aan te of en om dat dit die deze "
    "zou heeft hebt kunt wilt mag graag mij me mijn".split()
)
_SIGNALS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("care", re.compile(r"\bzorgsigna\w+|\bzorgvra\w+|\bhulpvra\w+|\bsignaal\b|\bsignalen\b")),
    ("wellbeing", re.compile(r"\bwelzijn\w*|\beenzaam\w*")),
    ("opportunity", re.compile(
        r"\bkans(en)? (voor|in) de (buurt|wijk)\b|\btalent\w*|\bhobby\w*|"
        r"\bvrijwillig\w*|\bmeedenken\b|\bwil (helpen|meedoen)\b"
    )),
    ("home", re.compile(
        r"\b(vraag|vragen|hulp|wens|wensen)\b.*\b(woning|werkzaamheden|huis)\b|\bwoningvra\w+|\bwerkzaamheden\b|\binpakken\b"
    )),
)  # fmt: skip


def text_target(header: str) -> str:
    """'text:person:opportunity' and the like when the name says both, else ""."""
    name = normalise(header)
    valence = "barrier" if _BARRIER.search(name) else "opportunity" if _OPPORTUNITY.search(name) else ""
    sphere = _sphere(name)
    return f"text:{sphere}:{valence}" if sphere and valence else ""


def story_target(header: str) -> str:
    """The same for a column that holds stories, of which weaker words say enough; else ""."""
    name = normalise(header)
    valence = "barrier" if _BAD_WEAK.search(name) else "opportunity" if _GOOD_WEAK.search(name) else ""
    sphere = _sphere(name)
    return f"text:{sphere}:{valence}" if sphere and valence else ""


def _sphere(name: str) -> str:
    """Words that can only mean one of the two come first; 'u' and 'buurt' count when nothing else does."""
    person, environment = _PERSON.search(name), _ENVIRONMENT.search(name)
    if bool(person) != bool(environment):
        return "person" if person else "environment"
    weak = _ENVIRONMENT_WEAK.search(name)
    return "environment" if weak else "person" if person or _PERSON_WEAK.search(name) else ""


def says_sphere(header: str) -> bool:
    """Whether the name holds 'persoon', 'omgeving' or the like: then it is a story and no signal."""
    name = normalise(header)
    return bool(_PERSON.search(name) or _ENVIRONMENT.search(name))


def signal_target(header: str) -> str:
    """'signal:care' and the like, else ""."""
    name = normalise(header)
    return next((f"signal:{kind}" for kind, pattern in _SIGNALS if pattern.search(name)), "")


def timestamp_score(header: str) -> float:
    """How much the name says that this is when the form was filled in."""
    name = normalise(header)
    if _BIRTH.search(name):
        return 0.0
    return 1.0 if _TIMESTAMP.match(name) else 0.6 if _CONVERSATION_DATE.search(name) else 0.2


def is_birth(header: str) -> bool:
    """Whether the name is about somebody's birth."""
    return bool(_BIRTH.search(normalise(header)))


def is_address(header: str) -> bool:
    """Whether the name is that of a part of an address finer than a block."""
    name = normalise(header)
    parts = ("street", "house_number", "addition", "number_and_addition", "full_address", "postcode")
    return any(name in ADDRESS_HEADERS[part] for part in parts) and name not in (
        "nr",
        "nummer",
        "number",
        "letter",
    )


def question_score(header: str, question: TargetQuestion) -> float:
    """How alike the name of a column and a question are, 0.0 to 1.0."""
    pattern = QUESTIONS.get(question.key)
    by_key = 0.8 if pattern and pattern.search(normalise(header)) else 0.0
    return max([by_key, *(_likeness(header, name) for name in (question.label, *question.synonyms))])


def _likeness(header: str, name: str) -> float:
    left, right = set(tokens(header)) - _COMMON, set(tokens(name)) - _COMMON
    shared = len(left & right) / len(left | right) if left | right else 0.0
    return max(shared, similarity(header, name, at_least=0.8))
