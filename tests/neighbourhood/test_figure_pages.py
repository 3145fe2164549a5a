"""Figures on screen: stored snapshots only, one background at a time, older ones say so (B1, P8 to P10)."""

import copy
import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from housevisits.models import ReleaseBatch
from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Snapshot
from neighbourhood.publication.comparing import compared
from neighbourhood.publication.telling import told_whole
from neighbourhood.services.outlook import RELEASED, forget_released
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


def _keep(snapshot, day, questions=None):
    """Give the breakdowns of (some of) the questions an earlier day, as P9 does."""
    snapshot.figures = copy.deepcopy(snapshot.figures)  # other tests look at the same one
    for question in snapshot.figures["questions"]:
        if questions is None or question["key"] in questions:
            for part in question["breakdowns"]:
                part["as_of"] = day
    snapshot.save(update_fields=["figures"])


def _kept_notes(body):
    return re.findall(r"Deze uitsplitsing is daarom nog die van .*?\.", body)


def test_breakdowns_that_were_kept_say_once_why_and_on_how_many_conversations_they_rest(snapshot):
    client = leader_client()
    assert "scheelt het minder dan tien" not in _body(client, "?per=age")
    _keep(snapshot, "2025-03-01")
    body = _body(client, "?per=age")
    shown = figures_from_json(snapshot.figures)
    part = next(part for part in shown.question("trend").breakdowns if part.background == "age")
    sizes = sum(group.n for group in part.groups)
    assert _kept_notes(body) == [
        f"Deze uitsplitsing is daarom nog die van 1 maart 2025: ze telt ongeveer {sizes} gesprekken, "
        f"heel de buurt nu ongeveer {shown.n}."
    ]
    assert "In minstens één groep scheelt het minder dan tien gesprekken" in body
    assert "Deze cijfers zijn van" not in body
    assert "scheelt het minder dan tien" not in _body(client)


def test_what_is_said_of_kept_figures_can_be_added_up_from_the_tables_on_the_same_page(snapshot):
    """P9, P11: the two numbers are sums of rounded numbers that stand there; nothing new is told."""
    _keep(snapshot, "2025-03-01")
    body = _body(leader_client(), "?per=age")
    said = [int(number) for number in re.findall(r"ongeveer (\d+)", _kept_notes(body)[0])]
    table = re.search(r"<th scope=\"row\">Gesprekken</th>(.*?)</tr>", body, re.DOTALL)[1]
    assert said[0] == sum(int(number) for number in re.findall(r"n = (\d+) \(afgerond\)", table))
    assert said[1] == snapshot.figures["n"]
    assert all(number % 5 == 0 for number in said)


def test_a_chart_of_another_day_than_the_others_says_so_beside_it(snapshot):
    _keep(snapshot, "2025-03-01", {"trend"})
    body = _body(leader_client(), "?per=age")
    assert body.count("Deze cijfers zijn van 1 maart 2025 en tellen ongeveer") == 1
    assert _kept_notes(body) == []


def test_every_question_stands_there_as_it_was_asked_and_can_be_jumped_to(snapshot):
    snapshot.context = {**snapshot.context, "questions": {"trend": "Gaat het hier vooruit of achteruit?"}}
    snapshot.save()
    body = _body(leader_client())
    assert "Gaat het hier vooruit of achteruit?" in body
    jumps = re.search(r'<nav class="jump.*?</nav>', body, re.DOTALL)[0]
    targets = re.findall(r'href="#([^"]+)"', jumps)
    assert len(targets) == len(snapshot.figures["questions"])
    assert all(f'id="{target}"' in body for target in targets)


def test_every_chart_says_in_words_what_it_shows(snapshot):
    question = figures_from_json(snapshot.figures).question("trend")
    assert told_whole(question)
    assert told_whole(question) in unescape(_body(leader_client()))


def test_an_earlier_snapshot_can_be_laid_beside_this_one(snapshot):
    _another(snapshot, 2)
    client = leader_client()
    body = _body(client, "?vergelijk=1")
    figures = figures_from_json(snapshot.figures)
    assert "Vergelijk met" in body
    assert body.count("Aandeel") == 2 * len(figures.questions)
    for question in figures.questions:
        found = compared(question, figures)
        for row in found.shares:
            assert "".join(f'<td class="number">{text}</td>' for text in row) in body
    assert "Aandeel" not in _body(client)


@pytest.mark.parametrize(
    "query", ["?vergelijk=2", "?vergelijk=9", "?vergelijk=x", "?momentopname=1&vergelijk=2"]
)
def test_only_an_earlier_snapshot_is_laid_beside_it(snapshot, query):
    _another(snapshot, 2)
    assert "Aandeel" not in _body(leader_client(), query)


def test_a_breakdown_is_not_compared(snapshot):
    _another(snapshot, 2)
    body = _body(leader_client(), "?per=age&vergelijk=1")
    assert "Aandeel" not in body
    assert "Vergelijken kan voor heel de buurt" in body


def test_a_comparison_costs_one_query_and_reads_no_register(snapshot):
    _another(snapshot, 2)
    client = leader_client()
    alone = count_queries(client, page("figures"))
    with CaptureQueriesContext(connection) as asked:
        _body(client, "?vergelijk=1")
    assert len(asked) == alone + 1 <= MOST_QUERIES
    assert not [name for name in REGISTERS for one in asked.captured_queries if name in one["sql"]]


def test_a_project_without_figures_says_when_they_come_and_offers_none_before(db):
    project = factories.make_project()
    client = leader_client()
    body = _body(client)
    assert "Nog geen cijfers" in body
    assert "Er zijn nog geen tien gesprekken vrijgegeven" in body
    assert "Maak een momentopname" not in body
    ReleaseBatch.objects.create(project_key=project.key, size=5)
    ReleaseBatch.objects.create(project_key=project.key, size=5)
    assert "Maak een momentopname" in _body(client)


def test_that_too_little_came_is_said_beside_the_button_without_a_number(made_snapshot):
    client = leader_client()
    few = "kwamen er nog geen tien gesprekken bij"
    before = _body(client)
    assert few in before
    ReleaseBatch.objects.create(project_key=made_snapshot.project.key, size=9)
    mask = re.compile(r'(nonce|value)="[^"]*"|CSRFToken": "[^"]*"')
    assert mask.sub("", _body(client)) == mask.sub("", before)
    ReleaseBatch.objects.create(project_key=made_snapshot.project.key, size=5)
    assert few not in _body(client)


def test_only_the_newest_snapshot_keeps_how_many_were_released(made_snapshot):
    assert made_snapshot.audit[RELEASED] == 0
    newer = _another(made_snapshot, 2)
    forget_released(made_snapshot.project, newer)
    assert RELEASED not in Snapshot.objects.get(number=1).audit
    assert RELEASED in Snapshot.objects.get(number=2).audit


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
