"""What a chart says in words: labels on it, and the description for who cannot see it."""

from django.utils.translation import gettext as _

from neighbourhood.figures.types import Cell, GroupFigures, QuestionFigures
from neighbourhood.figures.wording import in_ten, in_ten_text, n_text


def option_labels(question: QuestionFigures) -> dict[str, str]:
    """The label of every answer, item non-response included."""
    labels = {option.key: option.label for option in question.options}
    return {**labels, "no_answer": _("geen antwoord")}


def about(cell: Cell) -> str:
    """The count beside a bar: 'ongeveer 95', or the words of its end band."""
    return cell.text if cell.band != "none" else _("ongeveer %(count)d") % {"count": cell.count}


def share_words(cell: Cell) -> str:
    """'3 van de 10'; the count where that would be none or all of ten, the words of a band where it has one.

    Of a small group the rounded counts may leave one answer only: that is not yet everybody.
    """
    return in_ten_text(cell) if 0 < in_ten(cell.share) < 10 or cell.band != "none" else about(cell)


def beside(cell: Cell) -> tuple[str, str]:
    """What stands beside a bar: the share as people say it, and the count unless that was said already."""
    share = share_words(cell)
    return (share, "") if cell.band != "none" or share == about(cell) else (share, about(cell))


def is_marks(question: QuestionFigures) -> bool:
    """Whether the answers are marks that people read as numbers, such as 1 to 10."""
    scored = [option for option in question.options if option.score is not None]
    return bool(scored) and all(option.label.isdigit() for option in scored)


def mean_number(question: QuestionFigures, group: GroupFigures) -> str:
    """'6,8', from rounded counts; empty where a mean would say nothing to a reader."""
    if group.mean is None or not is_marks(question):
        return ""
    return f"{group.mean:.1f}".replace(".", ",")


def mean_text(question: QuestionFigures, group: GroupFigures) -> str:
    """The same in words: 'gemiddeld ongeveer 6,8'."""
    number = mean_number(question, group)
    return _("gemiddeld ongeveer %(mean)s") % {"mean": number} if number else ""


def described(question: QuestionFigures, group: GroupFigures) -> str:
    """One group in a sentence: who, how many, and every answer with its count."""
    labels = option_labels(question)
    answers = "; ".join(f"{labels[cell.option]}: {_spoken(cell)}" for cell in group.cells)
    mean = mean_text(question, group)
    return f"{group.label}, {n_text(group.n)}: {answers}." + (f" {sentence(mean)}." if mean else "")


def sentence(words: str) -> str:
    """The same words with a capital, the rest as it was."""
    return words[:1].upper() + words[1:]


def _spoken(cell: Cell) -> str:
    share, count = beside(cell)
    return f"{count}, {share}" if count else share
