"""The form of the last step of a registration."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from housevisits.forms.registration import TextField
from housevisits.forms.stepform import StepForm
from housevisits.services.drafts import DraftContent
from housevisits.services.finishing import TextPlace


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
        self.places = {place.name: place for place in places}
        self.texts = frozenset(self.places)
        for place in places:
            self.fields[place.name] = TextField(label=place.field.label, initial=place.text_in(content))

    def kept(self, content: DraftContent) -> dict[str, Any]:
        code = {"code_choice": content.code_choice, "typed_code": content.typed_code}
        return code | {name: place.text_in(content) for name, place in self.places.items()}

    def put(self, content: DraftContent, name: str, value: Any) -> None:
        if name == "typed_code" or (name == "code_choice" and value):
            setattr(content, name, value)
        elif name in self.places:
            self.places[name].put_in(content, value)

    def place(self, name: str) -> str:
        place = self.places.get(name)
        return f"{place.card}.{place.field.name}" if place else name
