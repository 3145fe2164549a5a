"""The picture in versions on screen: who sees what, opening it to residents, publishing (B7 to B9)."""

import pytest

from msa.models import AuditEntry, Job
from msa.sharing import Shared
from neighbourhood.models import DocumentKind, Picture, PictureState, Snapshot, Theme
from neighbourhood.picturelist import todo
from neighbourhood.services.pictures import current_picture
from projects.models import Membership, Role
from tests.neighbourhood import factories
from tests.neighbourhood.editing import leader_client, member_client, page
from tests.neighbourhood.publishing import publish, with_files
from tests.queries import count_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(picture):
    """The concept with files, invented and small."""
    return with_files(picture)


def _home(client):
    return client.get(page("picture")).content.decode()


def test_a_project_without_anything_says_what_comes_first(db):
    factories.make_project()
    body = _home(leader_client())
    assert "Nog geen beeld" in body
    assert "Naar de cijfers" in body


def test_files_have_names_for_people_and_their_size(made):
    body = _home(leader_client())
    assert "Praatplaat om te printen" in body
    assert "PDF, A3, 6\xa0bytes" in body
    assert "poster_pdf" not in body


def test_a_file_that_is_gone_from_the_disk_is_not_offered(made):
    found = made.documents.get(kind=DocumentKind.POSTER_TEXT)
    found.file.storage.delete(found.file.name)
    body = _home(leader_client())
    assert "Praatplaat als tekst" not in body
    assert "Praatplaat als plaatje" in body


def test_residents_see_a_concept_only_while_it_is_opened(made):
    resident = member_client(made, Role.RESIDENT_GROUP)
    assert "Concept" not in _home(resident)
    leader_client().post(page("concept_open"))
    body = _home(resident)
    assert "Herkent u uw buurt?" in body
    assert "Verslag met alle cijfers" not in body
    assert resident.get(page("figures")).status_code == 200
    leader_client().post(page("concept_open"))
    assert "Concept" not in _home(resident)


def test_opening_and_closing_is_written_down(made):
    client = leader_client()
    client.post(page("concept_open"))
    client.post(page("concept_open"))
    acts = sorted(AuditEntry.objects.values_list("act", flat=True))
    assert acts == ["concept closed to residents", "concept opened to residents"]


@pytest.mark.parametrize("role", [Role.PARTNER, Role.ADMINISTRATOR])
def test_partners_see_what_is_published_and_never_a_concept(made, role):
    client = member_client(made, role)
    assert "Het team is nog bezig" in _home(client)
    publish(made)
    body = _home(client)
    assert "Openbaar adres" in body
    assert "Bo Bouwman" not in body


def test_publishing_asks_who_read_the_concept_and_keeps_what_was_typed(made):
    client = leader_client()
    rows = {"form-TOTAL_FORMS": "3", "form-INITIAL_FORMS": "0", "form-0-capacity": "kritische buitenstaander"}
    answer = client.post(page("publish"), rows)
    assert answer.status_code == 200
    assert "Eén naam is genoeg" in answer.content.decode()
    assert "kritische buitenstaander" in answer.content.decode()
    assert Picture.objects.get().state == PictureState.CONCEPT


def test_publishing_makes_the_documents_again_and_shows_the_work(made, django_capture_on_commit_callbacks):
    rows = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "Bo Bouwman", "anyway": "on"}
    answer = leader_client().post(page("publish"), rows)
    picture = Picture.objects.get()
    assert picture.state == PictureState.PUBLISHED
    assert [reader.name for reader in picture.readers.all()] == ["Bo Bouwman"]
    assert answer["Location"] == f"/werk/{Job.objects.get().pk}/"


def test_a_second_publication_of_the_same_concept_is_told_and_changes_nothing(made):
    publish(made)
    rows = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "Nog iemand"}
    answer = leader_client().post(page("publish"), rows, follow=True)
    assert "nog geen concept" in answer.content.decode()
    assert Picture.objects.get(version=1).readers.count() == 1


def test_the_page_asks_as_many_queries_for_one_version_as_for_many(made):
    client = leader_client()
    publish(made)
    one = count_queries(client, page("picture"))
    for _number in range(4):
        publish(current_picture(project=made.project))
    assert count_queries(client, page("picture")) == one


def test_the_editor_asks_as_many_queries_for_few_themes_as_for_many(picture):
    client = leader_client()
    few = count_queries(client, page("poster_edit"))
    for number in range(25):
        Theme.objects.create(
            project=picture.project,
            title=f"Thema {number}",
            sentence="Zin.",
            valence="barrier",
            conditions=["cohesion"],
        )
    assert count_queries(client, page("poster_edit")) == few


def _titles(picture, role):
    held = Membership.objects.filter(project=picture.project, role=role).first()
    return [item.title for item in todo(held, Shared())]


def test_vandaag_says_for_each_role_what_the_picture_asks(picture):
    member_client(picture, Role.RESIDENT_GROUP)
    member_client(picture, Role.HOUSING_OFFICER)
    member_client(picture, Role.PARTNER)
    assert _titles(picture, Role.PROJECT_LEADER) == ["Maak de praatplaat af"]
    assert _titles(picture, Role.HOUSING_OFFICER) == [
        "Bekijk het concept van de praatplaat",
        "Stem voor de top vijf",
    ]
    assert _titles(picture, Role.RESIDENT_GROUP) == []
    assert _titles(picture, Role.PARTNER) == []
    Picture.objects.update(open_to_residents=True)
    assert _titles(picture, Role.RESIDENT_GROUP) == ["Lees de praatplaat mee"]


def test_vandaag_does_not_ask_for_a_new_version_that_nobody_worked_on(picture):
    publish(picture)
    current_picture(project=picture.project)
    assert _titles(picture, Role.PROJECT_LEADER) == ["Bekijk de praatplaat", "Is het verslag vastgesteld?"]
    Picture.objects.filter(version=2).update(content={"title": "Anders"})
    assert _titles(picture, Role.PROJECT_LEADER) == ["Maak de praatplaat af"]


def test_vandaag_asks_for_themes_when_there_are_figures_but_no_themes(picture):
    Theme.objects.all().delete()
    assert "Lees wat bewoners vertelden" in _titles(picture, Role.PROJECT_LEADER)
    Picture.objects.all().delete()
    Snapshot.objects.all().delete()
    assert _titles(picture, Role.PROJECT_LEADER) == []
