"""The pages of the orientation as forms (V1). What is right is kept, also where something else is wrong."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa.privacy.text import clean_text
from msa.ui.days import DayField
from projects.models import Choice, Orientation
from projects.orientation.questions import PARTS
from projects.orientation.types import Kind, Question, Rule, Step
from projects.services.orientation import Decision

MOST_CHARACTERS = 600  # with ten questions and some warnings the whole stays within two sheets of A4
MOST_FOR_REASON = 1500
MOST_HOMES = 20_000

CHOICE_HELP: dict[str, str | Promise] = {
    Choice.YES: gettext_lazy("we werken met de hele aanpak"),
    Choice.PARTS: gettext_lazy("we gebruiken een deel van de aanpak"),
    Choice.NO: gettext_lazy("we werken hier niet met de aanpak, of nu nog niet"),
}


class TextField(forms.CharField):
    """A few sentences, cleaned of what pasting brings along."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        super().__init__(**({"required": False, "max_length": MOST_CHARACTERS} | options))
        self.widget.attrs |= {"rows": rows, "data-clean": True}

    def to_python(self, value: Any) -> str:
        return clean_text(super().to_python(value) or "")


class OneOf(forms.ChoiceField):
    """One answer; may still be open, so it is not marked as optional."""

    widget = forms.RadioSelect
    one_of_several = True


class SomeOf(forms.MultipleChoiceField):
    """Several answers; may still be open, so it is not marked as optional."""

    widget = forms.CheckboxSelectMultiple
    one_of_several = True


class Number(forms.IntegerField):
    """A number of homes; may still be open, so it is not marked as optional."""

    one_of_several = True


class StepForm(forms.Form):
    """The questions of one step, each with room for the team's own words."""

    def __init__(self, data: Any, *, step: Step, orientation: Orientation) -> None:
        super().__init__(data, use_required_attribute=False)
        self.step = step
        for question in step.questions:
            self.fields[question.key] = _answer_field(question)
            self.initial[question.key] = orientation.answers.get(question.key)
            reason = f"{question.key}_reason"
            self.fields[reason] = TextField(label=question.reason)
            self.initial[reason] = orientation.reasons.get(question.key, "")

    def clean(self) -> dict[str, Any]:
        """Some answers cannot stand beside others."""
        cleaned = super().clean() or self.cleaned_data
        for question in self.step.questions:
            if question.kind != Kind.SEVERAL:
                continue
            lonely = question.lonely(cleaned.get(question.key, []))
            if lonely:
                said = _("‘%(option)s’ kan niet samen met een ander antwoord.")
                self.add_error(question.key, said % {"option": question.label_of(lonely)})
        return self.cleaned_data

    def kept(self) -> dict[str, Mapping[str, Any]]:
        """What is right of this step, as `keep` takes it."""
        keys = [question.key for question in self.step.questions]
        right = self.cleaned_data
        return {
            "answers": {key: right[key] for key in keys if key in right},
            "reasons": {key: right[f"{key}_reason"] for key in keys if f"{key}_reason" in right},
        }


class WeighingForm(forms.Form):
    """For each warning: what the team does about it."""

    def __init__(self, data: Any, *, warnings: tuple[Rule, ...], orientation: Orientation) -> None:
        super().__init__(data, use_required_attribute=False)
        self.rules = warnings
        for rule in warnings:
            self.fields[rule.key] = TextField(
                label=_("Wat doen jullie hiermee?"),
                help_text=_("Verplicht als jullie straks voor ‘wel’ kiezen."),
                rows=2,
            )
            self.fields[rule.key].one_of_several = True  # type: ignore[attr-defined]
            self.initial[rule.key] = orientation.responses.get(rule.key, "")

    def rows(self) -> list[dict[str, Any]]:
        """Each warning with its field."""
        return [{"rule": rule, "field": self[rule.key]} for rule in self.rules]

    def kept(self) -> dict[str, Mapping[str, Any]]:
        """What is right, as `keep` takes it."""
        return {"responses": dict(self.cleaned_data)}


class DecisionForm(forms.Form):
    """The choice with its reason, who made it and when. half: what stands there so far may be kept."""

    choice = forms.ChoiceField(label=gettext_lazy("Wat kiezen jullie?"), widget=forms.RadioSelect)
    parts = SomeOf(
        label=gettext_lazy("Welke onderdelen?"),
        help_text=gettext_lazy(
            "Verplicht als jullie voor ‘onderdelen’ kiezen: minstens één."
            " Bij ‘wel’ en ‘niet’ hoeven jullie hier niets te doen."
        ),
        choices=[(part.key, part.label) for part in PARTS],
        required=False,
    )
    because = TextField(
        label=gettext_lazy("Waarom kiezen jullie dit?"),
        help_text=gettext_lazy(
            "Schrijf zo dat iemand die er niet bij was, het over vijf jaar nog begrijpt."
            " Wijken jullie af van het advies? Zeg dan waarom."
        ),
        rows=6,
        required=True,
        max_length=MOST_FOR_REASON,
    )
    decided_by = forms.CharField(
        label=gettext_lazy("Wie hebben dit besloten?"),
        help_text=gettext_lazy("Bijvoorbeeld de stuurgroep, met de namen van de organisaties."),
        max_length=200,
    )
    decided_on = DayField(
        label=gettext_lazy("Op welke dag?"),
    )

    def __init__(self, data: Any, *, orientation: Orientation, half: bool = False) -> None:
        names = ("choice", "parts", "because", "decided_by", "decided_on")
        initial = {name: getattr(orientation, name) for name in names}
        super().__init__(data, initial=initial, use_required_attribute=False)
        self.fields["choice"].choices = _choices()  # type: ignore[attr-defined]
        if half:
            for field in self.fields.values():
                field.required = False
                field.one_of_several = True  # type: ignore[attr-defined] # needed for deciding: not 'optional'
        self.half = half

    def clean(self) -> dict[str, Any]:
        """The choice for parts needs at least one of them."""
        cleaned = super().clean() or self.cleaned_data
        if not self.half and cleaned.get("choice") == Choice.PARTS and not cleaned.get("parts"):
            self.add_error("parts", _("Kies welke onderdelen jullie gebruiken."))
        return self.cleaned_data

    def clean_decided_by(self) -> str:
        return clean_text(self.cleaned_data["decided_by"])

    def clean_decided_on(self) -> date | None:
        """A decision was made today or before."""
        day: date | None = self.cleaned_data["decided_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return day

    def decision(self) -> Decision:
        """What is right so far, as the services take it."""
        right = self.cleaned_data
        return Decision(
            choice=right.get("choice", ""),
            parts=tuple(right.get("parts", ())),
            because=right.get("because", ""),
            decided_by=right.get("decided_by", ""),
            decided_on=right.get("decided_on"),
        )


def _choices() -> list[tuple[str, SafeString]]:
    line = "<span><strong>{}</strong>: {}</span>"
    return [(one.value, format_html(line, str(one.label).capitalize(), CHOICE_HELP[one])) for one in Choice]


def _answer_field(question: Question) -> forms.Field:
    """The field of a question; why it matters stands above the answers."""
    why = '<span class="why">{}</span>'
    told = why + '<span class="how">{}</span>' if question.help_text else why
    shared: dict[str, Any] = {
        "label": question.label,
        "help_text": format_html(told, question.why, question.help_text),
        "required": False,
    }
    if question.kind == Kind.NUMBER:
        wrong = {
            "invalid": _("Vul een heel getal in, zonder tekst."),
            "min_value": _("Vul een aantal in van 1 of meer."),
            "max_value": _("Dit is meer dan een buurt. Vul een aantal in tot %(limit_value)s."),
        }
        return Number(min_value=1, max_value=MOST_HOMES, error_messages=wrong, **shared)
    choices = [(option.key, option.label) for option in question.options]
    return (OneOf if question.kind == Kind.CHOICE else SomeOf)(choices=choices, **shared)
