"""The page of long work: it says what is made, once, and leads back when it could not be made."""

import pytest
from django.test import Client
from django.urls import reverse

from msa.models import Job, JobState
from projects.models import Role
from tests.cast import Cast, make_cast
from tests.housevisits.writing import BACKEND

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def _page(cast: Cast, **fields: object) -> str:
    person = cast.person(Role.PROJECT_LEADER)
    job = Job.objects.create(project_key=cast.project.key, person=person, **fields)
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client.get(reverse("job", args=[job.key])).content.decode()


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("documents v2 concept", "Praatplaat en verslag"),
        ("snapshot", "Momentopname van de cijfers"),
        ("read import", "Inlezen: teksten nalezen"),
        ("store import", "Inlezen: rijen opslaan"),
        ("something else", "Werk op de achtergrond"),
    ],
)
def test_the_heading_says_what_is_being_made(cast: Cast, kind: str, heading: str) -> None:
    assert f"<h1>{heading}</h1>" in _page(cast, kind=kind)


def test_that_the_page_may_be_closed_is_said_once(cast: Cast) -> None:
    assert _page(cast, kind="snapshot", state=JobState.RUNNING).count("kan gerust dicht") == 1


def test_refused_work_promises_no_result_and_leads_back(cast: Cast) -> None:
    body = _page(
        cast, kind="snapshot", state=JobState.FAILED, message="Er zijn te weinig.", result_url="/x/cijfers/"
    )
    assert "Er zijn te weinig." in body
    assert 'href="/x/cijfers/"' in body
    assert "Terug naar waar dit gevraagd is" in body
    assert "resultaat" not in body
