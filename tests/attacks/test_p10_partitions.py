"""P10: groups of ten at least, that together are the whole, by one background at a time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neighbourhood.figures.making import make_figures
from neighbourhood.figures.merging import covers, finest, size_of
from neighbourhood.figures.types import NOT_KNOWN
from tests.neighbourhood.registers import (
    AGES,
    HOUSEHOLDS,
    backgrounds,
    plain_register,
    random_register,
    single_question,
)

pytestmark = pytest.mark.attack
ASKED = (single_question("q", ("a", "b", "c")),)
COUNTS = st.lists(st.integers(0, 40), min_size=1, max_size=9)


def _sizes(counts, unknown):
    return {**{f"c{at}": count for at, count in enumerate(counts)}, NOT_KNOWN: unknown}


@given(COUNTS, st.integers(0, 25), st.booleans())
def test_every_structure_is_a_partition_into_groups_of_ten(counts, unknown, ordered):
    sizes = _sizes(counts, unknown)
    structure = finest(sizes, ordered, 10)
    assert covers(structure, sizes)
    assert len(structure) == 1 or all(size_of(group, sizes) >= 10 for group in structure)
    assert sum(size_of(group, sizes) for group in structure) == sum(sizes.values())


@given(COUNTS, st.integers(0, 25))
def test_only_neighbours_merge_where_classes_are_in_order(counts, unknown):
    for group in finest(_sizes(counts, unknown), True, 10):
        places = sorted(int(key[1:]) for key in group if key != NOT_KNOWN)
        assert places == list(range(places[0], places[0] + len(places))) if places else True


@given(COUNTS, st.booleans())
def test_those_who_would_not_say_stand_alone_only_when_they_are_ten(counts, ordered):
    for unknown in (0, 9, 10):
        structure = finest(_sizes(counts, unknown), ordered, 10)
        assert ((NOT_KNOWN,) in structure) <= (unknown >= 10)


@st.composite
def _registers(draw):
    people = draw(st.integers(10, 90))
    pick = [
        st.sampled_from([*values, None]) for values in (("noord", "midden", "zuid"), AGES, HOUSEHOLDS, "abc")
    ]
    columns = [draw(st.lists(values, min_size=people, max_size=people)) for values in pick]
    return plain_register(people, **dict(zip(("block", "age", "household", "q"), columns, strict=True)))


@settings(max_examples=60, deadline=None)
@given(_registers())
def test_published_groups_partition_everybody_and_hold_ten(register):
    result = make_figures(register, ASKED, backgrounds(), "2026-03-01")
    assert set(result.sets.whole()) == set(register.index)
    for table in result.sets.tables:
        rows = result.sets.rows(table.name)
        assert (rows.sum(axis=1) >= 10).all()
        assert (rows.sum(axis=0) == 1).all()
    for part in result.figures.question("q").breakdowns:
        assert len(part.groups) != 1
        assert (part.groups == ()) == (part.note == "te weinig antwoorden om te tonen")


@settings(max_examples=20, deadline=None)
@given(_registers(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_makes_no_difference(register, random):
    order = random.sample(range(len(register)), len(register))
    made = [
        make_figures(rows, ASKED, backgrounds(), "2026-03-01") for rows in (register, register.iloc[order])
    ]
    assert made[0].figures == made[1].figures


def test_without_merging_a_group_of_one_is_shown_and_with_it_is_not():
    register = plain_register(
        40, block=["noord"] * 20 + ["zuid"] * 19 + ["midden"], age=None, household=None, q="a"
    )
    naive = register.groupby("block").size()
    assert naive.min() == 1
    part = make_figures(register, ASKED, backgrounds(), "2026-03-01").figures.question("q").breakdowns[0]
    assert [group.label for group in part.groups] == ["Noord", "Midden en Zuid"]


def test_open_answers_make_no_new_set():
    """Who leaves a question open counts as 'geen antwoord' in the same groups."""
    full = plain_register(60, block=["noord", "zuid"] * 30, age=None, household=None, q="a")
    some = full.assign(q=["a"] * 45 + [None] * 15)
    made = [make_figures(register, ASKED, backgrounds(), "2026-03-01") for register in (full, some)]
    assert made[0].sets.to_bytes() == made[1].sets.to_bytes()
    last = made[1].figures.question("q").whole.cells[-1]
    assert (last.option, last.count) == ("no_answer", 15)


def test_few_who_would_not_say_join_the_largest_class_which_is_named_so():
    ages = ["25to50"] * 30 + ["50to65"] * 12 + ["75plus"] * 11 + ["undisclosed"] * 4 + [None] * 5
    register = plain_register(len(ages), block="noord", age=ages, household=None, q="a")
    part = make_figures(register, ASKED, backgrounds(), "2026-03-01").figures.question("q").breakdowns[1]
    assert part.groups[0].label == "jonger dan 25 en 25 tot 50 (of niet bekend)"
    assert sum(group.n for group in part.groups) == 40 + 10 + 10


def test_small_household_types_are_named_together():
    homes = (
        ["alone"] * 9 + ["other"] * 4 + ["couple"] * 20 + ["couple_children"] * 20 + ["single_parent"] * 12
    )
    register = plain_register(len(homes), block="noord", age=None, household=homes, q="a")
    part = make_figures(register, ASKED, backgrounds(), "2026-03-01").figures.question("q").breakdowns[2]
    assert "Alleen of anders" in [group.label for group in part.groups]


@pytest.mark.parametrize("seed", range(3))
def test_no_breakdown_crosses_two_backgrounds(seed):
    result = make_figures(random_register(seed, 200), ASKED[:0], backgrounds(), "2026-03-01")
    assert {table.background for table in result.sets.tables} <= {"", "block", "age", "household"}
