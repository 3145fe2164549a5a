"""Figures on screen: stored snapshots only, one background at a time, older ones say so (B1, P8 to P10)."""

import copy
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from neighbourhood.models import Snapshot
from projects.models import Role
from tests.neighbourhood import factories
from tests.neighbourhood.editing import leader_client, member_client, page
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
REGISTERS = ("housevisits_conversation", "housevisits_storyblock", "housevisits_sealedregistration")
# session, person, project and membership for the frame; what may be seen, the snapshot, its charts
MOST_QUERIES = 12


def _body(client, query=""):
    answer = client.get(page("figures") + query)
    assert answer.status_code == 200
    return answer.content.decode()


def _another(snapshot, number):
    other = copy.copy(snapshot)
    other.pk, other.key, other.number = None, factories.fixed_key("snapshot", str(number)), number
    other._state = copy.copy(snapshot._state)
    other._state.adding = True
    other.made_on = date(2026, 6, number % 28 + 1)
    other.save()
    return other


@pytest.mark.parametrize("query", ["", "?per=age", "?per=household", "?momentopname=1"])
def test_the_page_reads_stored_figures_and_never_the_register(snapshot, query):
    client = leader_client()
    _body(client, query)
    with CaptureQueriesContext(connection) as asked:
        _body(client, query)
    tables = " ".join(one["sql"] for one in asked.captured_queries)
    assert "neighbourhood_snapshot" in tables
    assert not [name for name in REGISTERS if name in tables]
    assert len(asked) <= MOST_QUERIES


def test_the_page_asks_as_many_queries_for_one_snapshot_as_for_many(snapshot):
    client = leader_client()
    one = count_queries(client, page("figures"))
    for number in range(2, 12):
        _another(snapshot, number)
    assert count_queries(client, page("figures")) == one


def test_every_question_has_a_chart_and_the_same_figures_as_a_table(snapshot):
    body = _body(leader_client())
    shown = len(snapshot.figures["questions"])
    assert body.count("Dezelfde cijfers als tabel") == shown
    assert body.count('class="chart chart--wide"') == shown
    assert body.count("<caption>") == shown


def test_one_background_is_shown_at_a_time(snapshot):
    both = _body(leader_client(), "?per=age&per=household")
    one = _body(leader_client(), "?per=household")
    assert both.count("<caption>") == one.count("<caption>")
    assert "naar leeftijd</span>" not in both


@pytest.mark.parametrize("query", ["?per=street", "?per=' OR 1=1", "?per=age,household"])
def test_an_unknown_background_shows_everybody(snapshot, query):
    assert "Heel de buurt" in _body(leader_client(), query)


@pytest.mark.parametrize("query", ["?momentopname=99", "?momentopname=x", "?momentopname=1'"])
def test_a_snapshot_that_is_not_there_is_not_found(snapshot, query):
    assert leader_client().get(page("figures") + query).status_code == 404


def test_an_older_snapshot_says_so_and_leads_to_the_newest(snapshot):
    _another(snapshot, 2)
    client = leader_client()
    assert "oudere momentopname" in _body(client, "?momentopname=1")
    assert "oudere momentopname" not in _body(client)


def test_figures_that_were_kept_say_of_which_day_they_are(snapshot):
    client = leader_client()
    assert "Deze cijfers zijn van" not in _body(client, "?per=age")
    figures = snapshot.figures
    for question in figures["questions"]:
        for part in question["breakdowns"]:
            part["as_of"] = "2025-03-01"
    snapshot.save(update_fields=["figures"])
    assert "Deze cijfers zijn van 1 maart 2025" in _body(client, "?per=age")
    assert "Deze cijfers zijn van" not in _body(client)


def test_a_project_without_figures_says_when_they_come(db):
    factories.make_project()
    body = _body(leader_client())
    assert "Nog geen cijfers" in body
    assert "Maak een momentopname" in body


def test_who_may_not_make_or_take_figures_is_not_offered_it(snapshot, picture):
    picture.open_to_residents = True
    picture.save()
    body = _body(member_client(picture, Role.RESIDENT_GROUP))
    assert "Maak een momentopname" not in body
    assert "Download als Excel" not in body


def test_the_members_of_sets_are_never_read_for_a_page(snapshot):
    with CaptureQueriesContext(connection) as asked:
        _body(leader_client())
    assert not [one["sql"] for one in asked.captured_queries if '"members"' in one["sql"]]
    assert Snapshot.objects.get().members
