"""Child processes that end when this program ends: start, wait until ready, stop, each by its own id."""

import ctypes
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

BASE_DIR = Path(__file__).resolve().parent.parent
PR_SET_PDEATHSIG = 1
STOP_SECONDS = 20
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_libc = ctypes.CDLL(None, use_errno=True)


class StopAsked(Exception):
    """Somebody pressed Ctrl-C or asked this process to end."""


class StartFailed(Exception):
    """A program ended or stayed silent when it should have become ready."""


@dataclass
class Child:
    """A running program: its name for people, its process, and the signal that asks it to stop."""

    name: str
    process: subprocess.Popen[bytes]
    stop_signal: signal.Signals = signal.SIGTERM
    asked: bool = False

    def is_running(self) -> bool:
        """Whether the program still runs."""
        return self.process.poll() is None

    def ask_to_stop(self) -> None:
        """Send the stop signal once, without waiting."""
        if self.is_running() and not self.asked:
            self.asked = True
            self.process.send_signal(self.stop_signal)

    def stop(self) -> int:
        """Ask the program to stop, end it after STOP_SECONDS; returns its exit status."""
        self.ask_to_stop()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
        status = self.process.wait()
        # Whatever it had started itself is in its process group, which nobody else is in.
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        return status


def stop_on_signals() -> None:
    """Turn the stop signals into StopAsked, so that children are always stopped on the way out."""
    for number in STOP_SIGNALS:
        signal.signal(number, _ask_stop)


def _ask_stop(number: int, frame: FrameType | None) -> None:
    """Raise StopAsked once; from then on stopping is under way and is not interrupted."""
    for other in STOP_SIGNALS:
        signal.signal(other, signal.SIG_IGN)
    raise StopAsked(signal.Signals(number).name)


def start(
    name: str,
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    user: str | None = None,
    log_file: Path | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
) -> Child:
    """Start a program in a session of its own, so that Ctrl-C reaches it through us and in our order.

    `user` is the account to run as (root only); `log_file` takes what it prints.
    """
    output = log_file.open("wb") if log_file else None
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=BASE_DIR if user is None else "/",
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            user=user,
            group=user,
            extra_groups=[] if user else None,
            start_new_session=True,
            preexec_fn=_end_with_parent,
        )
    finally:
        if output:
            output.close()
    return Child(name, process, stop_signal)


def _end_with_parent() -> None:
    """In the child: let the kernel send SIGTERM when the parent is gone, however that came about."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def wait_until(ready: Callable[[], bool], child: Child, seconds: float) -> None:
    """Return when `ready()` holds; raises StartFailed when the child ends first or time runs out."""
    deadline = time.monotonic() + seconds
    while not ready():
        if not child.is_running():
            raise StartFailed(f"The {child.name} stopped while starting (status {child.process.returncode}).")
        if time.monotonic() > deadline:
            raise StartFailed(f"The {child.name} was not ready within {seconds:.0f} seconds.")
        time.sleep(0.1)


def port_is_free(port: int) -> bool:
    """Whether a server could listen on this port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def accepts_connections(port: int) -> bool:
    """Whether something on 127.0.0.1 answers at this port."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
