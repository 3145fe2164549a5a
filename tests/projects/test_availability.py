"""Saying when visits are possible: rows of days away, and two windows in which nothing is lost."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.models import Availability, Membership, Person, Role
from projects.services.team import set_availability
from tests.cast import Cast
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
Browser = Callable[[Person], Client]


def _ahead(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def held(cast: Cast) -> Membership:
    found = cast.members[Role.HOUSING_OFFICER]
    away = [(_ahead(3), _ahead(5)), (_ahead(20), _ahead(30))]
    set_availability(membership=found, half_days=["0m", "1a"], most_visits=4, away=away)
    return found


@pytest.fixture
def client(held: Membership, browser: Browser) -> Client:
    return browser(held.person)


@pytest.fixture
def page(cast: Cast) -> str:
    return reverse("projects:availability", args=[cast.project.slug])


def _fields(html: str) -> dict[str, list[str]]:
    """What a browser would send of the page."""
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", html):
        name, value = (re.search(rf' {key}="([^"]*)"', tag) for key in ("name", "value"))
        box = 'type="checkbox"' in tag
        if name and name[1] != "csrfmiddlewaretoken" and (not box or " checked" in tag):
            found.setdefault(name[1], []).append(value[1].replace("&quot;", '"') if value else "")
    return found


def _open(client: Client, page: str) -> dict[str, list[str]]:
    return _fields(client.get(page).content.decode())


def _away(held: Membership) -> list[tuple[date, date]]:
    return [(one.first_day, one.last_day) for one in held.absences.all()]


def test_each_period_is_a_group_with_its_own_name(client: Client, page: str) -> None:
    html = client.get(page).content.decode()
    assert re.findall(r"<legend[^>]*>(Afwezig \d)</legend>", html) == ["Afwezig 1", "Afwezig 2", "Afwezig 3"]
    assert 'Haal weg<span class="visually-hidden">: Afwezig 2</span>' in html


def test_two_windows_lose_nothing_of_each_other(client: Client, held: Membership, page: str) -> None:
    one, two = _open(client, page), _open(client, page)
    one["half_days"].append("2e")
    one["first2"], one["last2"] = [_ahead(40).isoformat()], [_ahead(41).isoformat()]
    two["half_days"].remove("0m")
    two["most_visits"] = ["7"]
    two["first0"], two["last0"] = [""], [""]
    assert "ander venster" not in client.post(page, one, follow=True).content.decode()
    assert (
        "Wat je intussen in een ander venster bewaarde"
        in client.post(page, two, follow=True).content.decode()
    )
    said = Availability.objects.get(membership=held)
    assert (said.half_days, said.most_visits) == (["1a", "2e"], 7)
    assert _away(held) == [(_ahead(20), _ahead(30)), (_ahead(40), _ahead(41))]


def test_an_old_window_that_changed_nothing_brings_nothing_back(
    client: Client, held: Membership, page: str
) -> None:
    old = _open(client, page)
    set_availability(membership=held, half_days=["4m"], most_visits=None, away=[])
    client.post(page, old)
    said = Availability.objects.get(membership=held)
    assert (said.half_days, said.most_visits, _away(held)) == (["4m"], None, [])


def test_a_page_without_a_window_writes_all_it_sends(client: Client, held: Membership, page: str) -> None:
    client.post(page, {"half_days": "3m", "window": "kapot["})
    assert Availability.objects.get(membership=held).half_days == ["3m"]
    assert _away(held) == []


@pytest.mark.parametrize(
    ("rows", "firsts"), [("add", [3, 20, 0, 0]), ("remove-0", [20, 0]), ("remove-9", [3, 20, 0])]
)
def test_a_row_more_or_less_keeps_what_was_typed_and_saves_nothing(
    client: Client, held: Membership, page: str, rows: str, firsts: list[int]
) -> None:
    sent = _open(client, page) | {"most_visits": ["veel"], "half_days": ["5m"]}
    html = client.post(page, sent | {"rows": rows}).content.decode()
    shown = _fields(html)
    wanted = [[_ahead(days).isoformat()] if days else [""] for days in firsts]
    assert [shown[f"first{n}"] for n in range(len(firsts))] == wanted
    assert f"first{len(firsts)}" not in shown
    assert (shown["half_days"], shown["window"]) == (["5m"], sent["window"])
    assert "nog niet bewaard" in html and 'value="veel"' in html and "error-summary" not in html
    assert Availability.objects.get(membership=held).half_days == ["0m", "1a"]
    assert len(_away(held)) == 2


def test_a_row_that_was_taken_away_is_gone_after_saving(client: Client, held: Membership, page: str) -> None:
    sent = _open(client, page) | {"rows": ["remove-0"]}
    client.post(page, _fields(client.post(page, sent).content.decode()))
    assert _away(held) == [(_ahead(20), _ahead(30))]


def test_what_is_wrong_is_said_in_the_row_and_names_it(client: Client, page: str) -> None:
    sent = _open(client, page) | {"first1": [""]}
    html = client.post(page, sent).content.decode()
    assert re.search(r'href="#id_first1">Afwezig 2, eerste dag</a>: Vul ook deze dag in', html)
    second = html.split("Afwezig 2</legend>")[1].split("</fieldset>")[0]
    assert "Vul ook deze dag in." in second


def test_one_day_away_is_written_with_its_first_day_only(client: Client, held: Membership, page: str) -> None:
    client.post(page, _open(client, page) | {"last0": [""]})
    assert _away(held)[0] == (_ahead(3), _ahead(3))


def test_absences_that_overlap_become_one(client: Client, held: Membership, page: str) -> None:
    sent = _open(client, page)
    sent["first2"], sent["last2"] = [_ahead(25).isoformat()], [_ahead(40).isoformat()]
    client.post(page, sent)
    assert _away(held) == [(_ahead(3), _ahead(5)), (_ahead(20), _ahead(40))]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [(-2000, 2000, "langer dan een jaar"), (5, 400, "langer dan een jaar"), (-5, -1, "al voorbij")],
)
def test_an_absence_of_years_or_that_is_over_is_refused(
    client: Client, held: Membership, page: str, first: int, last: int, said: str
) -> None:
    sent = _open(client, page)
    sent["first0"], sent["last0"] = [_ahead(first).isoformat()], [_ahead(last).isoformat()]
    assert said in client.post(page, sent).content.decode()
    assert len(_away(held)) == 2


@pytest.mark.parametrize("name", ["first99", "first" + "9" * 40, "first٣", "last98"])
def test_a_strange_number_of_rows_is_no_harm(client: Client, held: Membership, page: str, name: str) -> None:
    sent = {"half_days": "0m", name: _ahead(3).isoformat()}
    assert client.post(page, sent).status_code in (200, 302)
    assert client.post(page, sent | {"rows": "add"}).status_code == 200


def test_the_page_asks_as_much_for_many_absences_as_for_one(
    client: Client, held: Membership, page: str
) -> None:
    def with_rows(number: int) -> int:
        away = [(_ahead(n * 3), _ahead(n * 3 + 1)) for n in range(1, number + 1)]
        set_availability(membership=held, half_days=["0m"], most_visits=4, away=away)
        return count_queries(client, page)

    assert with_rows(1) == with_rows(25)
