"""Load the demo project: every app adds its part, in order. What is there already is left alone."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from msa import registry


class Command(BaseCommand):
    help = "Load the invented project of the demo (only with MSA_DEMO=1)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--people-only", action="store_true", help="Only the people, organisations and the empty project."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Refused: invented people belong in a demo only. Start with MSA_DEMO=1.")
        parts = list(registry.demo)[:1] if options["people_only"] else registry.demo
        for part in parts:
            part.call(self._reporter(part.name))

    def _reporter(self, name: str) -> Any:
        """Prints one line for a part, with the part's name in front."""

        def report(line: str) -> None:
            self.stdout.write(f"{name}: {line}")

        return report
