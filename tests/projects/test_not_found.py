"""Who sends a form to a page that is no longer theirs gets the text back."""

import pytest
from django.test import Client

from projects.models import Role
from tests.cast import Cast

TEXT = "Bel de beheerder over de sleutels van de berging."
OURS = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def stopped(cast: Cast, client: Client) -> Client:
    """Signed in, and out of the project since."""
    member = cast.members[Role.COMMUNITY_WORKER]
    client.force_login(member.person)
    member.active = False
    member.save(update_fields=["active"])
    return client


def test_who_stopped_while_typing_gets_the_text_back(cast: Cast, stopped: Client) -> None:
    address = f"/projecten/{cast.project.slug}/taken/nieuw/"
    page = stopped.post(address, {"title": TEXT, "phase": "1"}, **OURS)
    assert page.status_code == 404
    assert TEXT in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_a_form_of_another_site_gets_nothing_back(cast: Cast, stopped: Client) -> None:
    address = f"/projecten/{cast.project.slug}/taken/nieuw/"
    page = stopped.post(address, {"title": TEXT}, HTTP_ORIGIN="https://elders.example")
    assert page.status_code == 404
    assert TEXT not in page.content.decode()


def test_a_stranger_gets_nothing_back(client: Client, db: None) -> None:
    page = client.post("/bestaat-niet/", {"title": TEXT}, **OURS)
    assert page.status_code == 404
    assert TEXT not in page.content.decode()


def test_a_secret_is_never_shown(stopped: Client) -> None:
    page = stopped.post("/bestaat-niet/", {"password": TEXT, "title": TEXT}, **OURS)
    assert page.status_code == 404
    assert TEXT not in page.content.decode()
