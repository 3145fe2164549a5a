"""From the register to whole numbers: codes per answer, and counts per group and answer.

The numbers made here are exact. They go to `tables` to be rounded and to the audit, and nowhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import pandas as pd

from neighbourhood.figures.merging import Structure
from neighbourhood.figures.types import NOT_KNOWN, ClosedQuestion


@dataclass(frozen=True, eq=False)
class Answers:
    """Who gave which answer: one entry per given answer.

    people: int, row numbers in the register; codes: int, option number, the last one is 'geen antwoord'.
    width: number of options plus one.
    """

    people: np.ndarray
    codes: np.ndarray
    width: int


def answers(register: pd.DataFrame, question: ClosedQuestion) -> Answers:
    """The answers to one question. Raises ValueError when a value is none of its options."""
    column = _column(register, question)
    keys = [option.key for option in question.options]
    if question.kind == "cards":
        return _card_answers(column, keys, question.key)
    codes = _codes(column, keys, question.key)
    codes[codes < 0] = len(keys)
    return Answers(np.arange(len(codes)), codes, len(keys) + 1)


def classes(question: ClosedQuestion) -> list[str]:
    """The classes of a background in order, NOT_KNOWN last."""
    keys = [option.key for option in question.options if option.key != question.undisclosed]
    return [*keys, NOT_KNOWN]


def class_codes(register: pd.DataFrame, question: ClosedQuestion) -> np.ndarray:
    """The number of everybody's class in `classes(question)`, int (people,). Raises ValueError as above."""
    column = _column(register, question)
    keys = [option.key for option in question.options]
    codes = _codes(column, keys, question.key)
    names = classes(question)
    place = [names.index(key) if key in names else len(names) - 1 for key in keys]
    return np.array([*place, len(names) - 1])[codes]  # -1, a missing answer, picks the last


def group_codes(codes: np.ndarray, names: Sequence[str], structure: Structure) -> np.ndarray:
    """The number of everybody's group in `structure`, int (people,)."""
    group_of = {key: at for at, group in enumerate(structure) for key in group}
    return np.array([group_of[name] for name in names])[codes]


def count_table(given: Answers, groups: np.ndarray, n_groups: int) -> np.ndarray:
    """Exact counts, int (groups, options + 1)."""
    cells = groups[given.people] * given.width + given.codes
    return np.bincount(cells, minlength=n_groups * given.width).reshape(n_groups, given.width)


def _column(register: pd.DataFrame, question: ClosedQuestion) -> pd.Series:
    if question.key not in register.columns:
        raise ValueError(f"the register has no column for question {question.key}")
    return register[question.key]


def _codes(column: pd.Series, keys: list[str], name: str) -> np.ndarray:
    """Option numbers, -1 for a missing answer (None, NA or empty text)."""
    codes = pd.Index(keys, dtype=object).get_indexer(pd.Index(column, dtype=object))
    strange = column[codes < 0]
    if (strange.notna() & (strange != "")).any():
        raise ValueError(f"question {name} holds an answer that is none of its options")
    return codes


def _card_answers(column: pd.Series, keys: list[str], name: str) -> Answers:
    chosen = [tuple(value) if isinstance(value, (list, tuple)) else () for value in column]
    lengths = np.fromiter(map(len, chosen), dtype=np.int64, count=len(chosen))
    codes = pd.Index(keys, dtype=object).get_indexer(pd.Index(list(chain(*chosen)), dtype=object))
    if (codes < 0).any():
        raise ValueError(f"question {name} holds an answer that is none of its options")
    width = len(keys) + 1
    people = np.repeat(np.arange(len(chosen)), lengths)
    nobody = np.flatnonzero(lengths == 0) * width + len(keys)
    pairs = np.concatenate([np.unique(people * width + codes), nobody])
    return Answers(pairs // width, pairs % width, width)
