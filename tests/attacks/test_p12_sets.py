"""P12: any two published sets differ by none or by at least ten, over the last five snapshots."""

from itertools import combinations

import numpy as np
import pytest

from neighbourhood.figures.making import make_figures
from neighbourhood.figures.records import StoredSnapshot
from neighbourhood.figures.serialising import figures_to_json
from tests.attacks.figure_attacker import published_groups
from tests.neighbourhood.registers import backgrounds, plain_register, random_register, single_question

pytestmark = pytest.mark.attack
ASKED = (single_question("trend", ("better", "same", "worse", "unknown")),)


def _history(seed, rounds=9):
    """The register after each round of random arrivals and withdrawals."""
    draw = np.random.default_rng(seed)
    everybody = random_register(seed, 400)
    present = list(everybody.index[: draw.integers(25, 60)])
    waiting = [key for key in everybody.index if key not in present]
    for _ in range(rounds):
        yield everybody.loc[present]
        come, go = draw.integers(0, 30), draw.integers(0, 4) * draw.integers(0, 4)
        stay = set(draw.permutation(present)[min(go, len(present) - 15) :])
        present = [key for key in present if key in stay] + waiting[:come]
        waiting = waiting[come:]


def _publish(seed, keep):
    """Snapshots of a history as JSON, with the registers by edition; without `keep` each stands alone."""
    stored, snapshots, registers = [], [], {}
    for number, register in enumerate(_history(seed), start=1):
        result = make_figures(register, ASKED, backgrounds(), f"2026-03-{number:02}", stored if keep else [])
        figures = figures_to_json(result.figures)
        if not keep:
            figures = _numbered(figures, number)
        registers.setdefault(number if not keep else figures["edition"], register)
        if result.refreshed:
            stored.append(StoredSnapshot(result.figures, result.sets))
            snapshots.append(figures)
    return snapshots, registers


def _numbered(figures, number):
    """A snapshot that knows of no other calls itself the first; give it its place."""
    for question in figures["questions"]:
        question["edition"] = number
        for part in question["breakdowns"]:
            part["edition"] = number
    return {**figures, "edition": number}


def _too_close(snapshots, registers):
    """Pairs of published sets within five snapshots after one another that differ by one to nine."""
    for start in range(len(snapshots)):
        window = snapshots[start : start + 5]
        sets = {people for figures in window for _, people, _ in published_groups(figures, registers)}
        yield from (pair for pair in combinations(sets, 2) if 0 < len(pair[0] ^ pair[1]) < 10)


def test_snapshots_that_know_of_no_other_give_single_people_away():
    assert sum(len(list(_too_close(*_publish(seed, keep=False)))) for seed in range(5)) > 20


@pytest.mark.parametrize("seed", range(40))
def test_over_five_snapshots_all_pairs_differ_by_none_or_ten(seed):
    snapshots, registers = _publish(seed, keep=True)
    assert len(snapshots) > 2
    assert list(_too_close(snapshots, registers)) == []


@pytest.mark.parametrize("seed", range(5))
def test_the_record_of_sets_is_what_the_figures_show(seed):
    stored, registers = [], {}
    for number, register in enumerate(_history(seed), start=1):
        result = make_figures(register, ASKED, backgrounds(), f"2026-03-{number:02}", stored)
        if result.refreshed:
            registers[result.figures.edition] = register
            stored.append(StoredSnapshot(result.figures, result.sets))
            shown = {people for _, people, _ in published_groups(figures_to_json(result.figures), registers)}
            kept = {frozenset(result.sets.ids[row]) for row in result.sets.members}
            assert shown <= kept
            assert kept <= shown | {frozenset(register.index)}


def test_a_second_background_that_nearly_repeats_the_first_is_merged_further():
    """Age says nearly the same as block: two people of thirty make the difference."""
    blocks = ["noord"] * 30 + ["midden"] * 30 + ["zuid"] * 30
    ages = ["25to50"] * 28 + ["50to65"] * 32 + ["75plus"] * 30
    register = plain_register(90, block=blocks, age=ages, household=None, trend="same")
    naive = (set(register.index[register.block == "noord"]), set(register.index[register.age == "25to50"]))
    assert 0 < len(naive[0] ^ naive[1]) < 10
    result = make_figures(register, ASKED, backgrounds(), "2026-03-01")
    parts = {part.background: part for part in result.figures.question("trend").breakdowns}
    assert len(parts["block"].groups) == 3
    assert [group.n for group in parts["age"].groups] == [60, 30]
    assert list(_too_close([figures_to_json(result.figures)], {1: register})) == []


def test_a_background_that_merging_cannot_help_is_left_out():
    """Of two blocks and two household types, four people are not where the others are."""
    blocks = ["noord"] * 30 + ["zuid"] * 30
    homes = ["alone"] * 26 + ["couple"] * 34
    register = plain_register(60, block=blocks, age=None, household=homes, trend="same")
    result = make_figures(register, ASKED, backgrounds(), "2026-03-01")
    parts = {part.background: part for part in result.figures.question("trend").breakdowns}
    assert len(parts["block"].groups) == 2
    assert parts["household"].groups == ()
    assert parts["household"].note == "te weinig antwoorden om te tonen"
