"""Children are started, watched and ended by their own id; nothing is left behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from deploy import installation, processes

ROOT = Path(__file__).resolve().parents[2]
SLEEPER = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"]


def alive(pid: int) -> bool:
    """Whether a process with this id runs (a zombie does not)."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def gone_within(pid: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not alive(pid)


def test_a_child_ends_when_it_is_asked_to():
    child = processes.start("sleeper", SLEEPER)
    assert child.is_running()
    assert child.stop() == -signal.SIGTERM
    assert not alive(child.process.pid)


def test_a_child_that_does_not_listen_is_ended_after_a_while(monkeypatch, tmp_path):
    monkeypatch.setattr(processes, "STOP_SECONDS", 0.3)
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + SLEEPER[-1]
    log = tmp_path / "log"
    child = processes.start("deaf", [sys.executable, "-c", deaf], log_file=log)
    processes.wait_until(lambda: "up" in log.read_text(), child, 10)
    assert child.stop() == -signal.SIGKILL


def test_what_a_child_started_itself_ends_with_it(tmp_path):
    script = (
        "import subprocess, sys, time\n"
        "inner = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(inner.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    log = tmp_path / "log"
    child = processes.start("parent", [sys.executable, "-c", script], log_file=log)
    processes.wait_until(lambda: log.read_text().endswith("\n"), child, 10)
    grandchild = int(log.read_text())
    assert alive(grandchild)
    child.stop()
    assert gone_within(grandchild, 5)


def test_children_end_when_the_one_who_started_them_is_killed():
    script = (
        "import time\n"
        "from deploy.processes import start\n"
        "child = start('sleeper', ['sleep', '60'])\n"
        "print(child.process.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        pid = int(parent.stdout.readline())
        assert alive(pid)
        parent.kill()
    assert gone_within(pid, 5)


def test_waiting_for_a_child_that_ends_says_so():
    child = processes.start("short", [sys.executable, "-c", "raise SystemExit(7)"])
    with pytest.raises(processes.StartFailed, match=r"short stopped while starting \(status 7\)"):
        processes.wait_until(lambda: False, child, 10)


def test_when_one_child_ends_by_itself_it_is_named(capsys):
    short = processes.start("worker", [sys.executable, "-c", "raise SystemExit(3)"])
    long = processes.start("web server", SLEEPER)
    try:
        assert installation.watch([long, short]) == 1
    finally:
        long.stop()
    assert "The worker ended by itself (status 3)" in capsys.readouterr().err


def test_a_port_with_a_listener_is_not_free():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
        assert not processes.port_is_free(port)
        assert processes.accepts_connections(port)
    assert processes.port_is_free(port)


def run_module(module: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a module of deploy/ with nothing but these environment variables."""
    return subprocess.run(
        [sys.executable, "-m", module],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_demo_on_a_port_that_is_taken_says_what_to_do():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = str(server.getsockname()[1])
        run = run_module("deploy.run_demo", PORT=port)
    assert run.returncode == 1
    assert run.stderr.strip() == f"Port {port} is in use. Choose another one: make demo PORT=8001"


@pytest.mark.parametrize("port", ["0", "70000", "eight", "-1"])
def test_a_demo_on_a_port_that_cannot_be_is_refused(port):
    run = run_module("deploy.run_demo", PORT=port)
    assert run.returncode == 1
    assert "PORT must be a number" in run.stderr


SETTINGS = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
    "DATABASE_URL": "sqlite:////nowhere",
    "REDIS_URL": "redis://127.0.0.1:1/0",
}


@pytest.mark.parametrize("missing", SETTINGS)
def test_serving_without_a_setting_does_not_start_and_names_it(missing):
    others = {name: value for name, value in SETTINGS.items() if name != missing}
    run = run_module("deploy.run_serve", **others)
    assert run.returncode == 1
    assert run.stderr.startswith(f"Not started: set {missing} in the environment (explained in")
    assert len(run.stderr.splitlines()) == 1


def test_the_demo_is_never_served_as_an_installation():
    run = run_module("deploy.run_serve", **SETTINGS, MSA_DEMO="1")
    assert run.returncode == 1
    assert "MSA_DEMO is set" in run.stderr


def test_the_example_of_settings_names_all_that_serving_needs():
    example = (ROOT / "deploy" / "env.example").read_text()
    assert [name for name in SETTINGS if f"\n{name}=" not in example] == []
