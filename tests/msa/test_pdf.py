"""A PDF is made in a process of its own."""

import subprocess
import sys

import pypdfium2
import pytest

from msa.documents import pdf
from msa.documents.pdf import RenderingFailed, write_first_that_fits, write_pdf

PAGE = "<html lang=nl><head><title>Blad</title></head><body>{}</body></html>"
LONG, SHORT = PAGE.format("<p>regel</p>" * 200), PAGE.format("<p>regel</p>")


def sheets(body: bytes) -> int:
    with pypdfium2.PdfDocument(body) as document:
        return len(document)


def test_the_first_that_fits_is_taken_and_else_the_last():
    assert sheets(write_pdf(LONG)) > 1
    assert sheets(write_first_that_fits([LONG, SHORT, LONG], most=1)) == 1
    assert sheets(write_first_that_fits([SHORT, LONG], most=0)) > 1


def test_a_failure_names_the_kind_of_error_and_none_of_the_text(monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS", 0.001)
    with pytest.raises(RenderingFailed, match="not ready"):
        write_pdf(SHORT)
    monkeypatch.undo()
    with pytest.raises(RenderingFailed) as failed:
        write_first_that_fits([])
    assert str(failed.value) == "ValueError"


def test_the_process_gets_no_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "kanarie")
    asked = []
    real = subprocess.run

    def run(command, **options):
        asked.append(options["env"])
        return real([sys.executable, "-c", "import os; print(sorted(os.environ))"], **options)

    monkeypatch.setattr(subprocess, "run", run)
    said = write_pdf(SHORT).decode()
    assert "PATH" in said
    assert "SECRET_KEY" not in said and "MSA_DATA_DIR" not in said and "DATABASE_URL" not in said
    assert asked
