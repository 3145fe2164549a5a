"""A whole installation for a journey: its own database, web processes, worker and people, on loopback."""

import os
import secrets
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from deploy.processes import Child, free_port, start, wait_until

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Installation:
    """Where it answers, where its data lie, and the environment of its processes."""

    base: str
    data: Path
    environment: dict[str, str]
    children: list[Child] = field(default_factory=list)

    def start_worker(self) -> Child:
        """Start a worker; it is stopped with the rest."""
        command = [sys.executable, "-m", "celery", "-A", "msa", "worker", "--pool=solo", "--loglevel=WARNING"]
        worker = start("worker", command, environment=self.environment, log_file=self.data / "worker.log")
        self.children.append(worker)
        return worker

    def start_web(self, port: int) -> Child:
        """Start a web server on `port`."""
        command = [sys.executable, "-m", "gunicorn", "msa.wsgi", "-b", f"127.0.0.1:{port}", "--threads", "4"]
        web = start("web", command, environment=self.environment, log_file=self.data / "web.log")
        self.children.append(web)
        return web

    def logs(self) -> str:
        """The last lines that web and worker wrote, to explain a failure."""
        files = [self.data / "web.log", self.data / "worker.log"]
        return "\n".join(file.read_text("utf-8")[-4000:] for file in files if file.exists())

    def manage(self, *arguments: str) -> str:
        """Run a management command; returns what it printed. Raises CalledProcessError."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout


@contextmanager
def installed(*, demo: bool) -> Iterator[Installation]:
    """Install, start web and worker, and stop them by their own ids at the end.

    demo: load the whole demo project; without it there are only the demo's people and empty project.
    """
    with tempfile.TemporaryDirectory(prefix="msa-journey-") as folder:
        data, port = Path(folder), free_port()
        environment = os.environ | {
            "MSA_DEMO": "1",
            "MSA_DATA_DIR": str(data),
            "PORT": str(port),
            "SITE_URL": f"http://127.0.0.1:{port}",
            "PYTHONUNBUFFERED": "1",
        }
        _own_database(environment)
        here = Installation(f"http://127.0.0.1:{port}", data, environment)
        for command in (["make_keys"], ["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"]):
            here.manage(*command)
        here.manage(*(["load_demo"] if demo else ["load_demo", "--people-only"]))
        try:
            web, _worker = here.start_web(port), here.start_worker()
            wait_until(lambda: _answers(here.base), web, 60)
            yield here
        finally:
            for child in here.children:
                child.ask_to_stop()
            for child in here.children:
                child.stop()


def _own_database(environment: dict[str, str]) -> None:
    """On PostgreSQL and Redis databases of its own; on SQLite the file lies in the data directory anyhow."""
    url = environment.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        return
    import psycopg

    name = f"journey_{secrets.token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    environment["DATABASE_URL"] = f"{url.rpartition('/')[0]}/{name}"
    server, _, number = environment["REDIS_URL"].rpartition("/")
    environment["REDIS_URL"] = f"{server}/{int(number) + 20}"  # other tests leave messages in their own queue


def _answers(base: str) -> bool:
    try:
        with urllib.request.urlopen(f"{base}/leeft/", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False
