"""What is proposed for one column, as a screen shows it. Never stored: it holds examples."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Confidence = Literal["sure", "guess", "none"]


@dataclass(frozen=True)
class ColumnProposal:
    """What a column seems to be.

    target: the proposed target; why: a short Dutch reason; filled: number of cells with something in it.
    examples: the first three different values, empty when the column is about a person and is dropped.
    """

    column: str
    letter: str
    target: str
    confidence: Confidence
    why: str
    filled: int
    distinct: int
    examples: tuple[str, ...] = ()


def first_examples(values: Iterable[str], count: int = 3, width: int = 80) -> tuple[str, ...]:
    """The first `count` different values that are not empty, cut at `width` characters."""
    seen: dict[str, None] = {}
    for value in values:
        if value:
            seen.setdefault(value if len(value) <= width else value[: width - 1] + "…")
        if len(seen) == count:
            break
    return tuple(seen)
