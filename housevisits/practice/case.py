"""The invented conversation that everybody practises with, its traps, and the form it is written down in.

Nobody in it exists. The names, the address and the school are read along with like those of the project.
"""

import re
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from housevisits import questions as default
from housevisits.questions import QuestionPlan
from housevisits.services.questionsets import Card, ClosedQuestion, Definition, Option
from msa.privacy.reading import Lexicon

CARD = "belonging"
# The words of the case that the check has to know, beside those of the project.
WORDS = Lexicon(
    streets=frozenset({"Seinhuisstraat"}),
    institutions=frozenset({"Basisschool De Klimtoren"}),
    house_numbers=frozenset({"14", "16"}),
)


@dataclass(frozen=True)
class Line:
    """Something that was said. visitor: by who visits, else by the resident."""

    visitor: bool
    text: str | Promise


SCRIPT = (
    Line(True, _("U koos de kaart ‘Erbij horen’. Waarom deze?")),
    Line(
        False,
        _(
            "Tja. Ik ben Truus Dekkers, ik woon al veertig jaar op Seinhuisstraat 14. Vroeger liep iedereen "
            "bij elkaar binnen. Sinds mijn man er niet meer is, duren de dagen lang. Ik ben 78, hè."
        ),
    ),
    Line(True, _("Wie of wat helpt u?")),
    Line(
        False,
        _(
            "Samira van nummer 16, mijn buurvrouw. Die brengt elke vrijdag soep. Daar kijk ik de hele week "
            "naar uit."
        ),
    ),
    Line(True, _("En wat zou u zelf willen?")),
    Line(
        False,
        _("Voorlezen! Ik was juf op De Klimtoren. Kinderen die stil worden van een verhaal, dat mis ik."),
    ),
    Line(True, _("Wat maakt het lastig?")),
    Line(
        False,
        _(
            "Ik heb parkinson. De stoep ligt scheef, dus alleen naar buiten durf ik niet meer. En ’s avonds "
            "is het donker in de hal. Die Poolse jongens staan daar dan, die zeggen niks."
        ),
    ),
    Line(True, _("Wilt u dat ik iets voor u navraag?")),
    Line(False, _("Bel mijn dochter maar, 06 12345678. Die regelt alles.")),
)


@dataclass(frozen=True)
class Trap:
    """Something in the case that points at a person. said: as it was heard; better: how it can stand.

    pattern: finds it in what was written, folded to lower case without accents."""

    key: str
    said: str | Promise
    pattern: re.Pattern[str]
    why: str | Promise
    better: str | Promise


TRAPS = (
    Trap(
        "name",
        _("Truus Dekkers"),
        re.compile(r"\btruus\b|\bdekkers\b"),
        _("Een naam wijst iemand rechtstreeks aan."),
        _("Laat de naam weg. Het verhaal blijft hetzelfde."),
    ),
    Trap(
        "neighbour",
        _("Samira"),
        re.compile(r"\bsamira\b"),
        _("Ook wie niet meepraatte, moet onherkenbaar blijven."),
        _("een buurvrouw"),
    ),
    Trap(
        "address",
        _("Seinhuisstraat 14, nummer 16"),
        re.compile(r"\bseinhuis\w*|\b1[46]\b|\b(?:veertien|zestien)\b"),
        _("Met een straat of huisnummer is de voordeur gevonden."),
        _("in de straat, een huis verder"),
    ),
    Trap(
        "phone",
        _("06 12345678"),
        re.compile(r"\b06\W{0,2}12|12345678"),
        _("Een telefoonnummer hoort nooit in een verhaal. Terugbellen spreek je apart af, met toestemming."),
        _("Laat het weg en maak er een directe actie van."),
    ),
    Trap(
        "school",
        _("De Klimtoren"),
        re.compile(r"\bklimtoren\b"),
        _("Wie de school kent, weet wie daar werkte of op zat."),
        _("een school in de buurt"),
    ),
    Trap(
        "illness",
        _("parkinson"),
        re.compile(r"\bparkinson\w*"),
        _("Een ziekte is zeldzaam genoeg om iemand te herkennen."),
        _("Schrijf wat het doet: durft niet meer alleen naar buiten."),
    ),
    Trap(
        "origin",
        _("die Poolse jongens"),
        re.compile(r"\bpools\w*|\bpolen\b"),
        _("Afkomst zet een stempel op een hele groep, en doet er hier niet toe."),
        _("jongeren die ’s avonds in de hal staan"),
    ),
    Trap(
        "job",
        _("juf op die school"),
        re.compile(r"\bjuf\w*|\blerares\b|\bonderwijzeres\b|\bleerkracht\b"),
        _("Eén oud-juf in de straat, dat weet iedereen. Een beroep ziet de app niet altijd."),
        _("Schrijf wat iemand wil: graag voorlezen aan kinderen."),
    ),
    Trap(
        "age",
        _("78"),
        re.compile(r"\b78\b|\bacht\s?en\s?zeventig\w*"),
        _("De precieze leeftijd is niet nodig: de klasse koos je al bij de vragen."),
        _("Laat de leeftijd weg uit het verhaal."),
    ),
)

# One good way to write it down, by field of a story.
EXAMPLE: dict[str, str | Promise] = {
    "important": _("Dat mensen bij elkaar binnenlopen, zoals vroeger."),
    "person_opportunity": _("Zou graag voorlezen aan kinderen."),
    "person_barrier": _("De dagen duren lang na een verlies. Durft niet meer alleen naar buiten."),
    "environment_opportunity": _(
        "Een buurvrouw brengt elke week eten. Daar kijkt iemand de hele week naar uit."
    ),
    "environment_barrier": _(
        "De stoep ligt scheef. ’s Avonds is de hal donker en staan er jongeren die niets zeggen."
    ),
}

QUESTIONS = (default.AGE, default.MEMBERS)
ANSWERS = {default.AGE.key: "75plus", default.MEMBERS.key: "alone"}


def definition() -> Definition:
    """The form of the practice: two closed questions and one card of the real one. No database."""
    card = next(plan for plan in default.CARDS if plan.key == CARD)
    return Definition(
        key=UUID(int=0),
        version=0,
        questions=tuple(_question(plan) for plan in QUESTIONS),
        cards=(Card(card.key, card.label, card.help_text, card.icon),),
    )


def _question(plan: QuestionPlan) -> ClosedQuestion:
    return ClosedQuestion(
        key=plan.key,
        section=plan.section,
        kind=plan.kind,
        label=plan.label,
        short_label=plan.short_label,
        help_text=plan.help_text,
        source=plan.source,
        ordered=plan.ordered,
        background=plan.background,
        options=tuple(Option(one.key, one.label, one.score, one.undisclosed) for one in plan.options),
    )
