"""What question sets add to the phase board and to a project's set-up."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from housevisits.services import setup
from housevisits.services.questionsets import in_use
from msa import registry
from msa.registry import Requirement
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import Phase, Project


def register() -> None:
    """Fill the registries."""
    registry.requirements.add("question set", requirements, order=71)
    registry.setup.add("question set", setup.question_set, order=30)


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """Questions to ask, before visits begin. One query."""
    chosen = in_use(project) is not None
    yield Requirement(
        phase=Phase.HOUSE_VISITS,
        key="question_set",
        title=_("Er is een vragenlijst gekozen"),
        todo=_("een vragenlijst kiezen"),
        met=chosen,
        url=reverse("housevisits:registration_start", args=[project.slug]),
        roles=roles_for("housevisits.register_conversation"),
        blocks=False,
        reason=""
        if chosen
        else _("Begin een gesprek om te oefenen. Dan staat de vaste vragenlijst klaar en kun je hem lezen."),
    )
