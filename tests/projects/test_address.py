"""Residents are addressed with u: nothing that they can reach says je, and shared words address nobody."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from projects.models import Person, Role
from projects.tasks import send_invitation
from tests.cast import Cast
from tests.projects.totp import code_for, secret_on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]
Browser = Callable[[Person], Client]
FAMILIAR = re.compile(r"\b(?:je|jij|jou|jouw|jezelf|jullie)\b", re.IGNORECASE)
PASSWORD = "een-lange-zin-voor-de-test"
TEMPLATES = Path(settings.BASE_DIR) / "templates"
SHARED = sorted(
    [
        *(
            path
            for folder in ("account", "allauth", "components", "mfa", "msa")
            for path in (TEMPLATES / folder).rglob("*.*")
        ),
        *TEMPLATES.glob("*.html"),
        *(TEMPLATES / "projects" / f"{name}.html" for name in ("account", "choose", "home", "rights")),
    ]
)


def familiar_in(page: str) -> list[str]:
    """Every je, with words around it: in the text and in what screen readers say."""
    body = page.partition("<body")[2] or page
    said = re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', body)
    text = unescape(" ".join([strip_tags(re.sub(r"(?s)<template.*?</template>", "", body)), *said]))
    return [text[max(0, hit.start() - 30) : hit.end() + 30] for hit in FAMILIAR.finditer(text)]


@pytest.mark.parametrize("path", SHARED, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_that_everybody_may_meet_addresses_nobody_with_je(path: Path) -> None:
    if path.suffix in {".html", ".txt"}:
        assert FAMILIAR.findall(path.read_text("utf-8")) == []


def test_the_pages_of_a_resident_say_no_je(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.RESIDENT_GROUP))
    names = ["today", "projects:choose", "projects:account", "account_email", "account_set_password"]
    names += ["mfa_index", "about", "account_logout", "housevisits_public:receipt"]
    pages = [reverse(name) for name in names]
    pages += [reverse(f"projects:{name}", args=[cast.project.slug]) for name in ("home", "rights", "people")]
    for page in [*pages, "/bestaat-niet/"]:
        assert familiar_in(client.get(page).content.decode()) == [], page


def test_setting_up_the_second_factor_says_no_je(cast: Cast) -> None:
    person = cast.person(Role.RESIDENT_GROUP)
    person.set_password(PASSWORD)
    person.save()
    client = Client()
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    ask = client.get(reverse("mfa_activate_totp"))["Location"]
    said = [client.get(ask).content.decode()]
    page = client.post(ask, {"password": PASSWORD}, follow=True).content.decode()
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_for(secret_on(page))}, follow=True)
    said += [page, answer.content.decode()]
    said += [
        client.get(reverse(name)).content.decode() for name in ("mfa_index", "mfa_generate_recovery_codes")
    ]
    said += [
        client.get(reverse(name)).content.decode()
        for name in ("mfa_reauthenticate", "account_reauthenticate")
    ]
    wrong = {"oldpassword": "fout", "password1": PASSWORD + "x", "password2": PASSWORD + "y"}
    said.append(client.post(reverse("account_change_password"), wrong).content.decode())
    assert "De twee wachtwoorden zijn niet gelijk." in said[-1]
    for words in said:
        assert familiar_in(words) == []


def test_the_mails_of_a_resident_say_no_je(cast: Cast) -> None:
    held = cast.members[Role.RESIDENT_GROUP]
    send_invitation(held.pk)
    client = Client()
    for name in ("account_request_login_code", "account_reset_password"):
        for email in (held.person.email, "wie@voorbeeld.example"):
            client.post(reverse(name), {"email": email})
    assert len({message.subject for message in mail.outbox}) >= 4
    for message in mail.outbox:
        assert FAMILIAR.findall(f"{message.subject} {message.body}") == [], message.subject


def test_a_je_would_be_seen() -> None:
    assert familiar_in('<body><p>Kies <b>je</b> code</p><a aria-label="Jouw account">x</a>')
    assert familiar_in("<body><p>Jeanette en juli</p>") == []
