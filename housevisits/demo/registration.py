"""Conversations of the demo that still wait for release."""

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext as _

from housevisits.demo.project import demo_project
from housevisits.models import SealedRegistration
from housevisits.services.questionsets import ensure_default, in_use
from housevisits.services.registration import Registration, StoryText, seal_registrations

_WAITING = (
    "De nieuwe lampen op het plein maken het gezelliger.",
    "Er wordt weer gegroet sinds de koffie op woensdag.",
    "Het veldje is opgeknapt en de kinderen spelen er elke dag.",
)


def load(report: Callable[[str], None]) -> None:
    """Three conversations of this month that still wait for two more, and a draft of the woonconsulent."""
    project = demo_project()
    if SealedRegistration.objects.filter(project_key=project.key).count() >= len(_WAITING):
        return
    question_set = in_use(project) or ensure_default(project)
    block = project.blocks.all()[0]
    month = f"{timezone.localdate():%Y-%m}"
    seal_registrations(
        project,
        [
            Registration(
                set_key=question_set.key,
                block_key=block.key,
                month=month,
                held_by="together",
                answers={},
                texts=(StoryText("environment", "opportunity", "", text),),
            )
            for text in _WAITING
        ],
    )
    report(_("wachten tot er vijf zijn: %d gesprekken") % len(_WAITING))
