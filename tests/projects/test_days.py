"""A day that somebody fills in lies in years that can be meant."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django import forms
from django.test import Client
from django.urls import reverse

from msa.ui.days import DayField
from projects.models import Role
from tests.cast import Cast

Browser = Callable[[object], Client]
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("typed", ["2000-01-01", "2026-11-22", "2100-12-31"])
def test_a_day_that_can_be_meant_is_taken(typed: str) -> None:
    assert DayField().clean(typed).isoformat() == typed


@pytest.mark.parametrize(
    "typed", ["0001-01-01", "0206-05-01", "1999-12-31", "2101-01-01", "9999-12-31", "gisteren"]
)
def test_a_day_that_cannot_be_meant_is_refused(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        DayField().clean(typed)


def test_every_form_asks_for_a_day_in_this_way() -> None:
    files = [*ROOT.glob("*/forms/**/*.py"), *ROOT.glob("*/forms.py")]
    assert len(files) > 20
    bare = re.compile(r"forms\.DateField\(|forms\.DateInput\(")
    assert [str(file.relative_to(ROOT)) for file in files if bare.search(file.read_text("utf-8"))] == []


@pytest.mark.django_db
@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_year_far_away_is_said_at_the_settings_and_breaks_no_page(
    cast: Cast, browser: Browser, year: str
) -> None:
    leader, slug = browser(cast.person(Role.PROJECT_LEADER)), cast.project.slug
    day = f"{year}-12-31"
    asked = {
        "name": "Spoorbuurt",
        "neighbourhood": "Spoorbuurt",
        "place": "Nijmegen",
        "occasion": "maintenance",
    }
    asked |= {"street_kind": "terraced", "starts_on": day, "ends_on": day}
    page = leader.post(reverse("projects:settings", args=[slug]), asked).content.decode()
    assert page.count("Kijk het jaar na") >= 2
    plan = reverse("projects:stepplan", args=[slug, "snap"])
    for answer in (leader.get(plan, {"start": day}), leader.post(plan, {"start": day})):
        assert answer.status_code == 200
    assert leader.get(reverse("projects:phase_board", args=[slug])).status_code == 200
