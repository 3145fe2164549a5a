"""One installation on this machine: prepare its data, then run web server and worker side by side."""

import http.client
import subprocess
import sys
import time
from collections.abc import Mapping

from deploy.processes import BASE_DIR, Child, StartFailed, StopAsked, start, wait_until

START_SECONDS = 90


def set_up(environment: Mapping[str, str], *options: str) -> str:
    """Run deploy/set_up.py; returns what it prints for the user, raises CalledProcessError when it fails."""
    run = subprocess.run(
        [sys.executable, "-m", "deploy.set_up", *options],
        cwd=BASE_DIR,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        start_new_session=True,
    )
    return run.stdout


def start_web(environment: Mapping[str, str]) -> Child:
    """Start gunicorn with deploy/gunicorn.conf.py."""
    config = BASE_DIR / "deploy" / "gunicorn.conf.py"
    command = [sys.executable, "-m", "gunicorn", "--config", str(config), "msa.wsgi"]
    return start("web server", command, environment=environment)


def start_worker(environment: Mapping[str, str]) -> Child:
    """Start the Celery worker with its clock (beat) inside; one job at a time, so memory stays in bounds."""
    options = ["--beat", "--pool=solo", "--loglevel=WARNING", "--without-gossip", "--without-mingle"]
    command = [sys.executable, "-m", "celery", "--quiet", "--app=msa", "worker", *options]
    return start("worker", command, environment=environment)


def answers(port: int, host: str) -> bool:
    """Whether the web server on 127.0.0.1, asked for `host`, gives any answer but a server error."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/", headers={"Host": host})
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def run(environment: Mapping[str, str], port: int, welcome: str) -> int:
    """Run web server and worker until asked to stop; returns 0, or 1 when one of them ended by itself."""
    children: list[Child] = []
    host = environment.get("ALLOWED_HOSTS", "127.0.0.1").partition(",")[0].strip(" .")
    try:
        children.append(start_web(environment))
        children.append(start_worker(environment))
        wait_until(lambda: answers(port, host), children[0], START_SECONDS)
        print(welcome, flush=True)
        return watch(children)
    except StopAsked:
        print("Stopping ...", flush=True)
        return 0
    except StartFailed as problem:
        print(problem, file=sys.stderr)
        return 1
    finally:
        for child in children:
            child.ask_to_stop()  # all at once, so that they stop side by side
        for child in children:
            child.stop()


def watch(children: list[Child]) -> int:
    """Wait until one of the children has ended, say which, and return 1."""
    while True:
        for child in children:
            if not child.is_running():
                status = child.process.returncode
                print(f"The {child.name} ended by itself (status {status}); stopping.", file=sys.stderr)
                return 1
        time.sleep(0.5)
