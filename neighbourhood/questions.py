"""The questions of a project as the figures need them."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from housevisits.models import AnswerOption, Question, QuestionSet, SetState
from housevisits.steps import MOST_CARDS
from neighbourhood.figures.types import BLOCK, ClosedQuestion, Option
from projects.models import Project

# Who held the conversation says nothing about the neighbourhood, and colleagues know it of each other.
NOT_SHOWN = {"held_by"}
CARDS = "cards"


def closed_questions(project: Project) -> list[ClosedQuestion]:
    """All closed questions of the sets that were ever in use, the newest wording first, then the cards.

    An option that only an older version had stays as an answer, so that every registered answer has a place.
    """
    sets = list(
        QuestionSet.objects.filter(project=project)
        .exclude(state=SetState.DRAFT)
        .order_by("-version")
        .prefetch_related("questions__options", "cards")
    )
    versions: dict[str, list[Question]] = {}
    for question_set in sets:
        for question in question_set.questions.all():
            versions.setdefault(question.key, []).append(question)
    shown = [_question(found) for key, found in versions.items() if key not in NOT_SHOWN]
    cards = _cards(sets)
    return [*shown, cards] if cards.options else shown


def backgrounds(project: Project, questions: Iterable[ClosedQuestion]) -> list[ClosedQuestion]:
    """What answers are broken down by, blocks first (P10)."""
    blocks = tuple(Option(key.hex, name) for key, name in _blocks(project))
    parts = [question for question in questions if question.background]
    if len(blocks) < 2:
        return parts
    return [ClosedQuestion(BLOCK, _("Deelbuurt"), "single", blocks, background=True), *parts]


def full_labels(project: Project) -> dict[str, str]:
    """Every question as it was asked, in the newest wording: {key: text}."""
    rows = Question.objects.filter(set__project=project).exclude(set__state=SetState.DRAFT)
    return dict(rows.order_by("set__version", "order").values_list("key", "label"))


def _blocks(project: Project) -> list[tuple[UUID, str]]:
    return list(project.blocks.values_list("key", "name"))


def _question(versions: list[Question]) -> ClosedQuestion:
    newest = versions[0]
    options: dict[str, AnswerOption] = {}
    for version in versions:
        for option in version.options.all():
            options.setdefault(option.key, option)
    undisclosed = next((option.key for option in options.values() if option.is_undisclosed), None)
    return ClosedQuestion(
        key=newest.key,
        label=newest.short_label or newest.label,
        kind="scale" if newest.kind == "scale" else "single",
        options=tuple(Option(option.key, option.label, option.score) for option in options.values()),
        ordered=newest.is_ordered,
        background=newest.is_background,
        undisclosed=undisclosed,
    )


def _cards(sets: list[QuestionSet]) -> ClosedQuestion:
    labels: dict[str, str] = {}
    for question_set in sets:
        for card in question_set.cards.all():
            labels.setdefault(card.key, card.label)
    options = tuple(Option(key, label) for key, label in labels.items())
    name = _("Gekozen gesprekskaarten")
    # Whoever works things out knows the form, so the audit has to know its limit too (P13).
    return ClosedQuestion(CARDS, name, "cards", options, max_choices=MOST_CARDS)
