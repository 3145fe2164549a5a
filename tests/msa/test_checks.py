"""What is told before an installation starts."""

from pathlib import Path

import pytest
from django.core.checks import run_checks

from msa.privacy.reading import dictionary


def test_a_missing_word_list_is_told_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert not [found for found in run_checks() if found.id == "msa.E001"]
    monkeypatch.setattr(dictionary, "WORD_LIST", tmp_path / "none")
    (told,) = [found for found in run_checks() if found.id == "msa.E001"]
    assert "wdutch" in str(told.hint)
