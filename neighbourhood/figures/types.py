"""The shapes in which figures travel: what goes in, and what a snapshot stores.

`Figures` is the only thing that screens, charts, poster, report and exports ever see of the closed
questions. It holds no exact count, no exact mean and nothing that points at a conversation.
"""

from dataclasses import dataclass, field
from typing import Literal

QuestionKind = Literal["single", "scale", "cards"]
Band = Literal["none", "few", "most"]

NO_ANSWER = "no_answer"  # key of the last cell of every group: item non-response (P10)
NOT_KNOWN = "not_known"  # key of the background class of who would not say, or of whom it is missing
BLOCK = "block"  # key of the background that tells parts of the neighbourhood apart
WHOLE = ""  # stands where a background's key stands, for everybody together


@dataclass(frozen=True)
class Option:
    """One answer that can be given. `score` is the number a scale gives to it, else None."""

    key: str
    label: str
    score: float | None = None


@dataclass(frozen=True)
class ClosedQuestion:
    """A closed question as the figures need it.

    kind: `single` (one option), `scale` (one option with a score, has a mean), `cards` (several).
    ordered: whether neighbouring options may be merged with each other (age classes) or not.
    background: whether answers may be broken down by it (block, age, household).
    undisclosed: the key of 'wil niet zeggen' or 'weet niet', if there is one. Of a background it joins
        the missing answers; as a question's answer it is an option like the others.
    max_choices: of `cards`, how many somebody may choose; None is no limit. Whoever tries to work out
        an answer may know this limit, so the audit reckons with it.
    """

    key: str
    label: str
    kind: QuestionKind
    options: tuple[Option, ...]
    ordered: bool = False
    background: bool = False
    undisclosed: str | None = None
    max_choices: int | None = None


@dataclass(frozen=True)
class Cell:
    """How often one answer was given in one group, as it may be shown.

    count: rounded to five (or the band's end), never the exact number.
    band: `few` for 0 to 2 ('geen of enkele'), `most` for n-2 to n ('(bijna) iedereen'), else `none`.
    text: what a reader sees instead of a bare number, in Dutch.
    share: share of the sum of the rounded counts of the group, 0.0 to 1.0. Of `cards`, where one person
        gives several answers, the share of the rounded n.
    """

    option: str
    count: int
    band: Band
    text: str
    share: float


@dataclass(frozen=True)
class GroupFigures:
    """The answers of one group to one question. `n` is rounded to five; `mean` comes from rounded counts."""

    key: str
    label: str
    n: int
    cells: tuple[Cell, ...]
    mean: float | None = None


@dataclass(frozen=True)
class Breakdown:
    """One question by one background. `as_of` ('YYYY-MM-DD') is the day these figures were made (P9).

    `groups` is empty when nothing may be shown; `note` then says why, in Dutch. `edition` is the number of
    the snapshot in which these figures were made: an older one than the snapshot's own was kept.
    """

    background: str
    label: str
    as_of: str
    groups: tuple[GroupFigures, ...]
    note: str = ""
    edition: int = 0


@dataclass(frozen=True)
class QuestionFigures:
    """One question: everybody together, and by each background separately (never combined, P10).

    `cells` of every group list the options in the question's order and end with `no_answer`.
    `as_of` and `edition` say when `whole` was made; usually that is the snapshot's own date.
    """

    key: str
    label: str
    kind: QuestionKind
    options: tuple[Option, ...]
    whole: GroupFigures
    breakdowns: tuple[Breakdown, ...] = field(default_factory=tuple)
    as_of: str = ""
    edition: int = 0


@dataclass(frozen=True)
class Figures:
    """All figures of one snapshot. `n` is rounded to five; `as_of` is 'YYYY-MM-DD'.

    `edition` counts the snapshots of the project, from 1. `withheld` holds the keys of questions that
    could not be shown: 'te weinig antwoorden om te tonen'.
    """

    n: int
    as_of: str
    questions: tuple[QuestionFigures, ...]
    edition: int = 0
    withheld: tuple[str, ...] = ()

    def question(self, key: str) -> QuestionFigures:
        """The figures of one question. Raises KeyError when the snapshot does not hold it."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)
