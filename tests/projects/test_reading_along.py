"""Free texts of the preparation are read along before they are kept: one way for all forms (P17, P19)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from housevisits.models import Household
from projects.models import (
    Advice,
    AdviceStep,
    AgendaPoint,
    CommunicationMoment,
    InfluenceSubject,
    Person,
    ResidentGroup,
    ResidentMeeting,
    Role,
    Seat,
    Task,
    TimelineItem,
)
from projects.services import residentgroup as services
from projects.services.residentgroup.advice import Words
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]
Page = tuple[str, dict[str, Any], str]
LEADER, RESIDENT = Role.PROJECT_LEADER, Role.RESIDENT_GROUP
TICK = 'name="looked_over"'
STATED = "Mevrouw De Vries, Molenstraat 12, heeft ruzie"
KEPT = (
    Advice,
    AdviceStep,
    AgendaPoint,
    CommunicationMoment,
    InfluenceSubject,
    ResidentGroup,
    ResidentMeeting,
    Seat,
)

MOMENT = {"on": "2030-03-05", "audience": "iedereen", "channel": "brief", "message": "Er komt iets aan."}
WORKS = {"title": "Dak", "kind": "facade", "starts_on": "2027-03-01", "ends_on": "2027-03-05"}
# who writes, the page, what else it wants, the field with the text
PAGES = [
    (LEADER, "task_new", {"phase": 1, "title": "Bel de huisarts"}, "title"),
    (LEADER, "task_new", {"phase": 1, "title": "Bel de huisarts"}, "note"),
    *((LEADER, "communication_add", MOMENT, name) for name in ("audience", "channel", "message", "function")),
    (LEADER, "resident_advice_ask", {"title": "De folder", "question": "Is het goed?"}, "title"),
    (LEADER, "resident_advice_ask", {"title": "De folder", "question": "Is het goed?"}, "question"),
    (RESIDENT, "resident_advice_volunteer", {"title": "De folder", "text": "Te lang."}, "title"),
    (RESIDENT, "resident_advice_volunteer", {"title": "De folder", "text": "Te lang."}, "text"),
    (RESIDENT, "resident_advice_give", {}, "text"),
    (LEADER, "resident_advice_answer", {"answer": "partly", "text": "Later.", "deed": "Wij kijken."}, "text"),
    (LEADER, "resident_advice_answer", {"answer": "partly", "text": "Later.", "deed": "Wij kijken."}, "deed"),
    (LEADER, "resident_advice_withdraw", {}, "text"),
    (RESIDENT, "resident_advice_remark", {}, "text"),
    (RESIDENT, "resident_advice_add", {}, "text"),
    (LEADER, "resident_advice_step", {}, "text"),
    (LEADER, "resident_advice_head", {}, "title"),
    (LEADER, "resident_meeting_add", {"on": "2030-03-05", "place": "Het buurthuis"}, "place"),
    (LEADER, "resident_meeting_add", {"on": "2030-03-05", "place": "Het buurthuis"}, "asked"),
    (LEADER, "resident_meeting_report", {}, "report"),
    (LEADER, "resident_point_add", {"title": "De folder", "level": "know"}, "title"),
    (LEADER, "resident_point_add", {"title": "De folder", "level": "know"}, "about"),
    (LEADER, "resident_decision", {}, "decision"),
    (LEADER, "resident_seat_add", {}, "perspective"),
    (LEADER, "resident_subject_add", {"name": "De hal", "level": "know"}, "name"),
    (LEADER, "resident_subject_add", {"name": "De hal", "level": "know"}, "reason"),
    (LEADER, "resident_about", {}, "task"),
    (LEADER, "resident_about", {}, "rhythm"),
    (LEADER, "timeline_add", WORKS, "title"),
    (LEADER, "timeline_add", WORKS, "note"),
]


STEPS = {"give", "answer", "withdraw", "remark", "add", "step", "head"}


def _arguments(cast: Cast, name: str) -> list[int]:
    """What the address of a page wants, made where it is not there yet."""
    leader, today = cast.person(LEADER), timezone.localdate()
    if name in {"resident_meeting_report", "resident_point_add", "resident_decision"}:
        fields: Any = {"on": today, "at": None, "place": "Het buurthuis", "asked": ""}
        meeting = services.write_meeting(project=cast.project, by=leader, fields=fields)
        if name != "resident_decision":
            return [meeting.pk]
        fields = {"title": "De folder", "about": "", "subject": None, "level": "know"}
        return [meeting.pk, services.write_point(meeting=meeting, by=leader, fields=fields).pk]
    if name.removeprefix("resident_advice_") not in STEPS:
        return []
    fields = {"title": "De folder", "subject": None, "meeting": None, "due_on": None}
    advice = services.ask_advice(project=cast.project, by=leader, fields=fields, question="Is het goed?")
    if name == "resident_advice_step":
        return [advice.pk, advice.steps.get().pk]
    if name in {"resident_advice_answer", "resident_advice_remark", "resident_advice_add"}:
        services.give_advice(advice=advice, by=cast.members[RESIDENT], text="Te lang.")
    if name in {"resident_advice_remark", "resident_advice_add"}:
        words = Words("Omdat het kan.", "full", "Wij passen het aan.")
        services.move_advice(advice=advice, by=leader, to="answered", words=words)
    return [advice.pk]


def _count() -> list[Any]:
    """Everything that these pages keep."""
    return [list(kind.objects.order_by("pk").values()) for kind in (Task, TimelineItem, *KEPT)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("role", "name", "more", "field"), PAGES)
def test_every_text_is_read_before_it_is_kept(
    cast: Cast, browser: Browser, role: str, name: str, more: dict[str, Any], field: str
) -> None:
    client = browser(cast.person(role))
    page = reverse(f"projects:{name}", args=[cast.project.slug, *_arguments(cast, name)])
    opened = client.get(page)
    assert TICK not in opened.content.decode()
    hidden = opened.context["form"].initial if "form" in (opened.context or {}) else {}
    typed = more | {one: hidden[one] for one in ("seen", "window") if hidden.get(one)}
    before = _count()

    certain = client.post(page, typed | {field: "Bel 06-12345678", "looked_over": "on"}).content.decode()
    assert "waarmee iemand te vinden is: ‘06-12345678’" in certain
    assert "Bel 06-12345678" in certain
    assert _count() == before

    asked = client.post(page, typed | {field: STATED}).content.decode()
    assert "‘Mevrouw De Vries’, ‘Molenstraat 12’" in asked
    assert TICK in asked and "Ik heb gekeken: hier staat niets in over een bewoner" in asked
    assert ("Kijkt u nog eens" in asked) == (role == RESIDENT)
    assert STATED in asked
    assert _count() == before

    assert client.post(page, typed | {field: STATED, "looked_over": "on"}).status_code == 302
    assert _count() != before


def _task(cast: Cast, browser: Browser, title: str, **more: Any) -> str:
    page = reverse("projects:task_new", args=[cast.project.slug])
    answer = browser(cast.person(LEADER)).post(page, {"phase": 1, "title": title} | more)
    return "" if answer.status_code == 302 else answer.content.decode()


@pytest.mark.parametrize(
    "text",
    ["bel 06-12345678", "mail fatma@voorbeeld.nl", "6511 AB", "bsn 111222333", "NL91ABNA0417164300"],
)
def test_a_tick_does_not_help_what_is_certain(cast: Cast, browser: Browser, text: str) -> None:
    assert "waarmee iemand te vinden is" in _task(cast, browser, text, looked_over="on")
    assert not Task.objects.exists()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Niet voor acht uur, want veel mensen werken ’s nachts.", True),
        ("De vergunning begint om zeven uur. Zagen doen we pas na acht.", True),
        ("Gisteren werd er om half acht gezaagd.", True),
        ("Hoe laat mag het geluid van de bouw beginnen?", True),
        ("Tijd van de bouwbel", True),
        ("Hang de brief op in de Molenstraat", True),
        ("Bel Noor over de sleutels", True),
        ("Vraag Noor Seinpaal om de sleutels", True),
        ("Zoek Noors sleutels", True),
        ("Bel Thijs Bovenleiding van De Wissel", True),
        ("Deel folders uit in blok Midden", True),
        ("Bel Noor de Vries over de sleutels", False),
        ("Bel mevrouw Seinpaal", False),
        ("Bel Fatma over de sleutels", False),
        ("bel fatma of mevrouw jansen", False),
        ("Bel aan bij nummer 14", False),
        ("Nieuwsbrief nummer 3 rondbrengen", True),
        ("Deel folders uit in portiek 12", True),
        ("Deel folders uit in portiek nummer 12 en 14", True),
        ("Hang een brief op in blok 4", True),
        ("Bel aan bij portiek 12, nummer 14", False),
        ("Bel aan bij portiek 12-3", False),
    ],
)
def test_names_of_who_works_here_are_not_pointed_at(
    cast: Cast, browser: Browser, text: str, kept: bool
) -> None:
    Person.objects.filter(pk=cast.person(Role.HOUSING_OFFICER).pk).update(name="Noor Seinpaal")
    Person.objects.filter(pk=cast.person(RESIDENT).pk).update(name="Fatma Wissel")
    organisation = cast.members[LEADER].organisation
    cast.project.partnerships.create(organisation=organisation, contact_name="Thijs Bovenleiding")
    assert (_task(cast, browser, text) == "") == kept


@pytest.mark.parametrize(("street", "kept"), [("Kolk", False), ("Wiel", True)])
def test_a_door_in_a_street_of_the_address_list_is_pointed_at(
    cast: Cast, browser: Browser, street: str, kept: bool
) -> None:
    """A name that only the list tells to be a street: housevisits brings it along by the registry."""
    Household.objects.create(project=cast.project, block=cast.blocks[0], street=street, number=12)
    assert (_task(cast, browser, "Lever de sleutel af bij kolk 12") == "") == kept
    # And without the list the street itself looks like somebody's name.
    assert (_task(cast, browser, "De stoep in de Kolk ophogen") == "") != kept


def test_the_name_of_who_left_is_pointed_at(cast: Cast, browser: Browser) -> None:
    member = cast.members[Role.HOUSING_OFFICER]
    Person.objects.filter(pk=member.person_id).update(name="Noor Seinpaal")
    type(member).objects.filter(pk=member.pk).update(active=False)
    assert "‘Noor’" in _task(cast, browser, "Bel Noor over de sleutels")


def test_what_was_looked_at_is_not_asked_about_again_and_two_windows_still_meet(
    cast: Cast, browser: Browser
) -> None:
    _task(cast, browser, "Bel Fatma", looked_over="on", note="Eerst.")
    task, client = Task.objects.get(), browser(cast.person(LEADER))
    page = reverse("projects:task", args=[cast.project.slug, task.pk])
    window = str(client.get(page).context["form"].window)
    typed = {"phase": 1, "title": "Bel Fatma", "window": window}
    Task.objects.update(note="Van een ander.")
    asked = client.post(page, typed | {"note": "Piet Jansen weet het."}).content.decode()
    assert "Intussen schreef iemand anders hier: ‘Van een ander.’" in asked
    assert client.post(page, typed | {"note": "Eerst.", "due_on": "2030-01-01"}).status_code == 302
    task.refresh_from_db()
    assert (task.note, str(task.due_on)) == ("Van een ander.", "2030-01-01")


def test_a_page_asks_no_more_queries_with_many_colleagues(cast: Cast, browser: Browser) -> None:
    client, page = browser(cast.person(LEADER)), reverse("projects:task_new", args=[cast.project.slug])

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.post(page, {"phase": 1, "title": "Bel Fatma en Piet", "note": "Karel Jansen"})
        return len(queries)

    count_queries(client, page)
    first = asked()
    for number in range(30):
        person = Person.objects.create(email=f"n{number}@voorbeeld.example", name=f"Naam {number}")
        cast.project.memberships.create(person=person, role=Role.HOUSING_OFFICER)
    assert asked() == first
