"""A day that somebody fills in: from the browser's own calendar, within the years that can be meant."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

# A mistyped year, such as 0206, would make time lines and terms of a thousand years.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
NOT_MEANT = _("Kijk het jaar na: dat ligt te ver weg.")


def meant_day(text: str) -> date | None:
    """The day that `text` (ISO) says, or None when it says none, or one that cannot be meant."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


class DayField(forms.DateField):
    """A date between FIRST_DAY and LAST_DAY."""

    default_validators = [
        MinValueValidator(FIRST_DAY, NOT_MEANT),
        MaxValueValidator(LAST_DAY, NOT_MEANT),
    ]

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**options)
