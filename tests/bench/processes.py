"""Whole processes: how soon a web process answers, and how much memory web process and worker take."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db import connection

from deploy.installation import start_worker
from deploy.processes import BASE_DIR, Child, StartFailed, free_port, start
from msa.models import Job, JobState
from neighbourhood.models import Picture
from neighbourhood.services.documents import request_documents
from neighbourhood.services.snapshots import request_snapshot
from projects.models import Project
from tests.bench.measuring import Line, Spread, alternate
from tests.bench.neighbourhoods import leader, neighbourhood
from tests.bench.places import addresses
from tests.bench.sizes import Size
from tests.bench.stock.clients import signed_in

OURS, BARE = "msa.wsgi", "tests.bench.bare"
FIRST_PAGE = "/account/login/"
PATIENCE_SECONDS = 300
MOST_MEGABYTES = 400
HEAVY = "import pandas, scipy.optimize, matplotlib.figure, weasyprint"


def lines(picture: Picture, size: Size) -> Iterator[Line]:
    """The lines about processes."""
    series = alternate(
        lambda: lambda: _until_first_answer(OURS, FIRST_PAGE),
        lambda: lambda: _until_first_answer(BARE, "/"),
        size.slow_rounds,
    )
    # The work is done in other processes, of which this one's clock of computing time knows nothing.
    yield replace(series.line("cold start until the first page"), cpu_ratio=None)
    yield _line("memory of a web process", web_megabytes(picture), bare_megabytes(), MOST_MEGABYTES)
    with neighbourhood("werkbuurt", size.people) as project:
        yield _line("memory of the worker", worker_megabytes(project), heavy_megabytes())


def _line(name: str, own: float, floor: float, most: int = 0) -> Line:
    spreads = (Spread.of([value]) for value in (own, floor))
    goal, met = (f"under {most} MB", own < most) if most else ("", None)
    first, second = spreads
    return Line(name, first, "MB", second, Spread.of([own / floor]), None, goal, met)


def environment() -> dict[str, str]:
    """Settings for a process that works on the very database of this measurement."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        database = f"sqlite:///{known['NAME']}"
    else:
        login = f"{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}"
        database = f"postgres://{login}/{known['NAME']}"
    own = {
        "DATABASE_URL": database,
        "MSA_DATA_DIR": str(settings.DATA_DIR),
        "MSA_DEMO": "1",
        "LOG_LEVEL": "ERROR",
    }
    fixed = {"DJANGO_SETTINGS_MODULE": "msa.settings", "WEB_CONCURRENCY": "1", "WEB_THREADS": "4"}
    quiet = {"PYTHONWARNINGS": "ignore:You're running the worker with superuser"}
    return {key: value for key, value in os.environ.items() if key != "BIND"} | own | fixed | quiet


@contextmanager
def web(application: str, first: str) -> Iterator[tuple[Child, int]]:
    """Gunicorn with one web process that has given its first answer; stopped afterwards.

    The bare project goes without our settings, which read the word list before the first visitor comes.
    """
    port = free_port()
    ours = ["--config", str(BASE_DIR / "deploy" / "gunicorn.conf.py")]
    plain = [
        "--bind",
        f"127.0.0.1:{port}",
        "--worker-class",
        "gthread",
        "--threads",
        "4",
        "--log-level",
        "warning",
    ]
    command = [sys.executable, "-m", "gunicorn", *(plain if application == BARE else ours), application]
    child = start("web server", command, environment=environment() | {"PORT": str(port)})
    try:
        _wait_for_answer(child, port, first)
        yield child, port
    finally:
        child.stop()


def _until_first_answer(application: str, first: str) -> None:
    with web(application, first):
        pass


def _wait_for_answer(child: Child, port: int, address: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            assert get(port, address) == 200
            return
        except ConnectionRefusedError as refused:
            if not child.is_running() or time.monotonic() > deadline:
                raise StartFailed(f"The {child.name} gave no answer.") from refused
            time.sleep(0.02)


def get(port: int, address: str, headers: Mapping[str, str] | None = None) -> int:
    """The status of a page on loopback, read to its end."""
    talk = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    try:
        talk.request("GET", address, headers=dict(headers or {}))
        answer = talk.getresponse()
        answer.read()
        return answer.status
    finally:
        talk.close()


def peak_megabytes(pid: int) -> float:
    """The most memory that a running process ever held (VmHWM)."""
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(kilobytes) / 1024


def children_of(pid: int) -> list[int]:
    """The processes that a process started."""
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]


def web_megabytes(picture: Picture) -> float:
    """A web process that has shown every page of a project to its leader, the charts and exports included."""
    client = signed_in(leader(picture.project))
    cookie = {
        "Cookie": f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    }
    with web(OURS, FIRST_PAGE) as (child, port):
        for address in addresses(picture):
            status = get(port, address, cookie)
            assert status in (200, 302), (address, status)
        return max(peak_megabytes(pid) for pid in children_of(child.process.pid))


def bare_megabytes() -> float:
    """The web process of the bare project."""
    with web(BARE, "/") as (child, _port):
        return max(peak_megabytes(pid) for pid in children_of(child.process.pid))


def worker_megabytes(project: Project) -> float:
    """A worker that has made a snapshot and then all documents, asked for through the queue."""
    from neighbourhood.services.pictures import current_picture

    worker = start_worker(environment())
    try:
        _done(request_snapshot(project=project, person=leader(project)), worker)
        picture = current_picture(project=project)
        assert picture is not None
        _done(request_documents(picture=picture, person=leader(project)), worker)
        return peak_megabytes(worker.process.pid)
    finally:
        worker.stop()


def _done(job: Job, worker: Child) -> None:
    """Wait until the worker has done the job. Raises StartFailed when it does not."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while job.state != JobState.DONE:
        if job.state == JobState.FAILED or not worker.is_running() or time.monotonic() > deadline:
            raise StartFailed(f"The {worker.name} did not finish: {job.message}")
        time.sleep(0.1)
        job.refresh_from_db()


def heavy_megabytes() -> float:
    """A process that has loaded the libraries of the worker and done nothing with them."""
    script = f"{HEAVY}, resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120
    )
    return int(done.stdout) / 1024
