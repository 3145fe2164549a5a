"""What people see of the time line: years, the first sheet of paper, messages in their place, whom to ask."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pypdf import PdfReader

from projects.documents.timeline import HIGH, timeline_context, timeline_pdf
from projects.models import Person, Role
from projects.models.timeline import Kind
from projects.overviews.timeline import Timeline, timeline_for
from projects.overviews.timeline_board import SCALES, drawing, shown_board
from tests.cast import Cast, make_works
from tests.projects.timelines import DAY, leader_of, link, social_step

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
TODAY = date(2030, 3, 1)


def _two_years(cast: Cast, role: Role = Role.PROJECT_LEADER) -> Timeline:
    make_works(cast, starts_on=date(2030, 3, 4), ends_on=date(2031, 10, 1))
    return timeline_for(cast.members[role], TODAY)


@pytest.mark.parametrize("scale", SCALES)
def test_every_scale_of_the_board_says_which_year_it_is(cast: Cast, scale: str) -> None:
    chart = shown_board(_two_years(cast), scale).chart
    assert ">2030</text>" in chart and ">2031</text>" in chart


def test_the_preview_and_the_paper_say_which_year_it_is(cast: Cast) -> None:
    found = _two_years(cast)
    sheet = timeline_context(found)["sheets"][0]["svg"]
    for drawn in (drawing(found), sheet):
        assert ">2030</text>" in drawn and ">2031</text>" in drawn


def test_the_first_sheet_holds_the_drawing_however_high_it_is(cast: Cast) -> None:
    cast.project.name = "Spoorbuurt met de Wachterswoningen en het Stationskwartier"
    for number in range(19):
        social_step(cast, block=None, title=f"Koffie in de straat, week {number}", kind=Kind.PRESENCE)
    found = timeline_for(cast.members[Role.RESIDENT_GROUP], TODAY)
    context = timeline_context(found)
    assert len(context["sheets"]) == 1
    size = context["sheets"][0]["svg"].split('viewBox="0 0 ')[1].split('"')[0]
    assert HIGH - 70 < float(size.split()[1]) <= HIGH
    pages = PdfReader(io.BytesIO(timeline_pdf(found))).pages
    assert "Koffie in de straat" in pages[0].extract_text()


def test_a_resident_reads_the_same_name_on_paper_as_on_the_screen(cast: Cast) -> None:
    social_step(cast, block=None)
    named = {
        role: PdfReader(io.BytesIO(timeline_pdf(timeline_for(cast.members[role], TODAY)))).pages[0]
        for role in (Role.RESIDENT_GROUP, Role.PROJECT_LEADER)
    }
    assert "Wat gebeurt er wanneer" in named[Role.RESIDENT_GROUP].extract_text()
    assert "Tijdspad" not in named[Role.RESIDENT_GROUP].extract_text()
    assert "Tijdspad van" in named[Role.PROJECT_LEADER].extract_text()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"shift": "7"}, "Bewaard."),
        ({"starts_on": ""}, "Eerste dag: Vul"),
        ({"ends_on": ""}, "Laatste dag: Vul"),
    ],
)
def test_what_became_of_a_move_in_the_list_stands_at_the_item(
    cast: Cast, browser: Browser, changes: dict[str, str], said: str
) -> None:
    item, client = make_works(cast), leader_of(cast, browser)
    sent = {"starts_on": "2030-03-04", "ends_on": "2030-04-12", "version": "1"} | changes
    page = client.post(link(cast, "timeline_move", item.pk), sent, follow=True).content.decode()
    place = page.split(f'id="onderdeel-{item.pk}"')[1].split("</li>")[0]
    assert said in place
    assert page.count(said) == 1
    assert ("Maak ongedaan" in place) == ("shift" in changes)


def test_undoing_beside_the_drawing_answers_with_the_new_state(cast: Cast, browser: Browser) -> None:
    item, client = make_works(cast), leader_of(cast, browser)
    asked = {"X-Requested-With": "fetch"}
    sent = {"starts_on": "2030-03-11", "ends_on": "2030-04-19", "version": "1", "schaal": "klein"}
    moved = client.post(link(cast, "timeline_move", item.pk), sent, headers=asked).content.decode()
    assert "Bewaard." in moved.split('id="tijdspad-alles"')[0]
    address = moved.split('class="message__undo"')[0].rpartition('action="')[2].split('"')[0]
    back = client.post(address, {"schaal": "klein"}, headers=asked)
    assert back.status_code == 200
    assert "Ongedaan gemaakt" in back.content.decode().split('id="tijdspad-alles"')[0]
    assert 'data-starts="2030-03-04"' in back.content.decode()
    assert client.post(address, headers=asked).status_code == 404
    item.refresh_from_db()
    assert item.starts_on == date(2030, 3, 4)


def test_who_cannot_move_a_step_reads_who_can(cast: Cast, browser: Browser) -> None:
    step, leader = social_step(cast, block=None), cast.person(Role.PROJECT_LEADER)
    client = browser(cast.person(Role.CONTRACTOR_TECHNICAL))
    page = client.get(link(cast, "timeline_item", step.pk)).content.decode()
    assert "verschuiven" in page and leader.name in page and leader.email in page
    resident = browser(cast.person(Role.RESIDENT_GROUP)).get(link(cast, "timeline_item", step.pk))
    read = resident.content.decode()
    assert leader.email not in read
    assert leader.name in read and "Wat gebeurt er wanneer" in read


def test_a_warning_about_holidays_names_the_block_and_the_days(cast: Cast) -> None:
    starts = date(2030, 12, 23)
    social_step(cast, starts_on=starts, ends_on=starts + 4 * DAY, title="Huisbezoeken")
    found = timeline_for(cast.members[Role.PROJECT_LEADER], date(2030, 12, 1))
    said = next(one.collision for one in found.open if one.collision.rule.key == "in-holidays").sentence
    assert cast.blocks[0].name in said


def test_warnings_are_folded_after_the_first_three_and_none_gets_lost(cast: Cast, browser: Browser) -> None:
    for number in range(5):
        day = date(2031, 7, 28) + number * DAY
        social_step(cast, kind=Kind.ACTIVITY, starts_on=day, ends_on=day, title=f"Feest {number}")
    page = leader_of(cast, browser).get(link(cast, "timeline")).content.decode()
    shown = page.split('id="botsingen"')[1].split("</section>")[0]
    assert "later</summary>" in shown
    first, _fold, rest = shown.partition("later</summary>")
    assert first.count('class="clash"') == 3
    assert rest.count('class="clash"') == 2
