"""Who can sign in to the demo: `demo_accounts`, or `demo_accounts --json` for a list of objects."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from projects.demo import ACCOUNTS, PASSWORD


class Command(BaseCommand):
    help = "Print the accounts of the demo, one for each role."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="as a JSON list of {role, email, password}")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Only in the demo (MSA_DEMO=1) are there accounts that everybody knows.")
        accounts = [
            {"role": account.role.value, "email": account.email, "password": PASSWORD} for account in ACCOUNTS
        ]
        if options["json"]:
            self.stdout.write(json.dumps(accounts))
            return
        for account, row in zip(ACCOUNTS, accounts, strict=True):
            self.stdout.write(f"{account.role.label:<28} {row['email']:<34} {row['password']}")
