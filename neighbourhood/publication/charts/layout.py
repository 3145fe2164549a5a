"""Measures of the two forms of every chart: one for pages and paper, one for a phone."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """A form of a chart, in units that are CSS pixels at full size.

    At 360 pixels a page leaves the narrow form about 328, so that its smallest text stays above 12.
    """

    name: str
    width: float
    size: float  # of labels
    small: float  # of notes
    stacked: bool  # labels above the bars


WIDE = Form("wide", 680, 15, 13.5, stacked=False)
NARROW = Form("narrow", 340, 14.5, 13, stacked=True)
FORMS = (WIDE, NARROW)
