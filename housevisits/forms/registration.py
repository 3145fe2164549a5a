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
from housevisits.forms.stepform import StepForm
from housevisits.services.drafts import WHOLE, DraftContent
from housevisits.services.finishing import too_long
from housevisits.services.questionsets import ClosedQuestion, Definition
from msa.privacy.text import clean_text
from projects.models import Project

MONTHS_OFFERED = 6


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
        super().__init__(data, initial=self.kept(content))
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

    def kept(self, content: DraftContent) -> dict[str, Any]:
        return {"block": content.block, "month": content.month, "held_by": content.held_by}

    def put(self, content: DraftContent, name: str, value: Any) -> None:
        if value:
            setattr(content, name, value)


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

    def kept(self, content: DraftContent) -> dict[str, Any]:
        return {key: content.answers.get(key, "") for key in self.fields}

    def put(self, content: DraftContent, name: str, value: Any) -> None:
        if value:
            content.answers[name] = value


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
        super().__init__(data, initial=self.kept(content))
        cards = [(card.key, card.label) for card in definition.cards]
        self.fields["cards"].choices = cards  # type: ignore[attr-defined]

    def clean_cards(self) -> list[str]:
        chosen = list(self.cleaned_data["cards"])
        if len(chosen) > steps.MOST_CARDS:
            raise forms.ValidationError(_("Kies er hoogstens drie. Welke drie zijn het belangrijkst?"))
        return chosen

    def kept(self, content: DraftContent) -> dict[str, Any]:
        return {"cards": content.cards}

    def put(self, content: DraftContent, name: str, value: Any) -> None:
        content.cards = value


class TextField(forms.CharField):
    """A text of a resident, cleaned; too long is said with what is too much, and nothing is cut off."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"rows": 3, "autocomplete": "off", "data-most": steps.MOST_CHARACTERS, "data-clean": True}
        super().__init__(required=False, strip=False, widget=forms.Textarea(attrs=attrs), **kwargs)
        self.validators = []

    def to_python(self, value: Any) -> str:
        text = value or ""
        return clean_text(text, 2 * len(text) + 1)  # long enough: nothing is cut off here


class StoryForm(StepForm):
    """The story of one card: what matters, and the four fields."""

    lead = gettext_lazy("Schrijf op wat de bewoner zegt, niet wat jij ervan vindt. Leeg laten mag.")
    texts = frozenset(field.name for field in steps.STORY_FIELDS)

    def __init__(self, data: Any, *, content: DraftContent, card: str, definition: Definition) -> None:
        super().__init__(data, initial=content.stories.get(card, {}))
        self.card = card
        self.title = definition.card_label(card) or _("Verhaal zonder kaart")
        for field in steps.STORY_FIELDS:
            self.fields[field.name] = TextField(label=field.label, help_text=field.help_text)
        if not card:  # there was nothing to choose
            self.fields["important"].label = gettext_lazy("Wat is belangrijk?")
            self.fields["important"].help_text = gettext_lazy("Wat wil de bewoner vooral vertellen?")

    def kept(self, content: DraftContent) -> dict[str, Any]:
        texts = content.stories.get(self.card, {})
        return {field.name: texts.get(field.name, "") for field in steps.STORY_FIELDS}

    def put(self, content: DraftContent, name: str, value: Any) -> None:
        content.stories.setdefault(self.card, {})[name] = value

    def place(self, name: str) -> str:
        return f"{self.card}.{name}"

    def say_what_is_too_long(self) -> None:
        """Put a message beside each text that is too long; the text itself is kept."""
        for name, text in list(self.cleaned_data.items()):
            if message := too_long(text):
                self.add_error(name, message)


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
