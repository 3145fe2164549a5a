"""`make test`: all tests on SQLite, those with a database, queue or cache on PostgreSQL and Redis, then lint.

Every part runs, also after a failing one; the summaries come last and the status says whether all passed.
"""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

from deploy.processes import BASE_DIR, StartFailed, StopAsked, stop_on_signals
from deploy.test_services import services

# In the order of collection, that is, with the long journeys first (tests/conftest.py).
SPREAD = ["--numprocesses=2", "--dist=loadfile", "--no-loadscope-reorder"]
PYTEST = [sys.executable, "-m", "pytest", *SPREAD, "--color=no"]
FOREIGN = ("DATABASE_URL", "REDIS_URL", "MSA_DEMO", "MSA_DATA_DIR", "DJANGO_SETTINGS_MODULE")


@dataclass
class Part:
    """Outcome of one part: its name, whether it passed, its closing line."""

    name: str
    passed: bool
    closing: str


def clean_environment() -> dict[str, str]:
    """The environment without settings of an installation that happens to live on this machine."""
    return {key: value for key, value in os.environ.items() if key not in FOREIGN}


def run_part(name: str, command: list[str], environment: dict[str, str]) -> Part:
    """Run a command, showing what it prints; the closing line is the last one that it prints."""
    print(f"\n--- {name}", flush=True)
    started = time.monotonic()
    last = ""
    with subprocess.Popen(
        command,
        cwd=BASE_DIR,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            for line in process.stdout or ():
                print(line, end="", flush=True)
                last = line.strip() or last
        except StopAsked:
            os.killpg(process.pid, signal.SIGTERM)
            raise
    print(f"--- {name}: {time.monotonic() - started:.0f} seconds", flush=True)
    return Part(name, process.returncode == 0, last)


def run_all() -> list[Part]:
    """Run the three parts; services that do not start count as a failed part."""
    environment = clean_environment()
    parts = [run_part("Tests on SQLite", PYTEST, environment)]
    name = "Tests on PostgreSQL and Redis"
    try:
        with services() as variables:
            parts.append(run_part(name, PYTEST, environment | variables))
    except StartFailed as problem:
        print(problem, file=sys.stderr)
        parts.append(Part(name, False, "the services did not start"))
    lint = run_part("Lint", ["make", "--no-print-directory", "lint"], environment)
    return [*parts[:2], Part(lint.name, lint.passed, "clean" if lint.passed else lint.closing)]


def main() -> int:
    """Run everything; returns 0 when all parts passed."""
    stop_on_signals()
    try:
        parts = run_all()
    except StopAsked:
        return 130
    print("\n--- Summary")
    for part in reversed(parts):
        print(f"{part.name}: {'passed' if part.passed else 'FAILED'}\n{part.closing}")
    return 0 if all(part.passed for part in parts) else 1


if __name__ == "__main__":
    sys.exit(main())
