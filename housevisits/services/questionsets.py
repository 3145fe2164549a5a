"""Question sets (H13): starting with the default one, putting one in use, and reading it cheaply."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from housevisits import questions as default
from housevisits.models import AnswerOption, ConversationCard, Question, QuestionSet, SetState
from projects.models import Project


@dataclass(frozen=True)
class Option:
    """An answer that can be given. undisclosed: 'wil niet zeggen' or 'weet niet'."""

    key: str
    label: str
    score: float | None
    undisclosed: bool


@dataclass(frozen=True)
class ClosedQuestion:
    """A closed question, free of the database. undisclosed: key of that option, or None."""

    key: str
    section: str
    kind: str
    label: str
    short_label: str
    help_text: str
    source: str
    ordered: bool
    background: bool
    options: tuple[Option, ...]

    @property
    def undisclosed(self) -> str | None:
        return next((option.key for option in self.options if option.undisclosed), None)

    def label_of(self, option_key: str) -> str:
        """The label of an answer; empty when it is not one of this question."""
        return next((option.label for option in self.options if option.key == option_key), "")


@dataclass(frozen=True)
class Card:
    """A conversation card, free of the database."""

    key: str
    label: str
    help_text: str
    icon: str


@dataclass(frozen=True)
class Definition:
    """Everything a form needs of one version of a question set."""

    key: UUID
    version: int
    questions: tuple[ClosedQuestion, ...]
    cards: tuple[Card, ...]

    def section(self, name: str) -> tuple[ClosedQuestion, ...]:
        """The questions of one step of the form."""
        return tuple(question for question in self.questions if question.section == name)

    def question(self, key: str) -> ClosedQuestion | None:
        """The question with this key, or None."""
        return next((question for question in self.questions if question.key == key), None)

    def card_label(self, key: str) -> str:
        """The label of a card; empty when this set has no such card."""
        return next((card.label for card in self.cards if card.key == key), "")


@transaction.atomic
def ensure_default(project: Project) -> QuestionSet:
    """The set in use of `project`; the default form is made version 1 and put in use when there is none.

    Safe against two at once: the project's row is locked meanwhile.
    """
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    return in_use(project) or put_in_use(build_default(project))


def in_use(project: Project) -> QuestionSet | None:
    """The question set that new registrations of `project` follow, or None."""
    return QuestionSet.objects.filter(project=project, state=SetState.IN_USE).first()


@transaction.atomic
def build_default(project: Project) -> QuestionSet:
    """A new draft version with the default form."""
    latest = QuestionSet.objects.filter(project=project).aggregate(latest=Max("version"))["latest"] or 0
    made = QuestionSet.objects.create(project=project, version=latest + 1)
    rows = [_question(made, order, plan) for order, plan in enumerate(default.QUESTIONS)]
    Question.objects.bulk_create(rows)
    AnswerOption.objects.bulk_create(
        option for row, plan in zip(rows, default.QUESTIONS, strict=True) for option in _options(row, plan)
    )
    ConversationCard.objects.bulk_create(
        ConversationCard(
            set=made, key=card.key, label=card.label, help_text=card.help_text, icon=card.icon, order=order
        )
        for order, card in enumerate(default.CARDS)
    )
    return made


def _question(made: QuestionSet, order: int, plan: default.QuestionPlan) -> Question:
    return Question(
        set=made,
        key=plan.key,
        section=plan.section,
        kind=plan.kind,
        label=plan.label,
        short_label=plan.short_label,
        help_text=plan.help_text,
        source=plan.source,
        is_background=plan.background,
        is_ordered=plan.ordered,
        order=order,
    )


def _options(question: Question, plan: default.QuestionPlan) -> list[AnswerOption]:
    return [
        AnswerOption(
            question=question,
            key=option.key,
            label=option.label,
            score=option.score,
            is_undisclosed=option.undisclosed,
            order=order,
        )
        for order, option in enumerate(plan.options)
    ]


@transaction.atomic
def put_in_use(question_set: QuestionSet) -> QuestionSet:
    """Let new registrations follow this draft; the set that was in use closes. It never changes again."""
    QuestionSet.objects.filter(project=question_set.project_id, state=SetState.IN_USE).update(
        state=SetState.CLOSED
    )
    question_set.state = SetState.IN_USE
    question_set.save(update_fields=["state"])
    return question_set


# A set in use never changes, so what was read once holds for the life of the process.
_KNOWN: dict[UUID, Definition] = {}
_KNOWN_AT_MOST = 500


def definition(question_set: QuestionSet) -> Definition:
    """Questions, options and cards of a set: three queries the first time, none after."""
    known = _KNOWN.get(question_set.key)
    if known is not None:
        return known
    found = _read(question_set)
    if question_set.state != SetState.DRAFT:
        if len(_KNOWN) >= _KNOWN_AT_MOST:
            _KNOWN.clear()
        _KNOWN[question_set.key] = found
    return found


def definition_by_key(key: UUID) -> Definition | None:
    """The same by the key that a draft or a conversation carries; None when there is no such set."""
    if key in _KNOWN:
        return _KNOWN[key]
    found = QuestionSet.objects.filter(key=key).first()
    return definition(found) if found else None


def closed_questions(question_set: QuestionSet) -> list[ClosedQuestion]:
    """The closed questions of a set, in order, as plain data for other layers."""
    return list(definition(question_set).questions)


def _read(question_set: QuestionSet) -> Definition:
    rows = question_set.questions.prefetch_related("options")
    return Definition(
        key=question_set.key,
        version=question_set.version,
        questions=tuple(_plain(row) for row in rows),
        cards=tuple(
            Card(card.key, card.label, card.help_text, card.icon) for card in question_set.cards.all()
        ),
    )


def _plain(row: Question) -> ClosedQuestion:
    return ClosedQuestion(
        key=row.key,
        section=row.section,
        kind=row.kind,
        label=row.label,
        short_label=row.short_label or row.label,
        help_text=row.help_text,
        source=row.source,
        ordered=row.is_ordered,
        background=row.is_background,
        options=tuple(
            Option(option.key, option.label, option.score, option.is_undisclosed)
            for option in row.options.all()
        ),
    )
