"""Commands need no settings where the demo was run, and refuse without settings anywhere else."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with nothing but these environment variables."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_demos_accounts_are_printed_as_data_where_the_demo_was_run(tmp_path):
    assert manage("check", MSA_DATA_DIR=str(tmp_path), MSA_DEMO="1").returncode == 0
    run = manage("demo_accounts", "--json", MSA_DATA_DIR=str(tmp_path))
    assert run.returncode == 0, run.stderr
    accounts = json.loads(run.stdout)
    assert len({account["role"] for account in accounts}) == 8
    assert all({"role", "email", "password"} <= set(account) for account in accounts)


def test_a_command_without_settings_is_refused_where_no_demo_was_run(tmp_path):
    run = manage("check", MSA_DATA_DIR=str(tmp_path))
    assert run.returncode != 0
    assert "SECRET_KEY" in run.stderr


def test_a_command_never_takes_the_demos_settings_with_another_database(tmp_path):
    assert manage("check", MSA_DATA_DIR=str(tmp_path), MSA_DEMO="1").returncode == 0
    run = manage("check", MSA_DATA_DIR=str(tmp_path), DATABASE_URL="sqlite:////nowhere")
    assert run.returncode != 0
    assert "SECRET_KEY" in run.stderr
