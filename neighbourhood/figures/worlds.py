"""What somebody may believe about the answers: all worlds that agree with the published figures (P13, b).

People whom no published figure tells apart form a *cell*. A *world* says how many people of each cell gave
each answer: whole numbers, int (cells * width,), cell by cell. It agrees when every published number, read
as the range of counts it can stand for (`rounding.possible`), holds in it, and when everybody answers as
the form allows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array, eye_array, kron, vstack

from neighbourhood.figures.rounding import Rules, possible
from neighbourhood.figures.types import ClosedQuestion, GroupFigures

Rows = tuple[csr_array, np.ndarray, np.ndarray]  # low <= rows @ world <= high


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
class Worlds:
    """All worlds: those with low <= rows @ world <= high and nothing below 0 or above the cell's size."""

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


def cells_of(evidence: Sequence[Evidence]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Everybody's cell (people,), the cells' sizes (cells,) and bool (columns, cells) what they are in."""
    members = np.array([column.members for column in evidence])
    packed = np.ascontiguousarray(np.packbits(members, axis=0).T)
    view = packed.view(np.dtype((np.void, packed.shape[1])))[:, 0]
    _, first, cell_of, sizes = np.unique(view, return_index=True, return_inverse=True, return_counts=True)
    return cell_of, sizes, members[:, first]


def all_worlds(
    question: ClosedQuestion,
    evidence: Sequence[Evidence],
    cells: tuple[np.ndarray, np.ndarray],
    known: Known,
    rules: Rules,
) -> Worlds:
    """The worlds that agree with this evidence. cells: sizes and membership, as `cells_of` gives them."""
    sizes, inside = cells
    width = len(question.options) + 1
    parts = [_published(question, evidence, inside, sizes, rules)]
    if question.kind == "cards":
        parts += _card_rows(sizes, width, _most_choices(question, known))
    else:
        parts.append((kron(eye_array(len(sizes)), np.ones((1, width))), sizes, sizes))
    rows, low, high = zip(*parts, strict=True)
    return Worlds(
        csr_array(vstack(rows), dtype=np.int64), np.concatenate(low), np.concatenate(high), sizes, width
    )


def counted(known: Known, cell_of: np.ndarray, worlds: Worlds) -> tuple[np.ndarray, np.ndarray]:
    """The answers the register holds as a world, and per cell the number of people it does not know."""
    truth = np.zeros((len(worlds.sizes), worlds.width), dtype=np.int64)
    people, codes = np.nonzero(known.given & known.known[:, None])
    np.add.at(truth, (cell_of[people], codes), 1)
    return truth.ravel(), np.bincount(cell_of[~known.known], minlength=len(worlds.sizes))


def agreeing(question: ClosedQuestion, worlds: Worlds, world: np.ndarray) -> np.ndarray:
    """Where a whole cell agrees: bool (2 * variables,), first 'all gave it', then 'nobody did'.

    The second is for cards: each is a question by itself, and 'not chosen' is an answer to it. Having chosen
    none at all is not one.
    """
    everybody, nobody = world == worlds.most, np.zeros(len(world), dtype=bool)
    if question.kind == "cards":
        is_card = np.arange(len(world)) % worlds.width < worlds.width - 1
        everybody, nobody = everybody & is_card, (world == 0) & is_card
    return np.concatenate([everybody, nobody])


def _published(
    question: ClosedQuestion,
    evidence: Sequence[Evidence],
    inside: np.ndarray,
    sizes: np.ndarray,
    rules: Rules,
) -> Rows:
    """One row per published number: the sum over the people behind it lies in the range it stands for."""
    keys = [option.key for option in question.options]
    ranges = np.empty((len(evidence), len(keys) + 1, 2), dtype=np.int64)
    ranges[:] = 0, sizes.sum()  # an option that an older table did not list is left open
    for at, column in enumerate(evidence):
        n = int(inside[at] @ sizes)
        for shown in column.figures.cells[:-1]:
            if shown.option in keys:
                ranges[at, keys.index(shown.option)] = possible(shown, n, rules)
        ranges[at, -1] = possible(column.figures.cells[-1], n, rules)
    rows = kron(csr_array(inside.astype(np.int64)), eye_array(len(keys) + 1))
    return rows, ranges[..., 0].ravel(), ranges[..., 1].ravel()


def _card_rows(sizes: np.ndarray, width: int, most: int) -> list[Rows]:
    """Who chose a card did not choose none; who did not choose none chose one card, and `most` at most.

    Any whole numbers that obey this can be dealt out to the people of the cell.
    """
    cells = eye_array(len(sizes))
    card_or_none = np.hstack([np.eye(width - 1), np.ones((width - 1, 1))])
    at_most = np.append(np.ones(width - 1), most)[None, :]
    full = np.repeat(sizes, width - 1)
    return [
        (kron(cells, card_or_none), np.zeros_like(full), full),
        (kron(cells, np.ones((1, width))), sizes, sizes * width),
        (kron(cells, at_most), np.zeros_like(sizes), sizes * most),
    ]


def _most_choices(question: ClosedQuestion, known: Known) -> int:
    """How many cards somebody may have chosen; imported registers hold more than the form allows."""
    options = len(question.options)
    observed = known.given[:, :options].sum(axis=1).max(initial=1)
    return max(question.max_choices or options, int(observed))
