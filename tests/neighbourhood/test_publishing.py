"""What is published is what was read: the files of the concept, and nothing that slipped in (B9, B11)."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from msa.models import Job
from neighbourhood.models import Document, DocumentKind, Picture, PictureState, Theme, ThemeVote
from neighbourhood.publication.poster import text
from neighbourhood.services import documents
from neighbourhood.services.composing import content_from_json, poster_content
from neighbourhood.services.material import fingerprint
from neighbourhood.services.pictures import current_picture, publish_picture
from neighbourhood.services.reporting import report_content
from projects.models import Person, Project, Role
from tests.neighbourhood.editing import leader_client, member_client, page
from tests.neighbourhood.publishing import publish, with_files

pytestmark = pytest.mark.django_db
ROWS = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "Bo Bouwman", "anyway": "on"}


def _leader():
    return Person.objects.get(email="leider@proefbuurt.example")


def _body(client=None):
    return (client or leader_client()).get(page("publish")).content.decode()


def _vote_otherwise(picture):
    ThemeVote.objects.filter(theme__project=picture.project, theme__title="Talent genoeg").delete()


def test_a_concept_without_files_cannot_be_published_and_the_page_says_what_comes_first(picture):
    body = _body()
    assert "Publiceren kan nog niet" in body
    assert "Maak eerst de praatplaat en het verslag" in body
    assert "Wie las het concept?" not in body
    answer = leader_client().post(page("publish"), ROWS)
    assert answer.status_code == 409
    assert Picture.objects.get().state == PictureState.CONCEPT


def test_a_concept_with_old_files_cannot_be_published(picture):
    with_files(picture)
    assert "Publiceren kan nog niet" not in _body()
    _vote_otherwise(picture)
    body = _body()
    assert "Er is iets veranderd nadat de bestanden zijn gemaakt" in body
    assert "Maak ze eerst opnieuw" in body
    assert leader_client().post(page("publish"), ROWS).status_code == 409
    assert Picture.objects.get().state == PictureState.CONCEPT


def test_making_them_from_that_page_leads_back_to_it(picture):
    leader_client().post(page("documents_new"), {"to_publish": "1"})
    assert Job.objects.get().result_url == page("publish")


@pytest.mark.parametrize(
    "change",
    [
        _vote_otherwise,
        lambda picture: Theme.objects.filter(title="Talent genoeg").update(who_says="Iemand anders."),
        lambda picture: Picture.objects.update(content={"title": "Een andere titel"}),
        lambda picture: Project.objects.update(contact="Ergens anders"),
        lambda picture: Document.objects.filter(kind=DocumentKind.REPORT_PDF).delete(),
    ],
)
def test_the_service_refuses_what_nobody_read_whatever_changed(picture, change):
    with_files(picture)
    change(picture)
    with pytest.raises(ValidationError):
        publish_picture(picture=picture, person=_leader(), readers=[("Bo", "")])
    assert Picture.objects.get().state == PictureState.CONCEPT
    assert Picture.objects.get().readers.count() == 0


def test_a_second_version_needs_files_of_its_own(picture):
    publish(picture)
    second = current_picture(project=picture.project)
    with pytest.raises(ValidationError):
        publish_picture(picture=second, person=_leader(), readers=[("Bo", "")])
    assert "Maak eerst de praatplaat en het verslag" in _body()


def test_files_that_were_made_again_since_the_page_was_opened_are_shown_first(picture):
    with_files(picture)
    opened = fingerprint(picture.made_of)
    assert f'name="seen" value="{opened}"' in _body()
    _vote_otherwise(picture)
    with_files(picture)
    answer = leader_client().post(page("publish"), ROWS | {"seen": opened})
    body = answer.content.decode()
    assert answer.status_code == 409
    assert "intussen opnieuw gemaakt" in body
    assert 'value="Bo Bouwman"' in body
    assert Picture.objects.get().state == PictureState.CONCEPT
    again = ROWS | {"seen": fingerprint(Picture.objects.get().made_of)}
    assert leader_client().post(page("publish"), again).status_code == 302
    assert Picture.objects.get().state == PictureState.PUBLISHED


def test_the_page_shows_the_poster_that_becomes_public(picture):
    with_files(picture)
    body = _body()
    shown = poster_content(picture)
    assert "De praatplaat zoals die openbaar wordt" in body
    assert "klopt dit" not in body.lower()
    publish(picture)
    public = Client().get(reverse("neighbourhood_public:poster", args=[picture.token])).content.decode()
    for island in shown.islands:
        first = island.title.split()[0]
        assert first in body
        assert first in public


def test_what_is_published_is_what_the_files_were_made_of(picture):
    """The text that residents read as a file is, word for word, what is public afterwards."""
    Theme.objects.filter(title="Talent genoeg").update(sentence="Zo lazen de lezers het.")
    documents.build_documents(picture=picture)
    read = picture.documents.get(kind=DocumentKind.POSTER_TEXT).file.open("rb").read().decode()
    assert "Zo lazen de lezers het." in read
    made_of = Picture.objects.get().made_of
    published = publish_picture(picture=picture, person=_leader(), readers=[("Bo", "")])
    Theme.objects.update(title="Later veranderd", sentence="Later veranderd.")
    Project.objects.update(contact="Later veranderd")
    after = Picture.objects.get(pk=published.pk)
    stamped = content_from_json(after.frozen["poster"] | {"concept": True, "url": ""})
    assert text(stamped) == read
    assert {key: after.frozen[key] for key in ("themes", "about", "snapshot")} == {
        key: made_of[key] for key in ("themes", "about", "snapshot")
    }
    assert [theme.sentence for theme in report_content(after).themes].count("Zo lazen de lezers het.") == 1
    assert "Later" not in report_content(after).contact


def test_a_change_while_the_files_are_made_is_in_none_of_them_and_makes_them_old(picture, monkeypatch):
    made = documents.make_files

    def meanwhile(still, progress):
        Theme.objects.filter(title="Talent genoeg").update(title="Tussendoor veranderd")
        return made(still, progress)

    monkeypatch.setattr(documents, "make_files", meanwhile)
    documents.build_documents(picture=picture)
    read = picture.documents.get(kind=DocumentKind.POSTER_TEXT).file.open("rb").read().decode()
    assert "Talent genoeg" in read
    assert "Tussendoor" not in read
    assert documents.files_are_old(Picture.objects.get())
    with pytest.raises(ValidationError):
        publish_picture(picture=picture, person=_leader(), readers=[("Bo", "")])


def test_files_of_a_concept_that_come_late_do_not_land_on_what_is_public(picture):
    late = Picture.objects.get(pk=picture.pk)
    publish(picture)
    with pytest.raises(documents.Refused):
        documents.build_documents(picture=late)
    assert picture.documents.get(kind=DocumentKind.POSTER_TEXT).file.open("rb").read() == b"inhoud"


def test_files_without_the_stamp_are_made_while_those_of_the_concept_still_are(picture):
    first = documents.request_documents(picture=picture, person=_leader())
    published = publish(picture)
    assert documents.request_documents(picture=published, person=_leader()) != first


def test_files_of_what_was_published_are_current_once_they_are_made(picture):
    published = publish(picture)
    assert documents.files_are_old(published)
    documents.build_documents(picture=published)
    assert not documents.files_are_old(Picture.objects.get(pk=published.pk))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"form-0-name": "B" * 480}, "Deze tekst is 360 tekens te lang: er passen er 120."),
        ({"form-0-name": "<b>Bo</b>"}, "Schrijf dit zonder &lt; en &gt;."),
        ({"form-0-capacity": "<i>bewoner</i>"}, "Schrijf dit zonder &lt; en &gt;."),
    ],
)
def test_a_name_that_does_not_fit_is_refused_and_kept(picture, typed, said):
    with_files(picture)
    body = leader_client().post(page("publish"), ROWS | typed).content.decode()
    kept = next(iter(typed.values())).replace("<", "&lt;").replace(">", "&gt;")
    assert said in body
    assert f'value="{kept}"' in body
    assert "Eén naam is genoeg" not in body
    assert Picture.objects.get().state == PictureState.CONCEPT


def test_a_browser_does_not_cut_off_a_name(picture):
    with_files(picture)
    assert "maxlength" not in _body().partition("<main")[2]


def test_a_reader_needs_no_account_and_no_capacity(picture):
    with_files(picture)
    leader_client().post(page("publish"), ROWS)
    assert [(one.name, one.capacity) for one in Picture.objects.get().readers.all()] == [("Bo Bouwman", "")]


def test_residents_keep_seeing_the_figures_and_themes_that_are_public(picture):
    resident = member_client(picture, Role.RESIDENT_GROUP)
    assert "Nog geen cijfers te zien" in resident.get(page("figures")).content.decode()
    assert "Nog geen thema" in resident.get(page("themes")).content.decode()
    publish(picture)
    Theme.objects.filter(title="Talent genoeg").update(title="Voor de volgende keer")
    figures = resident.get(page("figures")).content.decode()
    assert "ongeveer 60" in figures
    assert "Nog geen cijfers" not in figures
    themes = resident.get(page("themes")).content.decode()
    assert "Talent genoeg" in themes
    assert "Voor de volgende keer" not in themes


def test_residents_see_the_themes_as_they_are_while_the_next_concept_is_open(picture):
    resident = member_client(picture, Role.RESIDENT_GROUP)
    publish(picture)
    current_picture(project=picture.project)
    Theme.objects.filter(title="Talent genoeg").update(title="Voor de volgende keer")
    Picture.objects.filter(version=2).update(open_to_residents=True)
    assert "Voor de volgende keer" in resident.get(page("themes")).content.decode()


@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.PARTNER])
def test_a_version_that_was_replaced_stays_with_the_team(picture, role):
    Picture.objects.update(open_to_residents=True)
    picture.refresh_from_db()
    publish(picture)
    publish(current_picture(project=picture.project))
    report = reverse("neighbourhood:document", args=["proefbuurt", 1, "report_pdf"])
    assert member_client(picture, role).get(report).status_code == 404
    assert leader_client().get(report).status_code == 200
