"""What may be renewed (P9) and in which groups (P10, P12).

A new snapshot needs ten changes. Within it every breakdown is decided by itself, blocks first: renew it,
keep the stored one with its date, or leave it out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from neighbourhood.figures import counting, merging
from neighbourhood.figures.rounding import RULES, WINDOW, Rules
from neighbourhood.figures.sets import (
    PublishedSets,
    SetGroup,
    SetTable,
    conversation_ids,
    differences,
    far_enough,
    together,
)
from neighbourhood.figures.types import WHOLE, ClosedQuestion


@dataclass(frozen=True, eq=False)
class Grouping:
    """How one background is shown in a new snapshot.

    structure: the groups, when the breakdown is renewed; else None. sizes: respondents per class.
    codes: int (people in the register,), everybody's group. kept: the stored breakdown stays.
    """

    background: ClosedQuestion
    structure: merging.Structure | None
    sizes: dict[str, int]
    codes: np.ndarray
    kept: bool = False


def may_refresh(
    previous: Sequence[PublishedSets], register: pd.DataFrame, rules: Rules = RULES
) -> tuple[bool, int]:
    """Whether a new snapshot may be made, and how many registrations must still come or go.

    previous: the sets of the earlier snapshots, oldest first. The register must hold ten conversations,
    ten must have been added or removed since the last snapshot (P9), and everybody together must not come
    within ten of any set published before (P12); the number is then the least that could help.
    """
    ids = np.sort(conversation_ids(register))
    short = rules.least - len(ids)
    if short > 0 or not previous:
        return short <= 0, max(short, 0)
    changed = len(np.setxor1d(previous[-1].whole(), ids))
    if changed < rules.least:
        return False, rules.least - changed
    apart = _apart_from_earlier(previous[-WINDOW:], ids)
    near = apart[(apart > 0) & (apart < rules.least)]
    return (False, rules.least - int(near.max())) if len(near) else (True, 0)


def arrange(
    register: pd.DataFrame,
    backgrounds: Sequence[ClosedQuestion],
    previous: Sequence[PublishedSets],
    edition: int,
    rules: Rules = RULES,
) -> tuple[PublishedSets, list[Grouping]]:
    """The groups of every background, and the sets behind what is new (P9, P10, P12).

    previous: the sets of the earlier snapshots, oldest first. Call it only when `may_refresh` allows it.
    """
    ids = conversation_ids(register)
    fresh = whole_set(np.sort(ids), edition)
    places = np.searchsorted(fresh.ids, ids)
    near = together([*previous[-WINDOW:], fresh])
    columns = np.searchsorted(near.ids, ids)
    accepted, groupings = near.members, []
    for background in backgrounds:
        chooser = _Chooser(register, background, columns, accepted, rules)
        grouping = chooser.choose(previous[-1] if previous else None, near)
        groupings.append(grouping)
        if grouping.structure is not None:
            table = _table(background.key, edition, grouping.structure)
            rows = _membership(grouping.codes, len(grouping.structure), places, len(ids))
            fresh = _with_table(fresh, table, rows)
            accepted = np.concatenate([accepted, chooser.members(grouping.structure)])
    return fresh, groupings


def whole_set(sorted_ids: np.ndarray, edition: int) -> PublishedSets:
    """The record with everybody together only."""
    table = SetTable(WHOLE, edition, (SetGroup(WHOLE, ()),))
    return PublishedSets(sorted_ids, (table,), np.ones((1, len(sorted_ids)), dtype=bool))


def group_key(group: merging.Group) -> str:
    """The key under which a merged group is published."""
    return "+".join(group)


class _Chooser:
    """Decides on one background. `accepted` are the sets published so far, in the columns of all ids."""

    def __init__(
        self,
        register: pd.DataFrame,
        background: ClosedQuestion,
        columns: np.ndarray,
        accepted: np.ndarray,
        rules: Rules,
    ) -> None:
        self.background, self.columns, self.accepted, self.rules = background, columns, accepted, rules
        self.names = counting.classes(background)
        self.codes = counting.class_codes(register, background)
        counts = np.bincount(self.codes, minlength=len(self.names))
        self.sizes = dict(zip(self.names, counts.tolist(), strict=True))

    def choose(self, last: PublishedSets | None, near: PublishedSets) -> Grouping:
        """Renew, keep or leave out; the first that holds (P9, then P12)."""
        stored = last.table(self.background.key) if last else None
        if stored is not None and not self._moved_enough(stored, near):
            return self._grouping(None, kept=True)
        for structure in self._candidates(stored):
            if len(structure) > 1 and self._allowed(structure):
                return self._grouping(structure)
        return self._grouping(None, kept=stored is not None)

    def members(self, structure: merging.Structure) -> np.ndarray:
        """Membership of the groups over all ids, bool (groups, ids)."""
        codes = counting.group_codes(self.codes, self.names, structure)
        return _membership(codes, len(structure), self.columns, self.accepted.shape[1])

    def _grouping(self, structure: merging.Structure | None, kept: bool = False) -> Grouping:
        codes = counting.group_codes(self.codes, self.names, structure) if structure else self.codes
        return Grouping(self.background, structure, self.sizes, codes, kept)

    def _moved_enough(self, stored: SetTable, near: PublishedSets) -> bool:
        """P9: each stored group changed by none or by at least ten."""
        rows = near.rows(stored.name)
        for row, group in zip(rows, stored.groups, strict=True):
            codes = [at for at, name in enumerate(self.names) if name in group.parts]
            now = np.zeros(len(row), dtype=bool)
            now[self.columns[np.isin(self.codes, codes)]] = True
            if 0 < np.count_nonzero(row ^ now) < self.rules.least:
                return False
        return True

    def _candidates(self, stored: SetTable | None) -> Iterator[merging.Structure]:
        """Structures from the best to the coarsest.

        A valid stored structure stays, or is split further; it never changes sideways. Merging further
        is for a background that has no stored breakdown to fall back on.
        """
        ordered, least = self.background.ordered, self.rules.least
        before = tuple(group.parts for group in stored.groups) if stored else ()
        if self._valid(before):
            yield merging.split(before, self.sizes, ordered, least)
            yield before
            return
        best = merging.finest(self.sizes, ordered, least)
        yield best
        if stored is None:
            yield from merging.coarser(best, self.sizes, ordered)

    def _valid(self, structure: merging.Structure) -> bool:
        if not merging.covers(structure, self.sizes):
            return False
        return all(merging.size_of(group, self.sizes) >= self.rules.least for group in structure)

    def _allowed(self, structure: merging.Structure) -> bool:
        if not self._valid(structure):
            return False
        return far_enough(self.members(structure), self.accepted, self.rules.least)


def _apart_from_earlier(previous: Sequence[PublishedSets], ids: np.ndarray) -> np.ndarray:
    """How far everybody together is from each set published before, int (sets,)."""
    near = together([*previous, whole_set(ids, edition=-1)])
    return differences(near.rows((WHOLE, -1)), near.members)[0]


def _table(background: str, edition: int, structure: merging.Structure) -> SetTable:
    groups = tuple(SetGroup(group_key(group), group) for group in structure)
    return SetTable(background, edition, groups)


def _membership(codes: np.ndarray, groups: int, columns: np.ndarray, width: int) -> np.ndarray:
    """Bool (groups, width); person i, in group codes[i], stands in column columns[i]."""
    rows = np.zeros((groups, width), dtype=bool)
    rows[codes, columns] = True
    return rows


def _with_table(record: PublishedSets, table: SetTable, rows: np.ndarray) -> PublishedSets:
    return PublishedSets(record.ids, (*record.tables, table), np.concatenate([record.members, rows]))
