"""The steps of registering a conversation as forms. Each takes its part of a draft and gives it back.

Nothing but block and month is obligatory, and only at the end: what was filled in is kept, also where
something else on the page is not right yet.
"""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from housevisits import questions as default
from housevisits import steps
from housevisits.services.drafts import WHOLE, DraftContent
from housevisits.services.finishing import TextPlace, too_long
from housevisits.services.questionsets import ClosedQuestion, Definition
from msa.privacy.text import clean_text
from projects.models import Project

MONTHS_OFFERED = 6


class StepForm(forms.Form):
    """One step. `apply` writes into a draft what was filled in; call it after `is_valid`."""

    title: Any = ""
    lead: Any = ""

    def apply(self, content: DraftContent) -> None:
        raise NotImplementedError


class ConversationForm(StepForm):
    """Block, month and who held the conversation."""

    title = gettext_lazy("Het gesprek")
    lead = gettext_lazy("Geen adres en geen dag: daarmee is een gesprek terug te vinden.")
    block = forms.ChoiceField(
        label=gettext_lazy("In welk blok was het gesprek?"),
        help_text=gettext_lazy("Nodig om te kunnen inleveren. Weet je het niet? Kies dan ‘weet ik niet’."),
        widget=forms.RadioSelect,
        required=False,
    )
    month = forms.ChoiceField(label=gettext_lazy("In welke maand?"), widget=forms.RadioSelect, required=False)
    held_by = forms.ChoiceField(widget=forms.RadioSelect, required=False)

    def __init__(self, data: Any, *, content: DraftContent, project: Project, definition: Definition) -> None:
        super().__init__(data, initial={"month": content.month, "held_by": content.held_by})
        self.initial["block"] = content.block
        blocks = [(block.key.hex, block.name) for block in project.blocks.all()]
        self._choices("block", [*blocks, (WHOLE, _("weet ik niet"))])
        self._choices("month", _months(content.month, timezone.localdate()))
        question = definition.question("held_by")
        if question is None:
            del self.fields["held_by"]
        else:
            self.fields["held_by"].label = question.label
            self._choices("held_by", [(option.key, option.label) for option in question.options])

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def apply(self, content: DraftContent) -> None:
        for name in ("block", "month", "held_by"):
            if self.cleaned_data.get(name):
                setattr(content, name, self.cleaned_data[name])


def _months(chosen: str, today: date) -> list[tuple[str, str]]:
    """This month and those before it, and the one that was chosen earlier."""
    months = []
    year, month = today.year, today.month
    for _count in range(MONTHS_OFFERED):
        months.append((f"{year:04}-{month:02}", date_format(date(year, month, 1), "F Y")))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    if chosen and chosen not in dict(months):
        months.append((chosen, date_format(date(int(chosen[:4]), int(chosen[5:]), 1), "F Y")))
    return months


class QuestionsForm(StepForm):
    """The closed questions of one section. An answer can be left open."""

    def __init__(self, data: Any, *, content: DraftContent, questions: tuple[ClosedQuestion, ...]) -> None:
        super().__init__(data, initial=dict(content.answers))
        for question in questions:
            self.fields[question.key] = forms.ChoiceField(
                label=question.label,
                help_text=question.help_text,
                choices=[(option.key, option.label) for option in question.options],
                widget=forms.RadioSelect(attrs={"data-kind": question.kind}),
                required=False,
            )

    def apply(self, content: DraftContent) -> None:
        content.answers |= {key: answer for key, answer in self.cleaned_data.items() if answer}


class HouseholdForm(QuestionsForm):
    """Who was spoken to, in classes."""

    title = gettext_lazy("Het huishouden")
    lead = gettext_lazy("Klassen in plaats van jaren. ‘Wil niet zeggen’ is altijd een goed antwoord.")


class ScalesForm(QuestionsForm):
    """The scale questions, put to the resident."""

    title = gettext_lazy("Schaalvragen")
    lead = gettext_lazy("Lees voor of laat meelezen. ‘Weet niet’ is altijd een goed antwoord.")


class CardsForm(StepForm):
    """Which cards the resident chose."""

    title = gettext_lazy("Waar ging het verhaal over?")
    lead = gettext_lazy("De bewoner kiest één tot drie kaarten. Een verhaal zonder kaart mag ook.")
    cards = forms.MultipleChoiceField(
        label=gettext_lazy("Gesprekskaarten"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, data: Any, *, content: DraftContent, definition: Definition) -> None:
        super().__init__(data, initial={"cards": content.cards})
        cards = [(card.key, card.label) for card in definition.cards]
        self.fields["cards"].choices = cards  # type: ignore[attr-defined]

    def clean_cards(self) -> list[str]:
        chosen = list(self.cleaned_data["cards"])
        if len(chosen) > steps.MOST_CARDS:
            raise forms.ValidationError(_("Kies er hoogstens drie. Welke drie zijn het belangrijkst?"))
        return chosen

    def apply(self, content: DraftContent) -> None:
        if "cards" in self.cleaned_data:
            content.cards = self.cleaned_data["cards"]


class _TextField(forms.CharField):
    """A text of a resident, cleaned; too long is said with what is too much, and nothing is cut off."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"rows": 3, "autocomplete": "off", "data-most": steps.MOST_CHARACTERS}
        super().__init__(required=False, strip=False, widget=forms.Textarea(attrs=attrs), **kwargs)
        self.validators = []

    def to_python(self, value: Any) -> str:
        text = value or ""
        return clean_text(text, 2 * len(text) + 1)  # long enough: nothing is cut off here


class StoryForm(StepForm):
    """The story of one card: what matters, and the four fields."""

    lead = gettext_lazy("Schrijf op wat de bewoner zegt, niet wat jij ervan vindt. Leeg laten mag.")

    def __init__(self, data: Any, *, content: DraftContent, card: str, definition: Definition) -> None:
        super().__init__(data, initial=content.stories.get(card, {}))
        self.card = card
        self.title = definition.card_label(card) or _("Verhaal zonder kaart")
        for field in steps.STORY_FIELDS:
            self.fields[field.name] = _TextField(label=field.label, help_text=field.help_text)

    def apply(self, content: DraftContent) -> None:
        content.stories[self.card] = dict(self.cleaned_data)

    def say_what_is_too_long(self) -> None:
        """Put a message beside each text that is too long; the text itself is kept."""
        for name, text in list(self.cleaned_data.items()):
            if message := too_long(text):
                self.add_error(name, message)


class ReviewForm(StepForm):
    """Rewriting what reading along found, and the receipt code."""

    CHOICES = (
        ("shown", gettext_lazy("De bewoner krijgt deze code")),
        ("card", gettext_lazy("De bewoner heeft een kaartje met een code")),
        ("none", gettext_lazy("De bewoner wil geen code")),
    )
    code_choice = forms.ChoiceField(
        label=gettext_lazy("Ontvangstcode"), widget=forms.RadioSelect, choices=CHOICES, required=False
    )
    typed_code = forms.CharField(
        label=gettext_lazy("Code op het kaartje"),
        required=False,
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def __init__(self, data: Any, *, content: DraftContent, places: list[TextPlace]) -> None:
        super().__init__(data, initial={"code_choice": content.code_choice, "typed_code": content.typed_code})
        self.places = places
        for place in places:
            self.fields[place.name] = _TextField(label=place.field.label, initial=place.text_in(content))

    def apply(self, content: DraftContent) -> None:
        content.code_choice = self.cleaned_data.get("code_choice") or content.code_choice
        content.typed_code = self.cleaned_data.get("typed_code", "")
        for place in self.places:
            content.stories.setdefault(place.card, {})[place.field.name] = self.cleaned_data[place.name]


def step_form(
    step: str, data: Any, *, content: DraftContent, project: Project, definition: Definition
) -> StepForm:
    """The form of any step but the last. Raises KeyError for a step that does not exist."""
    if step.startswith(steps.STORY):
        return StoryForm(data, content=content, card=steps.card_of(step, content), definition=definition)
    if step == steps.CONVERSATION:
        return ConversationForm(data, content=content, project=project, definition=definition)
    if step == steps.CARDS:
        return CardsForm(data, content=content, definition=definition)
    kind, section = {
        steps.HOUSEHOLD: (HouseholdForm, default.HOUSEHOLD),
        steps.SCALES: (ScalesForm, default.SCALES),
    }[step]
    return kind(data, content=content, questions=definition.section(section))
