"""PostgreSQL and Redis for the tests: on free loopback ports, in a directory of their own, stopped after.

`python -m deploy.test_services COMMAND...` runs a command with DATABASE_URL, REDIS_URL, MSA_TEST_SERVICES=1.
Nothing here is safe against power loss, which is what makes it fast.
"""

import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from signal import SIGINT

from deploy.processes import (
    Child,
    StartFailed,
    StopAsked,
    accepts_connections,
    free_port,
    start,
    stop_on_signals,
    wait_until,
)

START_SECONDS = 60
FAST_SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")
REDIS_OPTIONS = ("--bind", "127.0.0.1", "--databases", "64", "--save", "", "--appendonly", "no")


def postgres_binaries() -> Path:
    """Directory of initdb and postgres, which Debian keeps off the path. Raises StartFailed without them."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    if found is None:
        raise StartFailed("PostgreSQL's initdb was not found; install the package postgresql.")
    return Path(found).parent


def database_user() -> str | None:
    """Account that PostgreSQL runs as: it refuses root, so root uses the one that the Debian package made."""
    if os.geteuid() != 0:
        return None
    return pwd.getpwnam("postgres").pw_name


def make_cluster(binaries: Path, folder: Path, password: str, user: str | None) -> None:
    """Create an empty PostgreSQL cluster in `folder`, with one superuser `msa`."""
    password_file = folder.parent / "password"
    password_file.write_text(password + "\n", "ascii")
    folder.mkdir()
    if user:
        for path in (password_file, folder):
            shutil.chown(path, user)
    options = ["--username=msa", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    command = [str(binaries / "initdb"), "--pgdata", str(folder), "--pwfile", str(password_file), *options]
    subprocess.run(command, user=user, group=user, cwd="/", check=True, stdout=subprocess.DEVNULL)
    password_file.unlink()


def start_postgres(folder: Path, stack: ExitStack) -> str:
    """Start PostgreSQL, stopped when `stack` closes; returns its DATABASE_URL."""
    binaries, user, password, port = postgres_binaries(), database_user(), secrets.token_hex(16), free_port()
    cluster = folder / "postgres"
    make_cluster(binaries, cluster, password, user)
    own_settings = ("listen_addresses=127.0.0.1", f"port={port}", f"unix_socket_directories={cluster}")
    options = [part for setting in own_settings + FAST_SETTINGS for part in ("-c", setting)]
    command = [str(binaries / "postgres"), "-D", str(cluster), *options]
    log = folder / "postgres.log"
    # SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
    child = start("PostgreSQL server", command, user=user, log_file=log, stop_signal=SIGINT)
    stack.callback(child.stop)
    wait_ready(child, port, log)
    return f"postgres://msa:{password}@127.0.0.1:{port}/postgres"


def start_redis(folder: Path, stack: ExitStack) -> str:
    """Start Redis without persistence, stopped when `stack` closes; returns its REDIS_URL."""
    port = free_port()
    log = folder / "redis.log"
    command = ["redis-server", "--port", str(port), "--dir", str(folder), *REDIS_OPTIONS]
    child = start("Redis server", command, log_file=log)
    stack.callback(child.stop)
    wait_ready(child, port, log)
    return f"redis://127.0.0.1:{port}/0"


def wait_ready(child: Child, port: int, log: Path) -> None:
    """Wait until the server listens; what it said is part of the error when it does not."""
    try:
        wait_until(lambda: accepts_connections(port), child, START_SECONDS)
    except StartFailed as problem:
        raise StartFailed(f"{problem}\n{log.read_text('utf-8', 'replace')[-2000:]}") from problem


@contextmanager
def services() -> Iterator[dict[str, str]]:
    """Environment variables of a running PostgreSQL and Redis; both are stopped and removed on leaving."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="msa-services-")))
        folder.chmod(0o711)  # the database's account must get through to its own directory
        yield {
            "DATABASE_URL": start_postgres(folder, stack),
            "REDIS_URL": start_redis(folder, stack),
            "MSA_TEST_SERVICES": "1",
        }


def main(command: list[str]) -> int:
    """Run a command with the services; returns its exit status."""
    stop_on_signals()
    try:
        with services() as variables:
            child = start("command", command, environment=os.environ | variables)
            try:
                return child.process.wait()
            finally:
                child.stop()
    except StopAsked:
        return 130
    except StartFailed as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
