"""The demo project and the files it is filled from."""

from pathlib import Path

from projects.demo import SLUG
from projects.models import Membership, Person, Project, Role

DATA = Path(__file__).resolve().parents[1] / "demo_data"


def demo_project() -> Project:
    """The project of the demo. Raises Project.DoesNotExist when it was not made yet."""
    return Project.objects.get(slug=SLUG)


def leader(project: Project) -> Person:
    """The project leader of the demo."""
    return Membership.objects.get(project=project, role=Role.PROJECT_LEADER).person
