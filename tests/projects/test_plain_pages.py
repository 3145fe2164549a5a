"""Pages that belong to no project: about, errors, security.txt, long work."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from msa.models import Job, JobState
from projects.models import Person, Role
from tests.cast import Cast

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def test_the_page_about_the_app_is_for_everybody_and_names_every_licence() -> None:
    page = Client().get(reverse("about")).content.decode()
    path = finders.find("build/LICENSES.txt")
    assert isinstance(path, str)
    with open(path, encoding="utf-8") as licences:
        listed = licences.read().partition("-" * 20)[0]
    assert "Atkinson" in page
    for package, name in (("lucide", "Lucide"), ("caveat-brush", "Caveat Brush")):
        assert package in listed
        assert name in page


def test_an_unknown_address_is_explained_in_our_own_look() -> None:
    answer = Client().get("/bestaat-niet/")
    assert answer.status_code == 404
    assert "Deze pagina vinden we niet" in answer.content.decode()


def test_the_page_for_our_own_mistakes_needs_nothing_that_may_be_broken() -> None:
    page = render_to_string("500.html")
    assert "Er ging iets mis bij ons" in page
    assert 'href="/"' in page


def test_security_txt_says_where_and_until_when(settings: pytest.FixtureRequest) -> None:
    settings.SECURITY_CONTACT = "mailto:lek@voorbeeld.example"  # type: ignore[attr-defined]
    answer = Client().get(reverse("security_txt"))
    assert answer["Content-Type"].startswith("text/plain")
    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines() if line)
    assert lines["Contact"] == "mailto:lek@voorbeeld.example"
    expires = datetime.fromisoformat(lines["Expires"])
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=366)


def _job(cast: Cast, **fields: object) -> Job:
    values = {"kind": "test", "project_key": cast.project.key, "person": cast.person(Role.PARTNER)} | fields
    return Job.objects.create(**values)


def test_running_work_shows_its_progress_with_and_without_javascript(cast: Cast, browser: Browser) -> None:
    job = _job(cast, state=JobState.RUNNING, step=2, steps=4, message="Bladzijde 2 van 4")
    client = browser(cast.person(Role.PARTNER))
    page = client.get(reverse("job", args=[job.key])).content.decode()
    assert 'value="50"' in page
    assert 'hx-trigger="every 1s"' in page
    assert "Bladzijde 2 van 4" in page
    assert ">Ververs</a>" in page
    fragment = client.get(reverse("job", args=[job.key]), HTTP_HX_REQUEST="true").content.decode()
    assert "<html" not in fragment
    assert 'value="50"' in fragment


def test_finished_work_stops_asking_and_leads_to_the_result(cast: Cast, browser: Browser) -> None:
    job = _job(cast, state=JobState.DONE, result_url="/ergens/")
    page = browser(cast.person(Role.PARTNER)).get(reverse("job", args=[job.key])).content.decode()
    assert "hx-get" not in page.partition("<main")[2]
    assert 'href="/ergens/"' in page


def test_finished_work_that_is_watched_goes_on_to_its_result_by_itself(cast: Cast, browser: Browser) -> None:
    job = _job(cast, state=JobState.DONE, result_url="/ergens/")
    client = browser(cast.person(Role.PARTNER))
    assert client.get(reverse("job", args=[job.key]), HTTP_HX_REQUEST="true")["HX-Redirect"] == "/ergens/"
    assert "HX-Redirect" not in client.get(reverse("job", args=[job.key]))


@pytest.mark.parametrize(
    "fields",
    [
        {"state": JobState.DONE},
        {"state": JobState.FAILED, "result_url": "/ergens/"},
        {"state": JobState.RUNNING, "result_url": "/ergens/"},
    ],
)
def test_work_that_failed_or_runs_or_has_no_result_leads_nowhere(
    cast: Cast, browser: Browser, fields: dict[str, str]
) -> None:
    job = _job(cast, **fields)
    client = browser(cast.person(Role.PARTNER))
    answer = client.get(reverse("job", args=[job.key]), HTTP_HX_REQUEST="true")
    assert answer.status_code == 200
    assert "HX-Redirect" not in answer


def test_failed_work_says_that_nothing_is_half_done(cast: Cast, browser: Browser) -> None:
    job = _job(cast, state=JobState.FAILED)
    page = browser(cast.person(Role.PARTNER)).get(reverse("job", args=[job.key])).content.decode()
    assert "niets half bewaard" in page


def test_the_demo_shows_its_post_and_a_real_installation_has_no_such_page(
    cast: Cast, browser: Browser, settings: pytest.FixtureRequest
) -> None:
    client = browser(cast.person(Role.RESIDENT_GROUP))
    assert "De brievenbus is leeg" in client.get(reverse("projects:demo_mail")).content.decode()
    settings.DEMO = False  # type: ignore[attr-defined]
    assert client.get(reverse("projects:demo_mail")).status_code == 404


def test_one_changes_the_own_name(cast: Cast, browser: Browser) -> None:
    person = cast.person(Role.PARTNER)
    browser(person).post(reverse("projects:account"), {"name": "Ruben de Wagon"})
    person.refresh_from_db()
    assert person.name == "Ruben de Wagon"
