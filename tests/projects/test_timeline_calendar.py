"""The calendar of a role: what is in it, whom it opens for, and that it stops the same minute."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from projects.models import CalendarFeed, Person, Role
from projects.models.timeline import Kind
from projects.services import calendar, end_membership
from projects.services.timeline import move_item
from projects.views.timeline_calendar import WRONG_BY_ADDRESS
from tests.cast import Cast, make_works

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]
Browser = Callable[[Person], Client]


def _address(cast: Cast, role: str = Role.PARTNER) -> str:
    feed = calendar.renew(membership=cast.members[role])
    return reverse("projects:timeline_feed", args=[cast.project.slug, calendar.token_of(feed)])


def test_a_calendar_holds_whole_days_and_no_person(cast: Cast) -> None:
    item = make_works(cast, title="Keuken, badkamer; toilet ‘Noord’ " + "é" * 30, note="Bel Kees 0612345678.")
    answer = Client().get(_address(cast))
    body = answer.content
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store, private"
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    (event,) = Calendar.from_ical(body).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2030, 3, 4), date(2030, 4, 13))
    assert str(event["uid"]) == f"{item.key}@tijdspad.{cast.project.key}"
    assert str(event["summary"]) == f"{item.title} (Noord)"
    assert b"Kees" not in body
    assert not any(held.person.name.encode() in body for held in cast.members.values())


def test_only_what_concerns_the_role_is_in_it(cast: Cast) -> None:
    make_works(cast, kind=Kind.TRAINING, lane="social", title="Training", roles=[Role.HOUSING_OFFICER])
    make_works(cast, title="Weg", removed=True)
    make_works(cast, title="Voor allen")
    partner = Client().get(_address(cast)).content.decode()
    officer = Client().get(_address(cast, Role.HOUSING_OFFICER)).content.decode()
    assert "Training" not in partner
    assert "Training" in officer
    assert "Voor allen" in partner
    assert "Weg" not in officer


def test_the_calendar_ends_the_same_minute_as_the_role(cast: Cast) -> None:
    address = _address(cast)
    assert Client().get(address).status_code == 200
    end_membership(membership=cast.members[Role.PARTNER], by=cast.person(Role.PROJECT_LEADER))
    assert Client().get(address).status_code == 404


def test_it_ends_with_the_account_too(cast: Cast) -> None:
    address = _address(cast)
    Person.objects.filter(pk=cast.person(Role.PARTNER).pk).update(is_active=False)
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("name", ["timeline_calendar_renew", "timeline_calendar_stop"])
def test_renewing_and_stopping_close_the_old_address(cast: Cast, browser: Browser, name: str) -> None:
    address = _address(cast)
    browser(cast.person(Role.PARTNER)).post(reverse(f"projects:{name}", args=[cast.project.slug]))
    assert Client().get(address).status_code == 404


def test_a_guess_and_the_address_under_another_project_are_404(cast: Cast, outsiders: Cast) -> None:
    address = _address(cast)
    assert Client().get(address.replace("spoorbuurt", "lankforst")).status_code == 404
    guess = reverse("projects:timeline_feed", args=[cast.project.slug, "0" * calendar.TOKEN_CHARS])
    assert Client().get(guess).status_code == 404


def test_who_guesses_too_often_has_to_wait(cast: Cast) -> None:
    guess = reverse("projects:timeline_feed", args=[cast.project.slug, "f" * calendar.TOKEN_CHARS])
    answers = [Client().get(guess).status_code for _try in range(WRONG_BY_ADDRESS.most + 1)]
    assert answers == [404] * WRONG_BY_ADDRESS.most + [429]


def test_a_copy_of_the_database_holds_no_address(cast: Cast) -> None:
    token = _address(cast).rpartition("/")[2].removesuffix(".ics")
    (row,) = CalendarFeed.objects.values()
    assert len(token) == calendar.TOKEN_CHARS
    assert not any(token in str(value) for value in row.values())


def test_the_page_shows_the_own_address_only(cast: Cast, browser: Browser) -> None:
    theirs = _address(cast, Role.PROJECT_LEADER)
    client = browser(cast.person(Role.PARTNER))
    page = reverse("projects:timeline_calendar", args=[cast.project.slug])
    assert "Maak mijn agenda-adres" in client.get(page).content.decode()
    client.post(reverse("projects:timeline_calendar_renew", args=[cast.project.slug]))
    found = client.get(page).content.decode()
    assert calendar.token_of(CalendarFeed.objects.get(membership=cast.members[Role.PARTNER])) in found
    assert theirs not in found


def test_the_calendar_keeps_to_the_standard(cast: Cast) -> None:
    """RFC 5545: lines end in CR LF and are at most 75 octets, also with letters of more than one; days are
    whole, so no time zone is needed; the stamps are in UTC; nothing typed begins a line of its own."""
    make_works(
        cast, title="Keuken, badkamer; toilet\\gang\r\nBEGIN:VALARM " + "één ‘huis’ " * 3
    )  # 77 letters, as many as fit
    body = Client().get(_address(cast)).content
    assert body.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in body.replace(b"\r\n", b"") and b"\r" not in body.replace(b"\r\n", b"")
    lines = body.split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() is not None for line in lines)
    unfolded = body.decode().replace("\r\n ", "").split("\r\n")
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert [line for line in unfolded if line.startswith("BEGIN:")] == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"]
    (summary,) = [line for line in unfolded if line.startswith("SUMMARY:")]
    assert summary.startswith("SUMMARY:Keuken\\, badkamer\\; toilet\\\\gang BEGIN:VALARM één")
    assert "DTSTART;VALUE=DATE:20300304" in unfolded and "TZID" not in body.decode()
    stamps = [line for line in unfolded if line.startswith(("DTSTAMP", "LAST-MODIFIED"))]
    assert len(stamps) == 2 and all(re.fullmatch(r"[A-Z-]+:\d{8}T\d{6}Z", line) for line in stamps)
    required = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"}
    names = [re.split("[;:]", line)[0] for line in unfolded]
    assert all(names.count(name) == 1 for name in required)
    assert {"PRODID", "VERSION"} <= set(names)
    assert not Calendar.from_ical(body).walk("VEVENT")[0].errors


def test_what_moves_keeps_its_name_and_counts_on(cast: Cast) -> None:
    item, address = make_works(cast), _address(cast)
    (before,) = Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    (again,) = Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    assert before == again
    later = item.starts_on + timedelta(days=7), item.ends_on + timedelta(days=7)
    leader = cast.members[Role.PROJECT_LEADER]
    move_item(membership=leader, item=item, starts_on=later[0], ends_on=later[1], version=item.version)
    (after,) = Calendar.from_ical(Client().get(address).content).walk("VEVENT")
    assert after["UID"] == before["UID"]
    assert after.decoded("sequence") == before.decoded("sequence") + 1
    assert after.decoded("dtstart") == later[0]
    assert after.decoded("dtstamp") >= before.decoded("dtstamp")


@pytest.mark.parametrize(("role", "words"), [(Role.RESIDENT_GROUP, "u"), (Role.PARTNER, "je")])
def test_the_page_of_the_calendar_speaks_to_who_reads_it(
    cast: Cast, browser: Browser, role: str, words: str
) -> None:
    client, address = (
        browser(cast.person(role)),
        reverse("projects:timeline_calendar", args=[cast.project.slug]),
    )
    for made in (False, True):
        if made:
            calendar.renew(membership=cast.members[role])
        page = client.get(address).content.decode().split("<main")[1].split("</main>")[0]
        assert "momentopname" not in page
        assert "deze rol hoort" not in page
        assert bool(re.search(r"\b([Jj]e|[Jj]ij|[Jj]ouw)\b", page)) is (words == "je")
    assert "Het adres is geheim" in page


@pytest.mark.parametrize(
    ("kind", "said"),
    [(Kind.OTHER_SOCIAL, None), (Kind.OTHER_WORKS, None), (Kind.KITCHEN, "Het gaat om: keuken")],
)
def test_the_calendar_of_a_resident_is_called_as_the_page_and_says_nothing_empty(
    cast: Cast, kind: str, said: str | None
) -> None:
    make_works(cast, kind=kind, title="Koffie in de buurtkamer")
    found = Calendar.from_ical(Client().get(_address(cast, Role.RESIDENT_GROUP)).content)
    assert str(found["x-wr-calname"]).startswith("Wat gebeurt er wanneer")
    (event,) = found.walk("VEVENT")
    assert (event.get("description") is not None) is (said is not None)
    assert (said or "") in str(event.get("description") or "")
    team = Calendar.from_ical(Client().get(_address(cast)).content)
    assert str(team["x-wr-calname"]).startswith("Tijdspad")
    assert str(team.walk("VEVENT")[0]["description"])
