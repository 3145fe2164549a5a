"""How much is measured."""

from dataclasses import dataclass

SEED = 1908


@dataclass(frozen=True)
class Size:
    """rounds: turns of what is quick; slow_rounds: of what takes seconds; people, many: conversations."""

    rounds: int
    slow_rounds: int
    people: int
    many: int


FULL = Size(rounds=25, slow_rounds=5, people=414, many=41_400)
SMALL = Size(rounds=1, slow_rounds=1, people=40, many=80)
