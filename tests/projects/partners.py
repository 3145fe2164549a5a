"""A partner of the project of the cast, and the pages that show it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from projects.models import Organisation, OrganisationKind, Partnership, PartnershipState, Person, Role
from projects.services import partners as services
from tests.cast import Cast

Browser = Callable[[Person], Client]
DAY = date(2026, 5, 1)

TERMS: dict[str, Any] = {
    "state": PartnershipState.JOINED,
    "brings": "Een opbouwwerker",
    "expects": "Bewoners leren kennen",
    "agreed": "Gaat mee op huisbezoek.",
    "until": None,
    "contact": None,
    "contact_name": "",
    "contact_function": "",
}


def org(name: str = "Welzijn Het Perron", kind: str = OrganisationKind.WELFARE) -> Organisation:
    return Organisation.objects.get_or_create(name=name, defaults={"kind": kind})[0]


def add_partner(cast: Cast, organisation: Organisation | None = None, **changes: Any) -> Partnership:
    return services.add_partner(
        project=cast.project,
        by=cast.person(Role.PROJECT_LEADER),
        organisation=organisation or org(),
        terms=TERMS | changes,  # type: ignore[arg-type]
    )


def employer(cast: Cast) -> Organisation:
    """The organisation the whole cast works for."""
    organisation = cast.members[Role.PROJECT_LEADER].organisation
    assert organisation is not None
    return organisation


def url_of(cast: Cast, name: str, *arguments: int) -> str:
    return reverse(f"projects:{name}", args=[cast.project.slug, *arguments])


def read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def read_today(cast: Cast, browser: Browser) -> str:
    return read(browser(cast.person(Role.PROJECT_LEADER)), reverse("today"))
