"""Fields look the same on every page: what may be left out says so, and a choice begins with 'Kies …'."""

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms

from housevisits.forms.directactions import AgreeForm
from projects.forms import PersonForm
from projects.models import StreetKind
from tests.cast import Cast


class Sample(forms.Form):
    """A field that is required, one that is not, and a choice."""

    name = forms.CharField(label="Naam")
    note = forms.CharField(label="Notitie", required=False)
    street = forms.TypedChoiceField(label="Straat", choices=[("", "---------"), *StreetKind.choices])


def both_ways(form: forms.Form) -> tuple[str, str]:
    return str(form), render_crispy_form(form)


@pytest.mark.parametrize("way", [0, 1], ids=["django", "crispy"])
def test_only_what_may_be_left_out_is_marked(way: int) -> None:
    page = both_ways(Sample())[way]
    marked = [label.split("</label>")[0] for label in page.split("<label")[1:]]
    assert ["niet verplicht" in label for label in marked] == [False, True, False]
    assert "*" not in page


@pytest.mark.parametrize("way", [0, 1], ids=["django", "crispy"])
def test_an_empty_choice_asks_to_choose(way: int) -> None:
    page = both_ways(Sample())[way]
    assert '<option value="" selected>Kies …</option>' in page
    assert "-----" not in page


@pytest.mark.parametrize("way", [0, 1], ids=["django", "crispy"])
def test_what_is_wrong_stands_on_top_and_leads_to_the_field(way: int) -> None:
    page = both_ways(Sample({"note": "Alleen dit"}))[way]
    assert '<a href="#id_name">Naam</a>' in page
    assert page.index("error-summary") < page.index("<label")


def test_real_forms_begin_their_choices_alike(cast: Cast) -> None:
    for form in (AgreeForm(project=cast.project), PersonForm()):
        first = [part.split("</option>")[0] for part in str(form).split('<option value=""')[1:]]
        assert len(first) > 0
        assert all(option.endswith(">Kies …") for option in first)
