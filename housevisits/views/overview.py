"""A draft as the last step shows it: answers in words, stories with what reading along found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from housevisits import steps
from housevisits.models import Draft
from housevisits.services import drafts, questionsets
from housevisits.services.drafts import WHOLE, DraftContent
from housevisits.services.finishing import ReadText
from housevisits.services.questionsets import Definition
from msa.privacy.reading import Finding
from projects.models import Project

NOT_ONE = {
    "name": gettext_lazy("Dit is geen naam"),
    "street": gettext_lazy("Dit is geen straat"),
    "house_number": gettext_lazy("Dit is geen huisnummer"),
    "plate": gettext_lazy("Dit is geen kenteken"),
    "number": gettext_lazy("Dit nummer hoort bij niemand"),
    "institution": gettext_lazy("Dit is geen plek die te herkennen is"),
}


@dataclass(frozen=True)
class Fact:
    """One answer in words, and the step where it can be changed. answer is empty when there is none."""

    label: str
    answer: str
    step: str


@dataclass(frozen=True)
class Story:
    """The texts of one card, and the step where they can be changed."""

    title: str
    step: str
    texts: list[ReadText]


@dataclass(frozen=True)
class DraftLine:
    """A draft in a list of one's own: what it is about, in words, and the step where its writer was."""

    draft: Draft
    about: str
    step: str
    at: str | Promise


def draft_lines(found: Iterable[Draft], project: Project) -> list[DraftLine]:
    """The drafts of one person, so that they can be told apart."""
    blocks = _blocks(project)
    return [_draft_line(draft, drafts.read(draft), blocks) for draft in found]


def _draft_line(draft: Draft, content: DraftContent, blocks: dict[str, str]) -> DraftLine:
    definition = questionsets.definition_by_key(UUID(content.set_key))
    cards = [definition.card_label(card) for card in content.cards] if definition else []
    about = [blocks.get(content.block, ""), _month(content.month), *cards]
    step = content.step or steps.CONVERSATION
    return DraftLine(draft, " · ".join(filter(None, about)), step, dict(steps.BAR)[steps.bar_step(step)])


def facts(content: DraftContent, definition: Definition, project: Project) -> list[Fact]:
    """What was filled in, in the order of the form."""
    found = [
        Fact(_("Blok"), _block(content, project), steps.CONVERSATION),
        Fact(_("Maand"), _month(content.month), steps.CONVERSATION),
    ]
    places = {"household": steps.HOUSEHOLD, "scales": steps.SCALES}
    for question in definition.questions:
        answer = content.held_by if question.key == "held_by" else content.answers.get(question.key, "")
        place = places.get(question.section, steps.CONVERSATION)
        found.append(Fact(question.short_label, question.label_of(answer), place))
    return found


def stories(content: DraftContent, definition: Definition, read: list[ReadText]) -> list[Story]:
    """The stories that count, each with its texts."""
    return [
        Story(
            definition.card_label(card) or _("Verhaal zonder kaart"),
            steps.story_step(number),
            [text for text in read if text.place.card == card],
        )
        for number, card in enumerate(content.told(), start=1)
    ]


def _block(content: DraftContent, project: Project) -> str:
    return _("weet ik niet") if content.block == WHOLE else _blocks(project).get(content.block, "")


def _blocks(project: Project) -> dict[str, str]:
    return {block.key.hex: block.name for block in project.blocks.all()}


def _month(month: str) -> str:
    return date_format(date(int(month[:4]), int(month[5:]), 1), "F Y") if month else ""


def not_one_label(finding: Finding) -> str:
    """How a writer says that a finding is not what it seems."""
    return str(NOT_ONE.get(finding.kind) or _("Dit wijst naar niemand"))
