"""Making the figures of a snapshot (P9 to P12). They still have to pass the audit (P13)."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from neighbourhood.figures import counting, tables
from neighbourhood.figures.records import Result, StoredSnapshot, TooFewConversationsError
from neighbourhood.figures.refresh import Grouping, arrange, may_refresh
from neighbourhood.figures.rounding import RULES, Rules, rounded
from neighbourhood.figures.sets import PublishedSets, together
from neighbourhood.figures.types import WHOLE, Breakdown, ClosedQuestion, Figures, QuestionFigures


def make_figures(
    register: pd.DataFrame,
    questions: Sequence[ClosedQuestion],
    backgrounds: Sequence[ClosedQuestion],
    as_of: str,
    previous: Sequence[StoredSnapshot] = (),
    rules: Rules = RULES,
) -> Result:
    """Merged and rounded figures of every question, for all and by each background separately.

    register: one row per released conversation, index = conversation key; per question a column with an
        option key or None (of `cards` a list of option keys); per background such a column too.
    backgrounds: in order of importance; where two cannot both be shown the first one is.
    as_of: 'YYYY-MM-DD'. previous: earlier snapshots of the project, oldest first.

    With fewer than ten changes since the last snapshot its very figures come back (P9). Raises
    TooFewConversationsError when there is no snapshot yet and there are fewer than ten conversations, and
    ValueError when the register holds an unknown answer, lacks a column or names a conversation twice.
    """
    ready, missing = may_refresh([stored.sets for stored in previous], register, rules)
    if not ready:
        return _unchanged(previous, missing)
    made = (as_of, previous[-1].figures.edition + 1 if previous else 1)
    earlier = [stored.sets for stored in previous]
    fresh, groupings = arrange(register, backgrounds, earlier, made[1], rules)
    last = previous[-1].figures if previous else None
    shown = tuple(_question(register, question, groupings, made, last, rules) for question in questions)
    figures = Figures(rounded(len(register), rules), as_of, shown, made[1])
    return Result(figures, sets_behind(figures, [fresh, *earlier[-1:]]))


def sets_behind(figures: Figures, records: Sequence[PublishedSets]) -> PublishedSets:
    """The sets behind everything these figures show, older breakdowns that were kept included."""
    names = {(WHOLE, figures.edition)}
    for question in figures.questions:
        names.add((WHOLE, question.edition))
        names.update((shown.background, shown.edition) for shown in question.breakdowns if shown.groups)
    return together(records).only(names)


def stored_breakdown(
    last: Figures | None, question: ClosedQuestion | QuestionFigures, background: str
) -> Breakdown | None:
    """The breakdown of this question in the last snapshot, unless it had other options then."""
    for before in last.questions if last else ():
        same = [option.key for option in before.options] == [option.key for option in question.options]
        if before.key == question.key and same:
            return next((shown for shown in before.breakdowns if shown.background == background), None)
    return None


def _unchanged(previous: Sequence[StoredSnapshot], missing: int) -> Result:
    if not previous:
        raise TooFewConversationsError(missing)
    return Result(previous[-1].figures, previous[-1].sets, refreshed=False, missing=missing)


def _question(
    register: pd.DataFrame,
    question: ClosedQuestion,
    groupings: Sequence[Grouping],
    made: tuple[str, int],
    last: Figures | None,
    rules: Rules,
) -> QuestionFigures:
    given = counting.answers(register, question)
    everybody = np.bincount(given.codes, minlength=given.width)
    whole = tables.whole_figures(question, everybody, len(register), rules)
    shown = tuple(
        _breakdown(question, grouping, given, made, last, rules)
        for grouping in groupings
        if grouping.background.key != question.key
    )
    return QuestionFigures(
        question.key, question.label, question.kind, question.options, whole, shown, made[0], made[1]
    )


def _breakdown(
    question: ClosedQuestion,
    grouping: Grouping,
    given: counting.Answers,
    made: tuple[str, int],
    last: Figures | None,
    rules: Rules,
) -> Breakdown:
    if grouping.structure is not None:
        counts = counting.count_table(given, grouping.codes, len(grouping.structure))
        return tables.breakdown(question, grouping, counts, made, rules)
    stored = stored_breakdown(last, question, grouping.background.key) if grouping.kept else None
    return stored or tables.empty_breakdown(grouping.background, made)
