"""What each phase holds, in a sentence, with the pages that somebody may open in it."""

from dataclasses import dataclass
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
