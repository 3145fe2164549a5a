"""`make demo`: prepare the demo, then run web server and worker in the foreground."""

import os
import subprocess
import sys

from deploy import installation
from deploy.processes import StopAsked, port_is_free, stop_on_signals

NOT_FOR_DEMO = ("DATABASE_URL", "REDIS_URL", "BIND")


def demo_environment(port: int) -> dict[str, str]:
    """Environment of the demo; a DATABASE_URL or REDIS_URL that happens to be set is not for the demo."""
    kept = {key: value for key, value in os.environ.items() if key not in NOT_FOR_DEMO}
    # Celery warns against running as root, as a demo in a bare container does.
    quiet = "ignore:You're running the worker with superuser"
    defaults = {"PYTHONWARNINGS": quiet, "WEB_CONCURRENCY": "1", "WEB_THREADS": "8"}
    fixed = {"DJANGO_SETTINGS_MODULE": "msa.settings", "MSA_DEMO": "1", "PORT": str(port)}
    return defaults | kept | fixed


def chosen_port() -> int:
    """The port from PORT; raises ValueError with a line for the terminal when it cannot be used."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise ValueError(f"PORT must be a number from 1 to 65535, not {text!r}.")
    if not port_is_free(int(text)):
        raise ValueError(f"Port {text} is in use. Choose another one: make demo PORT=8001")
    return int(text)


def main() -> int:
    """Prepare and run the demo; returns the exit status."""
    stop_on_signals()
    try:
        port = chosen_port()
        environment = demo_environment(port)
        accounts = installation.set_up(environment, "--demo")
        welcome = f"\nThe demo runs at http://127.0.0.1:{port}/\n\n{accounts}\nCtrl-C stops it.\n"
        return installation.run(environment, port, welcome)
    except StopAsked:
        return 0
    except ValueError as problem:
        print(problem, file=sys.stderr)
    except subprocess.CalledProcessError:
        print("The demo could not be prepared; the reason is above.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
