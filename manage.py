#!/usr/bin/env python
"""Run Django's management commands with the project's settings."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent


def use_project_environment() -> None:
    """Go on in `.venv` when this Python has no Django, as the one of a bare system has not."""
    python = BASE_DIR / ".venv" / "bin" / "python"
    if find_spec("django") is None and python.exists() and Path(sys.prefix) != BASE_DIR / ".venv":
        os.execv(python, [str(python), *sys.argv])


def use_demo_settings() -> None:
    """Take the demo's settings where `make demo` was run and no others are given.

    Only the demo keeps its secret in the data directory. The web server never does this, commands do.
    """
    data_dir = Path(os.environ.get("MSA_DATA_DIR") or BASE_DIR / "var")
    given = {"SECRET_KEY", "DATABASE_URL", "MSA_DEMO"} & set(os.environ)
    if not given and (data_dir / "secret.key").exists():
        os.environ["MSA_DEMO"] = "1"


def main() -> None:
    """Hand the command line to Django."""
    use_project_environment()
    use_demo_settings()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "msa.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
