"""P23: production settings are clean, cookies carry the __Host- prefix, personal pages are not kept."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import Role
from tests.cast import make_cast

pytestmark = pytest.mark.attack
ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "SECRET_KEY": "".join(chr(33 + 7 * n % 90) for n in range(80)),
    "ALLOWED_HOSTS": "msa.example",
    "SITE_URL": "https://msa.example",
}


def _environment(tmp_path: Path) -> dict[str, str]:
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in {"MSA_DEMO", "DATABASE_URL", "REDIS_URL"}
    }
    return kept | PRODUCTION | {"MSA_DATA_DIR": str(tmp_path)}


def _python(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_the_deploy_check_is_clean_at_warning_level(tmp_path: Path) -> None:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, cwd=ROOT, env=_environment(tmp_path), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_cookies_of_a_real_installation_belong_to_this_host_alone(tmp_path: Path) -> None:
    names = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"]
    code = (
        "import json, os; os.environ['DJANGO_SETTINGS_MODULE'] = 'msa.settings'\n"
        "from django.conf import settings\n"
        f"print(json.dumps([getattr(settings, name) for name in {names}]))"
    )
    session, csrf, session_secure, csrf_secure = json.loads(_python(code, _environment(tmp_path)).stdout)
    assert session.startswith("__Host-") and csrf.startswith("__Host-")
    assert session_secure and csrf_secure


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_without_its_settings_a_real_installation_does_not_open(tmp_path: Path, missing: str) -> None:
    environment = _environment(tmp_path)
    del environment[missing]
    code = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'msa.settings'\n"
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "answer = Client().get('/leeft/', secure=True, headers={'host': 'msa.example'})\n"
        "raise SystemExit(0 if answer.status_code == 200 else 1)"
    )
    assert _python(code, environment).returncode != 0


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["today", "projects:home", "housevisits:actions", "neighbourhood:figures"])
def test_a_personal_page_is_not_kept_by_browser_or_proxy(name: str) -> None:
    cast = make_cast()
    client = Client()
    client.force_login(
        cast.person(Role.PROJECT_LEADER), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    answer = client.get(reverse(name, args=[] if name == "today" else [cast.project.slug]))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_security_txt_says_where_to_report_and_until_when_it_holds() -> None:
    answer = Client().get("/.well-known/security.txt")
    body = answer.content.decode()
    assert "Contact: " in body and "Expires: " in body
