"""All charts of a snapshot, in both forms."""

from collections.abc import Iterator
from dataclasses import dataclass

from neighbourhood.figures.types import Breakdown, Figures, GroupFigures, QuestionFigures
from neighbourhood.publication.charts.cleaning import clean
from neighbourhood.publication.charts.layout import FORMS, NARROW, WIDE, Form
from neighbourhood.publication.charts.multiples import draw_breakdown
from neighbourhood.publication.charts.whole import draw_whole
from neighbourhood.publication.charts.wording import described

__all__ = ["FORMS", "DrawnChart", "chart_description", "draw_charts"]


@dataclass(frozen=True)
class DrawnChart:
    """A chart in two forms. `background` is empty for everybody together."""

    question: str
    background: str
    wide: str
    narrow: str


def draw_charts(figures: Figures) -> Iterator[DrawnChart]:
    """A chart of every question for everybody, and one for each breakdown that may be shown."""
    for question in figures.questions:
        yield _drawn(question, None)
        for breakdown in question.breakdowns:
            if breakdown.groups:
                yield _drawn(question, breakdown)


def chart_title(question: QuestionFigures, breakdown: Breakdown | None) -> str:
    """What the chart is about."""
    return f"{question.label} – {(breakdown.label if breakdown else question.whole.label).lower()}"


def chart_description(question: QuestionFigures, breakdown: Breakdown | None) -> str:
    """Every number of the chart in words, as rounded as it is shown."""
    groups: tuple[GroupFigures, ...] = breakdown.groups if breakdown else (question.whole,)
    return " ".join(described(question, group) for group in groups)


def _drawn(question: QuestionFigures, breakdown: Breakdown | None) -> DrawnChart:
    background = breakdown.background if breakdown else ""
    wide, narrow = (_svg(question, breakdown, form) for form in (WIDE, NARROW))
    return DrawnChart(question.key, background, wide, narrow)


def _svg(question: QuestionFigures, breakdown: Breakdown | None, form: Form) -> str:
    if breakdown:
        canvas, height = draw_breakdown(question, breakdown, form)
    else:
        canvas, height = draw_whole(question, form)
    background = breakdown.background if breakdown else "whole"
    return clean(
        canvas.svg(height),
        name=f"chart-{question.key}-{background}-{form.name}",
        title=chart_title(question, breakdown),
        description=chart_description(question, breakdown),
    )
