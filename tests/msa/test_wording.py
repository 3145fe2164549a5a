"""What fields say when something is wrong (msa.ui.wording), and that no browser cuts a text off."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from django import forms

from housevisits.forms.registration import TextField as StoryText
from projects.forms.orientation import TextField as OrientationText
from projects.models import Organisation

ROOT = Path(__file__).resolve().parents[2]
URL = "Vul een webadres in, bijvoorbeeld"
NOT_IN_LIST = "Dit kan hier niet gekozen worden. Kies een mogelijkheid die erbij staat."
ONE_OVER = "Deze tekst is 1 teken te lang: er passen er 3."
PAIRS = [("a", "Een"), ("b", "Twee")]
KINDS: list[tuple[forms.Field, Any, str]] = [
    (forms.CharField(), "", "Vul hier iets in."),
    (forms.CharField(), "a\x00b", "Hier staat een teken in dat niet kan. Typ de tekst opnieuw."),
    (forms.CharField(max_length=3), "abcd", f"{ONE_OVER} Kort de tekst in."),
    (
        forms.CharField(max_length=1000),
        "a" * 21340,
        "Deze tekst is 20.340 tekens te lang: er passen er 1.000. Kort de tekst in.",
    ),
    (forms.EmailField(), "naam", "Vul een e-mailadres in, bijvoorbeeld naam@organisatie.nl."),
    (forms.URLField(assume_scheme="https"), "x y", f"{URL} https://www.organisatie.nl."),
    (forms.IntegerField(), "", "Vul een getal in."),
    (forms.IntegerField(), "veel", "Vul een heel getal in, zonder tekst."),
    (forms.IntegerField(min_value=1), "0", "Vul 1 of meer in."),
    (forms.IntegerField(max_value=9), "10", "Vul 9 of minder in."),
    (forms.FloatField(), "veel", "Vul een getal in."),
    (forms.DateField(), "", "Vul een dag in, bijvoorbeeld 3-12-2026."),
    (forms.DateField(), "morgen", "Vul een dag in, bijvoorbeeld 3-12-2026."),
    (forms.TimeField(), "straks", "Vul een tijd in, bijvoorbeeld 14:30."),
    (forms.BooleanField(), "", "Zet hier een vinkje."),
    (forms.ChoiceField(choices=PAIRS), "", "Kies een mogelijkheid."),
    (forms.ChoiceField(choices=PAIRS), "c", NOT_IN_LIST),
    (forms.MultipleChoiceField(choices=PAIRS), [], "Kies minstens één mogelijkheid."),
    (forms.ModelChoiceField(Organisation.objects.none()), "", "Kies een mogelijkheid."),
    (forms.FileField(), None, "Kies een bestand."),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "said"), KINDS, ids=[type(one[0]).__name__ for one in KINDS])
def test_each_kind_of_field_says_what_to_do(field: forms.Field, value: Any, said: str) -> None:
    with pytest.raises(forms.ValidationError) as wrong:
        field.clean(value)
    assert wrong.value.messages == [said]


def test_what_the_messages_give_as_an_example_is_taken() -> None:
    assert forms.DateField().clean("3-12-2026") == datetime.date(2026, 12, 3)
    assert forms.TimeField().clean("14:30") == datetime.time(14, 30)


def test_what_a_form_knows_better_it_says_itself() -> None:
    class Own(forms.Form):
        name = forms.CharField(max_length=3, error_messages={"required": "Hoe heet het?"})

    assert Own({"name": ""}).errors["name"] == ["Hoe heet het?"]


@pytest.mark.parametrize("field", [forms.CharField, OrientationText])
def test_no_browser_is_asked_to_cut_a_text_off(field: type[forms.CharField]) -> None:
    class Text(forms.Form):
        line = field(max_length=40)
        area = field(max_length=2000, widget=forms.Textarea)

    shown = Text({"line": "a" * 41}).as_div()
    assert "maxlength" not in shown
    assert 'data-most="40"' in shown and 'data-most="2000"' in shown
    assert "a" * 41 in shown and "1 teken te lang" in shown


def test_the_story_of_a_house_visit_is_counted_by_the_same_script() -> None:
    class Story(forms.Form):
        important = StoryText(label="Wat telt?")

    shown = str(Story()["important"])
    assert "maxlength" not in shown and 'data-most="5000"' in shown and "data-clean" in shown


def test_no_page_asks_the_browser_to_cut_a_text_off() -> None:
    pages = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static" / "js").glob("*.js")]
    ours = [page for page in pages if page.name != "attrs.html"]
    assert [page.name for page in ours if re.search(r"maxlength", page.read_text(), re.I)] == []
