"""A web process stays small: it never loads what only the worker needs."""

import json
import subprocess
import sys

import pytest
from django.conf import settings

from tests.bench import neighbourhoods, places
from tests.bench.processes import environment
from tests.bench.stock.clients import BACKEND

HEAVY = ("pandas", "scipy", "matplotlib", "weasyprint", "pypdfium2")
SCRIPT = """
import json, sys, django
django.setup()
import msa.urls, msa.wsgi
from django.test import Client
from projects.models import Person
client = Client()
client.force_login(Person.objects.get(pk={person}), backend={backend!r})
answers = {{page: client.get(page).status_code for page in {pages}}}
print(json.dumps([answers, sorted(name for name in sys.modules if "." not in name)]))
"""


@pytest.mark.django_db(transaction=True)
def test_no_page_loads_pandas_scipy_matplotlib_or_weasyprint():
    picture = neighbourhoods.make_picture("proefbuurt", 30)
    pages = places.addresses(picture)
    assert any("cijfers" in page for page in pages)
    script = SCRIPT.format(person=neighbourhoods.leader(picture.project).pk, backend=BACKEND, pages=pages)
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=settings.BASE_DIR,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    answers, loaded = json.loads(done.stdout.splitlines()[-1])
    assert set(answers.values()) <= {200, 302}
    assert answers[next(page for page in pages if page.endswith("/cijfers/"))] == 200
    assert "django" in loaded
    assert [name for name in HEAVY if name in loaded] == []
