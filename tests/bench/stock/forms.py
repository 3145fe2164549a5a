"""One form with all fields of a registration."""

from django import forms

from housevisits import questions as default
from housevisits import steps


class StockForm(forms.Form):
    """Block, month, the closed questions, the cards, one text per field and the receipt code."""

    block = forms.CharField(max_length=32)
    month = forms.RegexField(r"^\d{4}-\d{2}$")
    cards = forms.MultipleChoiceField(choices=[(card.key, card.label) for card in default.CARDS])
    code_choice = forms.ChoiceField(choices=[(key, key) for key in ("shown", "card", "none")])
    typed_code = forms.CharField(max_length=60, required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for question in default.QUESTIONS:
            choices = [(option.key, option.label) for option in question.options]
            self.fields[question.key] = forms.ChoiceField(choices=choices, required=False)
        for field in steps.STORY_FIELDS:
            self.fields[field.name] = forms.CharField(max_length=steps.MOST_CHARACTERS, required=False)
