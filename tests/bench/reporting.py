"""The table on screen, and the same as JSON."""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.db import connection

from tests.bench.measuring import Line, Spread

HEAD = ("", "ratio", "least - most", "of CPU", "ours", "floor", "goal", "")
FOLDER = Path(settings.BASE_DIR) / "var" / "bench"


def machine() -> dict[str, Any]:
    """What it was measured on: nothing that names the machine or a place on it."""
    if connection.vendor == "postgresql":
        version = ".".join(map(str, divmod(connection.pg_version, 10_000)))  # type: ignore[attr-defined]
    else:
        version = ".".join(map(str, connection.Database.sqlite_version_info))
    return {
        "cores": os.cpu_count(),
        "load_at_start": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        "django": django.get_version(),
        "database": f"{connection.display_name} {version}",
        "queue_and_cache": "Redis" if settings.REDIS_URL else "files",
    }


def heading(facts: dict[str, Any]) -> str:
    """What the table begins with."""
    return "Measured on " + ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in facts.items())


def table(lines: Iterable[Line]) -> str:
    """All lines in columns."""
    cells = [HEAD, *(_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEAD))]
    return "\n".join(_row(row, widths) for row in cells)


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    name, *rest = row
    goal = [cell.ljust(width) for cell, width in zip(rest[-2:], widths[-2:], strict=True)]
    numbers = [cell.rjust(width) for cell, width in zip(rest[:-2], widths[1:-2], strict=True)]
    return "  ".join([name.ljust(widths[0]), *numbers, *goal]).rstrip()


def _cells(line: Line) -> tuple[str, ...]:
    ratio = f"{line.ratio.median:.2f} x" if line.ratio else ""
    ends = f"{line.ratio.least:.2f} - {line.ratio.most:.2f}" if line.ratio else ""
    cpu = f"{line.cpu_ratio:.2f} x" if line.cpu_ratio is not None else ""
    met = {True: "met", False: "MISSED", None: ""}[line.met]
    floor = _said(line.floor, line.unit) if line.floor else ""
    return (line.name, ratio, ends, cpu, _said(line.own, line.unit), floor, line.goal, met)


def _said(spread: Spread, unit: str) -> str:
    if unit in ("queries", "reads"):
        return f"{spread.median:.0f} {unit}"
    return f"{spread.median:,.{3 if spread.median < 1 else 1}f} {unit}"


def store(facts: dict[str, Any], lines: Sequence[Line], folder: Path = FOLDER) -> Path:
    """Keep the run as JSON, one file per database; returns where."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{connection.vendor}.json"
    content = {
        "measured_at": datetime.now(UTC).isoformat(timespec="minutes"),
        "machine": facts,
        "lines": [asdict(line) for line in lines],
    }
    file.write_text(json.dumps(content, indent=2) + "\n", "utf-8")
    return file
