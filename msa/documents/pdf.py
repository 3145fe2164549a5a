"""From finished HTML to a tagged PDF, in a process of its own.

The library that lays out a PDF takes more memory than all the rest of a web process. So a page that hands out
a PDF starts a process that makes this one document and ends; it gets no secrets and no database.
"""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import BoundedSemaphore

ROOT = Path(__file__).resolve().parents[2]
# Fonts and languages; nothing of the application.
PASSED_ON = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
)
SECONDS = 45  # less than a web server waits for an answer
one_at_a_time = BoundedSemaphore(1)  # for each web process, so that many at once cost no more memory


class RenderingFailed(RuntimeError):
    """The PDF could not be made. Its message is for the log of who runs the installation."""


def write_pdf(html: str, made: Mapping[str, bytes] | None = None) -> bytes:
    """A PDF/UA-1 file of a whole HTML page; see `renderer.render_pdf`. Raises RenderingFailed."""
    return write_first_that_fits([html], made)


def write_first_that_fits(
    pages: Sequence[str], made: Mapping[str, bytes] | None = None, *, most: int | None = None
) -> bytes:
    """The first of `pages` that takes at most `most` sheets, else the last. Raises RenderingFailed."""
    parts = {name: base64.b64encode(body).decode() for name, body in (made or {}).items()}
    order = json.dumps({"pages": list(pages), "made": parts, "most": most})
    with one_at_a_time:
        return _rendered(order.encode())


def _rendered(order: bytes) -> bytes:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "msa.documents.renderer"],
            input=order,
            capture_output=True,
            cwd=ROOT,
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise RenderingFailed(f"not ready after {SECONDS} seconds") from late
    if done.returncode != 0:
        # Only the kind of error: the text of a document has no place in a log (P3).
        raise RenderingFailed(
            done.stderr.decode(errors="replace").strip().rpartition("\n")[2].partition(":")[0]
        )
    return done.stdout


def _kind_of_error(said: str) -> str:
    """Only the name of the error: the text of a document has no place in a log (P3)."""
    return said.strip().rpartition("\n")[2].partition(":")[0]
