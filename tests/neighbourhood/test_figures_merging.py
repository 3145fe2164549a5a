"""Merging background classes into groups of ten or more (P10)."""

from neighbourhood.figures.merging import coarser, covers, finest, split
from neighbourhood.figures.types import NOT_KNOWN


def test_classes_that_are_large_enough_stay_apart():
    assert finest({"a": 10, "b": 12, NOT_KNOWN: 10}, False, 10) == (("a",), ("b",), (NOT_KNOWN,))


def test_a_small_age_class_joins_its_smaller_neighbour():
    sizes = {"under25": 4, "25to50": 40, "50to65": 60, "65to75": 30, "75plus": 7, NOT_KNOWN: 0}
    assert finest(sizes, True, 10) == (("under25", "25to50"), ("50to65", NOT_KNOWN), ("65to75", "75plus"))


def test_the_two_smallest_blocks_go_together():
    sizes = {"a": 30, "b": 6, "c": 20, "d": 8, NOT_KNOWN: 0}
    assert finest(sizes, False, 10) == (("a", NOT_KNOWN), ("b", "d"), ("c",))


def test_those_who_would_not_say_join_the_largest_class_when_they_are_few():
    assert finest({"a": 12, "b": 30, NOT_KNOWN: 9}, False, 10) == (("a",), ("b", NOT_KNOWN))


def test_one_group_remains_when_there_are_too_few_to_tell_apart():
    assert len(finest({"a": 5, "b": 6, NOT_KNOWN: 3}, False, 10)) == 1
    assert len(finest({"a": 2, "b": 1, NOT_KNOWN: 50}, True, 10)) == 1
    assert finest({NOT_KNOWN: 4}, True, 10) == ((NOT_KNOWN,),)


def test_coarser_structures_go_down_to_two_groups():
    sizes = {"a": 10, "b": 11, "c": 12, NOT_KNOWN: 20}
    start = finest(sizes, False, 10)
    found = list(coarser(start, sizes, False))
    assert [len(structure) for structure in found] == [3, 2]
    assert all(covers(structure, sizes) for structure in found)


def test_a_structure_that_lost_a_class_does_not_cover():
    assert not covers((("a",), ("b",)), {"a": 1, "b": 1, "c": 0})


def test_a_structure_is_split_within_its_own_groups_only():
    before = (("a", "c"), ("b", NOT_KNOWN))
    assert split(before, {"a": 25, "b": 20, "c": 40, NOT_KNOWN: 3}, False, 10) == (
        ("a",),
        ("b", NOT_KNOWN),
        ("c",),
    )
    assert split(before, {"a": 9, "b": 20, "c": 40, NOT_KNOWN: 30}, False, 10) == (
        ("a", "c"),
        ("b",),
        (NOT_KNOWN,),
    )
