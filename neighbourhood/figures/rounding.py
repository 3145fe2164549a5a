"""Rounding and end bands (P11): what is left of a count before anybody sees it."""

from dataclasses import dataclass

from neighbourhood.figures.types import Band, Cell
from neighbourhood.figures.wording import count_text


@dataclass(frozen=True)
class Rules:
    """The numbers behind P10 to P12. They are not settings: a test takes one away to attack what is left.

    step: counts are rounded to multiples of this.
    bands: whether the ends (0 to 2, n-2 to n) are shown as bands.
    least: smallest group, and smallest difference between two published sets.
    """

    step: int = 5
    bands: bool = True
    least: int = 10

    @property
    def reach(self) -> int:
        """How far a count may lie from its rounded value; also the width of an end band."""
        return self.step // 2


RULES = Rules()
WINDOW = 5  # so many earlier snapshots are reckoned with (P12)


def rounded(count: int, rules: Rules = RULES) -> int:
    """The nearest multiple of five (whole numbers never lie halfway)."""
    return (count + rules.reach) // rules.step * rules.step


def band_of(count: int, n: int, rules: Rules = RULES) -> Band:
    """Which end band a count out of `n` falls in: `few`, `most` or `none`."""
    if rules.bands and count <= rules.reach:
        return "few"
    if rules.bands and count >= n - rules.reach:
        return "most"
    return "none"


def shown_count(count: int, n: int, rules: Rules = RULES) -> tuple[int, Band]:
    """The number and the band that stand for `count` out of `n`; a band shows the end's number."""
    band = band_of(count, n, rules)
    ends = {"few": 0, "most": rounded(n, rules), "none": rounded(count, rules)}
    return ends[band], band


def cell(option: str, shown: tuple[int, Band], total: int) -> Cell:
    """A cell from what `shown_count` gave; `total` is what its share is a share of (0 gives 0.0)."""
    count, band = shown
    share = min(1.0, count / total) if total else 0.0
    return Cell(option, count, band, count_text(count, band), round(share, 4))


def possible(cell_shown: Cell, n: int, rules: Rules = RULES) -> tuple[int, int]:
    """The lowest and highest exact count that would have been shown as this cell, given the exact `n`.

    This is what somebody who knows the group can conclude from the cell alone; the audit builds on it.
    """
    if cell_shown.band == "few":
        return 0, min(n, rules.reach)
    if cell_shown.band == "most":
        return max(0, n - rules.reach), n
    low, high = (rules.reach + 1, n - rules.reach - 1) if rules.bands else (0, n)
    return max(low, cell_shown.count - rules.reach), min(high, cell_shown.count + rules.reach)
