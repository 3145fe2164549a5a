"""What the tests of agreements begin with: partners, a version that was sent."""

from typing import Any

from django.test import Client
from django.urls import reverse

from projects.models import (
    AgreementAnswer,
    AgreementKind,
    AgreementVersion,
    Membership,
    Organisation,
    OrganisationKind,
    Partnership,
    PartnershipState,
    Person,
    Role,
)
from projects.services import agreeing, agreements
from tests.cast import Cast

LEADER, PARTNER, RESIDENT = Role.PROJECT_LEADER, Role.PARTNER, Role.RESIDENT_GROUP
PRIVACY = AgreementKind.PRIVACY


def make_partner(cast: Cast, name: str, kind: str = OrganisationKind.WELFARE) -> Partnership:
    """An organisation that takes part, without people in the project."""
    organisation = Organisation.objects.get_or_create(name=name, defaults={"kind": kind})[0]
    return Partnership.objects.create(
        project=cast.project,
        organisation=organisation,
        state=PartnershipState.JOINED,
        contact_name=f"Contact van {name}"[:120],
    )


def make_member(cast: Cast, partnership: Partnership, role: str = PARTNER) -> Membership:
    """Somebody with an account who works for a partner."""
    address = f"{role}{partnership.pk}@{cast.project.slug}.example"
    person = Person.objects.create_user(address, name=f"Iemand van {partnership}", is_invented=True)
    return Membership.objects.create(
        person=person, project=cast.project, role=role, organisation=partnership.organisation
    )


def write(cast: Cast, kind: AgreementKind = PRIVACY, text: str = "## Kop\n\nEen tekst.") -> AgreementVersion:
    """A concept with this text."""
    by = cast.person(LEADER)
    made = agreements.start_version(project=cast.project, by=by, kind=kind)
    return agreements.save_text(version=made, by=by, text=text, summary="")


def send(cast: Cast, version: AgreementVersion, *partners: Partnership) -> list[AgreementAnswer]:
    """Send it; the answers that are awaited, in the order of `partners`."""
    agreeing.send_version(version=version, by=cast.person(LEADER), partners=partners)
    return [version.answers.get(partnership=one) for one in partners]


def say(cast: Cast, given: AgreementAnswer, state: str = "agreed", text: str = "", **more: Any) -> bool:
    """Answer; whether it came in force."""
    said = agreeing.Said(state=state, text=text, **more)
    return agreeing.answer(given=given, by=cast.person(LEADER), said=said)


def in_force(cast: Cast, kind: AgreementKind = PRIVACY, text: str = "Een tekst.") -> AgreementVersion:
    """A version that holds."""
    version = write(cast, kind, text)
    partner = cast.project.partnerships.first() or make_partner(cast, "Welzijn Het Perron")
    say(cast, send(cast, version, partner)[0])
    version.refresh_from_db()
    return version


def link(cast: Cast, name: str, *arguments: object, kind: AgreementKind | None = PRIVACY) -> str:
    first = [kind.slug] if kind else []
    return reverse(f"projects:{name}", args=[cast.project.slug, *first, *arguments])


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()
