"""The question set as a part of a project's set-up: the questions go along, no answer ever does."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from housevisits.models import AnswerOption, ConversationCard, Question, QuestionSet
from housevisits.services.questionsets import in_use, put_in_use
from msa.registry import SetupPart
from projects.models import Person, Project

QUESTION = (
    *("key", "section", "kind", "label", "short_label", "help_text", "source"),
    *("is_background", "is_ordered", "order"),
)
OPTION = ("key", "label", "score", "is_undisclosed", "order")
CARD = ("key", "label", "help_text", "icon", "order")


def _latest(project: Project) -> QuestionSet | None:
    """The set in use, else the newest version."""
    return in_use(project) or project.question_sets.order_by("-version").first()


def _holds(project: Project) -> str:
    found = _latest(project)
    if found is None:
        return ""
    count = found.questions.count()
    questions = ngettext("%d vraag", "%d vragen", count) % count
    return _now("%(questions)s en %(cards)d gesprekskaarten") % {
        "questions": questions,
        "cards": found.cards.count(),
    }


def _copy(source: Project, target: Project, by: Person) -> str:
    """A first version of its own, in use: new registrations follow it. It can get a new version as usual."""
    found = _latest(source)
    if found is None or _latest(target) is not None:
        return ""
    made = QuestionSet.objects.create(project=target, version=1)
    pairs = [(old, Question(set=made, **_plain(old, QUESTION))) for old in _questions(found)]
    Question.objects.bulk_create(new for _old, new in pairs)
    AnswerOption.objects.bulk_create(
        AnswerOption(question=new, **_plain(option, OPTION))
        for old, new in pairs
        for option in old.options.all()
    )
    ConversationCard.objects.bulk_create(
        ConversationCard(set=made, **_plain(card, CARD)) for card in found.cards.all()
    )
    put_in_use(made)
    return _holds(target)


def _questions(found: QuestionSet) -> list[Question]:
    return list(found.questions.prefetch_related("options"))


def _plain(row: Question | AnswerOption | ConversationCard, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(row, name) for name in names}


question_set = SetupPart(
    label=_("Vragenlijst en gesprekskaarten"),
    comes=_("De vragen, antwoorden en kaarten die nu in gebruik zijn, als eerste versie van dit project."),
    never=_("Wat bewoners antwoordden of vertelden, en alle eerdere versies."),
    holds=_holds,
    copy=_copy,
)
