"""Composing the poster: everything on one form, read along, nothing lost when something is wrong."""

from collections import Counter
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from msa.privacy.text import clean_text
from neighbourhood.forms.poster.fields import TextOnPoster, all_fields
from neighbourhood.forms.poster.values import (
    FIGURES,
    POSITION,
    Values,
    chosen_keys,
    theme_field,
    typed_of,
    values_of,
)
from neighbourhood.forms.readalong import ReadsAlong
from neighbourhood.publication.poster import limits
from neighbourhood.services.posterdefaults import PosterDefaults
from neighbourhood.services.shortening import is_shortening
from projects.models import Project

FEWEST, MOST = 5, 7
# Where to find the team: an address or number of the team itself is meant to stand there.
NOT_READ = ("contact",)


class PosterForm(ReadsAlong):
    """The poster as fields. `typed()` is what has to be stored; `tried()` the same for a preview.

    project: with whose words it is read along; None for a preview, which stores nothing.
    """

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        defaults: PosterDefaults,
        stored: dict[str, Any],
        project: Project | None = None,
    ) -> None:
        self.defaults = defaults
        self.standing = values_of(defaults, {})
        self.project = project
        super().__init__(data, initial=values_of(defaults, stored))
        self.parts: dict[str, list[str]] = {}
        for parts, (name, field) in all_fields(defaults):
            self._add(parts, name, field)

    def _add(self, parts: str, name: str, field: forms.Field) -> None:
        standing = self.standing[name]
        field.widget.attrs |= {"data-part": parts, "data-default": _written(standing)}
        field.one_of_several = True  # type: ignore[attr-defined]  # nothing here is obligatory; saying so at every field would be noise
        self.fields[name] = field
        for part in parts.split():
            self.parts.setdefault(part, []).append(name)

    def put_back(self, part: str) -> None:
        """Let the fields of one part (or of everything, 'all') hold the default, whatever was sent."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # always a QueryDict here
        for name in self.parts.get(part, list(self.standing) if part == "all" else []):
            standing = self.standing[name]
            data.pop(name, None)
            if _written(standing):
                data[name] = _written(standing)
        self.data = data

    def clean(self) -> Values:
        cleaned = super().clean() or {}
        self._tidy(cleaned)
        if self.project:
            self.read_along(self.project, self._written_here(cleaned))
        self._check_quotes(cleaned)
        self._check_choice(cleaned)
        self._check_figures(cleaned)
        self._check_positions(cleaned)
        self._check_source(cleaned)
        return cleaned

    def _tidy(self, cleaned: Values) -> None:
        for name, field in self.fields.items():
            if isinstance(field, TextOnPoster) and name in cleaned:
                cleaned[name] = " ".join(clean_text(cleaned[name]).split())

    def _written_here(self, cleaned: Values) -> list[str]:
        """The texts that were typed here: what the defaults say was read when it was written."""
        texts = (name for name, field in self.fields.items() if isinstance(field, TextOnPoster))
        return [name for name in texts if name not in NOT_READ and cleaned.get(name) != self.standing[name]]

    def _check_quotes(self, cleaned: Values) -> None:
        for key, island in self.defaults.islands.items():
            name = theme_field(key, "quote")
            if name in cleaned and not is_shortening(cleaned[name], island.quote):
                self.add_error(
                    name, _("Hier kun je alleen woorden weglaten. Goedgekeurd is: ‘%s’") % island.quote
                )

    def _check_choice(self, cleaned: Values) -> None:
        complete = {name: cleaned.get(name) for name in self.standing}
        chosen = chosen_keys(self.defaults, complete)
        fewest = min(FEWEST, len(self.defaults.islands))
        if tuple(chosen) != self.defaults.chosen and not fewest <= len(chosen) <= MOST:
            self.add_error(
                None,
                _("Kies vijf tot zeven thema's voor de praatplaat; het zijn er nu %d.") % len(chosen)
                if fewest == FEWEST
                else _("Kies al jullie thema's: er zijn er nog maar %d.") % fewest,
            )

    def _check_figures(self, cleaned: Values) -> None:
        names = [cleaned.get(f"figure_{n}_saying") for n in range(1, FIGURES + 1)]
        twice = {name for name, count in Counter(filter(None, names)).items() if count > 1}
        for n, name in reversed(list(enumerate(names, start=1))):
            if name in twice:
                self.add_error(f"figure_{n}_saying", _("Dit cijfer staat er al."))
                twice.discard(name)

    def _check_positions(self, cleaned: Values) -> None:
        for key in self.defaults.islands:
            names = [theme_field(key, part) for part in POSITION]
            found = [cleaned.get(name) for name in names]
            if found.count(None) == 1 and not any(name in self.errors for name in names):
                missing = names[found.index(None)]
                self.add_error(missing, _("Vul allebei de getallen in, of geen van beide."))
            for name, value in zip(names, found, strict=True):
                if value is not None:
                    cleaned[name] = min(max(value, 0.0), 100.0)

    def _check_source(self, cleaned: Values) -> None:
        """Reach, contact and date share one line on paper."""
        contact, day = cleaned.get("contact") or "", cleaned.get("date") or ""
        if contact == self.standing["contact"] and day == self.standing["date"]:
            return
        room = limits.SOURCE - len(self.defaults.content.reach) - len(day)
        if contact and len(contact) > room:
            self.add_error(
                "contact", _("Te lang om met de datum op één regel te passen: er passen %d tekens.") % room
            )

    def typed(self) -> dict[str, Any]:
        """What differs from the default, to be stored. Call it after `is_valid`."""
        return typed_of(self.defaults, self.cleaned_data)

    def tried(self) -> dict[str, Any]:
        """The same while something may still be wrong: a text as it is, anything else as it stood."""
        self.is_valid()
        return typed_of(self.defaults, {name: self._tried(name) for name in self.standing})

    def _tried(self, name: str) -> Any:
        if not self.is_bound or name in self.cleaned_data:
            return self.cleaned_data[name] if self.is_bound else self.initial[name]
        if isinstance(self.fields[name], TextOnPoster):
            return " ".join(clean_text(self.data.get(name, "")).split())
        return self.initial[name]


def _written(standing: Any) -> str:
    """A default as a browser would send it; empty for nothing and for a tick that is not there."""
    if standing is True:
        return "on"
    return "" if standing in (None, False) else str(standing)
