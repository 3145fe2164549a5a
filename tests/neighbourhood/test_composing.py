"""The poster is good by default, and what the leader typed goes over it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from msa.models import AuditEntry
from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Picture, PictureState, Theme
from neighbourhood.services.choosing import highlights, poster_figures
from neighbourhood.services.composing import (
    content_from_json,
    content_to_json,
    poster_content,
    with_article,
)
from neighbourhood.services.pictures import current_picture, publish_picture
from neighbourhood.services.reporting import report_content
from projects.models import Person
from tests.neighbourhood import factories
from tests.neighbourhood.publishing import with_files
from tests.neighbourhood.test_charts import figures

pytestmark = pytest.mark.django_db


def test_without_a_snapshot_there_is_no_picture():
    assert current_picture(project=factories.make_project()) is None


def test_the_concept_is_made_once(picture):
    assert current_picture(project=picture.project) == picture
    assert (picture.version, picture.state) == (1, PictureState.CONCEPT)


def test_a_poster_is_complete_when_nobody_touched_it(picture):
    content = poster_content(picture)
    assert content.title == "Zo leven wij in de Proefbuurt"
    assert 5 <= len(content.islands) <= 7
    assert {island.valence for island in content.islands} == {"opportunity", "barrier"}
    assert len(content.proud) == 4
    assert 1 <= len(content.figures) <= 3
    assert content.reach == "Gemaakt van ongeveer 60 gesprekken in ongeveer 120 woningen"
    assert content.contact.startswith("Inloop")
    assert content.concept
    assert content.url == ""


def test_a_theme_with_another_title_has_it_in_the_list_of_five_too(picture):
    before = poster_content(picture)
    island = next(one for one in before.islands if one.title in before.proud)
    picture.content["islands"] = {island.key: {"title": "Samen sterk"}}
    after = poster_content(picture)
    assert "Samen sterk" in after.proud and island.title not in after.proud
    picture.content["proud"] = list(before.proud)
    assert poster_content(picture).proud == before.proud


def test_a_theme_with_fewer_than_ten_conversations_shows_no_quote(picture):
    picture.content = {"chosen": _keys("Een verhaal apart", "Donkere paden")}
    quotes = {island.title: island.quote for island in poster_content(picture).islands}
    assert quotes == {"Een verhaal apart": "", "Donkere paden": "Eén lamp erbij en ik loop mijn rondje weer."}
    in_report = {theme.title: theme.quote for theme in report_content(picture).themes}
    assert in_report["Een verhaal apart"] == ""


def test_a_quote_that_nobody_approved_is_not_shown(picture):
    Theme.objects.update(quote_approved_by=None)
    assert {island.quote for island in poster_content(picture).islands} == {""}
    assert {theme.quote for theme in report_content(picture).themes} == {""}


def test_typing_cannot_bring_in_a_quote_where_none_is_allowed(picture):
    theme = Theme.objects.get(title="Een verhaal apart")
    picture.content = {
        "chosen": [str(theme.key)],
        "islands": {str(theme.key): {"quote": "Toch!", "title": "Apart"}},
    }
    island = poster_content(picture).islands[0]
    assert (island.title, island.quote) == ("Apart", "")


def test_what_the_leader_typed_goes_over_the_default(picture):
    picture.content = {
        "title": "Onze straat",
        "proud": ["Wij"],
        "figures": [{"tens": 3, "text": "zeggen dit"}],
    }
    content = poster_content(picture)
    assert (content.title, content.proud) == ("Onze straat", ("Wij",))
    assert [(figure.tens, figure.text) for figure in content.figures] == [(3, "zeggen dit")]
    assert content.worries


def test_the_chosen_themes_stand_in_the_chosen_order(picture):
    picture.content = {"chosen": _keys("Lange weekenden", "Talent genoeg")}
    assert [island.title for island in poster_content(picture).islands] == [
        "Lange weekenden",
        "Talent genoeg",
    ]


def test_a_poster_survives_storage(picture):
    content = poster_content(picture)
    assert content_from_json(content_to_json(content)) == content


def test_publication_freezes_what_is_shown(picture):
    leader = Person.objects.get()
    published = publish_picture(
        picture=with_files(picture),
        person=leader,
        readers=[("Bo", "bewoner"), (" ", "")],
        on=date(2026, 5, 1),
    )
    before = poster_content(published)
    themes_before = report_content(published).themes
    Theme.objects.update(title="Iets heel anders", quote="")
    after = Picture.objects.get(pk=published.pk)
    assert poster_content(after) == before
    assert report_content(after).themes == themes_before
    assert not before.concept
    assert picture.token in before.url
    assert [(reader.name, reader.capacity) for reader in after.readers.all()] == [("Bo", "bewoner")]
    assert AuditEntry.objects.filter(act="picture published", person=leader).exists()


def test_nobody_publishes_what_nobody_read(picture):
    with pytest.raises(ValidationError):
        publish_picture(picture=picture, person=Person.objects.get(), readers=[("  ", "bewoner")])
    picture.refresh_from_db()
    assert picture.state == PictureState.CONCEPT


def test_a_new_version_follows_a_published_one_and_replaces_it_later(picture):
    leader = Person.objects.get()
    publish_picture(picture=with_files(picture), person=leader, readers=[("Bo", "")])
    with pytest.raises(ValidationError):
        publish_picture(picture=picture, person=leader, readers=[("Bo", "")])
    second = current_picture(project=picture.project)
    assert second.version == 2
    publish_picture(picture=with_files(second), person=leader, readers=[("Bo", "")])
    picture.refresh_from_db()
    assert picture.state == PictureState.REPLACED


def test_figures_are_told_in_tens_and_never_as_none_or_all(snapshot):
    shown = figures_from_json(snapshot.figures)
    assert 1 <= len(poster_figures(shown)) <= 3
    assert all(1 <= figure.tens <= 9 for figure in poster_figures(shown))
    *shares, mean = highlights(shown)
    assert all("van de 10 bewoners" in sentence for sentence in shares)
    assert mean.startswith("Gemiddeld krijgt de buurt ongeveer een ")


def test_questions_that_are_not_there_are_not_told():
    assert poster_figures(figures()) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Spoorbuurt", "de Spoorbuurt"),
        ("Willemskwartier", "het Willemskwartier"),
        ("De Componist", "de Componist"),
        ("Hatert", "Hatert"),
    ],
)
def test_a_neighbourhood_gets_its_article(name, said):
    assert with_article(name) == said


def _keys(*titles: str) -> list[str]:
    return [str(Theme.objects.get(title=title).key) for title in titles]
