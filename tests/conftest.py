"""What all tests share: an environment of their own, and which tests run once more on PostgreSQL and Redis.

The environment is set here, before Django reads its settings: pytest-django finds DJANGO_SETTINGS_MODULE
when this file has been loaded. Each xdist process has its own data directory, SQLite file and Redis database.
"""

import os
import secrets
import shutil
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.test import TransactionTestCase

ROOT = Path(__file__).resolve().parent.parent
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup", "admin_client", "admin_user"}
OWN_DIRECTORY = pytest.StashKey[Path]()


def _prepare_environment() -> Path:
    """Point the settings at an empty data directory; returns it."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    data_dir = Path(tempfile.mkdtemp(prefix=f"msa-test-{worker}"))
    (data_dir / "static").mkdir()  # WhiteNoise looks for it
    os.environ["MSA_DATA_DIR"] = str(data_dir)
    # Plain http on loopback and no second factor, as in the demo; the tests of those two switch them on.
    os.environ["MSA_DEMO"] = "1"
    os.environ["SECRET_KEY"] = secrets.token_urlsafe(50)
    os.environ["ALLOWED_HOSTS"] = "127.0.0.1,localhost,testserver"
    if worker and os.environ.get("REDIS_URL"):
        server = os.environ["REDIS_URL"].rpartition("/")[0]
        os.environ["REDIS_URL"] = f"{server}/{int(worker.removeprefix('gw')) + 1}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "msa.settings"
    return data_dir


_data_dir = _prepare_environment()
# pytest-django sets Django up only when it finds settings that were loaded already.
assert _data_dir.resolve() == settings.DATA_DIR


def pytest_configure(config: pytest.Config) -> None:
    config.stash[OWN_DIRECTORY] = _data_dir


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Let each xdist process load its settings in this file as well, after it made a directory of its own."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[OWN_DIRECTORY], ignore_errors=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Journeys first, since they take longest and would else be what the last process is waiting for.

    In the run on PostgreSQL and Redis, leave out what touches neither database, nor queue, nor cache.
    """
    items.sort(key=lambda item: item.get_closest_marker("journey") is None)
    if os.environ.get("MSA_TEST_SERVICES") != "1":
        return
    kept = [item for item in items if _touches_services(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def _touches_services(item: pytest.Item) -> bool:
    if any(item.iter_markers("django_db")) or any(item.iter_markers("services")):
        return True
    if DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())):
        return True
    test_class = getattr(item, "cls", None)
    return isinstance(test_class, type) and issubclass(test_class, TransactionTestCase)


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The data directory (MSA_DATA_DIR) of this test process."""
    return _data_dir


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The script of axe-core, to be run in a page."""
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session", autouse=True)
def _keys() -> None:
    """Key files, as every installation has them."""
    from msa.privacy.vault import make_keys

    make_keys()
