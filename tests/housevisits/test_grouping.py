"""Which waiting registrations may join the register together. Pure: no database."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from housevisits.services.grouping import LARGEST_BATCH, Traits, Waiting, plan, split
from tests.housevisits.registrations import MONTH

SET, NORTH, SOUTH = uuid4(), uuid4(), uuid4()
IN_MARCH = date(2026, 3, 20)
IN_APRIL = date(2026, 4, 10)


def waiting(count: int, block: UUID | None = NORTH, month: str = MONTH, held_by: str = "a") -> list[Waiting]:
    return [Waiting(uuid4(), Traits(SET, block, month, held_by)) for _ in range(count)]


def test_five_with_the_same_traits_go_and_four_wait() -> None:
    assert [len(group.keys) for group in plan(waiting(5) + waiting(4, SOUTH), IN_MARCH)] == [5]


def test_who_held_the_conversation_is_left_out_first() -> None:
    groups = plan(waiting(3) + waiting(2, held_by="b"), IN_APRIL)
    assert [group.traits for group in groups] == [Traits(SET, NORTH, MONTH, "")]


def test_the_month_is_left_out_second() -> None:
    groups = plan(waiting(3) + waiting(2, month="2026-02"), IN_APRIL)
    assert [group.traits for group in groups] == [Traits(SET, NORTH, "", "")]


def test_the_block_is_left_out_last() -> None:
    groups = plan(waiting(3) + waiting(2, SOUTH), IN_APRIL)
    assert [group.traits for group in groups] == [Traits(SET, None, "", "")]


def test_nothing_is_left_out_while_the_month_lasts() -> None:
    assert plan(waiting(3) + waiting(2, held_by="b"), IN_MARCH) == []


@pytest.mark.parametrize(("day", "groups"), [(date(2026, 4, 3), 0), (date(2026, 4, 4), 1)])
def test_a_month_is_over_three_days_after_its_last(day: date, groups: int) -> None:
    assert len(plan(waiting(3) + waiting(2, held_by="b"), day)) == groups


def test_what_had_enough_keeps_its_traits_beside_what_had_not() -> None:
    groups = plan(waiting(6) + waiting(3, held_by="b") + waiting(2, held_by="c"), IN_APRIL)
    assert {group.traits.held_by: len(group.keys) for group in groups} == {"a": 6, "": 5}


def test_another_version_of_the_questions_never_joins() -> None:
    other = [Waiting(uuid4(), Traits(uuid4(), NORTH, MONTH, "a")) for _ in range(2)]
    assert plan(waiting(3) + other, IN_APRIL) == []


def test_fewer_than_five_in_all_stay() -> None:
    assert plan(waiting(4), date(2030, 1, 1)) == []


@pytest.mark.parametrize("count", [5, LARGEST_BATCH, LARGEST_BATCH + 1, 3 * LARGEST_BATCH - 1])
def test_a_large_group_is_split_without_small_parts(count: int) -> None:
    parts = split([uuid4() for _ in range(count)])
    assert sum(map(len, parts)) == count
    assert all(min(count, LARGEST_BATCH // 2) <= len(part) <= LARGEST_BATCH for part in parts)
