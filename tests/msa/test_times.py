"""Times of day are written in one way, wherever they stand."""

import re
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from msa.ui.times import o_clock

ROOT = Path(__file__).resolve().parents[2]
OTHER_WAYS = re.compile(r'(date|time):"[^"]*H:i')


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(19, 30), "19.30 uur"),
        (time(9, 5), "09.05 uur"),
        (datetime(2026, 7, 1, 12, 0, tzinfo=UTC), "14.00 uur"),  # summer time here
        (None, ""),
    ],
)
def test_a_time_is_said_with_a_dot_in_the_zone_of_the_place(at: time | datetime | None, said: str) -> None:
    assert o_clock(at) == said


def test_no_template_writes_a_time_in_another_way() -> None:
    pages = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("templates/**/*.txt")]
    assert len(pages) > 100
    assert not [page.name for page in pages if OTHER_WAYS.search(page.read_text("utf-8"))]
