"""The five phases: what each holds, and from which phase a project may go to which other one."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from msa import registry
from projects.models import Membership, Phase, Project

ABOUT: dict[int, str | Promise] = {
    Phase.PREPARATION: _("Het team staat, de afspraken zijn gemaakt en bewoners weten wie er langskomt."),
    Phase.HOUSE_VISITS: _(
        "Een open gesprek bij elke voordeur. Wat bewoners vertellen, bewaren we zonder naam of adres."
    ),
    Phase.PICTURE: _("Cijfers, thema’s en verhalen komen samen op één praatplaat en in een verslag."),
    Phase.CONNECTING: _("Van wensen en kansen naar afspraken: wie doet wat, met wie en wanneer."),
    Phase.EVALUATION: _("Wat is er veranderd, voor wie, en wat dragen we over?"),
}
ICONS = {
    Phase.PREPARATION: "handshake",
    Phase.HOUSE_VISITS: "door-open",
    Phase.PICTURE: "image",
    Phase.CONNECTING: "waypoints",
    Phase.EVALUATION: "sprout",
}


class Step(Enum):
    """What going from one phase to another takes."""

    FORWARD = "forward"  # what the next phase needs has to stand
    BACK = "back"  # somebody writes down why


# Every step that exists, from which phase to which. What is not here cannot be done: phases follow each
# other, so that none of them is begun without anybody having looked at what it needs.
STEPS: dict[tuple[int, int], Step] = {
    (Phase.PREPARATION, Phase.HOUSE_VISITS): Step.FORWARD,
    (Phase.HOUSE_VISITS, Phase.PICTURE): Step.FORWARD,
    (Phase.PICTURE, Phase.CONNECTING): Step.FORWARD,
    (Phase.CONNECTING, Phase.EVALUATION): Step.FORWARD,
    (Phase.HOUSE_VISITS, Phase.PREPARATION): Step.BACK,
    (Phase.PICTURE, Phase.HOUSE_VISITS): Step.BACK,
    (Phase.CONNECTING, Phase.PICTURE): Step.BACK,
    (Phase.EVALUATION, Phase.CONNECTING): Step.BACK,
}


def reachable(phase: int, step: Step) -> Phase | None:
    """The phase that a project in `phase` goes to by `step`; None at the end of the path."""
    found = [after for (before, after), kind in STEPS.items() if before == phase and kind is step]
    return Phase(found[0]) if found else None


@dataclass(frozen=True)
class PhaseCard:
    """One phase on the page of a project."""

    number: int
    label: str
    about: str | Promise
    icon: str
    here: bool
    done: bool
    pages: list[registry.NavItem]


def phase_cards(project: Project, membership: Membership) -> list[PhaseCard]:
    """The five phases of `project` with the pages that the holder of `membership` may open."""
    pages: list[Any] = [item for part in registry.navigation for item in part.call(membership)]
    return [
        PhaseCard(
            number=phase.value,
            label=str(phase.label),
            about=ABOUT[phase],
            icon=ICONS[phase],
            here=phase == project.phase,
            done=phase < project.phase,
            pages=[item for item in pages if item.phase == phase],
        )
        for phase in Phase
    ]
