"""What the preview says beside itself: what is not on it as it was typed, and why."""

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _

from neighbourhood.forms.poster.form import MOST, PosterForm
from neighbourhood.forms.poster.values import chosen_keys


def remarks(form: PosterForm) -> list[str]:
    """A line of Dutch for each thing that is wrong; none while nothing was sent."""
    return [
        _line(form, name, " ".join(str(error) for error in errors)) for name, errors in form.errors.items()
    ]


def _line(form: PosterForm, name: str, message: str) -> str:
    if name == NON_FIELD_ERRORS:
        return f"{message} {_instead(form)}".strip()
    field = form.fields[name]
    about, label = getattr(field, "about", ""), str(field.label)
    return f"{about}, {label.lower()}: {message}" if about else f"{label}: {message}"


def _instead(form: PosterForm) -> str:
    """Which themes the preview shows when they cannot all be shown."""
    number = len(chosen_keys(form.defaults, {name: form.cleaned_data.get(name) for name in form.standing}))
    if number > MOST:
        return _("Het voorbeeld laat er daarom zeven zien.")
    return "" if number else _("Het voorbeeld laat daarom de standaardkeuze zien.")
