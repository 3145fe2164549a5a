"""Can anybody's answer be worked out? An integer programme decides it (P13, part b).

Somebody who knows everybody's background knows who is in which published group, and keeps every figure of
the last snapshots. An answer is certain when everybody in a cell gives it in all worlds that agree with
those figures (`worlds`). The truth is one of them, so only cells that truly agree can be at risk. For those
the solver looks for one world in which as many as possible no longer agree; such a world clears all of them
at once. First it may change one or two answers only, which is quick and clears nearly everything; then it
decides on what is left with everything free, until none is left or it is proved that the rest cannot vary:
those are certain. A world counts only once it was checked in whole numbers: nothing is cleared by mistake.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array, eye_array, hstack

from neighbourhood.figures.rounding import RULES, Rules
from neighbourhood.figures.types import ClosedQuestion
from neighbourhood.figures.worlds import Evidence, Known, Worlds, agreeing, all_worlds, cells_of, counted

GOOD_ENOUGH = 1.0  # stop at a world that clears at least half of what could be cleared at best


class InconsistentFiguresError(ValueError):
    """The figures do not agree with the register, or not with each other."""


class NotFinishedError(RuntimeError):
    """The solver did not decide within its time."""


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
    cell_of, sizes, inside = cells_of(evidence)
    worlds = all_worlds(question, evidence, (sizes, inside), known, rules)
    search = _Search(question, worlds, monotonic() + seconds)
    search.start(*counted(known, cell_of, worlds))
    search.change_few_answers()
    search.change_everything()
    return int(search.at_risk.reshape(2, len(sizes), worlds.width).any(axis=(0, 2)).sum())


@dataclass(eq=False)
class _Search:
    """The search for worlds. at_risk: bool (2 * variables,), where every world so far agrees."""

    question: ClosedQuestion
    worlds: Worlds
    deadline: float

    def start(self, answers: np.ndarray, unknown: np.ndarray) -> None:
        """The truth; where people withdrew it is completed by any answers of theirs that agree."""
        self.world = answers
        if unknown.any():
            room = Bounds(np.zeros(len(answers)), np.repeat(unknown, self.worlds.width))
            self.world = answers + self._change(np.arange(len(answers)), [], room)
        if not self.worlds.holds(self.world):
            raise InconsistentFiguresError("the figures do not agree with the register")
        self.at_risk = agreeing(self.question, self.worlds, self.world)

    def change_few_answers(self) -> None:
        """Clear what can be cleared by letting people change between two answers; of cards first one card."""
        for few in self._few():
            self._clear(np.flatnonzero(np.isin(np.arange(len(self.world)) % self.worlds.width, few)))

    def change_everything(self) -> None:
        """Clear what can be cleared at all; what is at risk afterwards is certain."""
        while self.at_risk.any() and self._clear(np.arange(len(self.world))):
            pass

    def _few(self) -> Iterator[tuple[int, ...]]:
        """One or two answers at a time, as long as the first is at risk; frequent others first."""
        width = self.worlds.width
        others = np.argsort(-self.world.reshape(-1, width).sum(axis=0), kind="stable").tolist()
        for option in range(width):
            alone = [(option,)] if self.question.kind == "cards" else []
            for few in [*alone, *((option, other) for other in others if other != option)]:
                if self.at_risk.reshape(2, -1, width)[:, :, option].any():
                    yield few

    def _clear(self, free: np.ndarray) -> bool:
        """Look for a world that differs in the free variables; whether it cleared anything."""
        size = len(self.world)
        targets = np.flatnonzero(self.at_risk & np.isin(np.arange(2 * size) % size, free))
        room = Bounds(-self.world[free], (self.worlds.most - self.world)[free])
        found = self.world.copy()
        found[free] += self._change(free, targets, room)
        if not self.worlds.holds(found):
            raise NotFinishedError("the solver's answer does not agree with the figures")
        before = self.at_risk.sum()
        self.at_risk &= agreeing(self.question, self.worlds, found)
        return bool(self.at_risk.sum() < before)

    def _change(self, free: np.ndarray, targets: np.ndarray | list[int], room: Bounds) -> np.ndarray:
        """How much each free variable changes, int (free,), so that as many targets as possible do.

        Per target there is a number z from 0 to 1 that can only be above 0 when the target changes.
        """
        rows = self.worlds.rows[:, free]
        touched = np.flatnonzero(np.diff(rows.indptr))
        now = self.worlds.rows[touched] @ self.world
        low, high = self.worlds.low[touched] - now, self.worlds.high[touched] - now
        at = np.asarray(targets, dtype=np.int64)
        sign = np.where(at < len(self.world), 1, -1)
        columns = np.searchsorted(free, at % len(self.world))
        pick = coo_array((sign, (np.arange(len(at)), columns)), shape=(len(at), len(free)))
        table = hstack([rows[touched], csr_array((len(touched), len(at)))])
        link = hstack([pick, eye_array(len(at))])
        bounds = Bounds(np.append(room.lb, np.zeros(len(at))), np.append(room.ub, np.ones(len(at))))
        constraints = [LinearConstraint(csr_array(table), low, high)]
        constraints += [LinearConstraint(csr_array(link), -np.inf, 0)] if len(at) else []
        goal = np.append(np.zeros(len(free)), -np.ones(len(at)))
        return self._solved(goal, constraints, bounds)[: len(free)]

    def _solved(self, goal: np.ndarray, constraints: list[LinearConstraint], bounds: Bounds) -> np.ndarray:
        left = self.deadline - monotonic()
        if left <= 0:
            raise NotFinishedError("no time left")
        options = {"time_limit": left, "mip_rel_gap": GOOD_ENOUGH}
        outcome = milp(
            goal, integrality=np.ones(len(goal)), bounds=bounds, constraints=constraints, options=options
        )
        if outcome.status == 2:
            raise InconsistentFiguresError("no answers agree with the figures")
        if outcome.status != 0:
            raise NotFinishedError(outcome.message)
        return np.rint(outcome.x).astype(np.int64)
