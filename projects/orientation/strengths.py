"""What pleads for the approach. The sources are those of `questions`."""

from django.utils.translation import gettext_lazy as _

from projects.orientation.conditions import both, is_one, nope, only_restructuring, only_social, renewal
from projects.orientation.rules import NO_QUESTION
from projects.orientation.types import Answers, Effect, Rule


def _some_social(answers: Answers) -> bool:
    return bool(set(answers.get("social", [])) - {"none", "unknown"})


def _triangle(answers: Answers) -> bool:
    return {"housing", "welfare", "contractor"} <= set(answers.get("partners", []))


STRENGTHS = (
    Rule(
        "occasion_fits",
        Effect.FOR,
        both(renewal, nope(only_restructuring)),
        _("Er komt toch iemand bij elke voordeur"),
        _("Het werk aan de woning is een gewone reden voor een gesprek."),
        "[H] Past deze aanpak",
    ),
    Rule(
        "social_fits",
        Effect.FOR,
        both(_some_social, nope(NO_QUESTION)),
        _("Er speelt iets tussen mensen waar bewoners wat aan kunnen hebben"),
        _("Daar is de aanpak voor gemaakt."),
        "[H] Past deze aanpak",
    ),
    Rule(
        "hours_fit",
        Effect.FOR,
        both(is_one("during", "agreed"), is_one("after", "agreed")),
        _("De uren voor opbouwwerk staan vast, ook voor daarna"),
        _("Wat bewoners vertellen, kan dus ook een vervolg krijgen."),
        "[H] Partnerschapsvorming",
    ),
    Rule(
        "triangle_fits",
        Effect.FOR,
        _triangle,
        _("De driehoek is rond"),
        _("Corporatie, welzijn en aannemer doen alle drie mee."),
        "[H] Partnerschapsvorming",
    ),
    Rule(
        "contact_fits",
        Effect.FOR,
        is_one("contact", "good"),
        _("Bewoners kennen jullie"),
        _("Vaste gezichten openen deuren."),
        "[H] phase 2: vaste gezichten",
    ),
    Rule(
        "time_fits",
        Effect.FOR,
        both(nope(only_social), is_one("time", "year", "half")),
        _("Er is tijd om je goed voor te bereiden"),
        _("Afspraken, training en kennismaken passen vóór het werk."),
        "[H] bijlage 2; the bound is our own",
    ),
)
