"""Signing in: with a code, with a password, too often, and coming back to where one was."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.core import mail
from django.db import models
from django.test import Client
from django.urls import reverse

from msa.models import DemoMail
from projects.models import Person, Role
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]
PASSWORD = "een-lange-zin-voor-de-test"
CALLER = "203.0.113.77"


@pytest.fixture
def resident(cast: Cast) -> Person:
    return cast.person(Role.RESIDENT_GROUP)


@pytest.fixture
def outbox_of_the_demo(settings: pytest.FixtureRequest) -> None:
    settings.EMAIL_BACKEND = "msa.mail.DemoOutbox"  # type: ignore[attr-defined]


def _ask_code(client: Client, email: str) -> str:
    answer = client.post(reverse("account_request_login_code"), {"email": email}, follow=True)
    return answer.content.decode()


def _code_in(body: str) -> str:
    return body.split("\n\n")[1].strip()


def test_a_resident_signs_in_with_a_code_by_mail(resident: Person) -> None:
    client = Client()
    _ask_code(client, resident.email)
    assert client.get(reverse("today")).status_code == 302
    code = _code_in(str(mail.outbox[-1].body))
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert client.get(reverse("today")).status_code == 200


def test_a_wrong_code_opens_nothing_and_a_third_ends_the_attempt(resident: Person) -> None:
    client = Client()
    _ask_code(client, resident.email)
    for _attempt in range(3):
        answer = client.post(reverse("account_confirm_login_code"), {"code": "AAAA-AAAA"})
    assert answer["Location"] == reverse("account_request_login_code")
    code = _code_in(str(mail.outbox[-1].body))
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert client.get(reverse("today")).status_code == 302


def test_a_code_is_worth_nothing_in_another_browser(resident: Person) -> None:
    _ask_code(Client(), resident.email)
    thief = Client()
    _ask_code(thief, "iemand@voorbeeld.example")
    sent = [message for message in mail.outbox if message.to == [resident.email]]
    thief.post(reverse("account_confirm_login_code"), {"code": _code_in(str(sent[-1].body))})
    assert thief.get(reverse("today")).status_code == 302


def test_the_demo_shows_the_mail_to_who_asked_for_it(resident: Person, outbox_of_the_demo: None) -> None:
    page = _ask_code(Client(), resident.email)
    code = _code_in(DemoMail.objects.get().body)
    assert code in page
    assert code not in Client().get(reverse("account_login")).content.decode()


def test_a_real_installation_shows_no_mail(
    resident: Person, outbox_of_the_demo: None, settings: pytest.FixtureRequest
) -> None:
    settings.DEMO = False  # type: ignore[attr-defined]
    page = _ask_code(Client(), resident.email)
    assert _code_in(DemoMail.objects.get().body) not in page
    login = Client().get(reverse("account_login")).content.decode()
    assert "Kijk rond als" not in login
    assert "koffie-bij" not in login


def test_the_page_says_the_same_for_a_stranger_as_for_a_member(resident: Person) -> None:
    known = _ask_code(Client(), resident.email).replace(resident.email, "X")
    unknown = _ask_code(Client(), "wie@voorbeeld.example").replace("wie@voorbeeld.example", "X")
    strip = lambda page: [line for line in page.splitlines() if "csrf" not in line]  # noqa: E731
    assert strip(known) == strip(unknown)


def test_nobody_makes_an_account_alone() -> None:
    data = {"email": "x@voorbeeld.example", "password1": PASSWORD, "password2": PASSWORD}
    page = Client().post(reverse("account_signup"), data).content.decode()
    assert "Meedoen gaat op uitnodiging" in page
    assert not Person.objects.exists()


def test_after_signing_in_the_page_of_before_opens(resident: Person, cast: Cast) -> None:
    resident.set_password(PASSWORD)
    resident.save()
    wanted = reverse("projects:rights", args=[cast.project.slug])
    client = Client()
    login = client.get(wanted)["Location"]
    page = client.get(login).content.decode()
    assert f'name="next" value="{wanted}"' in page
    answer = client.post(login, {"login": resident.email, "password": PASSWORD, "next": wanted})
    assert answer["Location"] == wanted


def test_no_one_is_sent_to_another_site(resident: Person) -> None:
    resident.set_password(PASSWORD)
    resident.save()
    data = {"login": resident.email, "password": PASSWORD, "next": "https://kwaad.example/"}
    assert Client().post(reverse("account_login"), data)["Location"] == reverse("today")


def test_a_forgotten_password_is_renewed_by_a_link_that_works_once(resident: Person) -> None:
    Client().post(reverse("account_reset_password"), {"email": resident.email})
    words = str(mail.outbox[-1].body).split()
    link = next(word for word in words if word.startswith("http")).partition("testserver")[2]
    client = Client()
    form = client.get(link)["Location"]
    new = "een-heel-ander-lang-wachtwoord"
    client.post(form, {"password1": new, "password2": new})
    resident.refresh_from_db()
    assert resident.check_password(new)
    assert "Deze link werkt niet meer" in Client().get(link).content.decode()


def test_guessing_a_password_is_stopped_for_that_account(resident: Person) -> None:
    resident.set_password(PASSWORD)
    resident.save()
    client = Client()
    for _guess in range(5):
        client.post(reverse("account_login"), {"login": resident.email, "password": "fout-fout-fout"})
    answer = client.post(reverse("account_login"), {"login": resident.email, "password": PASSWORD})
    assert "Te vaak geprobeerd" in answer.content.decode()
    assert client.get(reverse("today")).status_code == 302


def _guess(email: str) -> str:
    data = {"login": email, "password": "fout-fout-fout"}
    return Client(REMOTE_ADDR=CALLER).post(reverse("account_login"), data).content.decode()


def _accounts_that_can_be_guessed_at() -> int:
    """How many accounts somebody can guess a password of, one try each, before the address is stopped."""
    return next(number for number in range(1000) if "Te vaak" in _guess(f"p{number}@voorbeeld.example"))


def test_guessing_at_many_accounts_from_one_place_is_stopped_for_all(resident: Person) -> None:
    assert _accounts_that_can_be_guessed_at() <= 60
    resident.set_password(PASSWORD)
    resident.save()
    known = {"login": resident.email, "password": PASSWORD}
    client = Client(REMOTE_ADDR=CALLER)
    assert "Te vaak" in client.post(reverse("account_login"), known).content.decode()
    assert Client(REMOTE_ADDR="203.0.113.78").post(reverse("account_login"), known).status_code == 302


def test_one_clumsy_colleague_does_not_lock_the_office(resident: Person) -> None:
    resident.set_password(PASSWORD)
    resident.save()
    said = [_guess("tikfout@voorbeeld.example") for _again in range(80)]
    assert ["Te vaak" in page for page in said] == [False] * 5 + [True] * 75
    data = {"login": resident.email, "password": PASSWORD}
    assert Client(REMOTE_ADDR=CALLER).post(reverse("account_login"), data)["Location"] == reverse("today")


def test_what_is_wrong_stands_once_above_everything_else_on_the_page() -> None:
    page = _guess("wie@voorbeeld.example")
    assert page.count('class="error-summary"') == 1
    assert 'role="alert" tabindex="-1" data-focus' in page
    assert page.index("horen niet bij elkaar") < page.index("Kijk rond als")
    assert '<svg class="street"' not in page


def test_too_many_requests_get_429_in_our_own_look(resident: Person) -> None:
    client = Client()
    answers = [
        client.post(reverse("account_reset_password"), {"email": resident.email}) for _again in range(6)
    ]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    page = answers[-1].content.decode()
    assert "Even rustig aan" in page
    assert "css/msa.css" in page


def test_asking_codes_for_one_address_is_stopped(resident: Person) -> None:
    pages = [_ask_code(Client(), resident.email) for _again in range(4)]
    assert "Te vaak geprobeerd" in pages[-1]
    assert len(mail.outbox) == 3


def test_the_address_of_a_caller_is_in_no_table_and_no_file(resident: Person, data_dir: Path) -> None:
    client = Client(REMOTE_ADDR=CALLER)
    for _guess in range(6):
        client.post(reverse("account_login"), {"login": resident.email, "password": "fout-fout-fout"})
    _ask_code(client, resident.email)
    for model in apps.get_models():
        texts = [
            field.name
            for field in model._meta.fields
            if isinstance(field, models.CharField | models.TextField)
        ]
        for row in model._default_manager.values_list(*texts):
            assert CALLER not in str(row), f"{model} keeps the address of a caller"
    files = [path for path in data_dir.rglob("*") if path.is_file() and "cache" not in path.parts]
    assert all(CALLER.encode() not in path.read_bytes() for path in files)


def test_the_counts_of_callers_expire() -> None:
    limits = django_settings.ACCOUNT_RATE_LIMITS
    assert all("/m" in limit or "/5m" in limit for limit in limits.values())
