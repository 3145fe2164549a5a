"""Make the checkout ready to run: Debian packages, virtual environment, front-end files.

`python3 -m deploy.prepare runtime` for the application, `... dev` for tests and lint as well. What is there
already is left alone, so a second run takes a fraction of a second. Only the standard library.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from deploy import stamps, system_packages

BASE_DIR = Path(__file__).resolve().parent.parent
VENV_DIR = BASE_DIR / ".venv"
VENV_PYTHON = VENV_DIR / "bin" / "python"
LOCKS = {"runtime": BASE_DIR / "requirements.lock", "dev": BASE_DIR / "requirements-dev.lock"}
PACKAGE_LISTS = {
    "runtime": ["demo-packages.txt"],
    "dev": ["demo-packages.txt", "test-packages.txt"],
}


def stamp(kind: str) -> Path:
    """File that says from which lock the virtual environment was filled."""
    return VENV_DIR / f".installed-{kind}"


def has_requirements(kind: str) -> bool:
    """Whether the environment was filled from the present lock; the dev lock holds the runtime one."""
    kinds = ["runtime", "dev"] if kind == "runtime" else ["dev"]
    return VENV_PYTHON.exists() and any(stamps.matches(stamp(one), [LOCKS[one]]) for one in kinds)


def has_environment() -> bool:
    """Whether `.venv` is there with this Python's version."""
    version = "{}.{}.{}".format(*sys.version_info[:3])
    settings = VENV_DIR / "pyvenv.cfg"
    return (
        VENV_PYTHON.exists() and settings.exists() and f"version = {version}" in settings.read_text("utf-8")
    )


def packages_for_environment() -> list[str]:
    """Debian packages that making `.venv` takes: Debian keeps a part of Python's own library apart."""
    complete = has_environment() or importlib.util.find_spec("ensurepip") is not None
    return [] if complete else ["python3-venv"]


def make_environment() -> None:
    """Create `.venv`, unless it is there with this Python's version."""
    if has_environment():
        return
    print("Creating .venv ...", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV_DIR)], check=True)


def install_requirements(kind: str) -> None:
    """Install exactly what the lock names, ready-made (wheels) and checked by hash."""
    make_environment()
    print(f"Installing Python packages from {LOCKS[kind].name} ...", flush=True)
    options = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--quiet", "--no-input"]
    subprocess.run(
        [str(VENV_PYTHON), "-m", "pip", "install", *options, "--requirement", str(LOCKS[kind])],
        check=True,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"},
    )
    stamps.write(stamp(kind), [LOCKS[kind]])


def prepare(kind: str) -> None:
    """Do all that is needed for `kind` ("runtime" or "dev")."""
    system_packages.ensure(PACKAGE_LISTS[kind], packages_for_environment())
    if not has_requirements(kind):
        install_requirements(kind)
    subprocess.run([str(VENV_PYTHON), "-m", "deploy.build_assets"], cwd=BASE_DIR, check=True)


def main(arguments: list[str]) -> int:
    """Command line of this module; returns the exit status."""
    if sys.version_info[:2] != (3, 11):
        print(f"This needs Python 3.11, not {sys.version.split()[0]}. On Debian 12: apt-get install python3")
        return 1
    try:
        prepare(arguments[0])
    except system_packages.MissingPackages as problem:
        print(problem, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as problem:
        print(f"Stopped: this step failed: {problem.cmd}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
