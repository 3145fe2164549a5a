"""The form in which somebody says when visits are possible (V3); the same one may be open in two windows."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa import windows
from msa.ui.days import DayField
from msa.windows import Outcome, Window
from projects.models import Membership
from projects.models.team import MOST_VISITS
from projects.overviews.team import availability_of
from projects.services.team import Days
from projects.team.week import DAYS, HALF_DAYS, PARTS, in_order

MOST_ROWS = 30
FARTHEST = timedelta(days=550)  # a holiday farther away is a slip of the pen
LONGEST = timedelta(days=366)  # who is away for longer hands over
_FIRST = re.compile(r"first(\d{1,2})")


class AvailabilityForm(forms.Form):
    """The half-days of an ordinary week, how many visits at most, and when somebody is away.

    What was changed in another window meanwhile stays: each half-day, the number and each absence are taken
    over from here only where they were changed here.
    """

    half_days = forms.MultipleChoiceField(
        label=gettext_lazy("Wanneer kun je?"),
        choices=[(half.key, half.key) for half in HALF_DAYS],
        required=False,
    )
    most_visits = forms.IntegerField(
        label=gettext_lazy("Hoeveel bezoeken hooguit per week?"),
        help_text=gettext_lazy("Reken voor één bezoek op anderhalf uur, met de registratie erbij."),
        required=False,
        min_value=1,
        max_value=MOST_VISITS,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    def __init__(self, membership: Membership, data: QueryDict | None = None, rows: str = "") -> None:
        """rows: 'add' or 'remove-2' to show what was typed with one row more or less, nothing checked yet."""
        self.kept = _kept(membership)
        self.new_row = -1
        initial: dict[str, Any]
        if data is not None and rows:
            initial, bound = self._reshaped(data, rows), None
        else:
            initial, bound = _initial(self.kept), data
        super().__init__(bound, initial=initial, use_required_attribute=False)
        self.count = _count(initial if bound is None else bound) + (bound is None and not rows)
        self.count = min(max(self.count, 1), MOST_ROWS)
        for number in range(self.count):
            self._add_row(number)
        sent = Window.posted(str(data.get(windows.FIELD, ""))) if data is not None else None
        self.window = sent if data is not None else Window.opened(_shown(self.kept))

    def _add_row(self, number: int) -> None:
        for name, label in (("first", gettext_lazy("Eerste dag")), ("last", gettext_lazy("Laatste dag"))):
            field = DayField(label=label, required=False)
            field.one_of_several = True  # type: ignore[attr-defined] # an empty row is not marked as optional
            field.about = row_name(number)  # type: ignore[attr-defined] # in the list of what is wrong
            if number == self.new_row and name == "first":
                field.widget.attrs["autofocus"] = True
            self.fields[f"{name}{number}"] = field

    def _reshaped(self, data: QueryDict, rows: str) -> dict[str, Any]:
        """What was typed as initial values, with one empty row more or one row less."""
        pairs = [(data.get(f"first{n}", ""), data.get(f"last{n}", "")) for n in range(_count(data))]
        if rows == "add":
            pairs.append(("", ""))
            self.new_row = len(pairs) - 1
        else:
            pairs = [pair for n, pair in enumerate(pairs) if rows != f"remove-{n}"] or [("", "")]
        found = {"half_days": data.getlist("half_days"), "most_visits": data.get("most_visits", "")}
        return found | _row_values(pairs)

    @property
    def may_add(self) -> bool:
        """Whether there is room for one more row."""
        return self.count < MOST_ROWS

    def grid(self) -> list[dict[str, Any]]:
        """The half-days as rows of a table, each box with whether it is ticked."""
        chosen = set(self["half_days"].value() or [])
        return [
            {
                "label": DAYS[number],
                "boxes": [
                    {"key": half.key, "label": half.label, "part": PARTS[half.part], "on": half.key in chosen}
                    for half in HALF_DAYS
                    if half.day == number
                ],
            }
            for number in range(len(DAYS))
        ]

    def absence_rows(self) -> list[dict[str, Any]]:
        """The rows of days away, each with its name, its fields and how to take it away."""
        return [
            {"name": row_name(n), "first": self[f"first{n}"], "last": self[f"last{n}"], "key": f"remove-{n}"}
            for n in range(self.count)
        ]

    def clean(self) -> dict[str, Any]:
        """An absence has two days, in the right order, not in a far future."""
        cleaned = super().clean() or self.cleaned_data
        for number in range(self.count):
            self._check_absence(f"first{number}", f"last{number}", cleaned)
        return cleaned

    def _check_absence(self, first_name: str, last_name: str, cleaned: dict[str, Any]) -> None:
        if {first_name, last_name} & set(self.errors):
            return
        if cleaned.get(first_name) and not cleaned.get(last_name):
            cleaned[last_name] = cleaned[first_name]  # one day
        first, last = cleaned.get(first_name), cleaned.get(last_name)
        if not first and last:
            self.add_error(first_name, _("Vul ook deze dag in."))
        elif first and last and (wrong := _why_impossible(first, last)):
            name, text = wrong
            self.add_error(first_name if name == "first" else last_name, text)

    def outcome(self) -> dict[str, Any]:
        """What to keep, as `set_availability` takes it. Only after is_valid()."""
        typed = _Said(
            tuple(in_order(self.cleaned_data["half_days"])), self.cleaned_data["most_visits"], self._away()
        )
        now, wanted = _shown(self.kept), _shown(typed)
        merged = {name: self._met(name, wanted.get(name), now.get(name)) for name in {*now, *wanted}}
        return {
            "half_days": in_order([half.key for half in HALF_DAYS if merged.get(f"half:{half.key}")]),
            "most_visits": merged["most_visits"],
            "away": joined(
                _days(name) for name, there in merged.items() if there and name.startswith("away:")
            ),
        }

    def _met(self, name: str, typed: Any, kept: Any) -> Any:
        """What has to stand for one thing; these are choices, so the last window that changed it wins."""
        if self.window is None:
            return typed
        # What was not there when this window opened has no digest; that is the same as nothing.
        loaded = Window.opened({name: None}).loaded | self.window.loaded
        found = Window(self.window.key, loaded).outcome(name, typed, kept)
        return kept if found is Outcome.LEAVE else typed

    def elsewhere(self) -> bool:
        """Whether something of what is kept was changed in another window since this one was opened."""
        if self.window is None:
            return False
        now = Window.opened(_shown(self.kept)).loaded
        empty = Window.opened({"": None}).loaded[""]
        return any(
            now.get(name, empty) != self.window.loaded.get(name, empty)
            for name in {*now, *self.window.loaded}
        )

    def _away(self) -> tuple[Days, ...]:
        """First and last day of each absence; those that overlap are one."""
        pairs = ((self.cleaned_data[f"first{n}"], self.cleaned_data[f"last{n}"]) for n in range(self.count))
        return joined((first, last) for first, last in pairs if first)


class _Said:
    """What somebody said: half-days by key, visits a week, and days away."""

    def __init__(self, half_days: Iterable[str], most_visits: int | None, away: Iterable[Days]) -> None:
        self.half_days, self.most_visits, self.away = tuple(half_days), most_visits, tuple(away)


def _why_impossible(first: date, last: date) -> tuple[str, str] | None:
    """At which day it is wrong ('first' or 'last') and what, in Dutch; None when nothing is."""
    today = timezone.localdate()
    if last < first:
        return "last", _("De laatste dag ligt voor de eerste.")
    if first > today + FARTHEST:
        return "first", _("Deze dag ligt wel erg ver weg. Klopt het jaar?")
    if last - first >= LONGEST:
        return "last", _(
            "Dit is langer dan een jaar. Kloppen de jaren? Ben je echt zo lang weg, draag dan over."
        )
    if last < today:
        return "last", _(
            "Deze dag is al voorbij. Klopt het jaar? Haal de rij weg als die niet meer nodig is."
        )
    return None


def joined(away: Iterable[Days]) -> tuple[Days, ...]:
    """Absences in order, those that overlap as one."""
    found: list[Days] = []
    for first, last in sorted(away):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def row_name(number: int) -> str:
    """The name of a row of days away."""
    return _("Afwezig %(number)d") % {"number": number + 1}


def _kept(membership: Membership) -> _Said:
    said = availability_of(membership)
    today = timezone.localdate()
    away = [(one.first_day, one.last_day) for one in membership.absences.all() if one.last_day >= today]
    return _Said(said.half_days if said else (), said.most_visits if said else None, away)


def _initial(kept: _Said) -> dict[str, Any]:
    return {"half_days": list(kept.half_days), "most_visits": kept.most_visits} | _row_values(kept.away)


def _row_values(pairs: Iterable[tuple[Any, Any]]) -> dict[str, Any]:
    numbered = list(enumerate(pairs))
    return {f"first{n}": first for n, (first, _last) in numbered} | {
        f"last{n}": last for n, (_first, last) in numbered
    }


def _count(values: Iterable[str]) -> int:
    """How many rows of days away there are among these names."""
    numbers = [int(found[1]) for name in values if (found := _FIRST.fullmatch(name.replace("last", "first")))]
    return min(max(numbers, default=-1) + 1, MOST_ROWS)


def _shown(said: _Said) -> dict[str, Any]:
    """Each thing that can be changed by itself, with what stands there; as text that a window can carry."""
    halves = {f"half:{half.key}": half.key in said.half_days for half in HALF_DAYS}
    away = {f"away:{first.isoformat()}/{last.isoformat()}": True for first, last in said.away}
    return {**halves, "most_visits": said.most_visits, **away}


def _days(name: str) -> Days:
    first, last = name.removeprefix("away:").split("/")
    return date.fromisoformat(first), date.fromisoformat(last)
