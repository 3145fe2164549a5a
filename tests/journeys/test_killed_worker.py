"""A worker that is killed in the middle of its work: the next one takes it up again, once."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable

from tests.journeys.installation import Installation, installed

PATIENCE_SECONDS = 120
ASK_FOR_A_SNAPSHOT = """
from projects.models import Person
from neighbourhood.services.snapshots import request_snapshot
from tests.neighbourhood.factories import add_conversations, make_project
project = make_project()
add_conversations(project, 120)
print(request_snapshot(project=project, person=Person.objects.first()).key.hex)
"""


def _ask(here: Installation, question: str, *values: str) -> list[tuple[object, ...]]:
    """Straight from the file, as somebody beside the application would look."""
    with sqlite3.connect(here.data / "msa.sqlite3", timeout=20) as database:
        return list(database.execute(question, values))


def _wait(here: Installation, what: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not what():
        assert time.monotonic() < end, here.logs()
        time.sleep(0.02)


def test_work_of_a_killed_worker_is_finished_by_the_next() -> None:
    with installed(demo=False) as here:
        key = here.manage("shell", "-v0", "-c", ASK_FOR_A_SNAPSHOT).split()[-1]

        def state() -> object:
            return _ask(here, "select state from msa_job where key = ?", key)[0][0]

        _wait(here, lambda: state() == "running")
        worker = here.children[-1]
        os.killpg(worker.process.pid, signal.SIGKILL)
        worker.process.wait()
        assert state() == "running", "the worker was done before it could be killed"
        assert _ask(here, "select count(*) from neighbourhood_snapshot") == [(0,)]
        here.start_worker()
        _wait(here, lambda: state() == "done")
        assert _ask(here, "select count(*) from neighbourhood_snapshot") == [(1,)]
