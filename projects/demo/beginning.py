"""A second demo project that has only just begun, so that one can see where a beginner starts. Invented."""

from collections.abc import Callable
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from projects.demo import story
from projects.demo.people import HOUSING
from projects.models import (
    Choice,
    Membership,
    Occasion,
    Organisation,
    OrganisationKind,
    Partnership,
    PartnershipState,
    Person,
    Phase,
    Project,
    Role,
    StreetKind,
)
from projects.services import orientation as orientations
from projects.services.orientation import Decision
from projects.services.stepplans import ChosenStep, apply_plan, usual_day
from projects.stepplans import PLANS

SLUG = "kanaalzicht"
WELFARE = "Welzijn De Loswal"
PROJECT: dict[str, Any] = {
    "name": "Kanaalzicht",
    "neighbourhood": "Kanaalzicht",
    "place": "Spoordam",
    "occasion": Occasion.SUSTAINABILITY,
    "phase": Phase.PREPARATION,
    "street_kind": StreetKind.PORTICO,
    "is_demo": True,
}
LEADER, ADMINISTRATOR = "projectleider@voorbeeld.example", "beheerder@voorbeeld.example"
WORKER, WORKER_NAME = "loswal@voorbeeld.example", "Sem Sluisdeur"
ANSWERS: dict[str, Any] = {
    "occasion": ["sustainability"],
    "share": "none",
    "homes": 168,
    "social": ["alone", "money"],
    "contact": "some",
    "during": "agreed",
    "after": "agreed",
    "partners": ["housing", "welfare"],
    "lead": "hours",
    "time": "half",
}
REASONS = {
    "occasion": "De flats krijgen zonnepanelen, kozijnen en ventilatie. We komen toch bij iedereen binnen.",
    "homes": "Drie flats aan het kanaal, met één huismeester.",
    "partners": "Welzijn De Loswal doet mee. De aannemer wordt over een maand gekozen.",
}

RESPONSES = {
    "no_contractor": (
        "In de aanbesteding staat dat de aannemer een sociaal medewerker meebrengt."
        " Tot die er is, gaat niemand langs de deuren."
    ),
}


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Make the project once; what is there stays as it is."""
    if Project.objects.filter(slug=SLUG).exists():
        report(_("Kanaalzicht: staat er al"))
        return
    project = Project.objects.create(slug=SLUG, starts_on=story.from_today(-20), **PROJECT)
    leader = _people(project)
    _decide(project, leader)
    _partner(project, leader, Organisation.objects.get(name=HOUSING))
    plan = PLANS["sociaal-renoveren"]
    begin = story.from_today(-6)
    chosen = [
        ChosenStep(step, leader if step.role == Role.PROJECT_LEADER else None, usual_day(step, begin))
        for step in plan.steps
    ]
    apply_plan(project=project, by=leader.person, plan=plan, chosen=chosen)
    report(_("Kanaalzicht: een project dat net is begonnen"))


def _people(project: Project) -> Membership:
    """The administrator and the project leader of the other demo project, and one community worker."""
    housing = Organisation.objects.get(name=HOUSING)
    welfare = Organisation.objects.get_or_create(name=WELFARE, defaults={"kind": OrganisationKind.WELFARE})[0]
    worker = Person.objects.filter(email=WORKER).first()
    if worker is None:
        worker = Person.objects.create_user(WORKER, name=WORKER_NAME, is_invented=True)
        EmailAddress.objects.create(user=worker, email=WORKER, primary=True, verified=True)
    known = {person.email: person for person in Person.objects.filter(email__in=[LEADER, ADMINISTRATOR])}
    members = (
        (known[ADMINISTRATOR], Role.ADMINISTRATOR, housing),
        (known[LEADER], Role.PROJECT_LEADER, housing),
        (worker, Role.COMMUNITY_WORKER, welfare),
    )
    for person, role, organisation in members:
        Membership.objects.create(person=person, project=project, role=role, organisation=organisation)
    return project.memberships.select_related("person").get(role=Role.PROJECT_LEADER)


def _decide(project: Project, leader: Membership) -> None:
    """The choice for the approach, with the team's own words."""
    version = orientations.start(project=project, by=leader.person)
    orientations.keep(orientation=version, answers=ANSWERS, reasons=REASONS, responses=RESPONSES)
    decision = Decision(
        choice=Choice.YES,
        because="Bijna iedereen woont hier alleen en we komen bij elke deur. Na het werk blijft De Loswal.",
        decided_by="Mila Overweg en Sem Sluisdeur",
        decided_on=story.from_today(-9),
    )
    orientations.decide(orientation=version, by=leader.person, decision=decision)


def _partner(project: Project, leader: Membership, housing: Organisation) -> None:
    """The housing organisation itself: the only partner with whom something was agreed so far."""
    Partnership.objects.create(
        project=project,
        organisation=housing,
        state=PartnershipState.JOINED,
        brings="Projectleiding voor twaalf uur per week, en de huismeester die iedereen kent.",
        expects="Bewoners die weten wat er komt, en minder mensen die hun huis niet warm krijgen.",
        agreed="Neemt het initiatief en betaalt de helft van de extra uren opbouwwerk.",
        contact=leader,
    )
