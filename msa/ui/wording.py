"""What a field says when something is wrong with it, in one place and in plain words.

Django's own messages are right but stiff ('Dit veld is verplicht.'). Those of a kind of field stand here;
what a form knows better it says itself with `error_messages`. No 'je' and no 'u': residents read them too.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class TooLong:
    """By how much a text is too long. Django fills in a message with `%`: then it becomes text."""

    def __mod__(self, found: dict[str, Any]) -> str:
        """found: show_value, the number of characters there are, and limit_value, how many fit."""
        most, over = found["limit_value"], found["show_value"] - found["limit_value"]
        said = ngettext(
            "Deze tekst is %(over)s teken te lang: er passen er %(most)s. Kort de tekst in.",
            "Deze tekst is %(over)s tekens te lang: er passen er %(most)s. Kort de tekst in.",
            over,
        )
        return said % {"over": _dotted(over), "most": _dotted(most)}


def _dotted(number: int) -> str:
    """12.345, as Dutch writes it."""
    return f"{number:,}".replace(",", ".")


PICK = _("Kies een mogelijkheid.")
PICK_SOME = _("Kies minstens één mogelijkheid.")
NOT_IN_LIST = _("Dit kan hier niet gekozen worden. Kies een mogelijkheid die erbij staat.")
DAY = _("Vul een dag in, bijvoorbeeld 3-12-2026.")
TIME = _("Vul een tijd in, bijvoorbeeld 14:30.")
NUMBER = _("Vul een getal in.")
WHOLE = _("Vul een heel getal in, zonder tekst.")
LEAST, MOST = _("Vul %(limit_value)s of meer in."), _("Vul %(limit_value)s of minder in.")
FILE = _("Kies een bestand.")

MESSAGES: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": _("Vul hier iets in.")},
    forms.CharField: {
        "max_length": TooLong(),
        "null_characters_not_allowed": _("Hier staat een teken in dat niet kan. Typ de tekst opnieuw."),
    },
    forms.EmailField: {"invalid": _("Vul een e-mailadres in, bijvoorbeeld naam@organisatie.nl.")},
    forms.URLField: {"invalid": _("Vul een webadres in, bijvoorbeeld https://www.organisatie.nl.")},
    forms.IntegerField: {"required": NUMBER, "invalid": WHOLE, "min_value": LEAST, "max_value": MOST},
    forms.FloatField: {"invalid": NUMBER},
    forms.DecimalField: {"invalid": NUMBER},
    forms.DateField: {"required": DAY, "invalid": DAY},
    forms.TimeField: {"required": TIME, "invalid": TIME},
    forms.BooleanField: {"required": _("Zet hier een vinkje.")},
    forms.ChoiceField: {"required": PICK, "invalid_choice": NOT_IN_LIST},
    forms.MultipleChoiceField: {
        "required": PICK_SOME,
        "invalid_choice": NOT_IN_LIST,
        "invalid_list": PICK_SOME,
    },
    forms.ModelChoiceField: {"required": PICK, "invalid_choice": NOT_IN_LIST},
    forms.ModelMultipleChoiceField: {
        "required": PICK_SOME,
        "invalid_choice": NOT_IN_LIST,
        "invalid_list": PICK_SOME,
        "invalid_pk_value": NOT_IN_LIST,
    },
    forms.FileField: {
        "required": FILE,
        "invalid": FILE,
        "missing": FILE,
        "empty": _("Dit bestand is leeg. Kies een ander bestand."),
    },
}


def use_our_words() -> None:
    """Give the kinds of fields these messages. Once, before any form is defined: a field copies them."""
    for kind, messages in MESSAGES.items():
        own = kind.__dict__.get("default_error_messages", {})
        kind.default_error_messages = own | messages
