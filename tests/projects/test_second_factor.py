"""P21: staff of a real project go on with a second factor only, and cannot pass by it."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from projects.models import Membership, Person, Role
from tests.cast import Cast
from tests.projects.totp import code_for, secret_on

pytestmark = [pytest.mark.django_db, pytest.mark.attack, pytest.mark.usefixtures("empty_cache", "real")]
Browser = Callable[[Person], Client]
SET_UP = "/account/2fa/totp/activate/"
PASSWORD = "een-lange-zin-voor-de-test"


@pytest.fixture
def real(settings: pytest.FixtureRequest) -> None:
    """Not the demo: that asks for no second factor."""
    settings.DEMO = False  # type: ignore[attr-defined]


def _set_up(client: Client) -> str:
    """Couple a code app; returns its key."""
    secret = secret_on(client.get(SET_UP).content.decode())
    answer = client.post(SET_UP, {"code": code_for(secret)})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    return secret


def _sign_in(person: Person) -> Client:
    person.set_password(PASSWORD)
    person.save()
    client = Client()
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    return client


@pytest.mark.parametrize("role", [role for role in Role.values if role != Role.RESIDENT_GROUP])
def test_staff_without_second_factor_reach_no_page_of_the_app(
    cast: Cast, browser: Browser, role: str
) -> None:
    client = browser(cast.person(role))
    for page in ("today", "projects:choose", "projects:account"):
        assert client.get(reverse(page))["Location"] == SET_UP
    for page in ("home", "rights", "people"):
        address = reverse(f"projects:{page}", args=[cast.project.slug])
        assert client.get(address)["Location"] == SET_UP
        assert client.post(address)["Location"] == SET_UP


def test_residents_go_on_without(cast: Cast, browser: Browser) -> None:
    assert browser(cast.person(Role.RESIDENT_GROUP)).get(reverse("today")).status_code == 200


def test_once_set_up_the_way_is_open(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.HOUSING_OFFICER))
    _set_up(client)
    assert client.get(reverse("today")).status_code == 200


def test_recovery_codes_alone_are_no_second_factor(cast: Cast, browser: Browser) -> None:
    person = cast.person(Role.HOUSING_OFFICER)
    client = browser(person)
    _set_up(client)
    Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).delete()
    assert client.get(reverse("today"))["Location"] == SET_UP


def test_a_resident_who_becomes_staff_meets_the_page_in_the_same_session(
    cast: Cast, browser: Browser
) -> None:
    held = cast.members[Role.RESIDENT_GROUP]
    client = browser(held.person)
    assert client.get(reverse("today")).status_code == 200
    held.role = Role.PARTNER
    held.save()
    assert client.get(reverse("today"))["Location"] == SET_UP


def test_taking_the_factor_away_closes_the_way_in_every_session(cast: Cast, browser: Browser) -> None:
    person = cast.person(Role.HOUSING_OFFICER)
    here, elsewhere = browser(person), browser(person)
    secret = _set_up(here)
    assert elsewhere.get(reverse("today")).status_code == 200
    here.post(reverse("mfa_reauthenticate"), {"code": code_for(secret)})
    here.post(reverse("mfa_deactivate_totp"))
    assert elsewhere.get(reverse("today"))["Location"] == SET_UP


def test_staff_who_left_every_project_are_not_asked(cast: Cast, browser: Browser) -> None:
    Membership.objects.filter(role=Role.PARTNER).update(active=False)
    assert browser(cast.person(Role.PARTNER)).get(reverse("today")).status_code == 200


def test_a_password_alone_signs_nobody_in_who_has_the_factor(cast: Cast, browser: Browser) -> None:
    person = cast.person(Role.PROJECT_LEADER)
    secret = _set_up(browser(person))
    client = _sign_in(person)
    assert client.get(reverse("today"))["Location"].startswith(reverse("account_login"))
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Deze code klopt niet" in wrong.content.decode()
    assert client.get(reverse("today")).status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert client.get(reverse("today")).status_code == 200


def test_a_code_by_mail_does_not_pass_by_the_factor(cast: Cast, browser: Browser) -> None:
    person = cast.person(Role.PROJECT_LEADER)
    secret = _set_up(browser(person))
    client = Client()
    client.post(reverse("account_request_login_code"), {"email": person.email})
    code = mail.outbox[-1].body.split("\n\n")[1].strip()
    answer = client.post(reverse("account_confirm_login_code"), {"code": code})
    assert answer["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("today")).status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert client.get(reverse("today")).status_code == 200


def test_a_code_of_the_app_works_once(cast: Cast, browser: Browser) -> None:
    person = cast.person(Role.PROJECT_LEADER)
    secret = _set_up(browser(person))
    code = code_for(secret)
    first, second = _sign_in(person), _sign_in(person)
    first.post(reverse("mfa_authenticate"), {"code": code})
    second.post(reverse("mfa_authenticate"), {"code": code})
    assert first.get(reverse("today")).status_code == 200
    assert second.get(reverse("today")).status_code == 302


def test_a_recovery_code_opens_the_door_once(transactional_db: None, cast: Cast, browser: Browser) -> None:
    person = cast.person(Role.PROJECT_LEADER)
    client = browser(person)
    _set_up(client)  # counts as proof, so the codes are shown at once
    page = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    code = page.split('<ul class="codes panel"><li><code>')[1].split("<")[0]
    first, second = _sign_in(person), _sign_in(person)
    first.post(reverse("mfa_authenticate"), {"code": code})
    second.post(reverse("mfa_authenticate"), {"code": code})
    assert first.get(reverse("today")).status_code == 200
    assert second.get(reverse("today")).status_code == 302


def test_the_key_of_the_app_is_not_readable_in_the_database(cast: Cast, browser: Browser) -> None:
    person = cast.person(Role.PROJECT_LEADER)
    secret = _set_up(browser(person))
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        stored = " ".join(str(row[0]) for row in cursor.fetchall())
    assert len(stored) > 50
    assert secret not in stored


def test_turning_it_off_asks_for_proof_again_later(
    cast: Cast, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    person = cast.person(Role.PROJECT_LEADER)
    secret = _set_up(browser(person))
    client = _sign_in(person)
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    later = time.time() + 20 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    answer = client.post(reverse("mfa_deactivate_totp"))
    assert "reauthenticate" in answer["Location"]
    assert Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()


def test_the_demo_asks_for_none(cast: Cast, browser: Browser, settings: pytest.FixtureRequest) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    assert browser(cast.person(Role.PROJECT_LEADER)).get(reverse("today")).status_code == 200
