"""A route names a function and a desk: people and their own numbers get a question (P17)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from projects.models import Person, ReferralRoute, Role
from tests.cast import Cast
from tests.projects.referrals import MONEY, typed, url, without

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
TICK = 'name="looked_over"'


@pytest.fixture
def send(cast: Cast, browser: Browser) -> Callable[..., str]:
    """Send the form of a route that lacks; the page that comes back, empty when it was kept."""
    without(cast, MONEY)
    client = browser(cast.person(Role.PROJECT_LEADER))

    def sends(**changes: Any) -> str:
        answer = client.post(url(cast, "referral_edit", MONEY), typed(cast, **changes))
        return "" if answer.status_code == 302 else answer.content.decode()

    return sends


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"contact": "Anja de Vries"}, "Anja de Vries"),
        ({"contact": "vraag naar fatma"}, "fatma"),
        ({"contact": "balie, 06-12345678"}, "06-12345678"),
        ({"contact": "anja.devries@gmail.com"}, "anja.devries@gmail.com"),
        ({"phone": "06-12345678"}, "06-12345678"),
        ({"phone": "06 1234 5678"}, "06 1234 5678"),
        ({"phone": "+31 6 12345678"}, "+31 6 12345678"),
        ({"phone": "+31 (0)6 12345678"}, "+31 (0)6 12345678"),
        ({"phone": "0031612345678"}, "0031612345678"),
        *(
            ({"email": f"anja@{host}"}, f"anja@{host}")
            for host in (
                *("gmail.com", "GMAIL.com", "hotmail.nl", "outlook.com", "live.nl"),
                *("ziggo.nl", "kpnmail.nl", "icloud.com", "me.com"),
            )
        ),
        ({"steps": "Bel Fatma op 06-12345678."}, "Fatma"),
        ({"anonymous": "Mail fatma@hotmail.com en noem niemand."}, "fatma@hotmail.com"),
    ],
)
def test_what_belongs_to_a_person_is_asked_about_and_a_tick_settles_it(
    send: Callable[..., str], changes: dict[str, str], asked: str
) -> None:
    page = send(**changes)
    assert f"‘{asked}’" in page
    assert "van een persoon zelf" in page
    assert TICK in page and "Ik heb gekeken: dit is van een functie of een loket" in page
    assert not ReferralRoute.objects.filter(concern=MONEY, contact=changes.get("contact", "")).exists()
    assert send(**changes, looked_over="on") == ""


@pytest.mark.parametrize(
    "changes",
    [
        {"contact": "wijkteammedewerker van dienst"},
        {"contact": "meldteam, dag en nacht"},
        {"contact": "balie van De Wissel"},
        {"phone": "0900-0000123"},
        {"phone": "088 1234567"},
        {"phone": "024-3297000"},
        {"phone": "14024"},
        {"email": "aanmelden@wijkteam.example"},
        {"email": "info@gmailloos.nl"},
        {"steps": "Bel de balie op 0900-0000123 of mail balie@voorbeeld.example."},
        {"steps": "Bel 088 1234567, en bij gevaar 112."},
        {"steps": "Vraag het aan Woonstichting De Wissel."},
        {"anonymous": "Loop binnen op Stationsplein 4, 6511 AB."},
    ],
)
def test_a_function_and_the_public_number_of_a_desk_may_stand(
    send: Callable[..., str], changes: dict[str, str]
) -> None:
    assert send(**changes) == ""


def test_a_colleague_may_be_named_in_the_steps_but_is_no_desk(cast: Cast, send: Callable[..., str]) -> None:
    Person.objects.filter(pk=cast.person(Role.HOUSING_OFFICER).pk).update(name="Noor Seinpaal")
    assert "‘Noor Seinpaal’" in send(contact="Noor Seinpaal")
    assert send(steps="Overleg eerst met Noor Seinpaal.") == ""


def test_the_organisation_of_the_route_is_no_name_of_a_person(send: Callable[..., str]) -> None:
    assert "‘Karel Jansen’" in send(contact="balie van Karel Jansen")
    new = {"organisation": "", "new_organisation": "Karel Jansen Wonen"}
    assert send(contact="balie van Karel Jansen", **new) == ""


@pytest.mark.parametrize("text", ["bsn 111222333", "NL91ABNA0417164300"])
def test_a_tick_does_not_help_what_no_desk_has(send: Callable[..., str], text: str) -> None:
    assert "waarmee iemand te vinden is" in send(steps=text, looked_over="on")


def test_what_was_looked_at_is_not_asked_about_again(cast: Cast, browser: Browser) -> None:
    client, page = browser(cast.person(Role.PROJECT_LEADER)), url(cast, "referral_edit", MONEY)
    private = {"phone": "06-12345678", "contact": "Anja de Vries"}
    assert client.post(page, typed(cast, **private, looked_over="on")).status_code == 302
    assert client.post(page, typed(cast, **private, workdays="5")).status_code == 302
    assert client.post(page, typed(cast, **private | {"phone": "06-87654321"})).status_code == 200
