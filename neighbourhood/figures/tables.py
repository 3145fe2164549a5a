"""From exact counts to the tables that may be shown (P10, P11)."""

from collections.abc import Sequence

import numpy as np

from neighbourhood.figures import wording
from neighbourhood.figures.refresh import Grouping, group_key
from neighbourhood.figures.rounding import RULES, Rules, cell, rounded, shown_count
from neighbourhood.figures.types import (
    BLOCK,
    NO_ANSWER,
    NOT_KNOWN,
    WHOLE,
    Breakdown,
    Cell,
    ClosedQuestion,
    GroupFigures,
    Option,
)


def group_figures(
    question: ClosedQuestion, key: str, label: str, counts: np.ndarray, n: int, rules: Rules = RULES
) -> GroupFigures:
    """The figures of one group. counts: exact, int (options + 1,); n: exact number of respondents."""
    keys = [*(option.key for option in question.options), NO_ANSWER]
    shown = [shown_count(int(count), n, rules) for count in counts]
    total = rounded(n, rules) if question.kind == "cards" else sum(count for count, _ in shown)
    cells = tuple(cell(key, pair, total) for key, pair in zip(keys, shown, strict=True))
    return GroupFigures(key, label, rounded(n, rules), cells, mean(question.options, cells))


def mean(options: Sequence[Option], cells: Sequence[Cell]) -> float | None:
    """The mean score to one decimal, from rounded counts only; None where fewer than ten gave a score."""
    scores = {option.key: option.score for option in options}
    scored = [(scores[shown.option], shown.count) for shown in cells if scores.get(shown.option) is not None]
    total = sum(count for _, count in scored)
    if total < RULES.least:
        return None
    return round(sum((score or 0.0) * count for score, count in scored) / total, 1)


def whole_figures(question: ClosedQuestion, counts: np.ndarray, n: int, rules: Rules = RULES) -> GroupFigures:
    """The figures of everybody together. counts: exact, int (options + 1,)."""
    return group_figures(question, WHOLE, wording.whole(), counts, n, rules)


def breakdown(
    question: ClosedQuestion,
    grouping: Grouping,
    counts: np.ndarray,
    made: tuple[str, int],
    rules: Rules = RULES,
) -> Breakdown:
    """One question by one background. counts: exact, int (groups, options + 1); made: date and edition."""
    structure = grouping.structure or ()
    sizes = np.bincount(grouping.codes, minlength=len(structure))
    groups = tuple(
        group_figures(
            question, group_key(group), label_of(grouping, group), counts[at], int(sizes[at]), rules
        )
        for at, group in enumerate(structure)
    )
    background = grouping.background
    return Breakdown(background.key, background.label, made[0], groups, edition=made[1])


def empty_breakdown(background: ClosedQuestion, made: tuple[str, int]) -> Breakdown:
    """The place of a breakdown that cannot be shown, with the reason."""
    return Breakdown(background.key, background.label, made[0], (), wording.too_few(), made[1])


def label_of(grouping: Grouping, group: tuple[str, ...]) -> str:
    """The name of a group, made of the names of its classes."""
    if group == (NOT_KNOWN,):
        return wording.not_known()
    background = grouping.background
    labels = {option.key: option.label for option in background.options}
    joined = NOT_KNOWN in group and grouping.sizes[NOT_KNOWN] > 0
    in_a_row = background.ordered or background.key == BLOCK
    return wording.group_label([labels[key] for key in group if key in labels], joined, in_a_row)
