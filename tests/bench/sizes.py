"""How much is measured."""

from dataclasses import dataclass

SEED = 1908


@dataclass(frozen=True)
class Size:
    """rounds: turns of what is quick; snapshots: of the small snapshot; slow_rounds: of what takes seconds.

    people, many: conversations of a small and a large register; rows: of a large file.
    With one turn no other goes before it.
    """

    rounds: int
    snapshots: int
    slow_rounds: int
    people: int
    many: int
    rows: int


FULL = Size(rounds=25, snapshots=7, slow_rounds=3, people=414, many=41_400, rows=19_999)
SMALL = Size(rounds=1, snapshots=1, slow_rounds=1, people=12, many=14, rows=50)
