"""From answers to an advice. The team decides; the advice is where it starts to talk."""

from django.utils.translation import gettext_lazy as _

from projects.orientation.cautions import WARNINGS
from projects.orientation.questions import QUESTIONS
from projects.orientation.rules import AGAINST, PARTS
from projects.orientation.strengths import STRENGTHS
from projects.orientation.types import Advice, Answers, Effect, Text, Weighing

ALL_WARNINGS = (*AGAINST, *PARTS, *WARNINGS)

ADVICE: dict[Advice, tuple[Text, Text]] = {
    Advice.OPEN: (
        _("Er is nog geen advies"),
        _("Beantwoord eerst alle vragen."),
    ),
    Advice.YES: (
        _("De aanpak past hier goed"),
        _("Niets in jullie antwoorden pleit ertegen."),
    ),
    Advice.YES_PROVIDED: (
        _("De aanpak past, als jullie iets regelen"),
        _("Bij elke waarschuwing staat wat helpt. Schrijf erbij wat jullie ermee doen."),
    ),
    Advice.PARTS: (
        _("Onderdelen passen hier beter dan het geheel"),
        _(
            "Minstens één antwoord maakt de hele aanpak te zwaar of te kwetsbaar. Jullie kunnen anders"
            " kiezen."
        ),
    ),
    Advice.NO: (
        _("De aanpak past hier nu niet"),
        _(
            "Minstens één antwoord pleit tegen de aanpak in deze buurt. Jullie kunnen anders kiezen, met"
            " een reden."
        ),
    ),
}


def weigh(answers: Answers) -> Weighing:
    """What `answers` say together: the heaviest rule that speaks decides the advice.

    Answers that no question accepts are left out, so that a rule never meets what it does not know.
    """
    known = {q.key: answers[q.key] for q in QUESTIONS if q.key in answers and q.accepts(answers[q.key])}
    warnings = tuple(rule for rule in ALL_WARNINGS if rule.when(known))
    strengths = tuple(rule for rule in STRENGTHS if rule.when(known))
    missing = tuple(question.key for question in QUESTIONS if question.key not in known)
    return Weighing(_advice({rule.effect for rule in warnings}, missing), warnings, strengths, missing)


def _advice(effects: set[Effect], missing: tuple[str, ...]) -> Advice:
    if missing:
        return Advice.OPEN
    if Effect.AGAINST in effects:
        return Advice.NO
    if Effect.PARTS in effects:
        return Advice.PARTS
    return Advice.YES_PROVIDED if effects else Advice.YES
