"""The record of who was in which published set (P12)."""

import numpy as np
import pytest

from neighbourhood.figures.making import make_figures
from neighbourhood.figures.sets import PublishedSets, conversation_ids, differences, far_enough, together
from tests.neighbourhood.registers import backgrounds, questions, random_register


def _made(people=120):
    return make_figures(random_register(3, people), questions(), backgrounds(), "2026-03-01").sets


def test_a_stored_record_reads_back_the_same():
    record = _made()
    again = PublishedSets.from_bytes(record.to_bytes())
    assert (again.ids == record.ids).all()
    assert again.tables == record.tables
    assert (again.members == record.members).all()


def test_what_is_no_record_is_refused():
    with pytest.raises(ValueError, match="not a record"):
        PublishedSets.from_bytes(b"something else")


def test_the_record_does_not_depend_on_the_order_of_the_rows():
    register = random_register(3, 80)
    shuffled = register.sample(frac=1, random_state=1)
    made = [make_figures(rows, questions(), backgrounds(), "2026-03-01") for rows in (register, shuffled)]
    assert made[0].figures == made[1].figures
    assert made[0].sets.to_bytes() == made[1].sets.to_bytes()


def test_keys_with_and_without_dashes_are_the_same_conversation():
    register = random_register(3, 12)
    dashed = register.set_axis([f"{key[:8]}-{key[8:]}" for key in register.index])
    assert (conversation_ids(register) == conversation_ids(dashed)).all()


def test_a_conversation_that_occurs_twice_is_refused():
    register = random_register(3, 12)
    with pytest.raises(ValueError, match="twice"):
        conversation_ids(register.iloc[[0, 0, 1]])


def test_differences_are_counted_exactly():
    draw = np.random.default_rng(5)
    left, right = draw.random((7, 500)) < 0.4, draw.random((9, 500)) < 0.6
    slow = [[np.count_nonzero(a ^ b) for b in right] for a in left]
    assert differences(left, right).tolist() == slow


def test_sets_that_differ_by_nine_are_too_close_and_by_none_or_ten_are_not():
    base = np.zeros((1, 50), dtype=bool)
    near = [base.copy() for _ in range(3)]
    near[1][0, :9] = near[2][0, :10] = True
    assert [far_enough(base, other, 10) for other in near] == [True, False, True]


def test_a_table_that_occurs_in_two_records_counts_once():
    record = _made()
    both = together([record, record])
    assert both.tables == record.tables
    assert (both.members == record.members).all()
    with pytest.raises(KeyError):
        both.rows(("block", 99))
