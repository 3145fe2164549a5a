"""Which choice for the approach holds, and which one is being weighed (V1)."""

from dataclasses import dataclass

from projects.models import Orientation, Project


@dataclass(frozen=True)
class Versions:
    """decided: the newest choice that was made. busy: the one that is being weighed. None: there is none."""

    decided: Orientation | None
    busy: Orientation | None


def versions_of(project: Project) -> Versions:
    """The two versions of `project` that count now; at most one is ever undecided. One query."""
    newest = list(project.orientations.all()[:2])
    return Versions(
        decided=next((one for one in newest if one.decided), None),
        busy=next((one for one in newest if not one.decided), None),
    )
