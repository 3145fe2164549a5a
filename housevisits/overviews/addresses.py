"""How much is on the address list."""

from housevisits.models import Household
from projects.models import Project


def homes_in(project: Project) -> int:
    """How many homes stand on the address list of `project`. One query."""
    return Household.objects.filter(project=project).count()
