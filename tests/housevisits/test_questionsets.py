"""The default question set, and that a set in use never changes."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from housevisits.models import AnswerOption, ConversationCard, Question, QuestionSet, SetState
from housevisits.services import questionsets
from msa.ui.icons import icon_svg
from projects.models import Project
from tests.cast import make_project

pytestmark = pytest.mark.django_db


@pytest.fixture
def project() -> Project:
    return make_project()


@pytest.fixture
def in_use(project: Project) -> QuestionSet:
    return questionsets.ensure_default(project)


def test_a_project_starts_with_the_default_form_in_version_one(in_use: QuestionSet) -> None:
    assert (in_use.version, in_use.state) == (1, SetState.IN_USE)
    keys = [question.key for question in questionsets.closed_questions(in_use)]
    assert keys == [
        "held_by",
        "age",
        "household",
        "tenure",
        "liveability",
        "trend",
        "unsafe",
        "at_home",
        "neighbours",
        "contribute",
    ]


@pytest.mark.parametrize(
    ("key", "options"),
    [
        ("age", ["under25", "25to50", "50to65", "65to75", "75plus", "undisclosed"]),
        ("household", ["alone", "single_parent", "couple_children", "couple", "other", "undisclosed"]),
        ("tenure", ["lt2", "2to5", "5to10", "10to20", "20plus", "undisclosed"]),
        ("liveability", [*map(str, range(1, 11)), "unknown"]),
        ("trend", ["better", "same", "worse", "unknown"]),
        ("unsafe", ["no", "rarely", "sometimes", "often", "unknown"]),
        ("at_home", ["agree2", "agree1", "neutral", "disagree1", "disagree2", "unknown"]),
        ("neighbours", ["daily", "weekly", "monthly", "less", "never", "unknown"]),
        ("contribute", ["does", "yes", "maybe", "no", "unknown"]),
    ],
)
def test_answers_have_the_keys_that_others_reckon_with(
    in_use: QuestionSet, key: str, options: list[str]
) -> None:
    question = questionsets.definition(in_use).question(key)
    assert question is not None
    assert [option.key for option in question.options] == options
    assert question.undisclosed == options[-1]


def test_every_card_has_a_name_and_an_icon_that_exists(in_use: QuestionSet) -> None:
    cards = questionsets.definition(in_use).cards
    assert [card.label for card in cards][0::9] == ["Mijn leven", "Meebeslissen en rondkomen"]
    assert len(cards) == 10
    assert all("<svg" in icon_svg(card.icon, "") for card in cards)


def test_asking_again_gives_the_same_set(project: Project, in_use: QuestionSet) -> None:
    assert questionsets.ensure_default(project) == in_use
    assert QuestionSet.objects.filter(project=project).count() == 1


def test_a_new_version_closes_the_one_before(project: Project, in_use: QuestionSet) -> None:
    second = questionsets.put_in_use(questionsets.build_default(project))
    in_use.refresh_from_db()
    assert (second.version, in_use.state) == (2, SetState.CLOSED)
    assert questionsets.in_use(project) == second


@pytest.mark.parametrize("model", [Question, AnswerOption, ConversationCard])
def test_nothing_of_a_set_in_use_can_be_changed_or_removed(
    in_use: QuestionSet, model: type[Question]
) -> None:
    row = model.objects.order_by("pk")[0]
    row.label = "iets anders"
    with pytest.raises(ValidationError):
        row.save()
    with pytest.raises(ValidationError):
        row.delete()
    with pytest.raises(ValidationError):
        model.objects.filter(pk=row.pk).update(label="iets anders")
    with pytest.raises(ValidationError):
        model.objects.filter(pk=row.pk).delete()
    with pytest.raises(ValidationError), transaction.atomic():
        model.objects.bulk_update([row], ["label"])
    row.refresh_from_db()
    assert row.label != "iets anders"


def test_a_draft_version_can_be_changed(project: Project) -> None:
    draft = questionsets.build_default(project)
    question = draft.questions.all()[0]
    question.label = "Wie sprak er?"
    question.save()
    draft.questions.filter(key="trend").delete()
    assert "Wie sprak er?" in [one.label for one in questionsets.definition(draft).questions]
    assert questionsets.definition(draft).question("trend") is None


def test_reading_a_set_costs_three_queries_once_and_none_after(
    project: Project, in_use: QuestionSet, django_assert_num_queries: object
) -> None:
    found = QuestionSet.objects.get(pk=in_use.pk)
    questionsets._KNOWN.clear()
    with django_assert_num_queries(3):  # type: ignore[operator]  # questions, options, cards
        questionsets.definition(found)
    with django_assert_num_queries(0):  # type: ignore[operator]
        questionsets.definition(found)
        questionsets.definition_by_key(found.key)
