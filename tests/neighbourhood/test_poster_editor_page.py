"""Composing the poster: putting back, undoing, the preview, and what the page shows (B8)."""

import pytest
from django.core.exceptions import ValidationError

from neighbourhood.models import Picture, PictureState
from neighbourhood.services.composing import poster_content
from neighbourhood.services.pictures import current_picture, publish_picture
from neighbourhood.services.posters import save_poster, undo_poster
from projects.models import Person
from tests.neighbourhood import factories
from tests.neighbourhood.editing import field, leader_client, page, sent
from tests.neighbourhood.publishing import with_files

pytestmark = pytest.mark.django_db
LAMP = "Eén lamp erbij en ik loop mijn rondje weer."


def _save(picture, **changed):
    return leader_client().post(page(), sent(picture, **changed))


def _stored(picture):
    picture.refresh_from_db()
    return {key: value for key, value in picture.content.items() if key != "before"}


def test_a_part_is_put_back_while_the_rest_is_saved(picture):
    _save(picture, title="Onze straat", proud_1="Wij")
    data = sent(picture, worries_1="Te donker") | {"put_back": "texts"}
    leader_client().post(page(), data)
    assert set(_stored(picture)) == {"proud", "worries"}


def test_everything_can_be_put_back(picture):
    _save(picture, title="Onze straat", proud_1="Wij")
    leader_client().post(page(), sent(picture) | {"put_back": "all"})
    assert _stored(picture) == {}


def test_sending_twice_is_saving_once(picture):
    data = sent(picture, title="Onze straat")
    client = leader_client()
    client.post(page(), data)
    picture.refresh_from_db()
    first = picture.content
    client.post(page(), data)
    picture.refresh_from_db()
    assert picture.content == first
    assert first["before"] == {}


def test_the_last_save_can_be_undone_and_done_again(picture):
    _save(picture, title="Eerst")
    _save(picture, title="Daarna")
    client = leader_client()
    client.post(page("poster_undo"))
    assert _stored(picture) == {"title": "Eerst"}
    client.post(page("poster_undo"))
    assert _stored(picture) == {"title": "Daarna"}


def test_with_nothing_saved_there_is_nothing_to_undo(picture):
    assert not undo_poster(picture=picture)
    assert (
        "niets om terug te draaien" in leader_client().post(page("poster_undo"), follow=True).content.decode()
    )


def test_the_preview_shows_what_is_typed_and_stores_nothing(picture):
    answer = leader_client().post(page("poster_preview"), sent(picture, title="Onze eigen straat"))
    assert "Onze eigen" in answer.content.decode()
    assert answer.content.decode().count('class="handle') == len(poster_content(picture).islands)
    assert _stored(picture) == {}


def test_the_preview_draws_also_what_is_too_long(picture):
    answer = leader_client().post(page("poster_preview"), sent(picture, title="lang " * 100))
    assert answer.status_code == 200
    assert "<svg" in answer.content.decode()


def test_markup_in_a_text_is_shown_as_text(picture):
    answer = leader_client().post(page("poster_preview"), sent(picture, title="<script>x</script>"))
    assert "<script>x" not in answer.content.decode()


def test_without_javascript_the_preview_is_refreshed_by_a_button(picture):
    data = sent(picture, title="Onze eigen straat") | {"refresh": "1"}
    answer = leader_client().post(page(), data)
    assert answer.status_code == 200
    assert "Nog niet bewaard" in answer.content.decode()
    assert _stored(picture) == {}


def test_a_published_poster_never_changes(picture):
    person = Person.objects.get(email="leider@proefbuurt.example")
    publish_picture(picture=with_files(picture), person=person, readers=[("Bo", "bewoner")])
    before = poster_content(Picture.objects.get())
    with pytest.raises(ValidationError):
        save_poster(picture=picture, typed={"title": "Te laat"})
    leader_client().get(page())
    concept = current_picture(project=picture.project)
    assert (concept.version, concept.state) == (2, PictureState.CONCEPT)
    leader_client().post(page(), sent(concept, title="Voor de volgende"))
    assert poster_content(Picture.objects.get(version=1)) == before
    assert Picture.objects.get(version=2).content["title"] == "Voor de volgende"


def test_without_a_snapshot_the_editor_leads_to_the_figures(db):
    factories.make_project()
    answer = leader_client().get(page())
    assert answer.status_code == 302
    assert answer["Location"].endswith("/beeld/cijfers/")


def test_the_page_holds_no_inline_styles_or_handlers(picture):
    body = leader_client().get(page()).content.decode()
    assert " style=" not in body
    assert " onclick=" not in body


def test_an_error_says_of_which_theme_it_is(picture):
    answer = _save(picture, **{field("Donkere paden", "sentence"): "a" * 300})
    assert "Donkere paden, zin</a>:" in answer.content.decode()
