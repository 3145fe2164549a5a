"""Can anybody's answer be worked out? An integer programme decides it (P13, part b).

Somebody who knows everybody's background knows who is in which published group, and keeps every figure
of the last snapshots. People who are in the same groups throughout cannot be told apart: they form a
*cell*. What such a person may believe is any whole number of each answer per cell that agrees with every
published figure, read as the range of counts it can stand for (`rounding.possible`).

An answer is certain when everybody in a cell gives it in all of those worlds. The truth is one of them, so
only cells that truly agree can be at risk. For those the solver looks for one world in which as many as
possible no longer agree; each such world clears all of them at once, and the search goes on with the rest
until none is left, or until it is proved that the rest cannot vary: those are certain.

Of `cards` every card is a question by itself (chosen or not), tied together by how many one may choose.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array, eye_array, hstack, kron, vstack

from neighbourhood.figures.rounding import RULES, Rules, possible
from neighbourhood.figures.types import ClosedQuestion, GroupFigures

GOOD_ENOUGH = 1.0  # stop at a world that clears at least half of what could be cleared at best


class InconsistentFiguresError(ValueError):
    """The figures do not agree with the register, or not with each other."""


class NotFinishedError(RuntimeError):
    """The solver did not decide within its time."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """One published column of figures: bool (people,) who is behind it, and what was shown."""

    members: np.ndarray
    figures: GroupFigures


@dataclass(frozen=True, eq=False)
class Known:
    """What the register holds on the people of the evidence.

    known: bool (people,); withdrawn people are not known. given: bool (people, options + 1), the answers.
    """

    known: np.ndarray
    given: np.ndarray


@dataclass(frozen=True, eq=False)
class _Worlds:
    """All worlds that agree with the figures: int (cells * width,), low <= rows @ world <= high."""

    rows: csr_array
    low: np.ndarray
    high: np.ndarray
    sizes: np.ndarray
    width: int

    @property
    def most(self) -> np.ndarray:
        """The largest value of every variable: the size of its cell."""
        return np.repeat(self.sizes, self.width)

    def holds(self, world: np.ndarray) -> bool:
        """Whether a world agrees with everything, reckoned in whole numbers."""
        sums = self.rows @ world
        inside = ((sums >= self.low) & (sums <= self.high)).all()
        return bool(inside and (world >= 0).all() and (world <= self.most).all())


def certain_answers(
    question: ClosedQuestion,
    evidence: Sequence[Evidence],
    known: Known,
    seconds: float,
    rules: Rules = RULES,
) -> int:
    """The number of cells with an answer that the figures give away; 0 is what is wanted.

    seconds: the time this question may take. Raises NotFinishedError when that is too short and
    InconsistentFiguresError when the figures cannot come from this register.
    """
    deadline = monotonic() + seconds
    cell_of, sizes, inside = _cells(evidence)
    worlds = _worlds(question, evidence, inside, sizes, rules)
    world = _first_world(worlds, cell_of, known, deadline)
    at_risk = _agreeing(question, worlds, world)
    while at_risk.any():
        world = _vary(worlds, at_risk, world, deadline)
        still = at_risk & _agreeing(question, worlds, world)
        if (still == at_risk).all():
            break
        at_risk = still
    return int(at_risk.reshape(2, len(sizes), worlds.width).any(axis=(0, 2)).sum())


def _cells(evidence: Sequence[Evidence]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Everybody's cell (people,), the cells' sizes (cells,) and bool (columns, cells) what they are in."""
    members = np.array([column.members for column in evidence])
    packed = np.ascontiguousarray(np.packbits(members, axis=0).T)
    view = packed.view(np.dtype((np.void, packed.shape[1])))[:, 0]
    _, first, cell_of, sizes = np.unique(view, return_index=True, return_inverse=True, return_counts=True)
    return cell_of, sizes, members[:, first]


def _worlds(
    question: ClosedQuestion,
    evidence: Sequence[Evidence],
    inside: np.ndarray,
    sizes: np.ndarray,
    rules: Rules,
) -> _Worlds:
    width = len(question.options) + 1
    table_rows, table_low, table_high = _published(question, evidence, inside, sizes, rules)
    form_rows, form_low, form_high = _form_of_answers(question, sizes, width)
    return _Worlds(
        csr_array(vstack([table_rows, form_rows])),
        np.concatenate([table_low, form_low]),
        np.concatenate([table_high, form_high]),
        sizes,
        width,
    )


def _published(
    question: ClosedQuestion,
    evidence: Sequence[Evidence],
    inside: np.ndarray,
    sizes: np.ndarray,
    rules: Rules,
) -> tuple[csr_array, np.ndarray, np.ndarray]:
    """One row per published cell: the sum over the people behind it lies in the range it stands for."""
    keys = [option.key for option in question.options]
    ranges = np.empty((len(evidence), len(keys) + 1, 2), dtype=np.int64)
    ranges[:] = 0, sizes.sum()  # an option that an older table did not list is left open
    for at, column in enumerate(evidence):
        n = int(inside[at] @ sizes)
        for shown in column.figures.cells[:-1]:
            if shown.option in keys:
                ranges[at, keys.index(shown.option)] = possible(shown, n, rules)
        ranges[at, -1] = possible(column.figures.cells[-1], n, rules)
    rows = csr_array(kron(csr_array(inside.astype(np.int64)), eye_array(len(keys) + 1, dtype=np.int64)))
    return rows, ranges[..., 0].ravel(), ranges[..., 1].ravel()


def _form_of_answers(
    question: ClosedQuestion, sizes: np.ndarray, width: int
) -> tuple[csr_array, np.ndarray, np.ndarray]:
    """What one person can answer: one option or none; or some cards, at most so many, or none."""
    cells = eye_array(len(sizes), dtype=np.int64)
    if question.kind != "cards":
        return csr_array(kron(cells, np.ones((1, width), dtype=np.int64))), sizes, sizes
    most = question.max_choices or width - 1
    one_none = np.hstack([np.eye(width - 1, dtype=np.int64), np.ones((width - 1, 1), dtype=np.int64)])
    at_least_one = np.ones((1, width), dtype=np.int64)
    at_most = np.hstack([np.ones((1, width - 1), dtype=np.int64), [[most]]])
    rows = vstack([kron(cells, one_none), kron(cells, at_least_one), kron(cells, at_most)])
    full = np.repeat(sizes, width - 1)
    low = np.concatenate([np.zeros_like(full), sizes, np.zeros_like(sizes)])
    high = np.concatenate([full, sizes * width, sizes * most])
    return csr_array(rows), low, high


def _first_world(worlds: _Worlds, cell_of: np.ndarray, known: Known, deadline: float) -> np.ndarray:
    """The truth; where people withdrew it is completed by any answers of theirs that agree."""
    truth = np.zeros((len(worlds.sizes), worlds.width), dtype=np.int64)
    people, codes = np.nonzero(known.given & known.known[:, None])
    np.add.at(truth, (cell_of[people], codes), 1)
    unknown = np.bincount(cell_of[~known.known], minlength=len(worlds.sizes))
    world = truth.ravel()
    if unknown.any():
        bounds = Bounds(world, world + np.repeat(unknown, worlds.width))
        world = _solve(np.zeros(len(world)), _as_constraints(worlds), bounds, deadline)
    if not worlds.holds(world):
        raise InconsistentFiguresError("the figures do not agree with the register")
    return world


def _agreeing(question: ClosedQuestion, worlds: _Worlds, world: np.ndarray) -> np.ndarray:
    """Where a whole cell agrees: bool (2 * variables,), first 'all gave it', then (cards) 'nobody did'."""
    nobody = world == 0 if question.kind == "cards" else np.zeros(len(world), dtype=bool)
    return np.concatenate([world == worlds.most, nobody])


def _vary(worlds: _Worlds, at_risk: np.ndarray, world: np.ndarray, deadline: float) -> np.ndarray:
    """A world in which as many as possible of the agreeing cells no longer agree.

    Per cell at risk there is a number z between 0 and 1 that can only be above 0 when the cell varies.
    """
    size = len(world)
    at = np.flatnonzero(at_risk)
    sign = np.where(at < size, 1, -1)
    room = np.where(at < size, worlds.most[at % size], 0)
    shape = (len(at), size)
    pick = coo_array((sign, (np.arange(len(at)), at % size)), shape=shape)
    link = LinearConstraint(csr_array(hstack([pick, eye_array(len(at))])), -np.inf, room)
    wide = csr_array(hstack([worlds.rows, csr_array((worlds.rows.shape[0], len(at)))]))
    table = LinearConstraint(wide, worlds.low, worlds.high)
    bounds = Bounds(0, np.concatenate([worlds.most, np.ones(len(at))]))
    goal = np.concatenate([np.zeros(size), -np.ones(len(at))])
    found = _solve(goal, [table, link], bounds, deadline)[:size]
    if not worlds.holds(found):
        raise NotFinishedError("the solver's answer does not agree with the figures")
    return found


def _as_constraints(worlds: _Worlds) -> list[LinearConstraint]:
    return [LinearConstraint(worlds.rows, worlds.low, worlds.high)]


def _solve(
    goal: np.ndarray, constraints: Iterable[LinearConstraint], bounds: Bounds, deadline: float
) -> np.ndarray:
    """Whole numbers that minimise the goal. Raises NotFinishedError or InconsistentFiguresError."""
    left = deadline - monotonic()
    if left <= 0:
        raise NotFinishedError("no time left")
    options = {"time_limit": left, "mip_rel_gap": GOOD_ENOUGH}
    outcome = milp(
        goal, integrality=np.ones(len(goal)), bounds=bounds, constraints=constraints, options=options
    )
    if outcome.status == 2:
        raise InconsistentFiguresError("no answers agree with the figures")
    if outcome.status != 0 or outcome.x is None:
        raise NotFinishedError(outcome.message)
    return np.rint(outcome.x).astype(np.int64)
