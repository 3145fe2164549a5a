"""P9: a new snapshot only after ten changes; a breakdown waits until its groups changed by none or by ten."""

import json

import pytest

from neighbourhood.figures.making import make_figures
from neighbourhood.figures.publishing import publishable
from neighbourhood.figures.records import StoredSnapshot, TooFewConversationsError
from neighbourhood.figures.refresh import may_refresh
from neighbourhood.figures.serialising import figures_to_json
from tests.neighbourhood.registers import (
    backgrounds,
    plain_register,
    questions,
    random_register,
    single_question,
)

pytestmark = pytest.mark.attack
FORM = (questions(), backgrounds())
ASKED = (single_question("q", ("a", "b")),)


def _json(result):
    return json.dumps(figures_to_json(result.figures), sort_keys=True)


def _stored(result):
    return StoredSnapshot(result.figures, result.sets)


def _first(register):
    return make_figures(register, *FORM, "2026-03-01")


def _register(**blocks):
    """So many conversations in each block, everybody alike otherwise; later keys come last in a block."""
    keys = [(block, number) for block, size in blocks.items() for number in range(size)]
    register = plain_register(
        len(keys), block=[block for block, _ in keys], age="25to50", household="alone", q="a"
    )
    return register.set_axis([f"{block}{number}" for block, number in keys])


def _by_block(register, as_of, previous=()):
    return make_figures(register, ASKED, backgrounds()[:1], as_of, previous)


@pytest.mark.parametrize("seed", range(5))
def test_nine_more_conversations_change_nothing_at_all(seed):
    everybody = random_register(seed, 130)
    first = _first(everybody.iloc[:121])
    again = make_figures(everybody, *FORM, "2026-03-08", [_stored(first)])
    assert _json(make_figures(everybody, *FORM, "2026-03-01")) != _json(first), "the naive figures differ"
    assert _json(again) == _json(first)
    assert again.sets.to_bytes() == first.sets.to_bytes()
    assert (again.refreshed, again.missing) == (False, 1)


@pytest.mark.parametrize(("come", "gone"), [(0, 9), (5, 4), (9, 0), (1, 0), (0, 0)])
def test_fewer_than_ten_changes_of_either_kind_change_nothing(come, gone):
    everybody = random_register(8, 120)
    first = _first(everybody.iloc[:100])
    again = publishable(everybody.iloc[gone : 100 + come], *FORM, "2026-03-08", [_stored(first)])
    assert _json(again.result) == _json(first)
    assert may_refresh([first.sets], everybody.iloc[gone : 100 + come]) == (False, 10 - come - gone)


@pytest.mark.parametrize(("come", "gone"), [(10, 0), (5, 5), (0, 10)])
def test_ten_changes_make_a_new_snapshot(come, gone):
    everybody = random_register(8, 120)
    first = _first(everybody.iloc[:100])
    again = make_figures(everybody.iloc[gone : 100 + come], *FORM, "2026-03-08", [_stored(first)])
    assert again.refreshed
    assert (again.figures.as_of, again.figures.edition) == ("2026-03-08", 2)


def test_nothing_is_shown_of_nine_conversations():
    register = random_register(2, 9)
    assert may_refresh([], register) == (False, 1)
    with pytest.raises(TooFewConversationsError) as refused:
        _first(register)
    assert refused.value.missing == 1


def test_a_breakdown_waits_with_its_date_while_one_of_its_groups_changed_by_less_than_ten():
    first = _by_block(_register(noord=30, midden=30, zuid=30), "2026-03-01")
    second = _by_block(_register(noord=42, midden=33, zuid=30), "2026-04-01", [_stored(first)])
    shown = second.figures.question("q")
    assert shown.whole.n == 105
    assert shown.breakdowns == first.figures.question("q").breakdowns
    assert shown.breakdowns[0].as_of == "2026-03-01"


def test_a_breakdown_is_renewed_once_every_group_changed_by_none_or_ten():
    first = _by_block(_register(noord=30, midden=30, zuid=30), "2026-03-01")
    second = _by_block(_register(noord=42, midden=33, zuid=30), "2026-04-01", [_stored(first)])
    third = _by_block(
        _register(noord=55, midden=40, zuid=30), "2026-05-01", [_stored(first), _stored(second)]
    )
    part = third.figures.question("q").breakdowns[0]
    assert (part.as_of, part.edition) == ("2026-05-01", 3)
    assert [group.n for group in part.groups] == [55, 40, 30]


def test_ten_who_came_and_ten_who_left_count_although_the_number_is_the_same():
    first = _by_block(_register(noord=30, midden=30), "2026-03-01")
    swapped = _register(noord=40, midden=30).drop([f"noord{at}" for at in range(10)])
    second = _by_block(swapped, "2026-04-01", [_stored(first)])
    assert second.figures.question("q").breakdowns[0].edition == 2


def _groups(result):
    return [group.label for group in result.figures.question("q").breakdowns[0].groups]


def test_a_merged_structure_that_still_holds_is_split_but_does_not_change_sideways():
    first = _by_block(_register(noord=6, midden=20, zuid=8), "2026-03-01")
    sideways = _register(noord=6, midden=20, zuid=21)
    later = _by_block(sideways, "2026-04-01", [_stored(first)])
    grown = _register(noord=25, midden=20, zuid=40)
    split = _by_block(grown, "2026-05-01", [_stored(first), _stored(later)])
    assert _groups(_by_block(sideways, "2026-04-01")) == ["Noord en Midden", "Zuid"]
    assert _groups(first) == _groups(later) == ["Noord en Zuid", "Midden"]
    assert _groups(split) == ["Noord", "Midden", "Zuid"]
    assert [part.edition for part in split.figures.question("q").breakdowns] == [3]


def test_everybody_together_waits_when_it_comes_near_a_group_shown_before():
    """Of two blocks one leaves but for one person: everybody is then the other block plus one."""
    first = _by_block(_register(noord=40, midden=12), "2026-03-01")
    left = _register(noord=40, midden=1)
    assert may_refresh([first.sets], left) == (False, 9)
    assert _json(_by_block(left, "2026-04-01", [_stored(first)])) == _json(first)
