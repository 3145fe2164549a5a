"""Merging background classes until each has ten respondents (P10).

A *structure* is a tuple of groups, a group a tuple of class keys. It names every class, empty ones too,
so that somebody who comes later has a place. Which classes merge depends on the sizes and on the order of
the options only, never on the order of the rows.
"""

from collections.abc import Iterator, Mapping

from neighbourhood.figures.types import NOT_KNOWN

Group = tuple[str, ...]
Structure = tuple[Group, ...]
Sizes = Mapping[str, int]


def finest(sizes: Sizes, ordered: bool, least: int) -> Structure:
    """The finest structure in which every group has at least `least` respondents.

    sizes: respondents per class, in the order of the options; NOT_KNOWN may come last. Fewer than
    `least` not-knowns join the largest class. Neighbours merge when `ordered`, else the two smallest.
    With fewer than `least` in all, or nothing to tell apart, one group remains.
    """
    groups, apart = _start(sizes, least)
    while len(groups) > 1 and _smallest(groups, sizes) < least:
        groups = _merge_once(groups, sizes, ordered)
    if apart and groups and _smallest(groups, sizes) < least:
        return (groups[0] + apart[0],)
    return tuple(groups + apart)


def coarser(structure: Structure, sizes: Sizes, ordered: bool) -> Iterator[Structure]:
    """Ever coarser structures made from this one, down to two groups."""
    apart: list[Group] = [group for group in structure if group == (NOT_KNOWN,)]
    groups: list[Group] = [group for group in structure if group != (NOT_KNOWN,)]
    while len(groups) > 1 and len(groups) + len(apart) > 2:
        groups = _merge_once(groups, sizes, ordered)
        yield tuple(groups + apart)


def split(structure: Structure, sizes: Sizes, ordered: bool, least: int) -> Structure:
    """The finest structure that lies within this one: every group is divided as far as its size allows."""
    inside = ({key: sizes[key] for key in sizes if key in group} for group in structure)
    parts = (part for classes in inside for part in finest(classes, ordered, least))
    return tuple(sorted(parts, key=lambda part: list(sizes).index(part[0])))


def covers(structure: Structure, sizes: Sizes) -> bool:
    """Whether the structure names exactly the classes there are."""
    return sorted(key for group in structure for key in group) == sorted(sizes)


def size_of(group: Group, sizes: Sizes) -> int:
    """Respondents in one group."""
    return sum(sizes[key] for key in group)


def _start(sizes: Sizes, least: int) -> tuple[list[Group], list[Group]]:
    """Every class by itself, and apart from those the not-knowns where they are many enough."""
    groups: list[Group] = [(key,) for key in sizes if key != NOT_KNOWN]
    if NOT_KNOWN not in sizes:
        return groups, []
    if sizes[NOT_KNOWN] >= least or not groups:
        return groups, [(NOT_KNOWN,)]
    largest = max(range(len(groups)), key=lambda at: (size_of(groups[at], sizes), -at))
    groups[largest] += (NOT_KNOWN,)
    return groups, []


def _merge_once(groups: list[Group], sizes: Sizes, ordered: bool) -> list[Group]:
    by_size = sorted(range(len(groups)), key=lambda at: (size_of(groups[at], sizes), at))
    first = by_size[0]
    second = _neighbour(groups, first, sizes) if ordered else by_size[1]
    low, high = min(first, second), max(first, second)
    merged = tuple(sorted(groups[low] + groups[high], key=list(sizes).index))
    return [*groups[:low], merged, *groups[low + 1 : high], *groups[high + 1 :]]


def _neighbour(groups: list[Group], at: int, sizes: Sizes) -> int:
    beside = [other for other in (at - 1, at + 1) if 0 <= other < len(groups)]
    return min(beside, key=lambda other: (size_of(groups[other], sizes), other))


def _smallest(groups: list[Group], sizes: Sizes) -> int:
    return min(size_of(group, sizes) for group in groups)
