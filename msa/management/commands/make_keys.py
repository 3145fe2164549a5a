from typing import Any

from django.core.management.base import BaseCommand

from msa.privacy.vault import make_keys


class Command(BaseCommand):
    help = "Make the key files that are not there yet; existing keys are never touched."

    def handle(self, *args: Any, **options: Any) -> None:
        made = make_keys()
        self.stdout.write("Made: " + ", ".join(made) if made else "All keys are there.")
