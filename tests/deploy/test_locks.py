"""The lock files install anywhere, from any mirror, and exactly what was tested."""

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import distributions, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE | re.IGNORECASE)
ADDRESS = re.compile(r"^.*(?:--index|--extra-index|--find-links|--trusted|://).*$", re.MULTILINE)


OWN = ["msa", "projects", "housevisits", "neighbourhood", "actions", "evaluation", "deploy"]


def normal(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: Path) -> dict[str, str]:
    """Version by normalised package name."""
    return {normal(name): version for name, version in PIN.findall(lock.read_text())}


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
    names = {normal(re.match(r"[\w.-]+", line).group()) for line in wanted}
    assert names - set(pins(LOCKS[1])) == set()


def test_the_npm_lock_has_integrity_hashes_and_no_addresses():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    installed = {name: entry for name, entry in packages.items() if name}
    assert len(installed) > 8
    assert [name for name, entry in installed.items() if not entry["integrity"].startswith("sha512-")] == []
    assert [name for name, entry in installed.items() if "resolved" in entry] == []


def imported_packages(folder: str) -> set[str]:
    """Top-level names that the modules in a folder import, the standard library left out."""
    names = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names)


@pytest.mark.parametrize("folder", OWN)
def test_what_the_application_imports_is_in_the_runtime_lock(folder):
    locked, known = set(pins(LOCKS[0])), packages_distributions()
    packages = imported_packages(folder) - set(OWN)
    missing = [name for name in packages if not {normal(one) for one in known.get(name, ())} & locked]
    assert missing == []


def test_the_lock_is_complete_for_debians_own_python():
    locked = set(pins(LOCKS[1]))
    debian = {"python_full_version": "3.11.2", "python_version": "3.11", "extra": ""}
    missing = []
    for distribution in distributions():
        needs = [Requirement(line) for line in distribution.requires or ()]
        wanted = [need for need in needs if need.marker is None or need.marker.evaluate(debian)]
        missing += [
            f"{distribution.name} needs {need.name}" for need in wanted if normal(need.name) not in locked
        ]
    assert missing == []
