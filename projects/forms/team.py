"""Forms of the team on the road (V3): when somebody can, and who does what on a visit."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa import windows
from msa.privacy.text import clean_text
from msa.ui.days import DayField
from msa.windows import Outcome, Window
from projects.models import Membership, VisitDuty
from projects.models.team import MOST_VISITS
from projects.overviews.duties import Division, DutyLine
from projects.overviews.team import availability_of
from projects.services.team import Days
from projects.team.duties import ALONE, IN_A_PAIR, LEADING, LEADING_IN_A_PAIR, OWN_KEYS, PROPOSAL
from projects.team.week import DAYS, HALF_DAYS, PARTS, in_order

MOST_ABSENCES = 6
FARTHEST = timedelta(days=550)  # a holiday farther away is a slip of the pen
NOTE_LENGTH, TITLE_LENGTH = 240, 80


def _day(label: Any) -> DayField:
    field = DayField(label=label, required=False)
    field.one_of_several = True  # type: ignore[attr-defined] # an empty row is not marked as optional
    return field


class AvailabilityForm(forms.Form):
    """The half-days of an ordinary week, how many visits at most, and when somebody is away."""

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

    def __init__(self, membership: Membership, data: Any = None) -> None:
        said = availability_of(membership)
        today = timezone.localdate()
        self.away = [one for one in membership.absences.all() if one.last_day >= today]
        initial: dict[str, Any] = (
            {"half_days": said.half_days, "most_visits": said.most_visits} if said else {}
        )
        super().__init__(data, initial=initial, use_required_attribute=False)
        for number in range(MOST_ABSENCES):
            self.fields[f"first{number}"] = _day(gettext_lazy("Eerste dag"))
            self.fields[f"last{number}"] = _day(gettext_lazy("Laatste dag"))
            if number < len(self.away):
                self.initial[f"first{number}"] = self.away[number].first_day
                self.initial[f"last{number}"] = self.away[number].last_day

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
        """The rows of days away: what is filled in, and two empty ones."""
        rows = [{"first": self[f"first{n}"], "last": self[f"last{n}"]} for n in range(MOST_ABSENCES)]
        filled = [n for n, row in enumerate(rows) if row["first"].value() or row["last"].value()]
        return rows[: max(filled, default=-1) + 3]

    def clean(self) -> dict[str, Any]:
        """An absence has two days, in the right order, not in a far future."""
        cleaned = super().clean() or self.cleaned_data
        for number in range(MOST_ABSENCES):
            self._check_absence(f"first{number}", f"last{number}", cleaned)
        return cleaned

    def _check_absence(self, first_name: str, last_name: str, cleaned: dict[str, Any]) -> None:
        if {first_name, last_name} & set(self.errors):
            return
        first, last = cleaned.get(first_name), cleaned.get(last_name)
        if bool(first) != bool(last):
            self.add_error(last_name if first else first_name, _("Vul ook deze dag in."))
        elif first and last < first:
            self.add_error(last_name, _("De laatste dag ligt voor de eerste."))
        elif first and first > timezone.localdate() + FARTHEST:
            self.add_error(first_name, _("Deze dag ligt wel erg ver weg. Klopt het jaar?"))

    def half_days_chosen(self) -> list[str]:
        """Keys of the half-days, in order. Only after is_valid()."""
        return in_order(self.cleaned_data["half_days"])

    def days_away(self) -> list[Days]:
        """First and last day of each absence that is not over. Only after is_valid()."""
        pairs = [
            (self.cleaned_data[f"first{n}"], self.cleaned_data[f"last{n}"]) for n in range(MOST_ABSENCES)
        ]
        today: date = timezone.localdate()
        return [(first, last) for first, last in pairs if first and last >= today]


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
