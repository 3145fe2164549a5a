"""Debian packages that must be there: installed with apt-get when root, named in one line otherwise.

Only the standard library: this runs before anything else is installed.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEPLOY_DIR = Path(__file__).resolve().parent
POLICY_FILE = Path("/usr/sbin/policy-rc.d")


class MissingPackages(Exception):
    """Something must be installed by hand; the message says what, in one line."""


def listed(list_name: str) -> list[list[str]]:
    """Lines of a package list, each as its alternatives in order of preference."""
    lines = (DEPLOY_DIR / list_name).read_text("utf-8").splitlines()
    wanted = [line for line in lines if line.strip() and not line.startswith("#")]
    return [[name.strip() for name in line.split("|")] for line in wanted]


def is_installed(package: str) -> bool:
    """Whether dpkg has the package fully installed."""
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout == "installed"


def ensure(list_names: list[str], others: list[str]) -> None:
    """Install what is missing from the lists, and the `others`, which are known to be missing.

    Raises MissingPackages when that takes another user or another system than Debian.
    """
    if shutil.which("dpkg-query") is None:
        print(
            "This is not Debian; see to it yourself that what these name is there: " + ", ".join(list_names)
        )
        return
    wanted = [alternatives for name in list_names for alternatives in listed(name)]
    install([choices[0] for choices in wanted if not any(map(is_installed, choices))] + others)


def install(packages: list[str]) -> None:
    """Install Debian packages, without starting the services that come with them."""
    if not packages:
        return
    if os.geteuid() != 0:
        raise MissingPackages("Install this first: sudo apt-get install " + " ".join(packages))
    print("Installing Debian packages: " + " ".join(packages), flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    with services_kept_off():
        apt_get(["update"], environment)
        apt_get(["install", "--yes", "--no-install-recommends", *packages], environment)


def apt_get(arguments: list[str], environment: dict[str, str]) -> None:
    """Run apt-get quietly; raises MissingPackages with its last words when it fails."""
    command = ["apt-get", "--quiet=2", "-o=Acquire::Retries=3", "-o=Dpkg::Use-Pty=0", *arguments]
    run = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        last_words = "\n".join(run.stdout.splitlines()[-15:])
        raise MissingPackages(f"apt-get {arguments[0]} failed:\n{last_words}")


@contextmanager
def services_kept_off() -> Iterator[None]:
    """Keep a database or Redis that is installed here from starting: the tests start their own."""
    if POLICY_FILE.exists():
        yield
        return
    POLICY_FILE.write_text("#!/bin/sh\nexit 101\n", "ascii")
    POLICY_FILE.chmod(0o755)
    try:
        yield
    finally:
        POLICY_FILE.unlink()
