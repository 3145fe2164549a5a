"""Forms about the time line (V8)."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from msa import windows
from msa.ui.days import DayField
from msa.windows import Outcome, Window
from projects.access import roles_for
from projects.forms.reading import ReadsAlong
from projects.models import Block, Membership, Project, Role, TimelineItem
from projects.models.timeline import Heaviness, Kind, Lane, why_far, why_impossible
from projects.overviews.timeline import EDIT
from projects.services.timeline import FIELDS
from projects.timeline.kinds import FACTS, kinds_in, lane_of

HIDDEN_FROM = (Role.ADMINISTRATOR,)  # who only keeps the accounts has no place in a calendar


class ItemForm(ReadsAlong):
    """Everything about one item. A field that another window changed too is told, and nothing is stored.

    Title and note are read along: residents see the title, and it goes into calendars.
    """

    title = forms.CharField(
        label=_("Titel"),
        max_length=80,
        help_text=_("Kort: dit staat in de balk. Noem geen bewoners en geen adressen."),
    )
    kind = forms.ChoiceField(label=_("Wat is het?"))
    block = forms.ModelChoiceField(
        queryset=Block.objects.none(), label=_("Waar?"), required=False, empty_label=_("de hele buurt")
    )
    starts_on = DayField(label=_("Eerste dag"))
    ends_on = DayField(label=_("Laatste dag"))
    heaviness = forms.ChoiceField(
        label=_("Hoe zwaar is het voor wie er woont?"),
        choices=[("", _("zoals gewoon is voor dit soort werk")), *Heaviness.choices],
        required=False,
        help_text=_("Alleen voor werk aan de woningen."),
    )
    note = forms.CharField(
        label=_("Toelichting"),
        max_length=600,
        required=False,
        help_text=_("Voor het team. Noem geen bewoners."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    roles = forms.MultipleChoiceField(
        label=_("Voor wie is dit?"),
        choices=[(role.value, role.label) for role in Role if role not in HIDDEN_FROM],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Het komt in hun agenda. Vink niemand aan als het voor iedereen is, ook voor bewoners."),
    )

    def __init__(
        self, membership: Membership, item: TimelineItem | None = None, data: Any = None, **options: Any
    ):
        self.item = item
        self.project = membership.project
        initial = (values_of(item) if item else {}) | options.pop("initial", {})
        super().__init__(data, initial=initial, **options)
        fields: Any = self.fields
        fields["block"].queryset = membership.project.blocks.all()
        fields["kind"].choices = self._kinds(membership)
        sent = Window.posted(data.get(windows.FIELD, "")) if data and item else None
        self.window = sent or (Window.opened(values_of(item)) if item else None)

    def _kinds(self, membership: Membership) -> list[Any]:
        lanes = list(Lane) if membership.role in roles_for(EDIT) else [Lane.WORKS]
        return [(lane.label, [(kind.value, kind.label) for kind in kinds_in(lane)]) for lane in lanes]

    def clean(self) -> dict[str, Any]:
        """Days that can be, a heaviness for works only, and no word of another window lost."""
        cleaned = super().clean() or self.cleaned_data
        if self.item is not None and self.window is not None:
            self._merge(cleaned, self.item, self.window)
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        problem = why_impossible(starts_on, ends_on) if starts_on and ends_on else ""
        if problem:
            self.add_error("ends_on", problem)
        if cleaned.get("kind"):
            cleaned["heaviness"] = _heaviness(cleaned["kind"], cleaned.get("heaviness", ""))
        return cleaned

    def _merge(self, cleaned: dict[str, Any], item: TimelineItem, window: Window) -> None:
        kept = values_of(item)
        overtaken = {}
        for name in set(FIELDS) & set(cleaned):
            found = window.outcome(name, _plain(name, cleaned[name]), kept[name])
            if found is Outcome.LEAVE:
                cleaned[name] = getattr(item, name)
            elif found is Outcome.OVERTAKEN:
                overtaken[name] = kept[name]
        for name in overtaken:
            text = _now("Intussen veranderde iemand anders dit in ‘%s’. Kies wat klopt en bewaar nog eens.")
            self.add_error(name, text % _shown(item, name))
        self.window = Window(window.key, window.loaded | Window.opened(overtaken).loaded)

    def values(self) -> dict[str, Any]:
        """What was filled in, for the service. Only after is_valid()."""
        return {name: self.cleaned_data[name] for name in FIELDS}


def _heaviness(kind: str, chosen: str) -> str:
    if lane_of(kind) == Lane.SOCIAL:
        return ""
    return chosen or FACTS[kind].heaviness


def values_of(item: TimelineItem) -> dict[str, Any]:
    """What stands in each field of the form for `item`, as plain values."""
    return {name: _plain(name, getattr(item, name)) for name in FIELDS}


def _plain(name: str, value: Any) -> Any:
    if name == "block":
        return value.pk if value else None
    return value.isoformat() if name in {"starts_on", "ends_on"} else value


def _shown(item: TimelineItem, name: str) -> str:
    """A value as people read it."""
    if name == "kind":
        return str(Kind(item.kind).label)
    if name == "roles":
        return ", ".join(str(Role(role).label) for role in item.roles) or _now("iedereen")
    if name == "block":
        return str(item.block or _now("de hele buurt"))
    return str(getattr(item, name))


class MoveForm(forms.Form):
    """New days for one item. shift: move by so many days instead of to days that were typed."""

    starts_on = DayField(label=_("Eerste dag"))
    ends_on = DayField(label=_("Laatste dag"))
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    along = forms.BooleanField(label=_("Schuif alles daarna in dit blok mee"), required=False)
    shift = forms.IntegerField(min_value=-31, max_value=31, required=False)

    def clean(self) -> dict[str, Any]:
        """The days to move to."""
        cleaned = super().clean() or self.cleaned_data
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if not starts_on or not ends_on:
            return cleaned
        by = timedelta(days=cleaned.get("shift") or 0)
        try:
            cleaned["starts_on"], cleaned["ends_on"] = starts_on + by, ends_on + by
        except OverflowError:
            self.add_error("starts_on", _("Dat is geen dag die kan."))
        return cleaned

    def why_not(self) -> str:
        """What is wrong, as one Dutch sentence that names the field. Only after is_valid() said no."""
        name, errors = next(iter(self.errors.items()))
        if name not in ("starts_on", "ends_on"):
            return _now("Niet verschoven. %s") % errors[0]
        return _now("Niet verschoven. %(field)s: %(why)s") % {"field": self[name].label, "why": errors[0]}


class WaiveForm(forms.Form):
    """Why a warning stays as it is."""

    collision = forms.CharField(max_length=120, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Waarom blijft het zo?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class BeginForm(forms.Form):
    """The first day of a template."""

    begin = DayField(label=_("Eerste week"), help_text=_("De week waarin de voorbereiding begint."))

    def __init__(self, project: Project, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.project = project

    def clean_begin(self) -> date:
        """A day in the years of the project. Raises ValidationError."""
        day: date = self.cleaned_data["begin"]
        problem = why_far(self.project, day, day)
        if problem:
            raise forms.ValidationError(problem)
        return day
