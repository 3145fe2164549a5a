"""The blocks of a project as its page shows them: how many homes, and which are too small (V9)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from msa import registry
from msa.registry import BlockUse
from msa.sharing import Shared
from projects.models import Block, Project
from projects.overviews.blocks import blocks_in

# Fewer than ten respondents are never shown apart (PRIVACY P10); neighbourhood/figures/rounding.py holds the
# same number, and a test keeps the two equal.
LEAST = 10
# The two neighbourhoods of the handreiking reached 81 and 83 of 100 homes. Nobody can count on that for every
# block, so a block has to be able to bear a third.
REACHED = (81, 83)
CAUTIOUS_REACH = Fraction(1, 3)
SMALL = ceil(LEAST / CAUTIOUS_REACH)


@dataclass(frozen=True)
class BlockLine:
    """One block. homes: None while nobody counted them; counted: by the address register, not by hand.

    neighbour: with which block a small one goes together best; None where it is large enough or alone.
    """

    block: Block
    homes: int | None
    counted: bool
    neighbour: Block | None = None

    @property
    def small(self) -> bool:
        """Whether it has too few homes to be told about apart. One without any homes known is not judged."""
        return self.homes is not None and self.homes < SMALL


@dataclass(frozen=True)
class Blocks:
    """All blocks of a project, in their order."""

    lines: tuple[BlockLine, ...]

    @property
    def total(self) -> int:
        """Homes of all blocks whose number is known."""
        return sum(line.homes or 0 for line in self.lines)

    @property
    def small(self) -> list[BlockLine]:
        """Blocks that are too small; a project with one block has nothing to merge."""
        return [line for line in self.lines if line.small] if len(self.lines) > 1 else []

    @property
    def uncounted(self) -> list[BlockLine]:
        """Blocks of which nobody said how many homes they have."""
        return [line for line in self.lines if line.homes is None]


def uses_of(project: Project) -> list[BlockUse]:
    """What hangs on the blocks of `project`, of every kind that an app knows of."""
    return [use for part in registry.blocks for use in part.call(project)]


def blocks_of(project: Project, shared: Shared | None = None) -> Blocks:
    """The blocks of `project` with their homes. One query, and those of who counts what hangs on them.

    shared: what the page looked up already, where it shows more than the blocks.
    """
    homes: Counter[int] = Counter()
    for use in uses_of(project):
        if use.homes:
            homes.update(use.counts)
    blocks = (shared or Shared()).get(blocks_in, project)
    lines = [BlockLine(block, homes[block.pk] or block.homes, bool(homes[block.pk])) for block in blocks]
    return Blocks(tuple(_with_neighbour(lines, place) for place in range(len(lines))))


def _with_neighbour(lines: Sequence[BlockLine], place: int) -> BlockLine:
    """The line with a proposal: of the two that lie beside it the one with fewest homes."""
    line = lines[place]
    beside = [lines[other] for other in (place - 1, place + 1) if 0 <= other < len(lines)]
    if not line.small or not beside:
        return line
    best = min(beside, key=lambda other: (other.homes is None, other.homes or 0))
    return BlockLine(line.block, line.homes, line.counted, best.block)


def blocks_by_name(project: Project) -> dict[str, Block]:
    """Which block a list means by a name: that of today, or an old one that no block bears any more."""
    blocks = list(project.blocks.all())
    names = {former: block for block in blocks for former in block.former_names}
    return names | {block.name: block for block in blocks}
