"""The audit before publication (P13). It fails closed: whatever goes wrong in it, nothing is published."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np
import pandas as pd
from django.utils.translation import gettext as _

from neighbourhood.figures import counting
from neighbourhood.figures.certainty import NotFinishedError, certain_answers
from neighbourhood.figures.records import Audit, Result, StoredSnapshot
from neighbourhood.figures.rounding import RULES, WINDOW, Rules
from neighbourhood.figures.sets import conversation_ids, together
from neighbourhood.figures.structure import structure_findings
from neighbourhood.figures.types import WHOLE, ClosedQuestion, GroupFigures
from neighbourhood.figures.worlds import Evidence, Known

PER_QUESTION = 300.0  # seconds; some hundred times what a question usually takes

logger = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Material:
    """What an audit looks at: new figures, the register they came from, and what was published before.

    rules: the rules the figures were made with. Only a test that takes a rule away passes others; part (a)
    holds the figures against the real rules whatever is passed.
    """

    register: pd.DataFrame
    questions: Sequence[ClosedQuestion]
    backgrounds: Sequence[ClosedQuestion]
    previous: Sequence[StoredSnapshot] = ()
    rules: Rules = RULES


def audit(result: Result, material: Material, seconds: float = PER_QUESTION) -> Audit:
    """Check figures before they are published.

    (a) `structure.structure_findings`: groups, partition, rounding, bands, P12.
    (b) `certainty.certain_answers`: per question, with all figures of the last five snapshots as well,
        since a reader may have kept those; within `seconds` per question.

    Not passed when anything is found, takes too long or raises.
    """
    start = monotonic()
    try:
        findings, refused = _findings(result, material, seconds)
    except Exception as error:  # noqa: BLE001 - fails closed: a check that broke down was not passed
        logger.error("audit of figures broke down: %s", type(error).__name__)  # no message: it may quote data
        findings, refused = [_("De controle kon niet worden afgemaakt.")], ()
    return Audit(not findings, findings, monotonic() - start, refused)


def question_findings(
    question: ClosedQuestion, result: Result, material: Material, seconds: float = PER_QUESTION
) -> list[str]:
    """Part (b) for one question: Dutch findings, which never say whose answer is at stake."""
    ids, evidence = _evidence(question, result, material.previous)
    if not evidence:
        return []
    known = _known(question, material.register, ids)
    try:
        certain = certain_answers(question, evidence, known, seconds, material.rules)
    except NotFinishedError:
        return [_("Herleidbaarheid: de controle van '%(name)s' duurde te lang.") % {"name": question.label}]
    if not certain:
        return []
    return [_("Herleidbaarheid: bij '%(name)s' is een antwoord te berekenen.") % {"name": question.label}]


def _findings(result: Result, material: Material, seconds: float) -> tuple[list[str], tuple[str, ...]]:
    found = structure_findings(
        result, material.register, material.questions, material.backgrounds, material.previous
    )
    refused = []
    for question in material.questions:
        more = question_findings(question, result, material, seconds)
        found += more
        refused += [question.key] if more else []
    return found, tuple(refused)


def _evidence(
    question: ClosedQuestion, result: Result, previous: Sequence[StoredSnapshot]
) -> tuple[np.ndarray, list[Evidence]]:
    """Everything ever shown of a question in the window, each table once, and the people behind it."""
    shown: dict[tuple[str, int], tuple[GroupFigures, ...]] = {}
    snapshots = [*previous[-WINDOW:], StoredSnapshot(result.figures, result.sets)]
    for snapshot in snapshots:
        for figures in snapshot.figures.questions:
            if figures.key == question.key:
                shown[(WHOLE, figures.edition)] = (figures.whole,)
                shown.update({(part.background, part.edition): part.groups for part in figures.breakdowns})
    named = [name for name, groups in shown.items() if groups]
    record = together([snapshot.sets for snapshot in snapshots]).only(named)
    evidence = [
        Evidence(row, group)
        for name in named
        for row, group in zip(record.rows(name), shown[name], strict=True)
    ]
    return record.ids, evidence


def _known(question: ClosedQuestion, register: pd.DataFrame, ids: np.ndarray) -> Known:
    """What the register still holds on these people."""
    own = conversation_ids(register)
    known = np.isin(ids, own)
    given = counting.answers(register, question)
    table = np.zeros((len(ids), given.width), dtype=bool)
    places = np.searchsorted(ids, own[given.people])
    places = np.minimum(places, len(ids) - 1)
    there = ids[places] == own[given.people]
    table[places[there], given.codes[there]] = True
    return Known(known, table)
