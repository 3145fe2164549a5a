"""The people, organisations and project of the demo. All of them are invented."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from projects.demo import story
from projects.demo.story import SLUG as SLUG  # the other parts of the demo take it from here
from projects.models import (
    Membership,
    Occasion,
    Organisation,
    OrganisationKind,
    Person,
    Phase,
    Project,
    Role,
    StreetKind,
)

# For the demo only: everybody may read it on the sign-in page.
PASSWORD = "koffie-bij-de-pipowagen"

HOUSING, WELFARE = "Woonstichting De Wissel", "Welzijn Het Perron"
CONTRACTOR, TEAM = "Bouwbedrijf Spoorslag", "Wijkteam De Overweg"
MUNICIPALITY = "Gemeente Spoordam"
ORGANISATIONS = {
    HOUSING: OrganisationKind.HOUSING,
    WELFARE: OrganisationKind.WELFARE,
    CONTRACTOR: OrganisationKind.CONTRACTOR,
    MUNICIPALITY: OrganisationKind.MUNICIPALITY,
    TEAM: OrganisationKind.NEIGHBOURHOOD_TEAM,
}


@dataclass(frozen=True)
class Account:
    """Somebody of the demo. Residents have no organisation."""

    role: Role
    email: str
    name: str
    organisation: str | None


ACCOUNTS = (
    Account(Role.PROJECT_LEADER, "projectleider@voorbeeld.example", "Mila Overweg", HOUSING),
    Account(Role.HOUSING_OFFICER, "woonconsulent@voorbeeld.example", "Noor Seinpaal", HOUSING),
    Account(Role.COMMUNITY_WORKER, "opbouwwerker@voorbeeld.example", "Yara Perron", WELFARE),
    Account(Role.CONTRACTOR_SOCIAL, "sociaal@voorbeeld.example", "Lotte Dwarsligger", CONTRACTOR),
    Account(Role.CONTRACTOR_TECHNICAL, "uitvoerder@voorbeeld.example", "Kees Stootblok", CONTRACTOR),
    Account(Role.RESIDENT_GROUP, "bewoner@voorbeeld.example", "Fatma Halte", None),
    Account(Role.PARTNER, "partner@voorbeeld.example", "Ruben Wagon", TEAM),
    Account(Role.ADMINISTRATOR, "beheerder@voorbeeld.example", "Ans Rangeer", HOUSING),
    Account(Role.HOUSING_OFFICER, "woonconsulent2@voorbeeld.example", "Teun Wissel", HOUSING),
)

PLACES = (
    "Basisschool De Seinpost",
    "Huisartsenpraktijk Het Spoor",
    "Buurtsuper Wagon",
    "Buurthuis De Wachtkamer",
)
PROJECT: dict[str, Any] = {
    "name": "Spoorbuurt",
    "neighbourhood": "Spoorbuurt",
    "place": "Spoordam",
    "occasion": Occasion.MAINTENANCE,
    "phase": Phase.PICTURE,
    "street_kind": StreetKind.TERRACED,
    "contact": "Koffie en vragen: elke woensdag van 10 tot 12 uur in de pipowagen bij het speelveld",
    "institutions": "\n".join(PLACES),
    "is_demo": True,
}


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Make what is missing of the demo's people and project; what is there stays as it is."""
    organisations = {
        name: Organisation.objects.get_or_create(name=name, defaults={"kind": kind})[0]
        for name, kind in ORGANISATIONS.items()
    }
    project, _made = Project.objects.get_or_create(slug=SLUG, defaults=_facts())
    known = set(project.memberships.values_list("person__email", flat=True))
    new = [account for account in ACCOUNTS if account.email not in known]
    for account in new:
        Membership.objects.create(
            project=project,
            person=_person(account),
            role=account.role,
            organisation=organisations.get(account.organisation or ""),
        )
    report(_("mensen: %(new)s nieuw, %(all)s in totaal") % {"new": len(new), "all": len(ACCOUNTS)})


def _facts() -> dict[str, Any]:
    return PROJECT | {"starts_on": story.on(story.BEGINS), "ends_on": story.on(story.ENDS)}


def _person(account: Account) -> Person:
    person = Person.objects.filter(email=account.email).first()
    if person is None:
        person = Person.objects.create_user(account.email, PASSWORD, name=account.name, is_invented=True)
        EmailAddress.objects.create(user=person, email=account.email, primary=True, verified=True)
    return person
