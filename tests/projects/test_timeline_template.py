"""A time line that begins from a template or from another project, and what it looks like on paper."""

import io
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from projects.documents.timeline import timeline_context, timeline_pdf
from projects.models import Block, Person, Project, Role, TimelineItem
from projects.models.timeline import Kind, why_far
from projects.overviews.timeline import timeline_for
from projects.overviews.timeline_board import shown_board
from projects.services.timeline_setup import copy_timeline
from tests.cast import Cast, make_project, make_works
from tests.projects.timelines import DAY, leader_of, link

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


# Templates and copying


@pytest.mark.parametrize("name", ["spoorbuurt", "lankforst"])
def test_a_template_is_shown_first_and_never_doubles(cast: Cast, browser: Browser, name: str) -> None:
    client, address = leader_of(cast, browser), link(cast, "timeline_template", name)
    page = client.get(address, {"begin": "2029-09-03"}).content.decode()
    assert "Zo komt het te staan" in page
    assert not TimelineItem.objects.exists()
    client.post(address, {"begin": "2029-09-03"})
    made = TimelineItem.objects.count()
    assert TimelineItem.objects.filter(kind=Kind.VISITS).count() == 3
    client.post(address, {"begin": "2029-10-01"})
    assert TimelineItem.objects.count() == made > 30


@pytest.mark.parametrize("begin", ["", "gisteren", "9999-12-30", "0001-01-01"])
def test_a_template_from_a_day_that_cannot_be_says_so(cast: Cast, browser: Browser, begin: str) -> None:
    address = link(cast, "timeline_template", "lankforst")
    for ask in ("get", "post"):
        answer = getattr(leader_of(cast, browser), ask)(address, {"begin": begin})
        assert answer.status_code == 200
    assert not TimelineItem.objects.exists()


def test_a_new_project_takes_the_time_line_over_moved_to_its_own_first_day(cast: Cast) -> None:
    cast.project.starts_on = date(2030, 1, 7)
    cast.project.save()
    make_works(cast)
    make_works(cast, block=cast.blocks[1])
    target = make_project("nieuw", starts_on=date(2031, 1, 6))
    Block.objects.filter(project=target).exclude(name="Noord").delete()
    said = copy_timeline(cast.project, target, cast.person(Role.ADMINISTRATOR))
    assert said == "2 onderdelen"
    places = {item.block.name if item.block else "": item.starts_on for item in target.timeline_items.all()}
    assert places == {"Noord": date(2031, 3, 3), "": date(2031, 3, 3)}
    assert copy_timeline(cast.project, target, cast.person(Role.ADMINISTRATOR)) == ""


def test_without_a_first_day_nothing_is_taken_over(cast: Cast) -> None:
    make_works(cast)
    target = Project.objects.create(slug="leeg", name="Leeg")
    assert copy_timeline(cast.project, target, cast.person(Role.ADMINISTRATOR)) == ""


# Paper


def test_the_paper_is_a_tagged_a3_with_all_of_it_in_words(cast: Cast) -> None:
    make_works(cast, title="Gevel van Noord")
    found = timeline_for(cast.members[Role.PROJECT_LEADER], date(2030, 3, 1))
    reader = PdfReader(io.BytesIO(timeline_pdf(found)))
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [1191, 842]
    assert len(reader.pages) == 2
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Gevel van Noord" in reader.pages[1].extract_text()


def test_many_blocks_go_over_several_sheets_and_none_is_lost(cast: Cast) -> None:
    for number in range(14):
        block = Block.objects.create(project=cast.project, name=f"Blok {number}", order=number + 5)
        for part in range(4):
            make_works(cast, block=block, title=f"Keuken, badkamer en toilet {part}")
    context = timeline_context(timeline_for(cast.members[Role.PROJECT_LEADER], date(2030, 3, 1)))
    names = [name for sheet in context["sheets"] for name in sheet["blocks"]]
    assert len(context["sheets"]) > 1
    assert len(names) == len(set(names)) == 18


@pytest.mark.parametrize(
    ("starts", "ends", "far"),
    [
        (date(2024, 1, 1), date(2024, 2, 1), False),
        (date(2023, 12, 31), date(2024, 2, 1), True),
        (date(2029, 1, 1), date(2029, 12, 31), False),
        (date(2029, 1, 1), date(2030, 1, 1), True),
    ],
)
def test_days_lie_in_the_years_round_the_project(starts: date, ends: date, far: bool) -> None:
    project = Project(starts_on=date(2025, 9, 1), ends_on=date(2027, 6, 30))
    assert bool(why_far(project, starts, ends)) is far


def test_the_first_three_months_are_shown_and_later_ones_are_folded(cast: Cast, browser: Browser) -> None:
    today = timezone.localdate()
    for number in range(5):
        first = (today.replace(day=1) + timedelta(days=32 * (number + 1))).replace(day=9)
        make_works(cast, title=f"Werk {number}", starts_on=first, ends_on=first)
    page = leader_of(cast, browser).get(link(cast, "timeline")).content.decode()
    shown, folded = page.split('id="maanden"')[1].split('<details class="fold" data-later>')
    assert [f"Werk {number}" in shown for number in range(5)] == [True, True, True, False, False]
    assert [f"Werk {number}" in folded for number in range(5)] == [False, False, False, True, True]


def test_the_line_of_today_makes_room_for_words(cast: Cast) -> None:
    """Words stand beside a bar that is too short for them; the line of today is interrupted there."""
    today = timezone.localdate()
    make_works(
        cast, title="Een lange naam voor een kort werk", starts_on=today - 9 * DAY, ends_on=today - 8 * DAY
    )
    make_works(
        cast, title="Ver weg", starts_on=today + 30 * DAY, ends_on=today + 30 * DAY, block=cast.blocks[1]
    )
    svg = str(shown_board(timeline_for(cast.members[Role.PROJECT_LEADER], today)).chart)
    (line,) = re.findall(r'<path d="(M[^"]*)"[^>]*stroke-dasharray="7 4"', svg)
    assert line.count("M") == 2
