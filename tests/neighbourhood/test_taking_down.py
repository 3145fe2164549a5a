"""Taking what is public from the public, and putting it back (B11)."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from msa.models import AuditEntry, Job
from neighbourhood.models import Picture, PictureState, Snapshot
from neighbourhood.services.material import material_of
from neighbourhood.services.pictures import current_picture, put_back, take_down
from projects.models import Person, Role
from tests.neighbourhood.editing import leader_client, member_client, page
from tests.neighbourhood.publishing import publish

pytestmark = pytest.mark.django_db


def _leader():
    return Person.objects.get(email="leider@proefbuurt.example")


def _version(name, number=1):
    return reverse(f"neighbourhood:{name}", args=["proefbuurt", number])


def _public(picture, name="poster", *more):
    return reverse(f"neighbourhood_public:{name}", args=[picture.token, *more])


@pytest.fixture
def public(picture):
    return publish(picture)


@pytest.fixture
def down(public):
    return take_down(picture=public, person=_leader())


def test_it_says_what_it_does_and_asks_before_it_does(public):
    body = leader_client().get(_version("take_down")).content.decode()
    assert "Deze praatplaat is nu niet te zien" in body
    assert "Weet je het zeker?" in body
    assert Picture.objects.get().state == PictureState.PUBLISHED
    answer = leader_client().post(_version("take_down"), follow=True)
    assert "niet meer openbaar" in answer.content.decode()
    assert Picture.objects.get(version=1).state == PictureState.WITHDRAWN


def test_the_address_says_so_to_everybody_and_search_engines_forget_it(down):
    answer = Client().get(_public(down))
    body = answer.content.decode()
    assert answer.status_code == 410
    assert answer["Cache-Control"] == "no-store"
    assert "Deze praatplaat is nu niet te zien" in body
    assert "Inloop in de pipowagen" in body
    assert '<meta name="robots" content="noindex">' in body
    assert "Talent genoeg" not in body
    assert "public" not in answer.get("Cache-Control", "")


@pytest.mark.parametrize(
    "address", [("qr",), ("file", "verslag.pdf"), ("file", "praatplaat.pdf"), ("file", "praatplaat.txt")]
)
def test_no_file_and_no_code_is_public_any_more(down, address):
    answer = Client().get(_public(down, *address))
    assert answer.status_code == 302
    assert answer["Location"] == _public(down)


@pytest.mark.parametrize("role", [Role.RESIDENT_GROUP, Role.PARTNER])
def test_the_team_keeps_the_version_and_others_do_not(down, role):
    Picture.objects.update(open_to_residents=True)
    report = reverse("neighbourhood:document", args=["proefbuurt", 1, "report_pdf"])
    assert leader_client().get(report).status_code == 200
    other = member_client(down, role)
    assert other.get(report).status_code == 404
    assert "Versie 1" not in other.get(page("picture")).content.decode()
    if role == Role.RESIDENT_GROUP:
        assert "Nog geen cijfers te zien" in other.get(page("figures")).content.decode()
        assert "Nog geen thema" in other.get(page("themes")).content.decode()


def test_who_did_it_and_when_is_written_down(down):
    put_back(picture=down, person=_leader())
    acts = ["picture published", "picture put back", "picture taken down"]
    written = AuditEntry.objects.filter(act__in=acts).order_by("act")
    assert [(one.act, one.subject, one.person) for one in written] == [(act, "v1", _leader()) for act in acts]
    assert down.withdrawn_on is not None


def test_one_button_puts_the_same_version_back_on_the_same_address(down):
    body = leader_client().get(page("picture")).content.decode()
    assert f'action="{_version("put_back")}"' in body
    assert "Nu is er niets openbaar." in body
    before = material_of(down)
    # The small files of this test carry the stamp of the concept still; so they are made.
    answer = leader_client().post(_version("put_back"))
    assert answer["Location"] == f"/werk/{Job.objects.get().pk}/"
    picture = Picture.objects.get(version=1)
    assert (picture.state, picture.withdrawn_on) == (PictureState.PUBLISHED, None)
    assert material_of(picture) == before
    assert Client().get(_public(picture)).status_code == 200


def test_what_comes_back_with_its_own_files_needs_no_work(down):
    Picture.objects.filter(pk=down.pk).update(made_of=down.frozen)
    answer = leader_client().post(_version("put_back"))
    assert answer["Location"] == page("picture")
    assert not Job.objects.exists()


def test_a_new_publication_takes_the_place_of_what_was_taken_down(down):
    newer = publish(current_picture(project=down.project))
    down.refresh_from_db()
    assert down.state == PictureState.REPLACED
    assert _public(newer) in Client().get(_public(down)).content.decode()
    with pytest.raises(ValidationError):
        put_back(picture=down, person=_leader())
    assert Picture.objects.published().count() == 1


def test_the_code_of_a_replaced_poster_leads_where_its_files_lead(public):
    publish(current_picture(project=public.project))
    for address in (("qr",), ("file", "verslag.pdf")):
        assert Client().get(_public(public, *address))["Location"] == _public(public)


@pytest.mark.parametrize("act", [take_down, put_back])
def test_a_concept_is_neither_taken_down_nor_put_back(picture, act):
    with pytest.raises(ValidationError):
        act(picture=picture, person=_leader())
    assert Picture.objects.get().state == PictureState.CONCEPT
    assert not AuditEntry.objects.exists()


def test_taking_down_twice_is_told_and_written_down_once(down):
    answer = leader_client().post(_version("take_down"), follow=True)
    assert "Deze versie is niet openbaar." in answer.content.decode()
    assert AuditEntry.objects.filter(act="picture taken down").count() == 1


def test_nothing_else_changes(public):
    figures = Snapshot.objects.get().figures
    take_down(picture=public, person=_leader())
    picture = Picture.objects.get(version=1)
    assert (picture.frozen, picture.documents.count(), picture.readers.count()) == (public.frozen, 5, 1)
    assert Snapshot.objects.get().figures == figures
