"""From a register to figures that passed the audit, with as little left out as possible."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import pandas as pd
from django.utils.translation import gettext as _

from neighbourhood.figures import wording
from neighbourhood.figures.audit import PER_QUESTION, Material, audit, question_findings
from neighbourhood.figures.making import make_figures, sets_behind, stored_breakdown
from neighbourhood.figures.records import Audit, Publication, Result, StoredSnapshot
from neighbourhood.figures.rounding import RULES, Rules
from neighbourhood.figures.types import Breakdown, ClosedQuestion, Figures, QuestionFigures


def publishable(
    register: pd.DataFrame,
    questions: Sequence[ClosedQuestion],
    backgrounds: Sequence[ClosedQuestion],
    as_of: str,
    previous: Sequence[StoredSnapshot] = (),
    seconds: float = PER_QUESTION,
    rules: Rules = RULES,
) -> Publication:
    """Make figures, audit them, and where a question is refused take out as little as helps.

    Arguments as of `make_figures`; seconds: time for the check of one question.

    The remedy for a refused question is the first of these that passes part (b): without one of its new
    breakdowns (the least important first), without two, without any; then the whole question. What is
    taken out makes way for what the last snapshot showed there, which is known already, or for 'te weinig
    antwoorden om te tonen'. Then everything is audited once more. When that does not pass, or when part
    (a) found something, nothing may be published: look at `audit.passed`.

    When too little changed (`result.refreshed` is False) these are the last snapshot's own figures, which
    passed when they were made.
    """
    result = make_figures(register, questions, backgrounds, as_of, previous, rules)
    if not result.refreshed:
        return Publication(result, Audit(passed=True))
    material = Material(register, questions, backgrounds, previous, rules)
    outcome = audit(result, material, seconds)
    if not outcome.refused:
        return Publication(result, outcome)
    better = result
    for question in questions:
        if question.key in outcome.refused:
            better = _remedied(question, better, material, seconds)
    again = audit(better, material, seconds)
    again = replace(again, seconds=again.seconds + outcome.seconds)
    return Publication(better, again, tuple(_left_out(result.figures, better.figures)))


def _remedied(question: ClosedQuestion, result: Result, material: Material, seconds: float) -> Result:
    last = material.previous[-1].figures if material.previous else None
    shown = result.figures.question(question.key)
    for thinner in _thinner(shown, last):
        attempt = _with_question(result, question.key, thinner, material)
        if not question_findings(question, attempt, material, seconds):
            return attempt
    return _with_question(result, question.key, _before(shown, last), material)


def _thinner(shown: QuestionFigures, last: Figures | None) -> Iterator[QuestionFigures]:
    """The question without one, two, … of its new breakdowns."""
    new = [part for part in shown.breakdowns if part.groups and part.edition == shown.edition]
    for size in range(1, len(new) + 1):
        for out in combinations(reversed(new), size):
            parts = (_replacement(part, shown, last) if part in out else part for part in shown.breakdowns)
            yield replace(shown, breakdowns=tuple(parts))


def _replacement(part: Breakdown, shown: QuestionFigures, last: Figures | None) -> Breakdown:
    stored = stored_breakdown(last, shown, part.background)
    return stored or replace(part, groups=(), note=wording.too_few())


def _before(shown: QuestionFigures, last: Figures | None) -> QuestionFigures | None:
    """The question as the last snapshot showed it, if it did."""
    for before in last.questions if last else ():
        if before.key == shown.key and before.options == shown.options:
            return before
    return None


def _with_question(result: Result, key: str, shown: QuestionFigures | None, material: Material) -> Result:
    """The result with this question replaced; None withholds it."""
    figures = result.figures
    others = ((shown if question.key == key else question) for question in figures.questions)
    withheld = figures.withheld if shown else (*figures.withheld, key)
    changed = replace(figures, questions=tuple(item for item in others if item), withheld=withheld)
    records = [result.sets, *(stored.sets for stored in material.previous[-1:])]
    return replace(result, figures=changed, sets=sets_behind(changed, records))


def _left_out(made: Figures, kept: Figures) -> Iterator[str]:
    after = {question.key: question for question in kept.questions}
    for question in made.questions:
        now = after.get(question.key)
        if now is None or now.edition != question.edition:
            yield _("'%(name)s' is niet vernieuwd of weggelaten.") % {"name": question.label}
            continue
        for part, other in zip(question.breakdowns, now.breakdowns, strict=True):
            if part != other:
                names = {"name": question.label, "background": part.label}
                yield _("'%(name)s' naar '%(background)s' is niet vernieuwd of weggelaten.") % names
