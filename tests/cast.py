"""The standing cast of the tests: one project with everybody in it, and an outsider with a project beside it.

Names are invented. Every test that needs people starts here, so that stories read the same everywhere.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from housevisits.models import Household
from projects.models import (
    Block,
    Concern,
    LearntElsewhere,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    Practice,
    Project,
    ReferralRoute,
    Role,
    TimelineItem,
)
from projects.rules import FIELD_TEAM
from projects.training.topics import Topic

PASSWORD = "een-lange-zin-voor-de-test"


@dataclass
class Cast:
    """A project, its three blocks, one home in each, and one member for each role."""

    project: Project
    blocks: list[Block]
    homes: list[Household]
    members: dict[str, Membership]

    def person(self, role: str) -> Person:
        """Who holds `role`."""
        return self.members[role].person


def make_project(slug: str = "spoorbuurt", **fields: object) -> Project:
    """A project with blocks Noord, Midden and Zuid."""
    project = Project.objects.create(
        slug=slug,
        name=slug.capitalize(),
        neighbourhood=slug.capitalize(),
        place="Nijmegen",
        **fields,  # type: ignore[misc]
    )
    for order, name in enumerate(["Noord", "Midden", "Zuid"]):
        Block.objects.create(project=project, name=name, order=order)
    return project


def make_home(project: Project, number: int, street: str = "Seinhuisstraat") -> Household:
    """A home in the first block."""
    return Household.objects.create(
        project=project, block=project.blocks.all()[0], street=street, number=number, postcode="6511AA"
    )


def make_cast(slug: str = "spoorbuurt") -> Cast:
    """A project with everybody in it. Passwords are set without hashing cost only where tests sign in."""
    project = make_project(slug)
    organisation = Organisation.objects.get_or_create(
        name="Woonstichting De Wissel", defaults={"kind": OrganisationKind.HOUSING}
    )[0]
    members = {}
    for role in Role:
        person = Person(email=f"{role.value}@{slug}.example", name=f"{role.label} {slug}", is_invented=True)
        person.set_unusable_password()
        person.save()
        members[role.value] = Membership.objects.create(
            person=person,
            project=project,
            role=role,
            organisation=None if role == Role.RESIDENT_GROUP else organisation,
        )
    make_routes(project, organisation, members[Role.PROJECT_LEADER])
    make_trained(members)
    homes = [make_home(project, number) for number in (1, 2, 3)]
    return Cast(project, list(project.blocks.all()), homes, members)


def make_routes(project: Project, organisation: Organisation, keeper: Membership) -> None:
    """A route for every concern, so that visits may be planned. Tests of what lacks take some away."""
    ReferralRoute.objects.bulk_create(
        ReferralRoute(
            project=project,
            concern=concern,
            steps=f"Bel samen over: {concern.label}.",
            organisation=organisation,
            contact="aanmeldteam",
            phone="0900-0000999",
            workdays=3,
            anonymous="Bel en noem geen naam.",
            keeper=keeper,
            checked_on=timezone.localdate(),
        )
        for concern in Concern
    )


def make_trained(members: dict[str, Membership]) -> None:
    """Everybody who may register is trained. Tests of what lacks take some away."""
    field = [members[role] for role in FIELD_TEAM]
    day = timezone.localdate()
    LearntElsewhere.objects.bulk_create(
        LearntElsewhere(membership=held, topic=topic, where="een vorig project", on=day)
        for held in field
        for topic in Topic
    )
    Practice.objects.bulk_create(Practice(membership=held, on=day) for held in field)


def make_action(cast: Cast, role: str = Role.COMMUNITY_WORKER, **fields: object) -> object:
    """A direct action that the holder of `role` picks up."""
    from housevisits.services.directactions import agree_on_action

    values: dict[str, object] = {
        "kind": "home",
        "topic": "packing",
        "agreement": "Helpt met dozen op de dag van de verhuizing.",
        "due_on": date(2030, 1, 1),
        "household": cast.homes[0],
    } | fields
    return agree_on_action(
        project=cast.project,
        by=cast.members[Role.COMMUNITY_WORKER],
        agreed=True,
        assigned_to=cast.members[role],
        **values,  # type: ignore[arg-type]
    )


def make_works(cast: Cast, **fields: object) -> TimelineItem:
    """Heavy works in the first block, in the spring of 2030."""
    values: dict[str, object] = {
        "kind": "kitchen",
        "lane": "works",
        "block": cast.blocks[0],
        "title": "Keuken en badkamer",
        "starts_on": date(2030, 3, 4),
        "ends_on": date(2030, 4, 12),
        "heaviness": "heavy",
    } | fields
    return TimelineItem.objects.create(project=cast.project, **values)  # type: ignore[misc]
