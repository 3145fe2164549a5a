"""What goes into a report: stored figures and the team's own words, nothing from the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from msa.ui.conditions import CONDITIONS
from neighbourhood.figures.types import Figures


@dataclass(frozen=True)
class ReportTheme:
    """A theme with its grounds. `weight` is in rounded words; `quote` is approved, or empty.

    conditions: keys of the four conditions, the main one first. rank: place in the top five, 0 is none.
    """

    title: str
    sentence: str
    valence: str
    conditions: tuple[str, ...]
    unique: bool = False
    weight: str = ""
    experience: str = ""
    who_says: str = ""
    quote: str = ""
    rank: int = 0

    @property
    def also(self) -> str:
        """The other conditions it touches, in words."""
        names = [str(CONDITIONS[key].label) for key in self.conditions[1:]]
        return _(" en ").join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


@dataclass(frozen=True)
class ReportContent:
    """A whole report.

    charts: SVG by (question key, background key or ''). context: as `Snapshot.context`. cover: the drawing of
    the street as an SVG document, or empty. organisations: (name, kind). said: the neighbourhood with its
    article. made_on, as_of: days in words. highlights: sentences with the main figures.
    """

    project: str
    neighbourhood: str
    said: str
    place: str
    occasion: str
    organisations: tuple[tuple[str, str], ...]
    contact: str
    period: str
    made_on: str
    as_of: str
    version: int
    concept: bool
    figures: Figures
    charts: Mapping[tuple[str, str], str]
    context: Mapping[str, Any]
    themes: tuple[ReportTheme, ...]
    left_out: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()
    cover: str = ""
    url: str = ""

    @property
    def author(self) -> str:
        """Who one refers to: the organisations together, or the project."""
        return ", ".join(name for name, _kind in self.organisations) or self.project

    @property
    def year(self) -> str:
        """The year in which this version was made."""
        return self.made_on.rpartition(" ")[2]
