"""The search for certain answers, held against trying every world there is (P13, part b)."""

from itertools import combinations, product

import numpy as np
import pytest

from neighbourhood.figures.certainty import InconsistentFiguresError, NotFinishedError, certain_answers
from neighbourhood.figures.rounding import Rules, possible
from neighbourhood.figures.tables import group_figures
from neighbourhood.figures.types import ClosedQuestion, Option
from neighbourhood.figures.worlds import Evidence, Known
from tests.neighbourhood.registers import single_question

PEOPLE = 5
SINGLE = single_question("q", ("a", "b"))
CARDS = ClosedQuestion("q", "q", "cards", tuple(Option(key, key) for key in "abc"), max_choices=2)
WAYS = {
    "single": [np.eye(3, dtype=bool)[at] for at in range(3)],
    "cards": [
        np.isin(np.arange(4), chosen)
        for chosen in [(3,), *combinations(range(3), 1), *combinations(range(3), 2)]
    ],
}


def _evidence(question, given, sets, rules):
    """What is published of these sets of people when their answers are bool (people, options + 1)."""
    return [
        Evidence(members, group_figures(question, "g", "g", given[members].sum(axis=0), members.sum(), rules))
        for members in sets
    ]


def _agrees(given, evidence, rules):
    for column in evidence:
        counts, n = given[column.members].sum(axis=0), int(column.members.sum())
        ranges = [possible(cell, n, rules) for cell in column.figures.cells]
        if any(not low <= count <= high for count, (low, high) in zip(counts, ranges, strict=True)):
            return False
    return True


def _cells_by_trying_everything(question, evidence, rules):
    """The number of cells in which somebody's answer is the same in every world that agrees."""
    worlds = np.array(
        [
            given
            for ways in product(WAYS[question.kind], repeat=PEOPLE)
            if _agrees(given := np.array(ways), evidence, rules)
        ]
    )
    always, never = worlds.all(axis=0), ~worlds.any(axis=0)
    certain = always.any(axis=1) if question.kind == "single" else (always | never)[:, :-1].any(axis=1)
    kinds = {tuple(column.members[at] for column in evidence): certain[at] for at in range(PEOPLE)}
    return sum(kinds.values())


@pytest.mark.parametrize("question", [SINGLE, CARDS], ids=["single", "cards"])
@pytest.mark.parametrize("rules", [Rules(step=1, bands=False), Rules(step=3, bands=False), Rules(step=3)])
@pytest.mark.parametrize("seed", range(8))
def test_the_search_finds_what_trying_every_world_finds(question, rules, seed):
    draw = np.random.default_rng(seed)
    given = np.array([WAYS[question.kind][at] for at in draw.integers(0, len(WAYS[question.kind]), PEOPLE)])
    sets = [np.ones(PEOPLE, dtype=bool), *(draw.random((3, PEOPLE)) < 0.6)]
    evidence = _evidence(question, given, [members for members in sets if members.any()], rules)
    known = Known(np.ones(PEOPLE, dtype=bool), given)
    expected = _cells_by_trying_everything(question, evidence, rules)
    assert certain_answers(question, evidence, known, 60, rules) == expected


@pytest.mark.parametrize("question", [SINGLE, CARDS], ids=["single", "cards"])
@pytest.mark.parametrize("seed", range(6))
def test_what_is_certain_of_withdrawn_people_is_found_without_their_answers(question, seed):
    draw = np.random.default_rng(seed)
    rules = Rules(step=1, bands=False)
    given = np.array([WAYS[question.kind][at] for at in draw.integers(0, len(WAYS[question.kind]), PEOPLE)])
    sets = [np.ones(PEOPLE, dtype=bool), np.arange(PEOPLE) < 3, draw.random(PEOPLE) < 0.6]
    evidence = _evidence(question, given, [members for members in sets if members.any()], rules)
    stayed = np.arange(PEOPLE) >= 2
    expected = _cells_by_trying_everything(question, evidence, rules)
    known = Known(stayed, given & stayed[:, None])
    assert certain_answers(question, evidence, known, 60, rules) == expected


def test_figures_of_another_register_are_refused():
    given = np.array([[True, False, False]] * 20)
    everybody = np.ones(20, dtype=bool)
    evidence = _evidence(SINGLE, given, [everybody], Rules())
    other = Known(everybody, given[:, [1, 0, 2]])
    with pytest.raises(InconsistentFiguresError):
        certain_answers(SINGLE, evidence, other, 60)


def test_without_time_nothing_is_decided():
    given = np.array([[True, False, False]] * 20)
    everybody = np.ones(20, dtype=bool)
    evidence = _evidence(SINGLE, given, [everybody], Rules())
    with pytest.raises(NotFinishedError):
        certain_answers(SINGLE, evidence, Known(everybody, given), 0.0)


def test_a_register_with_more_cards_than_the_form_allows_is_not_called_inconsistent():
    given = np.array([[True, True, True, False]] * 4 + [[True, False, False, False]] * 20)
    everybody = np.ones(24, dtype=bool)
    evidence = _evidence(CARDS, given, [everybody], Rules())
    assert certain_answers(CARDS, evidence, Known(everybody, given), 60) == 0
