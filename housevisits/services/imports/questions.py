"""What an export can be mapped to: the question set in use, the cards and the blocks of a project."""

from django.utils.translation import gettext as _

from housevisits.imports.forms import TargetOption, TargetQuestion
from housevisits.services.imports.addresses import NO_BLOCK
from housevisits.services.questionsets import definition, ensure_default, in_use
from projects.models import Project


def has_blocks(project: Project) -> bool:
    """Whether a project has blocks beside the whole neighbourhood; they come with the address list."""
    return project.blocks.exclude(name=str(_(NO_BLOCK))).exists()


def target_questions(project: Project) -> tuple[TargetQuestion, ...]:
    """The targets of closed columns: block, held_by and every question of the set in use, and cards.

    Starts the default question set when the project has none in use.
    """
    known = definition(in_use(project) or ensure_default(project))
    blocks = tuple(TargetOption(str(block.key), block.name) for block in project.blocks.all())
    closed = [
        TargetQuestion(
            question.key,
            question.label,
            tuple(TargetOption(option.key, option.label) for option in question.options),
            synonyms=(question.short_label,) if question.short_label else (),
        )
        for question in known.questions
    ]
    cards = TargetQuestion(
        "cards",
        "Gesprekskaarten",
        tuple(TargetOption(card.key, card.label) for card in known.cards),
        multiple=True,
    )
    return (TargetQuestion("block", "Blok of deelbuurt", blocks), *closed, cards)
