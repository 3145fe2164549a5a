"""What a figure shows, in one or two plain sentences, for screens and the report.

Made of the rounded figures that are shown anyway (P11, P14). A sentence says what people answered, never why.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from neighbourhood.figures.types import BLOCK, NO_ANSWER, Breakdown, Cell, GroupFigures, QuestionFigures
from neighbourhood.figures.wording import in_ten, in_ten_text
from neighbourhood.publication.charts.whole import NOT_AN_OPINION
from neighbourhood.publication.charts.wording import (
    is_marks,
    mean_number,
    mean_text,
    option_labels,
    share_words,
)

# In a group of thirty a count that was rounded to five is off by less than one in ten.
LEAST_TOLD = 30
# What is called a difference: more than rounding alone can make of groups of that size.
FAR_SHARE, FAR_MEAN = 0.3, 0.8


def share_text(cell: Cell) -> str:
    """'4 van de 10', 'minder dan 1 van de 10' or the words of an end band; a count where all ten would stand.

    Of a small group the rounded counts may leave one answer only: that is not yet everybody.
    """
    return share_words(cell) if in_ten(cell.share) == 10 else in_ten_text(cell)


def day_text(as_of: str) -> str:
    """'8 mei 2026' of 'YYYY-MM-DD'. Raises ValueError for anything else."""
    return date_format(date.fromisoformat(as_of), "j F Y")


def opinions(question: QuestionFigures) -> list[Cell]:
    """The answers of everybody that are an opinion, most given first; none where hardly anybody gave one."""
    cells = [cell for cell in question.whole.cells if cell.option not in NOT_AN_OPINION]
    return sorted((cell for cell in cells if cell.band != "few"), key=lambda cell: -cell.count)


def told_whole(question: QuestionFigures) -> str:
    """The answer that most people gave, and the next one; of marks also the mean. Empty without answers."""
    ranked = opinions(question)
    silent = max((cell.count for cell in question.whole.cells if cell.option == NO_ANSWER), default=0)
    if not ranked or ranked[0].count <= silent:
        return ""
    if is_marks(question):
        return _told_marks(question, ranked[0])
    if len(ranked) > 1 and ranked[0].count == ranked[1].count:
        return _told_together(question, ranked)
    return _told_first(question, ranked)


def told_difference(question: QuestionFigures, part: Breakdown, as_of: str) -> str:
    """The largest difference between two groups of a breakdown, if it is large in the rounded figures.

    as_of: the day of the snapshot; figures of another day say so. Empty where nothing stands out.
    """
    found = _difference(question, part)
    if found is None:
        return ""
    day = "" if part.as_of == as_of else " " + _("(cijfers van %(day)s)") % {"day": day_text(part.as_of)}
    return _("Naar %(by)s valt een verschil op: %(what)s%(day)s.") % {
        "by": part.label.lower(),
        "what": found,
        "day": day,
    }


def told(question: QuestionFigures, as_of: str, backgrounds: tuple[str, ...] = ()) -> str:
    """What most people answered, and the first of these backgrounds with a difference that stands out."""
    parts = {part.background: part for part in question.breakdowns}
    differences = (told_difference(question, parts[key], as_of) for key in backgrounds if key in parts)
    return " ".join(filter(None, [told_whole(question), next(filter(None, differences), "")]))


def _told_marks(question: QuestionFigures, first: Cell) -> str:
    words = {
        "mean": mean_text(question, question.whole),
        "label": option_labels(question)[first.option],
        "share": _by(first),
    }
    if not words["mean"]:
        return _("In onze gesprekken is een %(label)s het vaakst gegeven, door %(share)s.") % words
    return (
        _("In onze gesprekken is het cijfer %(mean)s; een %(label)s is het vaakst gegeven, door %(share)s.")
        % words
    )


def _told_together(question: QuestionFigures, ranked: list[Cell]) -> str:
    first = [_quoted(question, cell) for cell in ranked if cell.count == ranked[0].count]
    if len(first) > 3:
        return ""
    names = _("%(names)s en %(last)s") % {"names": ", ".join(first[:-1]), "last": first[-1]}
    return _("In onze gesprekken zijn %(names)s het vaakst genoemd, elk door %(share)s.") % {
        "names": names,
        "share": _by(ranked[0]),
    }


def _told_first(question: QuestionFigures, ranked: list[Cell]) -> str:
    words = {"label": _quoted(question, ranked[0]), "share": _by(ranked[0])}
    if question.kind == "cards":
        begin = _("In onze gesprekken is de kaart %(label)s het vaakst gekozen, door %(share)s") % words
    else:
        begin = _("In onze gesprekken is %(label)s het vaakst genoemd, door %(share)s") % words
    if len(ranked) == 1 or ranked[0].band == "most":
        return f"{begin}."
    next_ones = [cell for cell in ranked[1:] if cell.count == ranked[1].count]
    if len(next_ones) > 1:
        return f"{begin}."
    return begin + _("; daarna %(label)s, door %(share)s.") % {
        "label": _quoted(question, ranked[1]),
        "share": share_text(ranked[1]),
    }


def _by(cell: Cell) -> str:
    words = share_text(cell)
    return words if cell.band != "none" else _("%(share)s bewoners") % {"share": words}


def _quoted(question: QuestionFigures, cell: Cell) -> str:
    return f"‘{option_labels(question)[cell.option]}’"


@dataclass(frozen=True)
class _Gap:
    """Two groups of one breakdown: how far apart, and what is said of it."""

    size: float
    words: str


def _difference(question: QuestionFigures, part: Breakdown) -> str | None:
    groups = [group for group in part.groups if group.n >= LEAST_TOLD]
    if len(groups) < 2:
        return None
    gaps = _gap_of_means(question, part, groups) if is_marks(question) else _gaps(question, part, groups)
    widest = max(gaps, key=lambda gap: gap.size, default=None)
    return widest.words if widest else None


def _gap_of_means(question: QuestionFigures, part: Breakdown, groups: list[GroupFigures]) -> Iterator[_Gap]:
    ranked = sorted((group for group in groups if group.mean is not None), key=lambda group: -group.mean)  # type: ignore[operator]
    if len(ranked) < 2:
        return
    high, low = ranked[0], ranked[-1]
    apart = round(float(high.mean or 0) - float(low.mean or 0), 1)
    if apart >= FAR_MEAN:
        yield _Gap(
            apart,
            _("%(high)s %(first)s, %(low)s %(last)s")
            % {
                "high": mean_text(question, high),
                "first": _among(part, high),
                "low": mean_number(question, low),
                "last": _among(part, low),
            },
        )


def _gaps(question: QuestionFigures, part: Breakdown, groups: list[GroupFigures]) -> Iterator[_Gap]:
    for place, option in enumerate(cell.option for cell in groups[0].cells):
        ranked = sorted(groups, key=lambda group: -group.cells[place].share)
        high, low = ranked[0], ranked[-1]
        most, least = high.cells[place], low.cells[place]
        if option in NOT_AN_OPINION or most.share - least.share < FAR_SHARE:
            continue
        yield _Gap(
            most.share - least.share,
            _("%(label)s is %(high)s %(first)s en %(low)s %(last)s")
            % {
                "label": _quoted(question, most),
                "high": share_text(most),
                "first": _among(part, high),
                "low": share_text(least),
                "last": _among(part, low),
            },
        )


def _among(part: Breakdown, group: GroupFigures) -> str:
    """'in Noord' of a part of the neighbourhood, 'bij 25 tot 50' of people."""
    return (_("in %(group)s") if part.background == BLOCK else _("bij %(group)s")) % {"group": group.label}
