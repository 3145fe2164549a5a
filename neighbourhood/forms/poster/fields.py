"""The fields of the poster's form, each with the part it belongs to and the text that is there by default."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from neighbourhood.forms.poster.values import FIGURES, LISTS, theme_field, tidy
from neighbourhood.publication.poster import limits
from neighbourhood.publication.poster.drawings.catalogue import LABELS
from neighbourhood.services.posterdefaults import PosterDefaults
from projects.models import StreetKind

Named = tuple[str, forms.Field]
CONTACT = 120


class TextOnPoster(forms.CharField):
    """A line of text that must fit on paper. Says how much too long it is, and keeps what was typed."""

    def __init__(self, *, limit: int, rows: int = 1, **kwargs: Any) -> None:
        attrs: dict[str, Any] = {"data-limit": limit, "autocomplete": "off"}
        widget = forms.Textarea(attrs=attrs | {"rows": rows}) if rows > 1 else forms.TextInput(attrs=attrs)
        super().__init__(required=False, widget=widget, **kwargs)
        self.limit = limit

    def to_python(self, value: Any) -> str:
        """As it is stored: clean, and on one line."""
        return tidy(super().to_python(value) or "")

    def validate(self, value: Any) -> None:
        super().validate(value)
        length = len(value)
        if length > self.limit:
            raise forms.ValidationError(
                _("Te lang voor de praatplaat: %(length)d tekens, er passen er %(limit)d.")
                % {"length": length, "limit": self.limit}
            )


class Percent(forms.FloatField):
    """A place on the sheet; a whole number is shown as one."""

    def __init__(self, **kwargs: Any) -> None:
        outside = _("Kies een getal van 0 tot en met 100.")
        messages = {"min_value": outside, "max_value": outside}
        attrs = {"step": 0.5, "inputmode": "decimal"}
        super().__init__(
            required=False,
            min_value=0,
            max_value=100,
            error_messages=messages,
            widget=forms.NumberInput(attrs=attrs),
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return f"{value:g}" if isinstance(value, float) else value


def all_fields(defaults: PosterDefaults) -> Iterator[tuple[str, Named]]:
    """Every field as (parts it is put back with, (name, field))."""
    for part, fields in (
        ("texts", _texts()),
        ("proud", _lines("proud", _("Trots"), limits.LIST_ITEM)),
        ("worries", _lines("worries", _("Zorg"), limits.LIST_ITEM)),
        ("open_balloons", _lines("open_balloons", _("Ballon"), limits.OPEN_BALLOON)),
        ("figures", _figures(defaults)),
    ):
        yield from ((part, named) for named in fields)
    for key, island in defaults.islands.items():
        yield from ((f"choice choice-{key}", _about(island.title, named)) for named in _choice(key))
        yield from (
            (f"theme-{key}", _about(island.title, named)) for named in _theme(key, bool(island.quote))
        )
        place = (_about(island.title, named) for named in _position(key))
        yield from ((f"theme-{key} position-{key}", named) for named in place)


def _texts() -> list[Named]:
    return [
        ("title", TextOnPoster(label=_("Titel"), limit=limits.TITLE)),
        ("subtitle", TextOnPoster(label=_("Zin onder de titel"), limit=limits.SUBTITLE)),
        ("contact", TextOnPoster(
            label=_("Waar kunnen bewoners terecht?"), limit=CONTACT, rows=2,
            help_text=_("Een plek en tijd van het team. Geen gegevens van bewoners."),
        )),
        ("date", TextOnPoster(label=_("Datum"), limit=30)),
        ("street", forms.ChoiceField(
            label=_("Soort straat op de tekening"), choices=StreetKind.choices,
            required=False, widget=forms.RadioSelect,
        )),
    ]  # fmt: skip


def _lines(name: str, label: str, limit: int) -> list[Named]:
    return [
        (f"{name}_{n}", TextOnPoster(label=f"{label} {n}", limit=limit)) for n in range(1, LISTS[name] + 1)
    ]


def _figures(defaults: PosterDefaults) -> list[Named]:
    offered = [
        (name, _("%(tens)d van de 10 %(text)s") % {"tens": figure.tens, "text": figure.text})
        for name, figure in defaults.sayings.items()
    ]
    fields: list[Named] = []
    for n in range(1, FIGURES + 1):
        choice = forms.ChoiceField(
            label=_("Cijfer %d") % n, choices=[("", _("geen cijfer")), *offered], required=False
        )
        text = TextOnPoster(label=_("Woorden bij cijfer %d") % n, limit=limits.FIGURE)
        fields += [(f"figure_{n}_saying", choice), (f"figure_{n}_text", text)]
    return fields


def _choice(key: str) -> list[Named]:
    place = forms.IntegerField(
        label=_("Volgorde"),
        required=False,
        min_value=1,
        widget=forms.NumberInput(attrs={"min": 1, "max": 99}),
    )
    return [
        (theme_field(key, "chosen"), forms.BooleanField(label=_("Op de praatplaat"), required=False)),
        (theme_field(key, "place"), place),
    ]


def _about(title: str, named: Named) -> Named:
    """The same field, which says of which theme it is when something is wrong with it."""
    named[1].about = title  # type: ignore[attr-defined]
    return named


def _theme(key: str, quotable: bool) -> list[Named]:
    fields: list[Named] = [
        (theme_field(key, "title"), TextOnPoster(label=_("Titel"), limit=limits.ISLAND_TITLE)),
        (theme_field(key, "sentence"), TextOnPoster(label=_("Zin"), limit=limits.SENTENCE, rows=2)),
        (theme_field(key, "drawing"), forms.ChoiceField(
            label=_("Tekening"), choices=list(LABELS.items()), required=False,
            widget=forms.Select(attrs={"data-drawing": ""}),
        )),
    ]  # fmt: skip
    quote = TextOnPoster(
        label=_("Uitspraak"), limit=limits.QUOTE, rows=2, disabled=not quotable,
        help_text=_("Je kunt woorden weglaten of het veld leegmaken. Andere woorden? Doe dat bij het thema."),
    )  # fmt: skip
    return (
        [*fields, (theme_field(key, "quote"), quote)]
        if quotable
        else [*fields, (theme_field(key, "quote"), _no_quote())]
    )


def _no_quote() -> forms.Field:
    return forms.CharField(label=_("Uitspraak"), required=False, disabled=True, widget=forms.HiddenInput)


def _position(key: str) -> list[Named]:
    return [
        (theme_field(key, "x"), Percent(label=_("Van links (%)"))),
        (theme_field(key, "y"), Percent(label=_("Van boven (%)"))),
    ]
