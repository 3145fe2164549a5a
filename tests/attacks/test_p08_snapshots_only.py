"""P8: charts, tables, report, poster and exports read stored snapshots only, never the register.

Attack: follow the imports of what publishes; write down every query while everything is published.
"""

import ast
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

import neighbourhood.publication
from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Picture
from neighbourhood.publication.exports import figures_csv, figures_xlsx
from neighbourhood.services.documents import build_documents
from neighbourhood.services.pictures import current_picture
from neighbourhood.services.snapshots import make_snapshot
from tests.neighbourhood import factories

pytestmark = pytest.mark.attack
REGISTER = ("housevisits_conversation", "housevisits_storyblock", "housevisits_sealedregistration")
ROOT = Path(settings.BASE_DIR)


def modules():
    package = neighbourhood.publication
    return [found.name for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]


def imported_names(module):
    tree = ast.parse(Path(importlib.import_module(module).__file__).read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_what_publishes_imports_no_register_and_no_model():
    assert len(modules()) > 20
    for module in modules():
        wrong = [
            name for name in imported_names(module) if name.startswith("housevisits") or ".register" in name
        ]
        assert wrong == [], module
        assert "neighbourhood.models" not in set(imported_names(module)), module


def test_publishing_in_a_fresh_process_loads_no_register_model():
    """Also what the imports import: in a process without Django's apps the register must stay unloaded."""
    names = ", ".join(module for module in modules() if ".publication" in module)
    script = (
        "import django.conf, sys; django.conf.settings.configure(USE_I18N=False)\n"
        f"import {names}\n"
        "print([name for name in sys.modules if name.startswith('housevisits')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "[]"


def test_only_the_making_of_a_snapshot_reads_the_register():
    allowed = {"neighbourhood/services/making.py", "neighbourhood/services/weights.py"}
    users = {
        str(file.relative_to(ROOT))
        for file in (ROOT / "neighbourhood").rglob("*.py")
        if "neighbourhood.register" in file.read_text("utf-8")
        or "import questions, register" in file.read_text("utf-8")
    }
    assert users == allowed


@pytest.mark.django_db
def test_no_query_of_all_documents_and_exports_touches_the_register():
    project = factories.make_project()
    factories.add_conversations(project, 30)
    factories.add_themes(project)
    with CaptureQueriesContext(connection) as making:
        make_snapshot(project=project)
    assert any("housevisits_conversation" in query["sql"] for query in making)  # the net does catch
    current_picture(project=project)
    with CaptureQueriesContext(connection) as publishing:
        picture = Picture.objects.get()
        build_documents(picture=picture)
        figures = figures_from_json(picture.snapshot.figures)
        figures_csv(figures)
        figures_xlsx(figures)
    caught = [query["sql"] for query in publishing for table in REGISTER if table in query["sql"]]
    assert len(publishing) > 5
    assert caught == []
