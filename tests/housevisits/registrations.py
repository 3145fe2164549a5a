"""Making registrations for tests. The sentences are invented."""

from housevisits.models import QuestionSet
from housevisits.services.questionsets import ensure_default
from housevisits.services.registration import Registration, StoryText, seal_registrations
from projects.models import Block, Project

MONTH = "2026-03"


def make_registration(
    question_set: QuestionSet, block: Block | None, text: str = "Het is hier fijn wonen.", **fields: object
) -> Registration:
    """A registration of March 2026 with one text."""
    values: dict[str, object] = {
        "month": MONTH,
        "held_by": "housing_officer",
        "answers": {"age": "25to50", "liveability": "7"},
        "cards": ("belonging",),
        "texts": (StoryText("environment", "opportunity", "belonging", text),),
    } | fields
    return Registration(
        set_key=question_set.key,
        block_key=block.key if block else None,
        **values,  # type: ignore[arg-type]
    )


def seal_many(project: Project, count: int, **fields: object) -> list[Registration]:
    """`count` registrations of the first block, in the waiting room, each with a text of its own."""
    question_set = ensure_default(project)
    block = project.blocks.all()[0]
    made = [
        make_registration(question_set, block, f"Verhaal {number} van {project.slug}.", **fields)
        for number in range(count)
    ]
    seal_registrations(project, made)
    return made
