"""`make serve`: an installation with its settings from the environment; without them it does not start."""

import os
import subprocess
import sys

from deploy import installation
from deploy.processes import StopAsked, stop_on_signals

REQUIRED = ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL", "REDIS_URL")


def problem_with(environment: dict[str, str]) -> str:
    """A line that says what is wrong with the settings, or "" when they are complete."""
    if environment.get("MSA_DEMO", "0").lower() not in ("", "0", "false", "no", "off"):
        return "MSA_DEMO is set: the demo has public passwords and is not for serving. Use make demo."
    missing = [name for name in REQUIRED if not environment.get(name)]
    if missing:
        return f"Not started: set {', '.join(missing)} in the environment (explained in deploy/env.example)."
    return ""


def main() -> int:
    """Check the settings, prepare, serve; returns the exit status."""
    problem = problem_with(dict(os.environ))
    if problem:
        print(problem, file=sys.stderr)
        return 1
    stop_on_signals()
    port = int(os.environ.get("PORT") or "8000")
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "msa.settings", "PORT": str(port)}
    try:
        installation.set_up(environment)
        return installation.run(environment, port, f"Serving {environment['SITE_URL']} on port {port}.")
    except StopAsked:
        return 0
    except subprocess.CalledProcessError:
        print("Not started: preparing the installation failed; the reason is above.", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
