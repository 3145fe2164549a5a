"""Composing the poster: everything on one form, read along, nothing lost when something is wrong."""

from collections import Counter
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from msa.windows import FIELD, Window
from neighbourhood.forms.onpaper import refusal
from neighbourhood.forms.poster.fields import TextOnPoster, all_fields
from neighbourhood.forms.poster.things import LAST_ONE_WINS, fields_of, things
from neighbourhood.forms.poster.values import (
    FIGURES,
    POSITION,
    Values,
    chosen_keys,
    theme_field,
    tidy,
    typed_of,
    values_of,
)
from neighbourhood.forms.readalong import ReadsAlong
from neighbourhood.publication.poster import limits
from neighbourhood.services.merging import Overtaken, caught_up, merged, told
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
        self.window = Window.posted(data.get(FIELD, "")) if data is not None else self._opened()
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
        for name in self.parts.get(part, list(self.standing) if part == "all" else []):
            self._hold(name, self.standing[name])

    def clean(self) -> Values:
        cleaned = super().clean() or {}
        here = self._written_here(cleaned)
        if self.project:
            self.read_along(self.project, [name for name in here if name not in NOT_READ])
        self._check_characters(cleaned, here)
        self._check_quotes(cleaned)
        self._check_choice(cleaned)
        self._check_figures(cleaned)
        self._check_positions(cleaned)
        self._check_source(cleaned)
        return cleaned

    def _written_here(self, cleaned: Values) -> list[str]:
        """The texts that were typed here: what the defaults say was read when it was written."""
        texts = (name for name, field in self.fields.items() if isinstance(field, TextOnPoster))
        return [name for name in texts if cleaned.get(name, "") not in ("", self.standing[name])]

    def _check_characters(self, cleaned: Values, names: list[str]) -> None:
        for name in names:
            if name in cleaned and (message := refusal(cleaned[name])):
                self.add_error(name, message)

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

    def _opened(self) -> Window:
        return Window.opened(things(self.defaults, dict(self.initial)))

    def typed_over(self, stored: dict[str, Any]) -> dict[str, Any]:
        """What has to be stored now that `stored` stands there: that which differs from the default, with
        what was not changed in this window as it is. Call it after `is_valid`. Raises Overtaken.
        """
        kept = values_of(self.defaults, stored)
        typed = {name: self.cleaned_data[name] for name in self.standing}
        mine, theirs = things(self.defaults, typed), things(self.defaults, kept)
        asked = [name for name in mine if name not in LAST_ONE_WINS and self._words_of(name)]
        result = merged(self.window, mine, theirs, asked=asked)
        left = [name for name, value in result.items() if value != mine[name]]
        names = [field for name in left for field in fields_of(self.defaults, name)]
        return typed_of(self.defaults, typed | {name: kept[name] for name in names})

    def overtaken(self, found: Overtaken, stored: dict[str, Any]) -> None:
        """Say at each field what another wrote there; where nothing was changed, hold what is there now."""
        kept = values_of(self.defaults, stored)
        for thing in found.now:
            for name in fields_of(self.defaults, thing):
                self._hold(name, kept[name])
                self.cleaned_data[name] = kept[name]
        for thing in found.theirs:
            texts = self._words_of(thing)
            self.add_error(texts[0], told(" · ".join(kept[name] for name in texts if kept[name])))
        self.window = caught_up(self.window, found)

    def _words_of(self, thing: str) -> list[str]:
        names = fields_of(self.defaults, thing)
        return [name for name in names if isinstance(self.fields[name], TextOnPoster)]

    def _hold(self, name: str, value: Any) -> None:
        """Let a field hold a value, whatever was sent."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # always a QueryDict here
        data.pop(name, None)
        if _written(value):
            data[name] = _written(value)
        self.data = data

    def tried(self) -> dict[str, Any]:
        """The same while something may still be wrong: a text as it is, anything else as it stood."""
        self.is_valid()
        return typed_of(self.defaults, {name: self._tried(name) for name in self.standing})

    def _tried(self, name: str) -> Any:
        if not self.is_bound or name in self.cleaned_data:
            return self.cleaned_data[name] if self.is_bound else self.initial[name]
        if isinstance(self.fields[name], TextOnPoster):
            return tidy(self.data.get(name, ""))
        return self.initial[name]


def _written(standing: Any) -> str:
    """A default as a browser would send it; empty for nothing and for a tick that is not there."""
    if standing is True:
        return "on"
    if isinstance(standing, float):
        return f"{standing:g}"
    return "" if standing in (None, False) else str(standing)
