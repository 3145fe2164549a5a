"""`python -m tests.bench`: measure everything once on the database of DATABASE_URL, else on SQLite."""

import os
import secrets
import sys
import tempfile
from pathlib import Path

# Of an installation that happens to live on this machine nothing may be touched.
FOREIGN = (
    "MSA_KEYS_DIR",
    "MSA_WORKER_KEYS_DIR",
    "MSA_BEHIND_PROXY",
    "MSA_SECURE",
    "EMAIL_BACKEND",
    "SITE_URL",
)


def prepare_environment(folder: Path) -> None:
    """Settings of a measurement: plain http on loopback, and a data directory that is removed afterwards.

    DATABASE_URL and REDIS_URL count only when `deploy.test_services` started them.
    """
    if os.environ.get("MSA_TEST_SERVICES") != "1":
        for name in ("DATABASE_URL", "REDIS_URL"):
            os.environ.pop(name, None)
    for name in FOREIGN:
        os.environ.pop(name, None)
    (folder / "static").mkdir()  # WhiteNoise looks for it
    os.environ["DJANGO_SETTINGS_MODULE"] = "msa.settings"
    os.environ["MSA_DATA_DIR"] = str(folder)
    os.environ["MSA_DEMO"] = "1"
    os.environ["SECRET_KEY"] = secrets.token_urlsafe(50)
    os.environ["ALLOWED_HOSTS"] = "127.0.0.1,localhost,testserver"
    os.environ["LOG_LEVEL"] = "ERROR"


def main() -> int:
    """Measure, print, store; the status is 0 whether or not the goals are met."""
    with tempfile.TemporaryDirectory(prefix="msa-bench-") as folder:
        prepare_environment(Path(folder))
        import django

        django.setup()
        from tests.bench.running import run

        run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
