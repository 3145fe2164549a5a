"""Response by block (P16, H12)."""

import pytest

from neighbourhood.figures.response import response_by_block

LABELS = {"a": "Noord", "b": "Midden", "c": "Zuid"}


def test_the_response_is_rounded_and_says_so():
    whole, parts = response_by_block({"a": 152, "b": 161, "c": 186}, {"a": 142, "b": 156, "c": 116}, LABELS)
    assert (whole.homes, whole.reached, whole.text) == (500, 415, "afgerond 415")
    assert [(part.label, part.homes, part.reached) for part in parts] == [
        ("Noord", 150, 140),
        ("Midden", 160, 155),
        ("Zuid", 185, 115),
    ]
    assert parts[0].share == round(140 / 150, 4)


def test_small_blocks_are_shown_together():
    _whole, parts = response_by_block({"a": 4, "b": 7, "c": 40}, {"a": 4, "b": 0, "c": 20}, LABELS)
    assert [part.label for part in parts] == ["Noord en Midden", "Zuid"]


def test_a_block_where_nearly_everybody_talked_does_not_say_who_did_not():
    looks = {response_by_block({"a": 30, "b": 30}, {"a": n, "b": 15}, LABELS)[1] for n in (28, 29, 30)}
    assert len(looks) == 1


def test_one_part_is_no_part():
    assert response_by_block({"a": 5, "b": 9}, {"a": 5}, LABELS)[1] == ()


@pytest.mark.parametrize(
    ("homes", "reached"), [({"a": 20}, {"a": 21}), ({"a": 20}, {"b": 1}), ({"a": 9}, {})]
)
def test_impossible_numbers_are_refused(homes, reached):
    with pytest.raises(ValueError, match=r"homes"):
        response_by_block(homes, reached, LABELS)
