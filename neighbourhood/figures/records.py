"""What goes from one snapshot to the next, and what an audit says."""

from dataclasses import dataclass, field

from neighbourhood.figures.sets import PublishedSets
from neighbourhood.figures.types import Figures


class TooFewConversationsError(ValueError):
    """There is nothing yet that may be shown. `missing` more conversations are needed."""

    def __init__(self, missing: int) -> None:
        super().__init__(f"{missing} more conversations are needed")
        self.missing = missing


@dataclass(frozen=True)
class StoredSnapshot:
    """A published snapshot as the next one needs it: its figures, and who was in which group."""

    figures: Figures
    sets: PublishedSets


@dataclass(frozen=True)
class Result:
    """What `make_figures` made.

    refreshed: False when too little changed; `figures` and `sets` are then those of the last snapshot.
    missing: how many registrations must still come or go before a new snapshot (0 when refreshed).
    """

    figures: Figures
    sets: PublishedSets
    refreshed: bool = True
    missing: int = 0


@dataclass(frozen=True)
class Audit:
    """The outcome of P13. Nothing is published unless `passed`.

    findings: Dutch sentences for the project leader; they never say whose answer is at stake.
    refused: keys of the questions of which an answer could be worked out (part b).
    """

    passed: bool
    findings: list[str] = field(default_factory=list)
    seconds: float = 0.0
    refused: tuple[str, ...] = ()


@dataclass(frozen=True)
class Publication:
    """A result with its audit. `left_out` says in Dutch what was kept back to pass."""

    result: Result
    audit: Audit
    left_out: tuple[str, ...] = ()
