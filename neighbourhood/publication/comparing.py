"""Two snapshots beside each other, for everybody together; both sides as they were published (P8, P9, P14).

Nothing is subtracted: what stands here could be read in the two snapshots one after the other.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from neighbourhood.figures.types import Figures, QuestionFigures
from neighbourhood.figures.wording import n_text
from neighbourhood.publication.charts.wording import mean_text, option_labels, sentence
from neighbourhood.publication.telling import day_text, opinions, share_text


@dataclass(frozen=True)
class Comparison:
    """One question now and then. now, then: the days in words. shares: (now, then) for each row of its table.

    ns, means: the same for the rows under it; means are empty where the question has none. line: in words.
    """

    now: str
    then: str
    shares: tuple[tuple[str, str], ...]
    ns: tuple[str, str]
    means: tuple[str, str]
    line: str


def compared(question: QuestionFigures, earlier: Figures) -> Comparison | None:
    """`question` beside what `earlier` showed of it; None where it showed nothing of that question."""
    before = next((one for one in earlier.questions if one.key == question.key), None)
    if before is None:
        return None
    old = {cell.option: share_text(cell) for cell in before.whole.cells}
    missing = _("niet gevraagd")
    return Comparison(
        now=day_text(question.as_of),
        then=day_text(before.as_of),
        shares=tuple((share_text(cell), old.get(cell.option, missing)) for cell in question.whole.cells),
        ns=(n_text(question.whole.n), n_text(before.whole.n)),
        means=(mean_text(question, question.whole), mean_text(before, before.whole)),
        line=_line(question, before, old),
    )


def _line(question: QuestionFigures, before: QuestionFigures, old: dict[str, str]) -> str:
    days = {"now": day_text(question.as_of), "then": day_text(before.as_of)}
    if question.edition == before.edition:
        return _("Deze cijfers zijn sinds %(then)s niet vernieuwd.") % days
    means = mean_text(question, question.whole), mean_text(before, before.whole)
    if all(means):
        words = {**days, "new": sentence(means[0]), "old": means[1]}
        return _("%(new)s op %(now)s, %(old)s op %(then)s.") % words
    first = next((cell for cell in opinions(question) if cell.option in old), None)
    if first is None:
        return ""
    words = {**days, "label": option_labels(question)[first.option], "old": old[first.option]}
    return _("‘%(label)s’: %(new)s op %(now)s, %(old)s op %(then)s.") % {**words, "new": share_text(first)}
