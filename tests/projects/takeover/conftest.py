"""A second project to take a set-up over into.

pytest reads this file before Django is set up, so models are imported inside the fixture.
"""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from projects.models import Project
    from tests.cast import Cast


@pytest.fixture
def target(cast: "Cast") -> "Project":
    """A new project of the same organisation, led by the one who led the other."""
    from projects.models import Membership, Project, Role

    made = Project.objects.create(slug="kanaalzicht", name="Kanaalzicht", neighbourhood="K", place="N")
    held = cast.members[Role.PROJECT_LEADER]
    Membership.objects.create(
        person=held.person, project=made, role=Role.PROJECT_LEADER, organisation=held.organisation
    )
    return made
