"""Composing the poster: only differences are stored, nothing typed is lost, quotes only shortened (B8)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neighbourhood.models import Picture, Theme
from neighbourhood.publication.poster import limits
from neighbourhood.services.composing import poster_content
from neighbourhood.services.posterdefaults import poster_defaults
from neighbourhood.services.shortening import is_shortening
from tests.neighbourhood import factories
from tests.neighbourhood.editing import field, leader_client, page, sent

pytestmark = pytest.mark.django_db
LAMP = "Eén lamp erbij en ik loop mijn rondje weer."


def _save(picture, **changed):
    return leader_client().post(page(), sent(picture, **changed))


def _stored(picture):
    picture.refresh_from_db()
    return {key: value for key, value in picture.content.items() if key != "before"}


def test_saving_without_a_change_stores_nothing(picture):
    assert _save(picture).status_code == 302
    assert picture.content == {}
    assert _stored(picture) == {}


def test_only_what_differs_from_the_default_is_stored(picture):
    _save(picture, title="Onze straat", proud_1="Wij zijn er", **{field("Talent genoeg", "drawing"): "soup"})
    stored = _stored(picture)
    key = str(Theme.objects.get(title="Talent genoeg").key)
    assert stored["title"] == "Onze straat"
    assert stored["proud"][0] == "Wij zijn er"
    assert stored["islands"] == {key: {"drawing": "soup"}}
    assert set(stored) == {"title", "proud", "islands"}


def test_what_is_typed_back_to_the_default_is_no_longer_stored(picture):
    _save(picture, title="Onze straat")
    _save(picture, title=poster_defaults(picture).content.title)
    assert _stored(picture) == {}


def test_an_emptied_title_falls_back_to_the_default(picture):
    _save(picture, title="")
    assert _stored(picture) == {}


def test_the_street_and_the_lists_can_be_changed(picture):
    _save(picture, street="portico", open_balloons_3="", worries_1="Te donker")
    content = poster_content(Picture.objects.get())
    assert content.street == "portico"
    assert len(content.open_balloons) == 2
    assert content.worries[0] == "Te donker"


@pytest.mark.parametrize(
    ("name", "limit"),
    [("title", limits.TITLE), ("subtitle", limits.SUBTITLE), ("worries_2", limits.LIST_ITEM)],
)
def test_a_text_fits_exactly_or_is_refused_with_what_was_typed(picture, name, limit):
    assert _save(picture, **{name: "a" * limit}).status_code == 302
    before = _stored(picture)
    too_long = "b" * (limit + 1)
    answer = _save(picture, **{name: too_long})
    assert answer.status_code == 200
    assert too_long in answer.content.decode()
    assert f"{limit + 1} tekens, er passen er {limit}" in answer.content.decode()
    assert _stored(picture) == before


def test_everything_typed_is_kept_when_one_thing_is_wrong(picture):
    answer = _save(
        picture,
        title="x" * 80,
        proud_1="Iets goeds",
        **{field("Donkere paden", "title"): "Het is hier donker"},
    )
    body = answer.content.decode()
    assert all(text in body for text in ("x" * 80, "Iets goeds", "Het is hier donker"))
    assert _stored(picture) == {}


def test_a_phone_number_is_refused_wherever_it_is_typed(picture):
    answer = _save(picture, worries_1="Bel 06-24837715.", looked_over=True)
    assert answer.status_code == 200
    assert _stored(picture) == {}


def test_a_word_that_may_be_a_name_can_be_waved_through(picture):
    assert _save(picture, worries_1="Anneke redt het niet").status_code == 200
    assert _save(picture, worries_1="Anneke redt het niet", looked_over=True).status_code == 302
    assert _stored(picture)["worries"][0] == "Anneke redt het niet"


def test_the_neighbourhood_itself_may_be_named(picture):
    assert _save(picture, title="Hier is de Proefbuurt").status_code == 302


def test_texts_are_stored_clean(picture):
    _save(picture, title="  Onze\u202e   straat ")
    assert _stored(picture)["title"] == "Onze straat"


def test_a_quote_can_be_shortened_or_left_out_but_not_rewritten(picture):
    name = field("Donkere paden", "quote")
    assert _save(picture, **{name: "Eén lamp erbij"}).status_code == 302
    answer = _save(picture, **{name: "Die van hierboven is eng"})
    assert answer.status_code == 200
    assert "alleen woorden weglaten" in answer.content.decode()
    assert _save(picture, **{name: ""}).status_code == 302
    quotes = {island.title: island.quote for island in poster_content(Picture.objects.get()).islands}
    assert quotes["Donkere paden"] == ""


def test_a_quote_cannot_be_brought_in_where_none_is_allowed(picture):
    chosen = {field("Een verhaal apart", "chosen"): True, field("Alles dichtbij", "chosen"): False}
    _save(picture, **chosen, **{field("Een verhaal apart", "quote"): "Toch!"})
    quotes = {island.title: island.quote for island in poster_content(Picture.objects.get()).islands}
    assert quotes["Een verhaal apart"] == ""


def test_a_stored_quote_falls_away_when_other_words_are_approved(picture):
    _save(picture, **{field("Donkere paden", "quote"): "Eén lamp erbij"})
    Theme.objects.filter(title="Donkere paden").update(quote="Het mag lichter.")
    quotes = {island.title: island.quote for island in poster_content(Picture.objects.get()).islands}
    assert quotes["Donkere paden"] == "Het mag lichter."


@pytest.mark.parametrize(
    ("short", "allowed"),
    [
        (LAMP, True),
        ("", True),
        ("eén lamp … mijn rondje", True),
        ("mijn lamp", False),
        ("Eén lamp lamp", False),
    ],
)
def test_shortening_keeps_words_and_order(short, allowed):
    assert is_shortening(short, LAMP) is allowed


@given(st.lists(st.sampled_from(LAMP.split()), max_size=9))
def test_a_shortening_never_holds_a_word_more_often_than_the_quote(words):
    if is_shortening(" ".join(words), LAMP):
        assert all(words.count(word) <= LAMP.split().count(word) for word in words)


def test_themes_stand_in_the_order_that_was_given(picture):
    titles = ["Lange weekenden", "Talent genoeg", "Donkere paden", "Groen voor de deur", "Alles dichtbij"]
    changed = {field(theme.title, "chosen"): theme.title in titles for theme in Theme.objects.all()}
    changed |= {field(title, "place"): place for place, title in enumerate(titles, start=1)}
    _save(picture, **changed)
    assert [island.title for island in poster_content(Picture.objects.get()).islands] == titles


@pytest.mark.parametrize("number", [4, 8])
def test_fewer_than_five_or_more_than_seven_themes_are_refused(picture, number):
    themes = list(Theme.objects.all())
    changed = {field(theme.title, "chosen"): n < number for n, theme in enumerate(themes)}
    answer = _save(picture, **changed)
    assert f"het zijn er nu {number}" in answer.content.decode()
    assert _stored(picture) == {}


def test_a_theme_of_another_project_is_ignored(picture):
    other = factories.make_project("anderbuurt")
    strange = factories.add_themes(other)[0]
    data = sent(picture) | {f"theme-{strange.key}-chosen": "on", f"theme-{strange.key}-title": "Van elders"}
    leader_client().post(page(), data)
    assert _stored(picture) == {}
    picture.content = {"chosen": [str(strange.key)], "islands": {str(strange.key): {"title": "Van elders"}}}
    assert "Van elders" not in [island.title for island in poster_content(picture).islands]


@pytest.mark.parametrize(("typed", "kept"), [("0", 0.0), ("100", 1.0), ("33.3", 0.333)])
def test_a_place_on_the_page_is_kept(picture, typed, kept):
    _save(picture, **{field("Donkere paden", "x"): typed, field("Donkere paden", "y"): "50"})
    key = str(Theme.objects.get(title="Donkere paden").key)
    assert _stored(picture)["islands"][key] == {"x": kept, "y": 0.5}


@pytest.mark.parametrize("typed", ["nan", "inf", "links"])
def test_a_place_that_is_no_number_is_refused(picture, typed):
    answer = _save(picture, **{field("Donkere paden", "x"): typed, field("Donkere paden", "y"): "50"})
    assert answer.status_code == 200
    assert _stored(picture) == {}


def test_half_a_place_is_refused(picture):
    answer = _save(picture, **{field("Donkere paden", "x"): "40"})
    assert "Vul allebei de getallen in" in answer.content.decode()


def test_an_unknown_drawing_is_refused_and_the_page_still_works(picture):
    answer = _save(picture, **{field("Donkere paden", "drawing"): "../../geheim"})
    assert answer.status_code == 200
    assert _stored(picture) == {}


def test_the_number_of_a_figure_comes_from_the_snapshot(picture):
    defaults = poster_defaults(picture)
    name = defaults.figures[0]
    _save(picture, figure_1_text="zeggen dit anders")
    picture.refresh_from_db()
    assert picture.content["figures"][0] == {"saying": name, "text": "zeggen dit anders"}
    first = poster_content(picture).figures[0]
    assert (first.tens, first.text) == (defaults.sayings[name].tens, "zeggen dit anders")


def test_a_figure_cannot_stand_there_twice(picture):
    name = poster_defaults(picture).figures[0]
    assert "staat er al" in _save(picture, figure_2_saying=name).content.decode()
