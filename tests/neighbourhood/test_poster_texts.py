"""What can stand on the paper, and what the composer says of what cannot (B8)."""

import pytest

from neighbourhood.forms.onpaper import refusal
from neighbourhood.models import Picture, Theme
from neighbourhood.services.composing import poster_content
from tests.neighbourhood.editing import field, leader_client, page, sent

pytestmark = pytest.mark.django_db


def _save(picture, **changed):
    return leader_client().post(page(), sent(picture, **changed))


def _preview(picture, **changed):
    return leader_client().post(page("poster_preview"), sent(picture, **changed)).content.decode()


def _stored(picture):
    picture.refresh_from_db()
    return {key: value for key, value in picture.content.items() if key != "before"}


@pytest.mark.parametrize("name", ["title", "worries_1", "open_balloons_2", "figure_1_text", "contact"])
def test_a_character_that_cannot_be_on_paper_is_named(picture, name):
    answer = _save(picture, **{name: "Kom je ook 😀"})
    assert answer.status_code == 200
    assert "Dit teken kan niet op de plaat: 😀" in answer.content.decode()
    assert _stored(picture) == {}


def test_each_of_several_is_named_once(picture):
    answer = _save(picture, **{field("Donkere paden", "title"): "😀🎉😀 👨‍👩‍👧"})
    assert "Deze tekens kunnen niet op de plaat: 😀 🎉 👨‍👩‍👧" in answer.content.decode()


def test_letters_of_any_language_and_marks_stay_welcome(picture):
    assert refusal("Één straat – «ğüş» مرحبا € ½ → ©\n‘wij’") == ""
    assert _save(picture, title="Één straat – wij, €5 en ½ …").status_code == 302


def test_an_island_whose_title_is_nothing_on_paper_gets_that_of_the_theme(picture):
    key = str(Theme.objects.get(title="Donkere paden").key)
    picture.content = {"islands": {key: {"title": "😀🎉"}}}
    assert "Donkere paden" in [island.title for island in poster_content(picture).islands]


def test_a_text_is_counted_as_it_is_stored(picture):
    assert _save(picture, title="a" * 25 + "   " + "b" * 24 + "  ").status_code == 302
    assert _stored(picture)["title"] == "a" * 25 + " " + "b" * 24


@pytest.mark.parametrize("typed", ["-5", "100.5"])
def test_a_place_beside_the_sheet_is_refused_by_name_of_the_theme(picture, typed):
    answer = _save(picture, **{field("Donkere paden", "x"): "20", field("Donkere paden", "y"): typed})
    body = answer.content.decode()
    assert "Donkere paden, van boven (%)</a>: Kies een getal van 0 tot en met 100." in body
    assert _stored(picture) == {}


def test_a_whole_number_is_shown_as_one(picture):
    _save(picture, **{field("Donkere paden", "x"): "99", field("Donkere paden", "y"): "33.5"})
    body = leader_client().get(page()).content.decode()
    assert 'value="99"' in body and 'value="33.5"' in body and '"99.0"' not in body


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "Het voorbeeld laat daarom de standaardkeuze zien."),
        (8, "Het voorbeeld laat er daarom zeven zien."),
    ],
)
def test_the_preview_says_which_themes_it_shows_when_the_choice_is_wrong(picture, number, shown):
    changed = {field(theme.title, "chosen"): n < number for n, theme in enumerate(Theme.objects.all())}
    body = _preview(picture, **changed)
    assert f"het zijn er nu {number}" in body
    assert shown in body


def test_the_preview_says_of_a_quote_why_it_is_not_shown(picture):
    body = _preview(picture, **{field("Donkere paden", "quote"): "مرحبا بكم"})
    assert "Donkere paden, uitspraak: Hier kun je alleen woorden weglaten." in body


def test_a_preview_with_nothing_wrong_says_nothing(picture):
    assert "Zo kan het niet op de plaat" not in _preview(picture, title="Onze straat")


def test_the_composer_says_how_residents_will_read_belemmering(picture):
    assert "Een belemmering heet op de plaat een zorg" in leader_client().get(page()).content.decode()


def test_an_old_default_with_such_a_character_blocks_nothing_else(picture):
    Theme.objects.filter(title="Donkere paden").update(sentence="Het is hier 🌙 donker.")
    assert _save(picture, title="Onze straat").status_code == 302
    assert poster_content(Picture.objects.get()).title == "Onze straat"
