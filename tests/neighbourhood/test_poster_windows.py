"""The composer open in two windows: each writes only what was changed in it (B8)."""

import pytest

from neighbourhood.models import Theme
from tests.neighbourhood.editing import field, leader_client, page, sent

pytestmark = pytest.mark.django_db


def _stored(picture):
    picture.refresh_from_db()
    return {key: value for key, value in picture.content.items() if key != "before"}


def _open(picture):
    """What the composer sends as it is opened now."""
    window = leader_client().get(page()).context["form"].window
    return sent(picture) | {"window": str(window)}


def _as_shown(answer):
    form = answer.context["form"]
    values = {name: form[name].value() for name in form.standing}
    shown = {name: "on" if value is True else str(value) for name, value in values.items()}
    left = {name: value for name, value in shown.items() if value not in ("None", "False")}
    return left | {"window": str(form.window)}


def _post(data):
    return leader_client().post(page(), data)


def test_a_title_of_another_window_stays(picture):
    first, second = _open(picture), _open(picture)
    _post(first | {"title": "Onze straat"})
    assert _post(second | {"subtitle": "Praat mee"}).status_code == 302
    assert _stored(picture) == {"title": "Onze straat", "subtitle": "Praat mee"}


def test_a_text_changed_in_both_is_refused_once(picture):
    first, second = _open(picture), _open(picture)
    _post(first | {"title": "Onze straat", "subtitle": "Praat mee"})
    answer = _post(second | {"title": "Hier wonen wij"})
    body = answer.content.decode()
    assert answer.status_code == 200
    assert "Intussen schreef iemand anders hier: ‘Onze straat’" in body and "Hier wonen wij" in body
    assert _stored(picture)["title"] == "Onze straat"
    shown = _as_shown(answer)
    assert shown["subtitle"] == "Praat mee"
    assert _post(shown).status_code == 302
    assert _stored(picture) == {"title": "Hier wonen wij", "subtitle": "Praat mee"}


def test_texts_of_themes_are_kept_apart(picture):
    first, second = _open(picture), _open(picture)
    _post(first | {field("Donkere paden", "title"): "Donker hier"})
    _post(second | {field("Talent genoeg", "sentence"): "Iedereen kan iets."})
    islands = _stored(picture)["islands"]
    assert sorted(text for island in islands.values() for text in island.values()) == [
        "Donker hier",
        "Iedereen kan iets.",
    ]


def test_choice_and_order_go_together(picture):
    first, second = _open(picture), _open(picture)
    off = {name: value for name, value in first.items() if name != field("Alles dichtbij", "chosen")}
    off[field("Een verhaal apart", "chosen")] = "on"
    _post(off)
    chosen = _stored(picture)["chosen"]
    _post(second | {"title": "Onze straat"})
    assert _stored(picture) == {"chosen": chosen, "title": "Onze straat"}


def test_a_place_on_the_sheet_is_one_thing(picture):
    first, second = _open(picture), _open(picture)
    x, y = field("Donkere paden", "x"), field("Donkere paden", "y")
    _post(first | {x: "20", y: "30"})
    _post(second | {"title": "Onze straat"})
    key = str(Theme.objects.get(title="Donkere paden").key)
    assert _stored(picture)["islands"] == {key: {"x": 0.2, "y": 0.3}}


def test_putting_a_part_back_goes_through_and_leaves_the_rest(picture):
    _post(_open(picture) | {"title": "Onze straat"})
    first, second = _open(picture), _open(picture)
    _post(first | {"proud_1": "Wij zijn er"})
    _post(second | {"put_back": "texts"})
    assert set(_stored(picture)) == {"proud"}


def test_undoing_takes_back_the_last_save_only(picture):
    first, second = _open(picture), _open(picture)
    _post(first | {"title": "Onze straat"})
    _post(second | {"subtitle": "Praat mee"})
    leader_client().post(page("poster_undo"))
    assert _stored(picture) == {"title": "Onze straat"}


def test_figures_of_two_windows_never_stand_there_twice(picture):
    first, second = _open(picture), _open(picture)
    _post(first | {"figure_1_saying": "", "figure_1_text": ""})
    figures = _stored(picture)["figures"]
    _post(second | {"title": "Onze straat"})
    assert _stored(picture)["figures"] == figures
