"""The form in which a team agrees who does what on a visit (V3)."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa import windows
from msa.privacy.text import clean_text
from msa.windows import Outcome, Window
from projects.models import VisitDuty
from projects.overviews.duties import Division, DutyLine
from projects.team.duties import ALONE, IN_A_PAIR, LEADING, LEADING_IN_A_PAIR, OWN_KEYS, PROPOSAL

NOTE_LENGTH, TITLE_LENGTH = 240, 80


class DutiesForm(forms.Form):
    """Who does each thing on a visit. The proposal's duties are always there; four more are one's own."""

    def __init__(self, division: Division, data: Any = None) -> None:
        self.kept = {line.key: line for line in division.lines}
        self.overtaken: dict[str, str] = {}
        kept = {name: value for line in self.kept.values() for name, value in _values(line).items()}
        sent = Window.posted(data.get(windows.FIELD, "")) if data is not None else None
        super().__init__(data, initial=kept, use_required_attribute=False)
        for key in (*(duty.key for duty in PROPOSAL), *OWN_KEYS):
            self._add(key)
        self.known = {name: kept.get(name, "") for name in self.fields}
        self.window = sent or Window.opened(self.known)

    def _add(self, key: str) -> None:
        if key in OWN_KEYS:
            self.fields[f"title-{key}"] = forms.CharField(
                label=gettext_lazy("Wat moet er gebeuren?"), max_length=TITLE_LENGTH, required=False
            )
        pair = LEADING_IN_A_PAIR if key == LEADING else IN_A_PAIR
        self.fields[f"pair-{key}"] = forms.ChoiceField(
            label=gettext_lazy("Met z’n tweeën"), choices=list(pair.items()), required=False
        )
        self.fields[f"alone-{key}"] = forms.ChoiceField(
            label=gettext_lazy("Alleen"), choices=list(ALONE.items()), required=False
        )
        self.fields[f"note-{key}"] = forms.CharField(
            label=gettext_lazy("Zo doen we dat"),
            max_length=NOTE_LENGTH,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        for part in ("pair", "alone", "note", "title"):
            if field := self.fields.get(f"{part}-{key}"):
                field.one_of_several = True  # type: ignore[attr-defined] # open is an answer too

    def rows(self) -> Iterator[dict[str, Any]]:
        """The duties of the proposal, with their fields."""
        for duty in PROPOSAL:
            yield {"title": duty.title, "key": duty.key} | self._fields_of(duty.key)

    def own_rows(self) -> Iterator[dict[str, Any]]:
        """The team's own duties, with their fields, and one that is empty; a next one comes after saving."""
        used = [key for key in OWN_KEYS if self._is_used(key)]
        for key in [*used, *(key for key in OWN_KEYS if key not in used)][: len(used) + 1]:
            yield {"key": key, "name": self[f"title-{key}"]} | self._fields_of(key)

    @property
    def has_own(self) -> bool:
        """Whether one of the team's own duties is filled in."""
        return any(self._is_used(key) for key in OWN_KEYS)

    def _is_used(self, key: str) -> bool:
        parts = ("title", "pair", "alone", "note")
        return any(self[f"{part}-{key}"].value() for part in parts)

    def _fields_of(self, key: str) -> dict[str, Any]:
        return {part: self[f"{part}-{key}"] for part in ("pair", "alone", "note")}

    def clean(self) -> dict[str, Any]:
        """Nothing lost of what a colleague changed meanwhile; a duty of one's own has a name."""
        cleaned = super().clean() or self.cleaned_data
        for name in self.fields:
            cleaned[name] = self._meet(name, clean_text(str(cleaned.get(name) or "")))
        # What was shown here now counts as seen: a second save goes through.
        self.window = Window(self.window.key, self.window.loaded | Window.opened(self.overtaken).loaded)
        for key in OWN_KEYS:
            told = any(cleaned[f"{part}-{key}"] for part in ("pair", "alone", "note"))
            if told and not cleaned[f"title-{key}"]:
                self.add_error(f"title-{key}", _("Schrijf op wat er moet gebeuren."))
        return cleaned

    def _meet(self, name: str, typed: str) -> str:
        """What has to stand in a field, when another window may have written there too."""
        outcome = self.window.outcome(name, typed, self.known[name])
        if outcome is Outcome.OVERTAKEN:
            field: Any = self.fields[name]
            theirs = dict(getattr(field, "choices", [])).get(self.known[name], self.known[name])
            text = _("Intussen maakte een collega hiervan: ‘%s’. Kies wat het wordt en bewaar nog eens.")
            self.add_error(name, text % (theirs or _("leeg")))
            self.overtaken[name] = self.known[name]
        return self.known[name] if outcome is Outcome.LEAVE else typed

    def duties(self) -> list[VisitDuty]:
        """What to keep, in order. Only after is_valid()."""
        own = [key for key in OWN_KEYS if self.cleaned_data[f"title-{key}"]]
        return [self._duty(key) for key in (*(duty.key for duty in PROPOSAL), *own)]

    def _duty(self, key: str) -> VisitDuty:
        data = self.cleaned_data
        return VisitDuty(
            key=key,
            title=data.get(f"title-{key}", ""),
            **{part: data[f"{part}-{key}"] for part in ("pair", "alone", "note")},
        )


def _values(line: DutyLine) -> dict[str, str]:
    """What stands in the fields of one duty."""
    found = {f"{part}-{line.key}": getattr(line, part) for part in ("pair", "alone", "note")}
    return found | ({f"title-{line.key}": line.title} if line.key in OWN_KEYS else {})
