"""The name of an organisation: one that is known is asked about and never made twice."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import Membership, Organisation, OrganisationKind, Person
from projects.overviews.organisations import alike
from tests.cast import Cast
from tests.projects.organisations import ADMIN, LEADER, change_url, keep, own

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


@pytest.mark.parametrize(
    "typed", ["welzijn het perron", "Welzijn  Het Perron", "WelzijnHet Perron", "Welzijn Het-Perron"]
)
def test_a_name_that_is_there_already_is_asked_about(cast: Cast, browser: Browser, typed: str) -> None:
    keep(cast)
    Organisation.objects.create(name="Welzijn Het Perron")
    html = (
        browser(cast.person(ADMIN))
        .post(change_url(cast), {"name": typed, "kind": "housing"})
        .content.decode()
    )
    assert "Bedoel je ‘Welzijn Het Perron’?" in html
    assert Organisation.objects.filter(name="Woonstichting De Wissel").exists()


def test_own_name_in_other_capitals_is_no_duplicate(cast: Cast, browser: Browser) -> None:
    keep(cast)
    browser(cast.person(ADMIN)).post(change_url(cast), {"name": "Woonstichting de Wissel", "kind": "housing"})
    assert Organisation.objects.get().name == "Woonstichting de Wissel"


@pytest.mark.parametrize("typed", ["", " ", "x" * 121])
def test_a_bad_name_is_refused_at_the_field(cast: Cast, browser: Browser, typed: str) -> None:
    keep(cast)
    answer = browser(cast.person(ADMIN)).post(change_url(cast), {"name": typed, "kind": "nonsense"})
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"name", "kind"}


def test_what_somebody_else_changed_meanwhile_is_not_lost(cast: Cast, browser: Browser) -> None:
    keep(cast)
    client = browser(cast.person(ADMIN))
    window = str(client.get(change_url(cast)).context["form"].window)
    Organisation.objects.update(name="De Wissel Wonen")
    sent = {"name": "Woonstichting De Wissel", "kind": "tenants", "window": window}
    client.post(change_url(cast), sent)
    found = Organisation.objects.get()
    assert (found.name, found.kind) == ("De Wissel Wonen", OrganisationKind.TENANTS)
    html = client.post(change_url(cast), sent | {"name": "De Wissels"}).content.decode()
    assert "Iemand anders veranderde dit in ‘De Wissel Wonen’" in html
    assert Organisation.objects.get().name == "De Wissel Wonen"


@pytest.mark.parametrize("typed", ["WOONSTICHTING  de wissel", " Woonstichting De Wissel "])
def test_a_known_organisation_is_not_made_twice(cast: Cast, browser: Browser, typed: str) -> None:
    client, address = browser(cast.person(LEADER)), reverse("projects:add", args=[cast.project.slug])
    data = {"name": "Siem", "email": "s@voorbeeld.example", "role": "partner", "new_organisation": typed}
    client.post(address, data)
    assert Membership.objects.get(person__email="s@voorbeeld.example").organisation == own(cast)
    assert Organisation.objects.count() == 1


def test_a_name_that_is_nearly_known_gets_a_proposal(cast: Cast, browser: Browser) -> None:
    client, address = browser(cast.person(LEADER)), reverse("projects:add", args=[cast.project.slug])
    data = {"name": "S", "email": "s@voorbeeld.example", "role": "partner"}
    data["new_organisation"] = "WoonstichtingDe Wissel"
    html = client.post(address, data).content.decode()
    assert "Bedoel je ‘Woonstichting De Wissel’?" in html
    assert "Kies een organisatie, of schrijf" not in html, "one message is enough"
    assert not Person.objects.filter(email="s@voorbeeld.example").exists()


def test_names_without_letters_are_compared_as_they_are(db: None) -> None:
    Organisation.objects.create(name="!!!")
    assert alike("???") is None
    assert alike(" !!! ") is not None
