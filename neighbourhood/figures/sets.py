"""Who was in which published set (P12): boolean membership, and how far two sets are apart.

A set is the respondents behind one column of figures: everybody, or one group of one breakdown. The
record stays inside the server: it names conversations.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from neighbourhood.figures.types import WHOLE

MAGIC = b"MSA-SETS-1\n"


@dataclass(frozen=True)
class SetGroup:
    """One group: the key it is published under and the background classes it is made of."""

    key: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class SetTable:
    """The groups of one background as made in one snapshot; `background` is WHOLE for everybody."""

    background: str
    edition: int
    groups: tuple[SetGroup, ...]

    @property
    def name(self) -> tuple[str, int]:
        """What tells this table from the others."""
        return self.background, self.edition


@dataclass(frozen=True, eq=False)
class PublishedSets:
    """Membership of every set behind one snapshot.

    ids: sorted conversation keys, text, shape (people,); sorting leaves no trace of the order of arrival.
    tables: the tables, in order; their groups in order are the rows of `members`.
    members: bool, shape (groups, people).
    """

    ids: np.ndarray
    tables: tuple[SetTable, ...]
    members: np.ndarray

    def rows(self, name: tuple[str, int]) -> np.ndarray:
        """Membership of the groups of one table, bool (groups, people). Raises KeyError when absent."""
        start = 0
        for table in self.tables:
            if table.name == name:
                return self.members[start : start + len(table.groups)]
            start += len(table.groups)
        raise KeyError(name)

    def table(self, background: str) -> SetTable | None:
        """The newest table of one background, or None."""
        found = [table for table in self.tables if table.background == background]
        return max(found, key=lambda table: table.edition, default=None)

    def whole(self) -> np.ndarray:
        """The conversation keys behind the newest 'heel de buurt', sorted text."""
        table = self.table(WHOLE)
        if table is None:
            raise KeyError(WHOLE)
        return self.ids[self.rows(table.name)[0]]

    def only(self, names: Iterable[tuple[str, int]]) -> "PublishedSets":
        """The record with these tables only, and with nobody who is in none of them."""
        wanted = set(names)
        tables = tuple(table for table in self.tables if table.name in wanted)
        members = _stack([self.rows(table.name) for table in tables], len(self.ids))
        present = members.any(axis=0)
        return PublishedSets(self.ids[present], tables, members[:, present])

    def to_bytes(self) -> bytes:
        """A compact form for storage; `from_bytes` reads it back."""
        head = {
            "ids": self.ids.tolist(),
            "tables": [
                [table.background, table.edition, [[group.key, group.parts] for group in table.groups]]
                for table in self.tables
            ],
        }
        text = json.dumps(head, separators=(",", ":")).encode()
        bits = np.packbits(self.members, axis=1).tobytes()
        return MAGIC + len(text).to_bytes(8, "big") + zlib.compress(text + bits, 1)

    @classmethod
    def from_bytes(cls, stored: bytes) -> "PublishedSets":
        """Read what `to_bytes` wrote. Raises ValueError when it is something else."""
        if not stored.startswith(MAGIC):
            raise ValueError("not a record of published sets")
        start = len(MAGIC) + 8
        size = int.from_bytes(stored[len(MAGIC) : start], "big")
        body = zlib.decompress(stored[start:])
        head = json.loads(body[:size])
        tables = tuple(
            SetTable(background, edition, tuple(SetGroup(key, tuple(parts)) for key, parts in groups))
            for background, edition, groups in head["tables"]
        )
        ids = np.array(head["ids"], dtype=np.str_)
        rows = sum(len(table.groups) for table in tables)
        packed = np.frombuffer(body[size:], dtype=np.uint8).reshape(rows, -1)
        members = np.unpackbits(packed, axis=1, count=len(ids)).astype(bool)
        return cls(ids, tables, members)


def conversation_ids(register: pd.DataFrame) -> np.ndarray:
    """The register's keys as text without dashes, in the register's order, shape (people,).

    Raises ValueError when a key occurs twice.
    """
    ids = np.array([str(key).replace("-", "") for key in register.index], dtype=np.str_)
    if len(np.unique(ids)) != len(ids):
        raise ValueError("a conversation occurs twice in the register")
    return ids


def together(records: Sequence[PublishedSets]) -> PublishedSets:
    """All tables of several records over one list of people; the same table counts once.

    Raises ValueError when two records disagree on who is in the same table.
    """
    ids = np.unique(np.concatenate([record.ids for record in records])) if records else np.array([], np.str_)
    tables: dict[SetTable, np.ndarray] = {}
    for record in records:
        columns = np.searchsorted(ids, record.ids)
        for table in record.tables:
            rows = _spread(record.rows(table.name), columns, len(ids))
            if not np.array_equal(tables.setdefault(table, rows), rows):
                raise ValueError("two records disagree on a published table")
    if len({table.name for table in tables}) < len(tables):
        raise ValueError("two records disagree on a published table")
    return PublishedSets(ids, tuple(tables), _stack(list(tables.values()), len(ids)))


def differences(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """In how many people each set of `left` differs from each of `right`.

    left: bool (a, people); right: bool (b, people). Returns int (a, b). Exact: float32 counts whole
    numbers up to 2**24, far above any register.
    """
    a, b = left.astype(np.float32), right.astype(np.float32)
    shared = a @ b.T
    apart = a.sum(axis=1)[:, None] + b.sum(axis=1)[None, :] - 2 * shared
    return np.rint(apart).astype(np.int64)


def far_enough(left: np.ndarray, right: np.ndarray, least: int) -> bool:
    """Whether every set of `left` differs from every set of `right` by none or by at least `least` (P12)."""
    apart = differences(left, right)
    return not bool(((apart > 0) & (apart < least)).any())


def _spread(rows: np.ndarray, columns: np.ndarray, width: int) -> np.ndarray:
    wide = np.zeros((len(rows), width), dtype=bool)
    wide[:, columns] = rows
    return wide


def _stack(blocks: Sequence[np.ndarray], width: int) -> np.ndarray:
    return np.concatenate(blocks) if blocks else np.zeros((0, width), dtype=bool)
