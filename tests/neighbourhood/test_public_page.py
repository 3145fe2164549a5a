"""The public page of a poster: for everybody, without an account, also after it was replaced (B11)."""

import pytest
from django.test import Client
from django.urls import reverse

from neighbourhood.models import Theme
from neighbourhood.services.pictures import current_picture
from tests.neighbourhood.editing import leader_client
from tests.neighbourhood.publishing import publish
from tests.queries import count_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def public(picture):
    """A published picture with files."""
    return publish(picture)


def _address(picture, name="poster", *more):
    return reverse(f"neighbourhood_public:{name}", args=[picture.token, *more])


def test_a_concept_has_no_public_page(picture):
    assert Client().get(_address(picture)).status_code == 404
    assert Client().get(_address(picture, "qr")).status_code == 404


def test_an_address_that_nobody_has_is_not_found(public):
    assert Client().get("/praatplaat/bestaat-niet/").status_code == 404


def test_everybody_sees_the_whole_poster_as_text(public):
    body = Client().get(_address(public)).content.decode()
    for theme in public.frozen["poster"]["islands"]:
        assert theme["title"] in body
        assert theme["sentence"] in body
    assert "klopt dit" not in body.lower()
    assert body.count("<h1") == 1


def test_the_page_can_be_shared_with_a_title_and_a_description(public):
    body = Client().get(_address(public)).content.decode()
    assert '<meta property="og:title" content="Zo leven wij in de Proefbuurt">' in body
    assert '<meta property="og:description" content="Dit vertelden bewoners' in body
    assert 'property="og:image" content="http' in body


def test_the_page_may_be_kept_for_a_while_but_not_for_who_is_signed_in(public):
    assert Client().get(_address(public))["Cache-Control"] == "public, max-age=300"
    assert "no-store" in leader_client().get(_address(public))["Cache-Control"]


@pytest.mark.parametrize(
    "name", ["praatplaat.pdf", "praatplaat.png", "praatplaat.txt", "praatplaat.html", "verslag.pdf"]
)
def test_files_are_there_for_everybody(public, name):
    answer = Client().get(_address(public, "file", name))
    assert b"".join(answer.streaming_content) == b"inhoud"
    assert answer["Cache-Control"].startswith("public")


@pytest.mark.parametrize("name", ["cijfers.csv", "praatplaat", "..%2Fgeheim"])
def test_no_other_file_is_there(public, name):
    assert Client().get(f"{_address(public)}{name}").status_code == 404


def test_files_are_offered_by_what_they_are_for(public):
    body = Client().get(_address(public)).content.decode()
    assert "Praatplaat om te printen" in body
    assert "Verslag met alle cijfers" in body
    assert "6\xa0bytes" in body


def test_the_code_leads_to_the_page(public):
    answer = Client().get(_address(public, "qr"))
    assert answer["Content-Type"] == "image/svg+xml"


def test_what_changes_later_does_not_change_what_is_public(public):
    before = Client().get(_address(public)).content.decode()
    assert "Talent genoeg" in before
    Theme.objects.filter(title="Talent genoeg").update(title="Heel iets anders")
    after = Client().get(_address(public)).content.decode()
    assert "Talent genoeg" in after
    assert "Heel iets anders" not in after


def test_an_old_code_leads_to_the_poster_that_came_after_it(public):
    newer = publish(current_picture(project=public.project))
    answer = Client().get(_address(public))
    body = answer.content.decode()
    assert answer.status_code == 200
    assert "Er is een nieuwere praatplaat" in body
    assert _address(newer) in body
    assert "Talent genoeg" not in body


def test_files_of_a_replaced_poster_lead_to_the_page_that_says_so(public):
    publish(current_picture(project=public.project))
    answer = Client().get(_address(public, "file", "praatplaat.pdf"))
    assert answer.status_code == 302
    assert answer["Location"] == _address(public)


def test_the_page_asks_few_queries_and_none_of_the_registers(public, django_assert_max_num_queries):
    # the picture with its project, its documents
    with django_assert_max_num_queries(3) as asked:
        Client().get(_address(public))
    tables = " ".join(query["sql"] for query in asked.captured_queries)
    assert "housevisits_" not in tables


def test_the_number_of_queries_does_not_grow_with_the_themes(public):
    one = count_queries(Client(), _address(public))
    for number in range(20):
        Theme.objects.create(
            project=public.project,
            title=f"Thema {number}",
            sentence="Zin.",
            valence="barrier",
            conditions=["cohesion"],
        )
    assert count_queries(Client(), _address(public)) == one


def test_drawings_are_pictures_of_their_own():
    answer = Client().get(reverse("neighbourhood_public:drawing", args=["coffee"]))
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg xmlns")
    assert Client().get("/tekeningen/geheim.svg").status_code == 404
