"""The smallest form of the measurements: every line runs, the budgets of queries hold; no clock decides."""

import random

import pytest

from housevisits.models import Draft, SealedRegistration
from msa.privacy.vault import BOX_BYTES
from tests.bench import neighbourhoods, pages, reporting, running, submitting
from tests.bench.measuring import Line, Series, Spread, Taken, alternate, watching
from tests.bench.sizes import SEED, SMALL

pytestmark = pytest.mark.bench
NAMES = (
    "submit a conversation",
    "submit: queries",
    "reading along, 2,000 characters",
    "snapshot of 12",
    "snapshot of 14",
    "snapshot of 14: the audit (P13)",
    "cost per conversation, many against few",
    "page with all charts",
    "page with all charts: queries",
    "page with all charts: register",
    "report as PDF",
    "poster as PDF",
    "poster while typing",
    "import of conversations: a row among 50 against 12",
    "import of homes: a row among 50 against 12",
    "cold start until the first page",
    "memory of a web process",
    "memory of the worker",
)
BUDGETS = ("submit: queries", "page with all charts: queries", "page with all charts: register")


@pytest.mark.django_db(transaction=True)
def test_every_line_is_measured_and_the_budgets_of_queries_hold(tmp_path):
    found = {line.name: line for line in running.lines(SMALL)}
    assert set(NAMES) <= set(found)
    assert len([name for name in found if name.startswith(("CSV", "XLSX"))]) == 2
    assert all(line.own.median >= 0 for line in found.values())
    assert [found[name].met for name in BUDGETS] == [True, True, True]
    facts = reporting.machine()
    assert "MISSED" in reporting.table(found.values()) or "met" in reporting.table(found.values())
    stored = reporting.store(facts, list(found.values()), tmp_path).read_text("utf-8")
    assert str(tmp_path) not in stored and "/" not in str(facts)


@pytest.mark.django_db(transaction=True)
def test_both_ways_of_handing_in_write_one_row_of_the_same_size_and_remove_the_draft():
    project = neighbourhoods.make_neighbourhood("proefbuurt", 20)
    both = submitting.Submitting(project)
    for prepare in (both.prepare_own, both.prepare_stock):
        send = prepare()
        assert Draft.objects.count() == 1
        send()
        assert Draft.objects.count() == 0
        row = SealedRegistration.objects.get()
        assert BOX_BYTES <= len(row.box) <= BOX_BYTES + 64


@pytest.mark.django_db(transaction=True)
def test_handing_in_stays_within_twelve_queries():
    project = neighbourhoods.make_neighbourhood("proefbuurt", 20)
    both = submitting.Submitting(project)
    both.prepare_own()()
    asked = both.queries(both.prepare_own())
    assert any("housevisits_sealedregistration" in sql for sql in asked)
    assert len(asked) <= 12


@pytest.mark.django_db
def test_the_net_for_reads_of_the_register_catches_them():
    project = neighbourhoods.make_neighbourhood("proefbuurt", 20)
    client = pages.signed_in(neighbourhoods.leader(project))
    stories = pages.page_of(project).replace("cijfers", "teksten")
    asked = pages.queries(client, stories)
    assert any(table in sql for sql in asked for table in pages.REGISTER)


def test_turns_alternate_and_what_is_prepared_is_not_on_the_clock():
    order = []

    def turn(name):
        def prepare():
            order.append(f"prepare {name}")
            return lambda: order.append(name)

        return prepare

    series = alternate(turn("ours"), turn("floor"), 2)
    assert order == ["prepare ours", "ours", "prepare floor", "floor"] * 3
    assert len(series.own) == len(series.floor) == 2


def test_a_ratio_is_taken_pair_by_pair():
    series = Series()
    for own, floor in ((2.0, 1.0), (9.0, 3.0), (8.0, 2.0)):
        series.add(Taken(own, own), Taken(floor, floor))
    line = series.line("name", "at most 3 x", lambda ratio, ms: ratio <= 3 and ms == 8000)
    assert line.ratio == Spread(3.0, 2.0, 4.0)
    assert line.met


def test_a_missed_goal_is_said_and_nothing_more():
    shown = reporting.table([Line("name", Spread.of([21.0]), goal="at most 20 ms", met=False)])
    assert shown.splitlines()[1].split() == "name 21.0 ms at most 20 ms MISSED".split()


def test_a_watched_function_does_its_work_and_is_given_back():
    real = random.choice
    with watching(random, "choice") as watch:
        assert random.choice([SEED]) == SEED
        assert watch.take().clock > 0
        assert watch.take().clock == 0
    assert random.choice is real
