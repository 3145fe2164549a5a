"""The lock files install anywhere, from any mirror, and exactly what was tested."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE | re.IGNORECASE)
ADDRESS = re.compile(r"^.*(?:--index|--extra-index|--find-links|--trusted|://).*$", re.MULTILINE)


def pins(lock: Path) -> dict[str, str]:
    """Version by normalised package name."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in PIN.findall(lock.read_text())}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_in_a_lock_has_a_hash(lock):
    text = lock.read_text()
    entries = re.split(r"\n(?=[a-z0-9])", text, flags=re.IGNORECASE)
    pinned = [entry for entry in entries if PIN.match(entry)]
    assert len(pinned) > 60
    assert [entry.splitlines()[0] for entry in pinned if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_package_index_and_no_local_directory(lock):
    assert ADDRESS.findall(lock.read_text()) == []


def test_the_development_lock_holds_the_runtime_lock_with_the_same_versions():
    runtime, development = map(pins, LOCKS)
    assert {name: development.get(name) for name in runtime} == runtime


def test_every_dependency_in_pyproject_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", line).group()).lower() for line in wanted}
    assert names - set(pins(LOCKS[1])) == set()


def test_the_npm_lock_has_integrity_hashes_and_no_addresses():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    installed = {name: entry for name, entry in packages.items() if name}
    assert len(installed) > 8
    assert [name for name, entry in installed.items() if not entry["integrity"].startswith("sha512-")] == []
    assert [name for name, entry in installed.items() if "resolved" in entry] == []
