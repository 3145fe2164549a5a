"""Begin on an empty installation: one organisation, one project, its administrator and its project leader."""

from argparse import ArgumentParser
from typing import Any

from allauth.account.models import EmailAddress
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from projects.models import Membership, Organisation, OrganisationKeeper, OrganisationKind, Person, Role
from projects.services import Refused, create_project


class Command(BaseCommand):
    help = "Make the first project, its administrator and its project leader; both get or use a code by mail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name in ("project", "neighbourhood", "place", "organisation"):
            parser.add_argument(f"--{name}", required=True)
        for who in ("administrator", "leader"):
            parser.add_argument(f"--{who}", nargs=2, required=True, metavar=("EMAIL", "NAME"))

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if Membership.objects.exists():
            raise CommandError("There are people already; an administrator begins new projects in the app.")
        email, name = options["administrator"]
        administrator = Person.objects.create_user(email, name=name)
        EmailAddress.objects.create(user=administrator, email=administrator.email, primary=True)
        organisation = Organisation.objects.create(
            name=options["organisation"], kind=OrganisationKind.HOUSING
        )
        leader = dict(zip(("email", "name"), options["leader"], strict=True))
        fields = {
            "name": options["project"],
            "neighbourhood": options["neighbourhood"],
            "place": options["place"],
        }
        try:
            project = create_project(
                by=administrator, organisation=organisation, leader=leader, fields=fields
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        held = project.memberships.get(role=Role.ADMINISTRATOR)
        held.organisation = organisation
        held.save(update_fields=["organisation"])
        OrganisationKeeper.objects.get_or_create(organisation=organisation, person=administrator)
        self.stdout.write(f"{project} is there; {held.person.email} signs in with a code by mail.")
