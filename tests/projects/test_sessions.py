"""P23: sessions end in time, pages are not kept, and nothing typed is lost when they do."""

import re
import time
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from projects.models import Membership, Person, Role
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.attack]
Browser = Callable[[Person], Client]
MINUTE = 60


class Clock:
    """A clock that the test moves on."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        return self.now

    def wait(self, minutes: float) -> None:
        self.now += minutes * MINUTE


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved = Clock()
    monkeypatch.setattr("msa.middleware.time.time", moved)
    return moved


def _open(client: Client) -> bool:
    """Whether Vandaag opens without signing in again."""
    return bool(client.get(reverse("today")).status_code == 200)


def test_after_half_an_hour_without_a_request_one_signs_in_again(
    cast: Cast, browser: Browser, clock: Clock
) -> None:
    client = browser(cast.person(Role.PARTNER))
    assert _open(client)
    clock.wait(29.9)
    assert _open(client)
    clock.wait(30.1)
    assert not _open(client)


def test_who_works_on_is_not_thrown_out_before_twelve_hours(
    cast: Cast, browser: Browser, clock: Clock
) -> None:
    client = browser(cast.person(Role.PARTNER))
    for _step in range(12 * 3):
        assert _open(client)
        clock.wait(20)
    assert _open(client)
    clock.wait(1)
    assert not _open(client)


def test_the_session_is_gone_from_the_server_too(cast: Cast, browser: Browser, clock: Clock) -> None:
    client = browser(cast.person(Role.PARTNER))
    assert _open(client)
    stolen = client.cookies["sessionid"].value
    clock.wait(31)
    assert not _open(client)
    thief = Client()
    thief.cookies["sessionid"] = stolen
    assert not _open(thief)


def test_pages_of_who_is_signed_in_are_kept_by_nobody(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    for name in ("today", "projects:choose", "projects:account"):
        assert "no-store" in client.get(reverse(name))["Cache-Control"]
    for name in ("home", "people", "settings", "rights"):
        answer = client.get(reverse(f"projects:{name}", args=[cast.project.slug]))
        assert answer["Cache-Control"] == "no-store, private"
    assert "no-store" in Client().get(reverse("account_login"))["Cache-Control"]


FORM = {
    "name": "Sanne Sein",
    "email": "sanne@voorbeeld.example",
    "role": Role.RESIDENT_GROUP.value,
    "new_organisation": 'Regel een\n"regel" <twee>',
}
OURS = {"HTTP_ORIGIN": "http://testserver"}


def _hidden(page: str) -> dict[str, str]:
    """The fields that the page sends along, as a browser reads them."""
    import html

    found = re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    return {name: html.unescape(value) for name, value in found}


def test_a_form_sent_after_the_session_ended_comes_back_as_it_was_typed(
    cast: Cast, browser: Browser, clock: Clock
) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    address = reverse("projects:add", args=[cast.project.slug])
    assert client.get(address).status_code == 200
    clock.wait(31)
    answer = client.post(address, FORM, **OURS)  # type: ignore[arg-type]
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "no-store" in answer["Cache-Control"]
    assert reverse("account_login") in page
    assert _hidden(page) == FORM
    client.force_login(
        cast.person(Role.PROJECT_LEADER), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    client.post(address, _hidden(page) | {"new_organisation": ""}, **OURS)  # type: ignore[arg-type]
    assert Membership.objects.filter(person__email="sanne@voorbeeld.example").exists()


def test_a_button_without_a_form_can_be_pressed_again(cast: Cast, browser: Browser, clock: Clock) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    address = reverse("housevisits:registration_new", args=[cast.project.slug])
    client.get("/")
    clock.wait(31)
    page = client.post(address, **OURS).content.decode()  # type: ignore[arg-type]
    assert "maar de tekst is er nog" not in page and "Verstuur opnieuw" in page
    assert f'href="{address}"' not in page  # it cannot be opened


def test_an_upload_sends_back_to_the_form_where_the_file_is_chosen(
    cast: Cast, browser: Browser, clock: Clock
) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    address = reverse("projects:add", args=[cast.project.slug])
    client.get("/")
    clock.wait(31)
    page = client.post(address, {"file": SimpleUploadedFile("a.csv", b"a")}, **OURS).content.decode()  # type: ignore[arg-type]
    assert "Verstuur opnieuw" not in page and "Terug naar het formulier" in page


def test_a_form_of_another_site_is_not_given_back(cast: Cast) -> None:
    address = reverse("projects:add", args=[cast.project.slug])
    answer = Client().post(address, FORM, HTTP_ORIGIN="https://kwaad.example")
    assert answer.status_code == 302
    assert Client().post(address, FORM).status_code == 302


def test_an_old_token_is_explained_and_the_form_can_be_sent_again(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(
        cast.person(Role.PROJECT_LEADER), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    address = reverse("projects:add", args=[cast.project.slug])
    client.get(address)
    old = FORM | {"csrfmiddlewaretoken": "a" * 64}
    answer = client.post(address, old, **OURS)  # type: ignore[arg-type]
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Nog één keer versturen" in page
    assert _hidden(page) == FORM
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.split('class="panel"')[1])
    assert token
    fields = _hidden(page) | {"new_organisation": "", "csrfmiddlewaretoken": token.group(1)}
    assert client.post(address, fields, **OURS).status_code == 302  # type: ignore[arg-type]
    assert Membership.objects.filter(person__email="sanne@voorbeeld.example").exists()


def test_another_site_gets_no_form_to_press(cast: Cast, browser: Browser) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(
        cast.person(Role.PROJECT_LEADER), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    address = reverse("projects:add", args=[cast.project.slug])
    page = client.post(address, FORM, HTTP_ORIGIN="https://kwaad.example").content.decode()
    assert "Dit formulier is te oud" in page
    assert "Sanne" not in page


def test_a_password_is_never_sent_back() -> None:
    client = Client(enforce_csrf_checks=True)
    data = {"login": "x@voorbeeld.example", "password": "geheim-geheim-geheim"}
    page = client.post(reverse("account_login"), data, **OURS).content.decode()  # type: ignore[arg-type]
    assert "Dit formulier is te oud" in page
    assert "geheim" not in page
