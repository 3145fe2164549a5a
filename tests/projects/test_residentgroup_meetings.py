"""Meetings of the resident group (V7): agenda, decisions, tasks, states and the paper."""

from collections.abc import Callable
from datetime import date, time, timedelta
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from projects import demo
from projects.demo import residentgroup as demo_group
from projects.documents.residentgroup import agenda_context, agenda_html
from projects.models import (
    Advice,
    AdviceState,
    AgendaPoint,
    Answer,
    MeetingState,
    Person,
    Project,
    ResidentMeeting,
    Role,
    Task,
)
from projects.models.residentgroup.meeting import MEETING_MOVES
from projects.overviews.residentgroup import table_of
from projects.services import residentgroup as services
from projects.services.refusing import Refused
from projects.services.residentgroup.meetings import Errand
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def _page(cast: Cast, name: str, *arguments: Any) -> str:
    return reverse(f"projects:resident_{name}", args=[cast.project.slug, *arguments])


def _today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def _meeting(cast: Cast, days: int = 3, **fields: Any) -> ResidentMeeting:
    values = {"on": _today(days), "at": time(19, 30), "place": "Buurthuis", "asked": ""} | fields
    by = cast.person(Role.PROJECT_LEADER)
    return services.write_meeting(project=cast.project, by=by, fields=values)


def _point(cast: Cast, meeting: ResidentMeeting, title: str = "De planning", **fields: Any) -> AgendaPoint:
    values = {"title": title, "about": "", "subject": None, "level": "think"} | fields
    return services.write_point(meeting=meeting, by=cast.person(Role.PROJECT_LEADER), fields=values)


def _read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize(("start", "to"), list(product(MeetingState, MeetingState)))
def test_every_pair_of_states_of_a_meeting_goes_as_the_table_says(cast: Cast, start: str, to: str) -> None:
    meeting = _meeting(cast, days=0)
    ResidentMeeting.objects.update(state=start)
    allowed = to in MEETING_MOVES[start]
    if allowed:
        services.move_meeting(meeting=meeting, by=cast.person(Role.PROJECT_LEADER), to=to)
    else:
        with pytest.raises(Refused):
            services.move_meeting(meeting=meeting, by=cast.person(Role.PROJECT_LEADER), to=to)
    meeting.refresh_from_db()
    assert meeting.state == (to if allowed else start)


def test_a_meeting_that_is_still_to_come_was_not_held(cast: Cast, browser: Browser) -> None:
    meeting = _meeting(cast, days=1)
    address = _page(cast, "meeting_move", meeting.pk, "held")
    page = browser(cast.person(Role.PROJECT_LEADER)).post(address, follow=True).content.decode()
    assert "moet nog komen" in page
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.PLANNED


def test_a_point_takes_the_influence_of_its_subject_and_keeps_it(cast: Cast) -> None:
    by = cast.person(Role.PROJECT_LEADER)
    fields = {"name": "Planning", "level": "think", "reason": ""}
    subject = services.write_subject(project=cast.project, by=by, fields=fields)
    point = _point(cast, _meeting(cast), subject=subject, level="")
    services.write_subject(project=cast.project, by=by, fields=fields | {"level": "know"}, subject=subject)
    point.refresh_from_db()
    assert point.level == "think"


def test_a_point_says_how_much_influence_there_is(cast: Cast, browser: Browser) -> None:
    meeting = _meeting(cast)
    with pytest.raises(Refused, match="hoeveel invloed"):
        _point(cast, meeting, level="")
    client = browser(cast.person(Role.PROJECT_LEADER))
    page = client.post(_page(cast, "point_add", meeting.pk), {"title": "Planning"}).content.decode()
    assert "hoeveel invloed er is" in page


def test_a_decision_becomes_a_task_of_the_team_once(cast: Cast, browser: Browser) -> None:
    point = _point(cast, _meeting(cast, days=0))
    owner = cast.members[Role.COMMUNITY_WORKER]
    data = {"decision": "Elke week koffie.", "task": "Plan de koffie", "owner": owner.pk}
    client = browser(cast.person(Role.PROJECT_LEADER))
    for _again in range(2):
        client.post(_page(cast, "decision", point.meeting_id, point.pk), data)
    task = Task.objects.get()
    assert (task.title, task.owner) == ("Plan de koffie", owner)
    assert task.origin == f"meeting:{point.meeting_id}:{point.pk}"
    page = _read(browser(cast.person(Role.RESIDENT_GROUP)), _page(cast, "meeting", point.meeting_id))
    assert "Elke week koffie." in page
    assert "Plan de koffie" in page


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"task": "Plan de koffie"}, "Kies wie dit oppakt"),
        ({"due_on": "2030-01-01"}, "Schrijf op wat er moet gebeuren"),
        ({"due_on": "morgen"}, "Vul een dag in"),
    ],
)
def test_half_a_task_is_refused_and_what_was_typed_stays(
    cast: Cast, browser: Browser, data: dict[str, str], message: str
) -> None:
    point = _point(cast, _meeting(cast, days=0))
    address = _page(cast, "decision", point.meeting_id, point.pk)
    answer = browser(cast.person(Role.PROJECT_LEADER)).post(address, {"decision": "Koffie."} | data)
    assert message in answer.content.decode()
    assert "Koffie." in answer.content.decode()
    assert not Task.objects.exists()


def test_a_resident_cannot_be_given_a_task(cast: Cast, browser: Browser) -> None:
    point = _point(cast, _meeting(cast, days=0))
    address = _page(cast, "decision", point.meeting_id, point.pk)
    resident = cast.members[Role.RESIDENT_GROUP]
    data = {"decision": "Koffie.", "task": "Zet koffie", "owner": resident.pk}
    browser(cast.person(Role.PROJECT_LEADER)).post(address, data)
    assert not Task.objects.exists()


def test_what_was_decided_stays_on_the_agenda(cast: Cast) -> None:
    by = cast.person(Role.PROJECT_LEADER)
    point = _point(cast, _meeting(cast))
    services.decide(point=point, by=by, decision="Ja.")
    with pytest.raises(Refused, match="iets besloten"):
        services.remove_point(point=point, by=by)
    other = _point(cast, point.meeting, "Iets anders")
    services.remove_point(point=other, by=by)
    assert list(AgendaPoint.objects.all()) == [point]


def test_nothing_is_put_on_or_decided_in_a_meeting_that_is_off(cast: Cast) -> None:
    by = cast.person(Role.PROJECT_LEADER)
    point = _point(cast, _meeting(cast))
    services.move_meeting(meeting=point.meeting, by=by, to=MeetingState.CANCELLED)
    with pytest.raises(Refused, match="gaat niet door"):
        _point(cast, point.meeting)
    with pytest.raises(Refused, match="gaat niet door"):
        services.decide(
            point=point, by=by, decision="Ja.", errand=Errand("x", cast.members[Role.PROJECT_LEADER])
        )


def test_the_group_reads_on_vandaag_when_it_meets_and_what_is_asked(cast: Cast, browser: Browser) -> None:
    _meeting(cast, days=3, asked="Lees de folder alvast.")
    page = _read(browser(cast.person(Role.RESIDENT_GROUP)), reverse("today"))
    assert "De volgende bijeenkomst" in page
    assert "Lees de folder alvast." in page


def test_the_team_hears_of_a_meeting_without_agenda_and_of_one_without_decisions(
    cast: Cast, browser: Browser
) -> None:
    client = browser(cast.person(Role.COMMUNITY_WORKER))
    _meeting(cast, days=3)
    assert "Maak de agenda voor de bewonersprojectgroep" in _read(client, reverse("today"))
    ResidentMeeting.objects.update(on=_today(-1))
    page = _read(client, reverse("today"))
    assert "Schrijf op wat de groep besloot" in page
    assert "Maak de agenda" not in page


def test_the_report_is_for_the_group_to_read(cast: Cast, browser: Browser) -> None:
    meeting = _meeting(cast, days=0)
    address = _page(cast, "meeting_report", meeting.pk)
    browser(cast.person(Role.COMMUNITY_WORKER)).post(address, {"report": "Er was soep."})
    page = _read(browser(cast.person(Role.RESIDENT_GROUP)), _page(cast, "meeting", meeting.pk))
    assert "Er was soep." in page


def test_the_paper_shows_points_with_their_influence_in_u(cast: Cast) -> None:
    meeting = _meeting(cast, asked="Bekijk de praatplaat alvast.")
    _point(cast, meeting, "De huur", level="none")
    html = agenda_html(agenda_context(cast.project, meeting))
    for words in ("Wilt u dit vooraf doen?", "De huur", "Geen invloed.", "niets aan veranderen", "19.30 uur"):
        assert words in html


def test_the_paper_is_a_tagged_pdf(cast: Cast, browser: Browser) -> None:
    meeting = _meeting(cast)
    _point(cast, meeting)
    answer = browser(cast.person(Role.RESIDENT_GROUP)).get(_page(cast, "agenda_paper", meeting.pk))
    assert answer["Content-Type"] == "application/pdf"
    assert "De planning" in PdfReader(BytesIO(answer.content)).pages[0].extract_text()


def test_long_lists_of_meetings_and_points_ask_no_more_queries(cast: Cast, browser: Browser) -> None:
    client = browser(cast.person(Role.PROJECT_LEADER))
    meeting = _meeting(cast)
    _point(cast, meeting)
    pages = [_page(cast, "meetings"), _page(cast, "meeting", meeting.pk), reverse("today")]
    few = [count_queries(client, page) for page in pages]
    group = meeting.group
    made = ResidentMeeting.objects.bulk_create(
        ResidentMeeting(group=group, on=_today(10), place="Buurthuis") for _n in range(200)
    )
    AgendaPoint.objects.bulk_create(
        AgendaPoint(meeting=one, title="Punt", level="know") for one in (*made, *[meeting] * 200)
    )
    assert [count_queries(client, page) for page in pages] == few


def test_the_demo_shows_every_side_and_can_be_loaded_twice() -> None:
    demo.load(lambda _line: None)
    lines: list[str] = []
    for _again in range(2):
        demo_group.load(lines.append)
    assert lines == ["bewonersprojectgroep: 8 stoelen, 5 adviezen"] * 2
    project = Project.objects.get(slug=demo.SLUG)
    table = table_of(project)
    assert (table.taken, table.vacant) == (6, 2)
    assert table.missing
    assert table.waiting
    advices = list(Advice.objects.all())
    assert {one.state for one in advices} >= {AdviceState.ASKED, AdviceState.GIVEN, AdviceState.CARRIED_OUT}
    assert {one.answer for one in advices} >= {Answer.NOT, Answer.PARTLY}
    assert any(one.remarked for one in advices)
    assert ResidentMeeting.objects.filter(state=MeetingState.HELD).count() == 3
    assert ResidentMeeting.objects.filter(state=MeetingState.PLANNED, on__gt=_today()).count() == 1
    assert Task.objects.filter(origin__startswith="meeting:").count() == 4
