"""Bring keys, database and static files up to date in one process: starting Django is what takes the time.

Progress goes to stderr. With `--demo` the demo project is loaded and its accounts are printed on stdout;
without it Django's deployment checks must pass first.
"""

import os
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from deploy import stamps


def static_sources() -> Iterator[Path]:
    """Files that end up in STATIC_ROOT, the packages' stamp standing for all of static/build/."""
    for folder in map(Path, settings.STATICFILES_DIRS):
        built = folder / "build"
        yield built / ".stamp"
        yield from (path for path in folder.rglob("*") if path.is_file() and built not in path.parents)


def collect_static() -> None:
    """Collect and compress the static files when something has changed; compressing takes a while."""
    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    sources = list(static_sources())
    if stamps.matches(stamp, sources):
        return
    say("Collecting static files ...")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamps.write(stamp, sources)


def load_demo() -> str:
    """Load the demo project; returns its accounts as text."""
    say("Loading the demo project ...")
    call_command("load_demo", stdout=sys.stderr)
    accounts = StringIO()
    call_command("demo_accounts", stdout=accounts)
    return accounts.getvalue()


def say(line: str) -> None:
    """Show progress."""
    print(line, file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    """Do the steps in order; returns the exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "msa.settings")
    try:
        django.setup()
        set_up(demo="--demo" in arguments)
    except (CommandError, ImproperlyConfigured) as problem:
        say(str(problem))
        return 1
    return 0


def set_up(*, demo: bool) -> None:
    """Check, then make keys, migrate, collect static files and load the demo. Raises CommandError."""
    if not demo:
        call_command("check", deploy=True, fail_level="WARNING")
    call_command("make_keys", verbosity=0, stdout=sys.stderr)
    say("Migrating the database ...")
    call_command("migrate", interactive=False, verbosity=0)
    collect_static()
    if demo:
        print(load_demo(), end="")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
